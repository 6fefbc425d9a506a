// Running a sed script over its input.
import type { Blocking } from '../../os/program.ts'
import type { PosixRegex } from '../../libc/regex/posixRegex.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import type { Lines } from './lines.ts'
import type { Output } from './output.ts'
import { expand } from './replacement.ts'
import type { Address, RangeEnd, Script, SedCommand, Substitution } from './script.ts'

/** What comes after a command: the next one, the end of the cycle with or without printing, or the end of it all. */
type Flow = 'next' | 'end' | 'delete' | 'restart' | 'quit' | 'quit-silently'

/** Jumps between two looks at signals. */
const JUMPS_A_TURN = 1000
/** What they take, in nanoseconds. */
const TURN_TIME = 1_000_000

export class Runner {
  readonly #script: Script
  readonly #lines: Lines
  readonly #out: Output
  readonly #quiet: boolean
  #pattern = ''
  #hold = ''
  #jumps = 0
  #replaced = false
  /** What a and r queue for the end of the cycle. */
  #appended: (() => void)[] = []
  /** Last line of each range that is open. */
  readonly #ranges = new Map<SedCommand, number>()
  #lastRegex: PosixRegex | null = null
  status = 0
  /** An error that ends the run. */
  error: string | null = null

  constructor(script: Script, lines: Lines, out: Output, quiet: boolean) {
    this.#script = script
    this.#lines = lines
    this.#out = out
    this.#quiet = quiet || script.quiet
  }

  *run(): Blocking<void> {
    let keep = false
    for (;;) {
      if (!keep) {
        const line = yield* this.#lines.next()
        if (line === null) return
        this.#pattern = line
      }
      const flow = yield* this.#cycle()
      if (this.error !== null) return
      if (flow !== 'delete' && flow !== 'restart' && flow !== 'quit-silently' && !this.#quiet)
        this.#printPattern()
      this.#flushAppended()
      if (flow === 'quit' || flow === 'quit-silently') return
      keep = flow === 'restart'
      yield* this.#out.room()
    }
  }

  *#cycle(): Blocking<Flow> {
    const { commands, labels } = this.#script
    this.#replaced = false
    for (let i = 0; i < commands.length; i++) {
      const command = commands[i]
      if (!command) break
      const { action } = command
      const selected = (yield* this.#selects(command)) !== command.negated
      if (action.name === '{') {
        if (!selected) i = action.end
        continue
      }
      if (!selected) continue
      if (action.name === 'b' || action.name === 't' || action.name === 'T') {
        const jump = action.name === 'b' || this.#replaced === (action.name === 't')
        if (action.name !== 'b') this.#replaced = false
        if (!jump) continue
        if (action.label === '') return 'end'
        i = labels.get(action.label) ?? commands.length
        yield* this.#out.room()
        if (++this.#jumps % JUMPS_A_TURN === 0) yield* this.#out.pause(TURN_TIME)
        continue
      }
      const flow = yield* this.#perform(command)
      if (flow !== 'next') return flow
    }
    return 'end'
  }

  // ---- which lines

  *#selects(command: SedCommand): Blocking<boolean> {
    const { from, to } = command
    if (from === null) return true
    if (to === null) return yield* this.#matches(from)
    const line = this.#lines.number
    const open = this.#ranges.get(command)
    if (open !== undefined) {
      const closes =
        to.kind === 'regex'
          ? yield* this.#matches(to)
          : to.kind === 'last'
            ? yield* this.#lines.atEnd()
            : line >= open
      if (closes) this.#ranges.delete(command)
      // A range that a line number closed before it was looked at again does not hold.
      return !(to.kind === 'line' && line > open)
    }
    // 0,/re/ is open before the first line.
    const zero = from.kind === 'line' && from.line === 0
    if (zero && line === 1 && to.kind === 'regex') {
      if (!(yield* this.#matches(to))) this.#ranges.set(command, Infinity)
      return true
    }
    if (!(yield* this.#matches(from))) return false
    const last = rangeLast(to, line)
    if (to.kind === 'last' ? !(yield* this.#lines.atEnd()) : last > line) this.#ranges.set(command, last)
    return true
  }

  *#matches(address: Address): Blocking<boolean> {
    const line = this.#lines.number
    switch (address.kind) {
      case 'line':
        return line === address.line
      case 'step':
        if (address.step <= 0) return line === address.first
        return line >= address.first && (line - address.first) % address.step === 0
      case 'last':
        return yield* this.#lines.atEnd()
      case 'regex':
        return this.#regex(address.regex)?.test(this.#pattern) ?? false
    }
  }

  #regex(regex: PosixRegex | null): PosixRegex | null {
    if (regex !== null) this.#lastRegex = regex
    else if (this.#lastRegex === null) this.error = 'no previous regular expression'
    return this.#lastRegex
  }

  // ---- what is done

  *#perform(command: SedCommand): Blocking<Flow> {
    const { action } = command
    switch (action.name) {
      case '=':
        this.#out.text(`${this.#lines.number}\n`)
        return 'next'
      case 'a':
        this.#appended.push(() => this.#out.text(action.text))
        return 'next'
      case 'i':
        this.#out.text(action.text)
        return 'next'
      case 'c':
        // In a range the text comes once, at its end.
        if (command.to === null || command.negated || !this.#ranges.has(command)) this.#out.text(action.text)
        return 'delete'
      case 'd':
        return 'delete'
      case 'D': {
        const newline = this.#pattern.indexOf('\n')
        if (newline < 0) return 'delete'
        this.#pattern = this.#pattern.slice(newline + 1)
        return 'restart'
      }
      case 'F':
        this.#out.text(`${this.#lines.fileName}\n`)
        return 'next'
      case 'g':
        this.#pattern = this.#hold
        return 'next'
      case 'G':
        this.#pattern += `\n${this.#hold}`
        return 'next'
      case 'h':
        this.#hold = this.#pattern
        return 'next'
      case 'H':
        this.#hold += `\n${this.#pattern}`
        return 'next'
      case 'x':
        ;[this.#pattern, this.#hold] = [this.#hold, this.#pattern]
        return 'next'
      case 'z':
        this.#pattern = ''
        return 'next'
      case 'l':
        this.#out.text(unambiguous(this.#pattern))
        return 'next'
      case 'n':
      case 'N':
        return yield* this.#nextLine(action.name === 'N')
      case 'p':
        this.#printPattern()
        return 'next'
      case 'P':
        this.#out.text(`${this.#pattern.split('\n', 1)[0] ?? ''}\n`)
        return 'next'
      case 'q':
      case 'Q':
        this.status = action.status
        return action.name === 'q' ? 'quit' : 'quit-silently'
      case 'r':
        this.#appended.push(() => this.#out.contentsOf(action.file))
        return 'next'
      case 'R': {
        const { file } = action
        this.#appended.push(() => this.#out.lineOf(file))
        return 'next'
      }
      case 'w':
        this.#out.append(action.file, `${this.#pattern}\n`)
        return 'next'
      case 'W':
        this.#out.append(action.file, `${this.#pattern.split('\n', 1)[0] ?? ''}\n`)
        return 'next'
      case 's':
        this.#substitute(action.substitution)
        return 'next'
      case 'y':
        this.#pattern = [...this.#pattern].map((c) => action.map.get(c) ?? c).join('')
        return 'next'
      default:
        return 'next'
    }
  }

  /** n prints and replaces the pattern space, N adds to it; at the end of input GNU sed prints and stops. */
  *#nextLine(append: boolean): Blocking<Flow> {
    if (yield* this.#lines.atEnd()) return 'quit'
    if (!append && !this.#quiet) this.#printPattern()
    this.#flushAppended()
    const line = (yield* this.#lines.next()) ?? ''
    this.#pattern = append ? `${this.#pattern}\n${line}` : line
    return 'next'
  }

  #substitute(s: Substitution): void {
    const regex = this.#regex(s.regex)
    if (regex === null) return
    const text = this.#pattern
    let out = ''
    let at = 0
    let count = 0
    let done = false
    while (at <= text.length) {
      const match = regex.exec(text, at)
      if (!match) break
      out += text.slice(at, match.index)
      // An empty match just after another one is no match.
      const empty = match.end === match.index
      const repeated = empty && match.index === at && count > 0 && at > 0 && this.#lastEnd === at
      if (!repeated && ++count >= s.number) {
        out += expand(s.replacement, match)
        done = true
      } else out += text.slice(match.index, match.end)
      this.#lastEnd = match.end
      at = match.end
      if (empty) {
        out += text.slice(at, at + 1)
        at++
      }
      if (done && !s.global) break
    }
    this.#lastEnd = -1
    if (!done) return
    this.#pattern = out + text.slice(at)
    this.#replaced = true
    if (s.print) this.#printPattern()
    if (s.file !== null) this.#out.append(s.file, `${this.#pattern}\n`)
  }

  #lastEnd = -1

  #printPattern(): void {
    this.#out.line(this.#pattern, this.#lines.terminated)
  }

  #flushAppended(): void {
    const appended = this.#appended
    this.#appended = []
    for (const write of appended) write()
  }
}

/** Last line of a range that began at `line`; Infinity where a match ends it. */
function rangeLast(to: RangeEnd, line: number): number {
  switch (to.kind) {
    case 'line':
      return to.line
    case 'plus':
      return line + to.count
    case 'multiple':
      return to.of <= 0 ? line : Math.ceil(line / to.of) * to.of
    case 'step':
      return to.first
    case 'last':
    case 'regex':
      return Infinity
  }
}

const LETTERS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

/** As l prints it: folded at 69 columns, ends marked by `$`. */
function unambiguous(text: string): string {
  const units = [...text].flatMap((c) => {
    const letter = LETTERS[c]
    if (letter !== undefined) return [letter]
    if (c >= ' ' && c <= '~') return [c]
    return [...encodeUtf8(c)].map((octet) => `\\${octet.toString(8).padStart(3, '0')}`)
  })
  let out = ''
  let width = 0
  for (const unit of units) {
    if (width + unit.length > 69) {
      out += '\\\n'
      width = 0
    }
    out += unit
    width += unit.length
  }
  return `${out}$\n`
}
