// Text that comes without a key: from an emoji picker, dictation, a password manager, assistive technology. xterm leaves
// it out while its screen reader mode is on, where the input's text must stand for the reader to hear it.
import type { Terminal } from '@xterm/xterm'

/** Passes it on as if it were typed. Keys and compositions are xterm's own. Returns how to stop. */
export function passPlainInput(term: Terminal, input: HTMLTextAreaElement): () => void {
  let key = false
  let composing = false
  const stop = new AbortController()
  const on = (type: string, listener: (event: Event) => void): void =>
    input.addEventListener(type, listener, { capture: true, signal: stop.signal })

  on('keydown', () => (key = true))
  on('keyup', () => (key = false))
  on('blur', () => (key = false))
  on('compositionstart', () => (composing = true))
  // xterm sends what was composed a turn after its end.
  on('compositionend', () => setTimeout(() => (composing = false), 0))
  on('input', (event) => {
    if (!(event instanceof InputEvent) || event.inputType !== 'insertText' || key || composing) return
    if (event.data) term.input(event.data.replace(/\r?\n/g, '\r'))
  })
  return () => stop.abort()
}
