// Reading a sed script. Complaints carry the number of characters read, as GNU sed counts them.
import { PosixRegex } from '../lib/regex/posixRegex.ts'
import { parseReplacement } from './replacement.ts'
import type { Action, Address, RangeEnd, Script, SedCommand, Substitution } from './script.ts'

export interface Piece {
  readonly text: string
  /** `-e expression #1` or a file's name. */
  readonly name: string
  readonly file: boolean
}

/** How the only complaint that ends sed with status 4 begins. */
export const NO_LABEL = "can't find label for jump to `"

class ScriptError {
  constructor(readonly message: string) {}
}

type Draft = { -readonly [K in keyof SedCommand]: SedCommand[K] }

class Parser {
  readonly #extended: boolean
  readonly commands: Draft[] = []
  readonly labels = new Map<string, number>()
  /** Positions of `{` that wait for their `}`. */
  readonly #blocks: number[] = []
  readonly #jumps: string[] = []
  quiet = false
  #text = ''
  #at = 0
  #piece: Piece = { text: '', name: '', file: false }
  #line = 1

  constructor(extended: boolean) {
    this.#extended = extended
  }

  read(pieces: readonly Piece[]): string | null {
    try {
      for (const [i, piece] of pieces.entries()) this.#readPiece(piece, i === 0)
      if (this.#blocks.length > 0) return `-e expression #1, char 0: unmatched \`{'`
    } catch (error) {
      if (error instanceof ScriptError) return error.message
      throw error
    }
    const lost = this.#jumps.find((label) => !this.labels.has(label))
    return lost === undefined ? null : `${NO_LABEL}${lost}'`
  }

  #readPiece(piece: Piece, first: boolean): void {
    this.#piece = piece
    this.#text = piece.text
    this.#at = 0
    this.#line = 1
    if (first && /^#n(\n|$)/.test(piece.text)) this.quiet = true
    for (;;) {
      while (/[\s;]/.test(this.#peek())) this.#next()
      if (this.#peek() === '') return
      this.#command()
    }
  }

  #fail(message: string): never {
    const { name, file } = this.#piece
    const where = file ? `file ${name} line ${this.#line}` : `${name}, char ${this.#at}`
    throw new ScriptError(`${where}: ${message}`)
  }

  /** The next character, empty at the end. */
  #peek(): string {
    return this.#text[this.#at] ?? ''
  }

  #next(): string {
    const c = this.#peek()
    if (c !== '') this.#at++
    if (c === '\n') this.#line++
    return c
  }

  #blanks(): void {
    while (this.#peek() === ' ' || this.#peek() === '\t') this.#next()
  }

  // ---- commands

  #command(): void {
    const from = this.#address()
    let to: RangeEnd | null = null
    this.#blanks()
    if (from !== null && this.#peek() === ',') {
      this.#next()
      this.#blanks()
      to = this.#rangeEnd()
      if (to === null) {
        this.#next()
        this.#fail("unexpected `,'")
      }
    }
    this.#blanks()
    let negated = false
    while (this.#peek() === '!') {
      if (negated) {
        this.#next()
        this.#fail("multiple `!'s")
      }
      negated = true
      this.#next()
      this.#blanks()
    }
    const name = this.#next()
    if (name === '') this.#fail('missing command')
    if (from?.kind === 'line' && from.line === 0 && to?.kind !== 'regex') this.#fail('invalid usage of line address 0')
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
        if (from !== null) this.#fail("comments don't accept any addresses")
        while (this.#peek() !== '' && this.#peek() !== '\n') this.#next()
        return { name }
      case ':':
        if (from !== null) this.#fail(": doesn't want any addresses")
        this.#blanks()
        this.#label = this.#word(/[\s;]/)
        if (this.#label === '') this.#fail('":" lacks a label')
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
        this.#blanks()
        this.#word(/[^0-9]/)
        this.#endOfCommand()
        return { name }
      case 'a':
      case 'i':
      case 'c':
        return { name, text: this.#appendedText() }
      case 'b':
      case 't':
      case 'T': {
        this.#blanks()
        const label = this.#word(/[\s;}]/)
        if (label !== '') this.#jumps.push(label)
        this.#endOfCommand()
        return { name, label }
      }
      case 'q':
      case 'Q': {
        if (to !== null) this.#fail('command only uses one address')
        this.#blanks()
        const status = Number(this.#word(/[^0-9]/) || 0)
        this.#endOfCommand()
        return { name, status }
      }
      case 'r':
      case 'R':
      case 'w':
      case 'W': {
        this.#blanks()
        const file = this.#word(/\n/)
        if (file === '') this.#fail('missing filename in r/R/w/W commands')
        return { name, file }
      }
      case 's':
        return { name, substitution: this.#substitution() }
      case 'y':
        return { name, map: this.#transliteration() }
      default:
        return this.#fail(`unknown command: \`${name}'`)
    }
  }

  #closeBlock(from: Address | null): Action {
    const open = this.#blocks.pop()
    if (open === undefined) this.#fail("unexpected `}'")
    if (from !== null) this.#fail('} doesn\'t want any addresses')
    const block = this.commands[open]
    if (block) block.action = { name: '{', end: this.commands.length }
    this.#endOfCommand()
    return { name: '}' }
  }

  /** After a command only a blank, a `;`, a newline, a `}` or a comment may stand. */
  #endOfCommand(): void {
    this.#blanks()
    const c = this.#peek()
    if (c === '' || c === '}' || c === '#') return
    this.#next()
    if (c !== ';' && c !== '\n' && c !== '\r') this.#fail('extra characters after command')
  }

  #word(stop: RegExp): string {
    let word = ''
    while (this.#peek() !== '' && !stop.test(this.#peek())) word += this.#next()
    return word
  }

  /** `a text`, or `a\` and the text on the next lines; a backslash carries a line on. */
  #appendedText(): string {
    this.#blanks()
    if (this.#peek() === '') this.#fail("expected \\ after `a', `c' or `i'")
    if (this.#peek() === '\\') {
      this.#next()
      this.#blanks()
      if (this.#peek() === '\n') this.#next()
      else if (this.#peek() === '') return ''
    }
    let text = ''
    for (let c = this.#next(); c !== '' && c !== '\n'; c = this.#next()) {
      text += c === '\\' ? this.#next() : c
    }
    return `${text}\n`
  }

  // ---- addresses

  #address(): Address | null {
    const c = this.#peek()
    if (/[0-9]/.test(c)) {
      const line = Number(this.#word(/[^0-9]/))
      this.#blanks()
      if (this.#peek() !== '~') return { kind: 'line', line }
      this.#next()
      const step = Number(this.#word(/[^0-9]/) || 0)
      return { kind: 'step', first: line, step }
    }
    if (c === '$') {
      this.#next()
      return { kind: 'last' }
    }
    if (c !== '/' && c !== '\\') return null
    this.#next()
    const delimiter = c === '/' ? '/' : this.#next()
    const pattern = this.#delimited(delimiter, true)
    if (pattern === null) this.#fail('unterminated address regex')
    let flags = ''
    while (/[IM]/.test(this.#peek())) flags += this.#next()
    return { kind: 'regex', regex: this.#compile(pattern, flags) }
  }

  #rangeEnd(): RangeEnd | null {
    const c = this.#peek()
    if (c !== '+' && c !== '~') return this.#address()
    this.#next()
    const count = this.#word(/[^0-9]/)
    if (count === '') this.#fail('expected number') 
    return c === '+' ? { kind: 'plus', count: Number(count) } : { kind: 'multiple', of: Number(count) }
  }

  /** Up to an unescaped delimiter; null when there is none. In a regex `\n` stays, an escaped delimiter loses its backslash. */
  #delimited(delimiter: string, regex: boolean): string | null {
    let text = ''
    let bracket = false
    for (;;) {
      const c = this.#next()
      if (c === '') return null
      if (c === delimiter && !bracket) return text
      if (c === '\n' && regex) return null
      if (regex && c === '[' && !bracket) {
        bracket = true
        text += c
        if (this.#peek() === '^') text += this.#next()
        if (this.#peek() === ']') text += this.#next()
        continue
      }
      if (regex && bracket) {
        if (c === '[' && /[:.=]/.test(this.#peek())) {
          const mark = this.#next()
          text += c + mark
          while (this.#peek() !== '' && !(this.#text.startsWith(`${mark}]`, this.#at))) text += this.#next()
          text += this.#next() + this.#next()
          continue
        }
        if (c === ']') bracket = false
        text += c
        continue
      }
      if (c !== '\\') {
        text += c
        continue
      }
      const escaped = this.#next()
      if (escaped === delimiter) text += regex || escaped !== '&' ? escaped : '\\&'
      else if (escaped === '\n' && regex) text += '\n'
      else text += c + escaped
    }
  }

  /** null for the empty pattern: the last one used. */
  #compile(pattern: string, flags: string): PosixRegex | null {
    if (pattern === '') return null
    const regex = PosixRegex.compile(pattern, {
      syntax: this.#extended ? 'extended' : 'basic',
      ignoreCase: /[Ii]/.test(flags),
      escapes: true,
      multiline: /[Mm]/.test(flags),
    })
    return 'error' in regex ? this.#fail(regex.error) : regex
  }

  // ---- s and y

  #substitution(): Substitution {
    const delimiter = this.#next()
    if (delimiter === '' || delimiter === '\n' || delimiter === '\\') this.#fail("unterminated `s' command")
    const pattern = this.#delimited(delimiter, true)
    const written = pattern === null ? null : this.#delimited(delimiter, false)
    if (pattern === null || written === null) return this.#fail("unterminated `s' command")
    const flags = this.#flags()
    const regex = this.#compile(pattern, flags.letters)
    const replacement = parseReplacement(written)
    const highest = Math.max(0, ...replacement.map((part) => (part.kind === 'group' ? part.group : 0)))
    if (regex !== null && highest > regex.groups) {
      this.#fail(`invalid reference \\${highest} on \`s' command's RHS`)
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
    const flags = { letters: '', global: false, print: false, number: null as number | null, file: null as string | null }
    for (;;) {
      const c = this.#peek()
      if (c === '' || c === '}' || c === '#') return flags
      this.#next()
      switch (c) {
        case ';':
        case '\n':
          return flags
        case ' ':
        case '\t':
        case '\r':
          continue
        case 'g':
          if (flags.global) this.#fail("multiple `g' options to `s' command")
          flags.global = true
          continue
        case 'p':
          if (flags.print) this.#fail("multiple `p' options to `s' command")
          flags.print = true
          continue
        case 'i':
        case 'I':
        case 'm':
        case 'M':
          flags.letters += c
          continue
        case 'w':
          this.#blanks()
          flags.file = this.#word(/\n/)
          if (flags.file === '') this.#fail('missing filename in r/R/w/W commands')
          return flags
        default:
          if (!/[0-9]/.test(c)) this.#fail("unknown option to `s'")
          if (flags.number !== null) this.#fail("multiple number options to `s' command")
          flags.number = Number(c + this.#word(/[^0-9]/))
          if (flags.number === 0) this.#fail("number option to `s' command may not be zero")
      }
    }
  }

  #transliteration(): ReadonlyMap<string, string> {
    const delimiter = this.#next()
    const from = delimiter === '' ? null : this.#delimited(delimiter, false)
    const to = from === null ? null : this.#delimited(delimiter, false)
    if (from === null || to === null) return this.#fail("unterminated `y' command")
    const [a, b] = [unescape(from), unescape(to)]
    if (a.length !== b.length) this.#fail("strings for `y' command are different lengths")
    this.#endOfCommand()
    return new Map(a.map((c, i) => [c, b[i] ?? c]))
  }
}

function unescape(text: string): string[] {
  return [...text.replace(/\\([\s\S])/g, (_all, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c))]
}

export function parseScript(pieces: readonly Piece[], extended: boolean): Script | { readonly error: string } {
  const parser = new Parser(extended)
  const error = parser.read(pieces)
  if (error !== null) return { error }
  return { commands: parser.commands, labels: parser.labels, quiet: parser.quiet }
}
