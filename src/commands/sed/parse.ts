// Reading a sed script. Complaints carry the number of characters read, as GNU sed counts them.
import { PosixRegex } from '../../libc/regex/posixRegex.ts'
import { Reader, type Piece } from './reader.ts'
import { parseReplacement } from './replacement.ts'
import type { Action, Address, RangeEnd, Script, SedCommand, Substitution } from './script.ts'

/** How the only complaint that ends sed with status 4 begins. */
export const NO_LABEL = "can't find label for jump to `"

type Draft = { -readonly [K in keyof SedCommand]: SedCommand[K] }

class Parser {
  readonly #extended: boolean
  readonly commands: Draft[] = []
  readonly labels = new Map<string, number>()
  /** Positions of `{` that wait for their `}`. */
  readonly #blocks: number[] = []
  readonly #jumps: string[] = []
  quiet = false
  #reader = new Reader({ text: '', name: '', file: false })

  constructor(extended: boolean) {
    this.#extended = extended
  }

  /** What is wrong, or null. */
  read(pieces: readonly Piece[]): string | null {
    for (const [i, piece] of pieces.entries()) {
      this.#readPiece(piece, i === 0)
      if (this.#reader.error !== null) return this.#reader.error
    }
    if (this.#blocks.length > 0) return `-e expression #1, char 0: unmatched \`{'`
    const lost = this.#jumps.find((label) => !this.labels.has(label))
    return lost === undefined ? null : `${NO_LABEL}${lost}'`
  }

  #readPiece(piece: Piece, first: boolean): void {
    this.#reader = new Reader(piece)
    if (first && /^#n(\n|$)/.test(piece.text)) this.quiet = true
    for (;;) {
      while (/[\s;]/.test(this.#reader.peek())) this.#reader.next()
      if (this.#reader.peek() === '') return
      this.#command()
    }
  }

  // ---- commands

  #command(): void {
    const from = this.#address()
    let to: RangeEnd | null = null
    this.#reader.blanks()
    if (from !== null && this.#reader.peek() === ',') {
      this.#reader.next()
      this.#reader.blanks()
      to = this.#rangeEnd()
      if (to === null) {
        this.#reader.next()
        this.#reader.fail("unexpected `,'")
      }
    }
    this.#reader.blanks()
    let negated = false
    while (this.#reader.peek() === '!') {
      if (negated) {
        this.#reader.next()
        this.#reader.fail("multiple `!'s")
      }
      negated = true
      this.#reader.next()
      this.#reader.blanks()
    }
    const name = this.#reader.next()
    if (name === '') this.#reader.fail('missing command')
    if (from?.kind === 'line' && from.line === 0 && to?.kind !== 'regex')
      this.#reader.fail('invalid usage of line address 0')
    const index = this.commands.length
    const action = this.#action(name, from, to)
    if (action.name === '#') return
    this.commands.push({ from, to, negated, action })
    if (name === ':') this.labels.set(this.#label, index)
  }

  #label = ''

  #action(name: string, from: Address | null, to: RangeEnd | null): Action {
    switch (name) {
      case '#':
        if (from !== null) this.#reader.fail("comments don't accept any addresses")
        while (this.#reader.peek() !== '' && this.#reader.peek() !== '\n') this.#reader.next()
        return { name }
      case ':':
        if (from !== null) this.#reader.fail(": doesn't want any addresses")
        this.#reader.blanks()
        this.#label = this.#reader.word(/[\s;]/)
        if (this.#label === '') this.#reader.fail('":" lacks a label')
        return { name, end: 0 }
      case '{':
        this.#blocks.push(this.commands.length)
        return { name, end: 0 }
      case '}':
        return this.#closeBlock(from)
      case '=':
      case 'd':
      case 'D':
      case 'F':
      case 'g':
      case 'G':
      case 'h':
      case 'H':
      case 'n':
      case 'N':
      case 'p':
      case 'P':
      case 'x':
      case 'z':
        this.#endOfCommand()
        return { name }
      case 'l':
        this.#reader.blanks()
        this.#reader.word(/[^0-9]/)
        this.#endOfCommand()
        return { name }
      case 'a':
      case 'i':
      case 'c':
        return { name, text: this.#appendedText() }
      case 'b':
      case 't':
      case 'T': {
        this.#reader.blanks()
        const label = this.#reader.word(/[\s;}]/)
        if (label !== '') this.#jumps.push(label)
        this.#endOfCommand()
        return { name, label }
      }
      case 'q':
      case 'Q': {
        if (to !== null) this.#reader.fail('command only uses one address')
        this.#reader.blanks()
        const status = Number(this.#reader.word(/[^0-9]/) || 0)
        this.#endOfCommand()
        return { name, status }
      }
      case 'r':
      case 'R':
      case 'w':
      case 'W': {
        this.#reader.blanks()
        const file = this.#reader.word(/\n/)
        if (file === '') this.#reader.fail('missing filename in r/R/w/W commands')
        return { name, file }
      }
      case 's':
        return { name, substitution: this.#substitution() }
      case 'y':
        return { name, map: this.#transliteration() }
      default:
        this.#reader.fail(`unknown command: \`${name}'`)
        return { name: '#' }
    }
  }

  #closeBlock(from: Address | null): Action {
    const open = this.#blocks.pop()
    if (open === undefined) {
      this.#reader.fail("unexpected `}'")
      return { name: '}' }
    }
    if (from !== null) this.#reader.fail("} doesn't want any addresses")
    const block = this.commands[open]
    if (block) block.action = { name: '{', end: this.commands.length }
    this.#endOfCommand()
    return { name: '}' }
  }

  /** After a command only a blank, a `;`, a newline, a `}` or a comment may stand. */
  #endOfCommand(): void {
    this.#reader.blanks()
    const c = this.#reader.peek()
    if (c === '' || c === '}' || c === '#') return
    this.#reader.next()
    if (c !== ';' && c !== '\n' && c !== '\r') this.#reader.fail('extra characters after command')
  }

  /** `a text`, or `a\` and the text on the next lines; a backslash carries a line on. */
  #appendedText(): string {
    this.#reader.blanks()
    if (this.#reader.peek() === '') this.#reader.fail("expected \\ after `a', `c' or `i'")
    if (this.#reader.peek() === '\\') {
      this.#reader.next()
      this.#reader.blanks()
      if (this.#reader.peek() === '\n') this.#reader.next()
      else if (this.#reader.peek() === '') return ''
    }
    let text = ''
    for (let c = this.#reader.next(); c !== '' && c !== '\n'; c = this.#reader.next()) {
      text += c === '\\' ? this.#reader.next() : c
    }
    return `${text}\n`
  }

  // ---- addresses

  #address(): Address | null {
    const c = this.#reader.peek()
    if (/[0-9]/.test(c)) {
      const line = Number(this.#reader.word(/[^0-9]/))
      this.#reader.blanks()
      if (this.#reader.peek() !== '~') return { kind: 'line', line }
      this.#reader.next()
      const step = Number(this.#reader.word(/[^0-9]/) || 0)
      return { kind: 'step', first: line, step }
    }
    if (c === '$') {
      this.#reader.next()
      return { kind: 'last' }
    }
    if (c !== '/' && c !== '\\') return null
    this.#reader.next()
    const delimiter = c === '/' ? '/' : this.#reader.next()
    const pattern = this.#reader.delimited(delimiter, true)
    if (pattern === null) {
      this.#reader.fail('unterminated address regex')
      return null
    }
    let flags = ''
    while (/[IM]/.test(this.#reader.peek())) flags += this.#reader.next()
    return { kind: 'regex', regex: this.#compile(pattern, flags) }
  }

  #rangeEnd(): RangeEnd | null {
    const c = this.#reader.peek()
    if (c !== '+' && c !== '~') return this.#address()
    this.#reader.next()
    const count = this.#reader.word(/[^0-9]/)
    if (count === '') this.#reader.fail('expected number')
    return c === '+' ? { kind: 'plus', count: Number(count) } : { kind: 'multiple', of: Number(count) }
  }

  /** null for the empty pattern: the last one used. */
  #compile(pattern: string, flags: string): PosixRegex | null {
    if (pattern === '') return null
    const regex = PosixRegex.compile(pattern, {
      syntax: this.#extended ? 'extended' : 'basic',
      ignoreCase: /[Ii]/.test(flags),
      escapes: true,
      multiline: /[Mm]/.test(flags),
      strict: true,
      whole: false,
    })
    if (!('error' in regex)) return regex
    this.#reader.fail(regex.error)
    return null
  }

  // ---- s and y

  #substitution(): Substitution {
    const delimiter = this.#reader.next()
    if (delimiter === '' || delimiter === '\n' || delimiter === '\\')
      this.#reader.fail("unterminated `s' command")
    const pattern = this.#reader.delimited(delimiter, true)
    const written = pattern === null ? null : this.#reader.delimited(delimiter, false)
    if (pattern === null || written === null) {
      this.#reader.fail("unterminated `s' command")
      return { regex: null, replacement: [], global: false, print: false, number: 1, file: null }
    }
    const flags = this.#flags()
    const regex = this.#compile(pattern, flags.letters)
    const replacement = parseReplacement(written)
    const highest = Math.max(0, ...replacement.map((part) => (part.kind === 'group' ? part.group : 0)))
    if (regex !== null && highest > regex.groups) {
      this.#reader.fail(`invalid reference \\${highest} on \`s' command's RHS`)
    }
    const { global, print, number, file } = flags
    return { regex, replacement, global, print, number: number ?? 1, file }
  }

  #flags(): {
    letters: string
    global: boolean
    print: boolean
    number: number | null
    file: string | null
  } {
    const flags = {
      letters: '',
      global: false,
      print: false,
      number: null as number | null,
      file: null as string | null,
    }
    for (;;) {
      const c = this.#reader.peek()
      if (c === '' || c === '}' || c === '#') return flags
      this.#reader.next()
      switch (c) {
        case ';':
        case '\n':
          return flags
        case ' ':
        case '\t':
        case '\r':
          continue
        case 'g':
          if (flags.global) this.#reader.fail("multiple `g' options to `s' command")
          flags.global = true
          continue
        case 'p':
          if (flags.print) this.#reader.fail("multiple `p' options to `s' command")
          flags.print = true
          continue
        case 'i':
        case 'I':
        case 'm':
        case 'M':
          flags.letters += c
          continue
        case 'w':
          this.#reader.blanks()
          flags.file = this.#reader.word(/\n/)
          if (flags.file === '') this.#reader.fail('missing filename in r/R/w/W commands')
          return flags
        default:
          if (!/[0-9]/.test(c)) this.#reader.fail("unknown option to `s'")
          if (flags.number !== null) this.#reader.fail("multiple number options to `s' command")
          flags.number = Number(c + this.#reader.word(/[^0-9]/))
          if (flags.number === 0) this.#reader.fail("number option to `s' command may not be zero")
      }
    }
  }

  #transliteration(): ReadonlyMap<string, string> {
    const delimiter = this.#reader.next()
    const from = delimiter === '' ? null : this.#reader.delimited(delimiter, false)
    const to = from === null ? null : this.#reader.delimited(delimiter, false)
    if (from === null || to === null) {
      this.#reader.fail("unterminated `y' command")
      return new Map()
    }
    const [a, b] = [unescape(from), unescape(to)]
    if (a.length !== b.length) this.#reader.fail("strings for `y' command are different lengths")
    this.#endOfCommand()
    return new Map(a.map((c, i) => [c, b[i] ?? c]))
  }
}

function unescape(text: string): string[] {
  return [...text.replace(/\\([\s\S])/g, (_all, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c))]
}

export function parseScript(
  pieces: readonly Piece[],
  extended: boolean,
): Script | { readonly error: string } {
  const parser = new Parser(extended)
  const error = parser.read(pieces)
  if (error !== null) return { error }
  return { commands: parser.commands, labels: parser.labels, quiet: parser.quiet }
}
