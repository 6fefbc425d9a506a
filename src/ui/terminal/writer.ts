// What a terminal shows goes to xterm in pieces. A text as long as that of a large lab that was opened is written as the
// page has time: the lab is drawn before it.
import type { Terminal } from '@xterm/xterm'

type Shown = (() => void) | undefined

/** Between two pieces xterm lets the page go on when it has worked for long enough. */
const PIECE = 1024
const LONG = 100_000
const LONG_PIECE = 16_384
/** Milliseconds that a piece waits for the page to rest, at most. */
const LONGEST_WAIT = 100

export interface Writer {
  /** Tells `shown` when it is on the screen. */
  readonly write: (data: string, shown: Shown) => void
  /** What was not written yet never is. */
  readonly forget: () => void
}

export function createWriter(term: Pick<Terminal, 'write'>): Writer {
  /** The rest of something long, and what came behind it. */
  let waiting: { data: string; readonly shown: Shown }[] = []
  let writing = false
  const next = (): void => {
    writing = waiting.length > 0
    const [first] = waiting
    if (!first) return
    const piece = first.data.slice(0, LONG_PIECE)
    first.data = first.data.slice(LONG_PIECE)
    if (first.data === '') waiting.shift()
    term.write(piece, () => {
      if (first.data === '') first.shown?.()
      whenIdle(next)
    })
  }
  return {
    write: (data, shown) => {
      if (!writing && data.length < LONG) return writeNow(term, data, shown)
      waiting.push({ data, shown })
      if (!writing) next()
    },
    forget: () => {
      waiting = []
    },
  }
}

function writeNow(term: Pick<Terminal, 'write'>, data: string, shown: Shown): void {
  let at = 0
  for (; data.length - at > PIECE; at += PIECE) term.write(data.slice(at, at + PIECE))
  term.write(data.slice(at), shown)
}

function whenIdle(fn: () => void): void {
  // Safari has no idle time to ask for.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fn, { timeout: LONGEST_WAIT })
  else setTimeout(fn, 0)
}
