// A long paste on its way into a terminal.
import type { Terminal } from '@xterm/xterm'

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
