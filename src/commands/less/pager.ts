// One page of a text on a terminal, and the keys that move it.
import type { Blocking, OpenFile, Process, Tty } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { decodeUtf8 } from '../../wire/utf8.ts'

export interface Habits {
  readonly quitAtEnd: boolean
  readonly quitIfOnePage: boolean
  readonly ignoreCase: boolean
  readonly numbers: boolean
  readonly chop: boolean
}

const CLEAR_LINE = '\r\x1b[K'
const inverse = (text: string): string => `\x1b[7m${text}\x1b[27m`

export class Pager {
  readonly #rows: readonly string[]
  /** First row that is shown. */
  #top = 0
  #pattern: RegExp | null = null
  #message = ''

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
    try {
      this.#draw()
      for (;;) {
        const key = yield* this.#key()
        if (key === null || key === 'q' || key === 'Q') break
        if (key === '/') yield* this.#search()
        else if (!this.#move(key)) break
        this.#draw()
      }
      this.p.io.out(CLEAR_LINE)
    } finally {
      this.tty.mode = before
    }
  }

  /** Null at the end of the input. */
  *#key(): Blocking<string | null> {
    for (;;) {
      const octets = this.keyboard.read(16)
      if (!isErrno(octets)) return octets.length === 0 ? null : decodeUtf8(octets)
      if (octets.name !== 'EAGAIN') return null
      if ((yield* this.p.clock.wait([this.keyboard])) === 'signal') return 'q'
    }
  }

  /** False when it is over. */
  #move(key: string): boolean {
    const page = this.#height
    this.#message = ''
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
    const step = steps[key]
    if (step !== undefined) {
      if (step > 0 && this.#top >= this.#bottom && this.habits.quitAtEnd) return false
      this.#top = Math.min(this.#bottom, Math.max(0, this.#top + step))
    } else if (key === 'n') this.#next(1)
    else if (key === 'N') this.#next(-1)
    return true
  }

  *#search(): Blocking<void> {
    let typed = ''
    for (;;) {
      this.p.io.out(`${CLEAR_LINE}/${typed}`)
      const key = yield* this.#key()
      if (key === null || key === '\x1b') return
      if (key === '\r' || key === '\n') break
      if (key === '\x7f' || key === '\b') {
        if (typed === '') return
        typed = typed.slice(0, -1)
      } else if (key.endsWith('\r') || key.endsWith('\n')) {
        typed += key.slice(0, -1)
        break
      } else typed += key
    }
    if (typed !== '') {
      // Plain words: what is special in an expression stands for itself.
      const source = typed.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      this.#pattern = new RegExp(source, this.habits.ignoreCase ? 'gi' : 'g')
    }
    this.#next(1)
  }

  #next(direction: 1 | -1): void {
    const pattern = this.#pattern
    if (!pattern) {
      this.#message = 'No previous regular expression'
      return
    }
    for (let row = this.#top + direction; row >= 0 && row < this.#rows.length; row += direction) {
      pattern.lastIndex = 0
      if (!pattern.test(this.#rows[row] ?? '')) continue
      this.#top = row
      return
    }
    this.#message = 'Pattern not found'
  }

  #draw(): void {
    const pattern = this.#pattern
    const shown = this.#rows.slice(this.#top, this.#top + this.#height)
    const marked = pattern ? shown.map((row) => row.replace(pattern, (found) => inverse(found))) : shown
    const padding = Array.from({ length: this.#height - shown.length }, () => '~')
    const end = this.#top >= this.#bottom
    const prompt = this.#message !== '' ? inverse(this.#message) : end ? inverse('(END)') : ':'
    this.p.io.out(`\x1b[H\x1b[J${[...marked, ...padding].join('\r\n')}\r\n${prompt}`)
  }
}
