// A paste on its way into a terminal. One line of plain characters without a prompt goes straight in.
import type { Terminal } from '@xterm/xterm'

/** Several lines, a character that no keyboard's key writes, or what may be a prompt. */
const WORTH_A_LOOK = /[\r\n]\s*\S|[^\0-\x7f]|^\s*\S{0,60} ?[#$%>] \S/

/** Hands to `take` what is worth a look before it is pasted. Returns how to stop. */
export function catchPastes(place: HTMLElement, take: (text: string) => void): () => void {
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!WORTH_A_LOOK.test(text)) return
    event.preventDefault()
    event.stopPropagation()
    take(text)
  }
  // Before xterm hears of it.
  place.addEventListener('paste', onPaste, true)
  return () => place.removeEventListener('paste', onPaste, true)
}

/** Characters of a long paste that go in at a time, and milliseconds between two times: the page goes on meanwhile. */
const SLICE = 32 * 1024
const PAUSE = 8

/** Puts a text in as a terminal does. Of one that is still on its way Ctrl-C takes back what is left. */
export function pasteInto(term: Pick<Terminal, 'paste' | 'onData' | 'element'>, text: string): void {
  let rest = text
  const pressed = term.onData((data) => {
    if (data === '\x03') rest = ''
  })
  const next = (): void => {
    if (!term.element?.isConnected) rest = ''
    // The end of a line may be two characters.
    const end = rest[SLICE] === '\n' ? SLICE + 1 : SLICE
    const slice = rest.slice(0, end)
    rest = rest.slice(end)
    if (slice !== '') term.paste(slice)
    if (rest === '') pressed.dispose()
    else setTimeout(next, PAUSE)
  }
  next()
}
