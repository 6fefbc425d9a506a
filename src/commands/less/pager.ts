// One page of a text on a terminal, and the keys that move it.
import type { Blocking, OpenFile, Process, Tty } from '../../os/program.ts'
import { PosixRegex } from '../../libc/regex/posixRegex.ts'
import { isErrno } from '../../uapi/errno.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'

export interface Habits {
  readonly quitAtEnd: boolean
  readonly quitIfOnePage: boolean
  readonly ignoreCase: boolean
  readonly numbers: boolean
  readonly chop: boolean
  /** Shows its pages on the terminal's other screen. */
  readonly otherScreen: boolean
  /** What the first prompt says; empty: as all others. */
  readonly title: string
}

const OTHER_SCREEN = '\x1b[?1049h'
const OWN_SCREEN = '\x1b[?1049l'
/** A key, or the sequence that one sends. */
const KEY = /\x1b\[\d*[~A-Z]|\x1bO[A-Z]|./gsu
const CLEAR_LINE = '\r\x1b[K'
const inverse = (text: string): string => `\x1b[7m${text}\x1b[27m`

/** With every match inverse. */
function highlighted(row: string, pattern: PosixRegex): string {
  let text = ''
  let at = 0
  for (;;) {
    const found = pattern.find(row, at)
    if (!found || found.end === found.index) return text + row.slice(at)
    text += row.slice(at, found.index) + inverse(row.slice(found.index, found.end))
    at = found.end
  }
}

export class Pager {
  readonly #rows: readonly string[]
  /** First row that is shown. */
  #top = 0
  #pattern: PosixRegex | null = null
  /** Which way the last search went. */
  #direction: 1 | -1 = 1
  #message = ''
  /** Keys that were read and not obeyed yet. */
  #keys: string[] = []
  /** Digits before a key. */
  #number = ''

  constructor(
    private readonly p: Process,
    private readonly keyboard: OpenFile,
    private readonly tty: Tty,
    text: string,
    private readonly habits: Habits,
  ) {
    const lines = text.replace(/\n$/, '').split('\n')
    this.#rows = lines.flatMap((line, i) => this.#rowsOf(line, i + 1))
  }

  /** A long line takes several rows. */
  #rowsOf(line: string, number: number): readonly string[] {
    const { numbers, chop } = this.habits
    const shown = (numbers ? `${String(number).padStart(7)} ` : '') + line.replaceAll('\t', '        ')
    const width = Math.max(1, this.tty.columns)
    // What holds escape sequences is left to the terminal.
    if (shown.length <= width || shown.includes('\x1b')) return [shown]
    if (chop) return [shown.slice(0, width)]
    return shown.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [shown]
  }

  get #height(): number {
    return Math.max(1, this.tty.rows - 1)
  }

  get #bottom(): number {
    return Math.max(0, this.#rows.length - this.#height)
  }

  *run(): Blocking<void> {
    if (this.habits.quitIfOnePage && this.#rows.length <= this.#height) {
      this.p.io.out(`${this.#rows.join('\n')}\n`)
      return
    }
    const before = this.tty.mode
    this.tty.mode = 'raw'
    const { otherScreen, title } = this.habits
    if (otherScreen) this.p.io.out(OTHER_SCREEN)
    try {
      this.#message = title
      this.#draw()
      for (;;) {
        const key = yield* this.#key()
        if (key === null || key === 'q' || key === 'Q') break
        this.#message = ''
        if (/^\d$/.test(key)) {
          this.#number += key
          this.p.io.out(`${CLEAR_LINE}:${this.#number}`)
          continue
        }
        if (key === '/' || key === '?') yield* this.#search(key)
        else if (!this.#move(key)) break
        this.#number = ''
        this.#draw()
      }
      this.p.io.out(CLEAR_LINE + (otherScreen ? OWN_SCREEN : ''))
    } finally {
      this.tty.mode = before
    }
  }

  /** Null at the end of the input. */
  *#key(): Blocking<string | null> {
    for (;;) {
      const waiting = this.#keys.shift()
      if (waiting !== undefined) return waiting
      const octets = this.keyboard.read(256)
      if (!isErrno(octets)) {
        if (octets.length === 0) return null
        this.#keys = decodeUtf8(octets).match(KEY) ?? []
        continue
      }
      if (octets.name !== 'EAGAIN') return null
      if ((yield* this.p.clock.wait([this.keyboard])) === 'signal') return 'q'
    }
  }

  /** False when it is over. */
  #move(key: string): boolean {
    const page = this.#height
    const steps: Readonly<Record<string, number>> = {
      ' ': page,
      f: page,
      '\x1b[6~': page,
      b: -page,
      '\x1b[5~': -page,
      d: page >> 1,
      u: -(page >> 1),
      '\r': 1,
      '\n': 1,
      j: 1,
      '\x1b[B': 1,
      k: -1,
      y: -1,
      '\x1b[A': -1,
      g: -Infinity,
      '<': -Infinity,
      '\x1b[H': -Infinity,
      G: Infinity,
      '>': Infinity,
      '\x1b[F': Infinity,
    }
    const times = Number(this.#number) || 1
    const step = steps[key]
    if (step !== undefined) {
      if (step > 0 && this.#top >= this.#bottom && this.habits.quitAtEnd) return false
      const to =
        Math.abs(step) === Infinity && this.#number !== ''
          ? times - 1
          : this.#top + step * this.#repeats(step)
      // What a search brought up beyond the last page is left by going back only.
      const last = step === Infinity ? this.#bottom : Math.max(this.#bottom, this.#top)
      this.#top = Math.min(last, Math.max(0, to))
    } else if (key === 'n') this.#next(this.#direction)
    else if (key === 'N') this.#next(this.#direction === 1 ? -1 : 1)
    return true
  }

  /** Lines are counted; a page is not. */
  #repeats(step: number): number {
    return Math.abs(step) === 1 ? Number(this.#number) || 1 : 1
  }

  *#search(sign: '/' | '?'): Blocking<void> {
    let typed = ''
    for (;;) {
      this.p.io.out(`${CLEAR_LINE}${sign}${typed}`)
      const key = yield* this.#key()
      if (key === null || key === '\x1b') return
      if (key === '\r' || key === '\n') break
      if (key === '\x7f' || key === '\b') {
        if (typed === '') return
        typed = typed.slice(0, -1)
      } else typed += key
    }
    this.#direction = sign === '/' ? 1 : -1
    if (typed !== '') {
      const pattern = PosixRegex.compile(typed, {
        syntax: 'extended',
        ignoreCase: this.habits.ignoreCase,
        escapes: false,
        multiline: false,
        strict: true,
        whole: false,
      })
      if (pattern instanceof PosixRegex) this.#pattern = pattern
      else {
        this.#message = 'Invalid pattern  (press RETURN)'
        return
      }
    }
    this.#next(this.#direction)
  }

  #next(direction: 1 | -1): void {
    const pattern = this.#pattern
    if (!pattern) {
      this.#message = 'No previous regular expression'
      return
    }
    for (let row = this.#top + direction; row >= 0 && row < this.#rows.length; row += direction) {
      if (!pattern.test(this.#rows[row] ?? '')) continue
      this.#top = row
      return
    }
    this.#message = 'Pattern not found  (press RETURN)'
  }

  #draw(): void {
    const pattern = this.#pattern
    const shown = this.#rows.slice(this.#top, this.#top + this.#height)
    const marked = pattern ? shown.map((row) => highlighted(row, pattern)) : shown
    const padding = Array.from({ length: this.#height - shown.length }, () => '~')
    const end = this.#top >= this.#bottom
    const prompt = this.#message !== '' ? inverse(this.#message) : end ? inverse('(END)') : ':'
    this.p.io.out(`\x1b[H\x1b[J${[...marked, ...padding].join('\n')}\n${prompt}`)
  }
}
