// Where the pieces of an expanded word go: each use of a word (arguments, a plain string, a pattern, a regular
// expression) treats quoted and unquoted pieces in its own way.
import type { ShellState } from '../state.ts'
import { escapePattern, hasMagic } from './pattern.ts'
import { pathnames } from './pathname.ts'

export interface Sink {
  /** Unquoted text of the source: may hold pattern characters, is not split. */
  literal(text: string): void
  quoted(text: string): void
  /** What an unquoted expansion gave. */
  expanded(text: string): void
  /** `$@`, `${array[@]}`; joined where it must be one string. */
  list(values: readonly string[], quoted: boolean, joiner: string): void
}

/** The characters of $IFS: whitespace ones run together, each other one ends a field. */
export interface Ifs {
  readonly all: string
  readonly white: string
}

const DEFAULT_IFS: Ifs = { all: ' \t\n', white: ' \t\n' }

export function ifsOf(shell: ShellState): Ifs {
  const value = shell.vars.get('IFS')
  if (value === null || value === DEFAULT_IFS.all) return DEFAULT_IFS
  return { all: value, white: [...value].filter((c) => DEFAULT_IFS.white.includes(c)).join('') }
}

/** What `"$*"` puts between the parameters. */
export function ifsJoiner(shell: ShellState): string {
  const value = shell.vars.get('IFS')
  return value === null ? ' ' : ([...value][0] ?? '')
}

/** Arguments: split at IFS, then matched against file names. */
export class WordSink implements Sink {
  readonly words: string[]
  readonly #shell: ShellState
  #text = ''
  /** The word as a pattern; null while nothing in it is special. */
  #pattern: string | null = null
  #magic = false
  /** There is a word, be it empty. */
  #open = false
  /** IFS white space came last: another field may follow. */
  #ended = false
  failed = false

  constructor(shell: ShellState, words: string[]) {
    this.#shell = shell
    this.words = words
  }

  literal(text: string): void {
    if (text === '') return
    this.#start()
    this.#append(text, true)
  }

  quoted(text: string): void {
    this.#start()
    this.#append(text, false)
  }

  expanded(text: string): void {
    if (text === '') return
    const ifs = ifsOf(this.#shell)
    if (ifs.all === '') {
      this.#start()
      this.#append(text, true)
      return
    }
    let from = 0
    for (let i = 0; i < text.length; i++) {
      const c = text[i] ?? ''
      if (!ifs.all.includes(c)) continue
      if (i > from) {
        this.#start()
        this.#append(text.slice(from, i), true)
      }
      from = i + 1
      if (ifs.white.includes(c)) {
        if (this.#open) this.#ended = true
      } else {
        // A delimiter that is no white space ends a field, even an empty one.
        this.#open = true
        this.#finish()
        while (ifs.white.includes(text[from] ?? '\0')) from++
        i = from - 1
      }
    }
    if (from < text.length) {
      this.#start()
      this.#append(text.slice(from), true)
    }
  }

  list(values: readonly string[], quoted: boolean): void {
    const ifs = ifsOf(this.#shell)
    // Where IFS begins with another character than white space an empty one is a field too.
    const [first = ' '] = ifs.all
    if (!quoted && !ifs.white.includes(first) && ifs.all !== '') return this.expanded(values.join(first))
    values.forEach((value, i) => {
      if (i > 0 && this.#open) this.#finish()
      if (quoted) this.quoted(value)
      else this.expanded(value)
    })
  }

  /** Ends the word. */
  end(): void {
    if (this.#open) this.#finish()
  }

  #start(): void {
    if (this.#ended) this.#finish()
    this.#open = true
  }

  #append(text: string, special: boolean): void {
    if (special) {
      const magic = hasMagic(text, this.#shell.shopts.has('extglob')) || this.#extends(text)
      // A backslash that an expansion gave quotes in a pattern, but makes none.
      if (this.#pattern === null && (magic || text.includes('\\'))) this.#pattern = escapePattern(this.#text)
      this.#magic ||= magic
    }
    if (this.#pattern !== null) this.#pattern += special ? text : escapePattern(text)
    this.#text += text
  }

  /** `!` of one piece, `(` of the next. */
  #extends(text: string): boolean {
    return text.startsWith('(') && /[@!+]$/.test(this.#text) && this.#shell.shopts.has('extglob')
  }

  #finish(): void {
    const { words } = this
    if (this.#pattern === null || !this.#magic || this.#shell.option('noglob')) words.push(this.#text)
    else this.#glob(this.#pattern)
    this.#text = ''
    this.#pattern = null
    this.#magic = false
    this.#open = false
    this.#ended = false
  }

  #glob(pattern: string): void {
    const found = pathnames(this.#shell, pattern)
    if (found.length > 0) {
      for (const name of found) this.words.push(name)
      return
    }
    if (this.#shell.shopts.has('failglob')) {
      this.#shell.discard(`no match: ${this.#text}`)
      this.failed = true
    } else if (!this.#shell.shopts.has('nullglob')) this.words.push(this.#text)
  }
}

/** One string: assignments, here-documents, the word of `case`. */
export class TextSink implements Sink {
  text = ''

  /** In a here-document lists are joined by spaces, whatever IFS is. */
  constructor(private readonly document = false) {}

  literal(text: string): void {
    this.text += text
  }

  quoted(text: string): void {
    this.text += text
  }

  expanded(text: string): void {
    this.text += text
  }

  list(values: readonly string[], _quoted: boolean, joiner: string): void {
    this.text += values.join(this.document ? ' ' : joiner)
  }
}

/** A pattern: what is quoted stands for itself. */
export class PatternSink implements Sink {
  pattern = ''

  literal(text: string): void {
    this.pattern += text
  }

  quoted(text: string): void {
    this.pattern += escapePattern(text)
  }

  expanded(text: string): void {
    this.pattern += text
  }

  list(values: readonly string[], quoted: boolean, joiner: string): void {
    const text = values.join(joiner)
    this.pattern += quoted ? escapePattern(text) : text
  }
}

/** A regular expression of `=~`. */
export class RegexSink implements Sink {
  source = ''

  literal(text: string): void {
    this.source += text
  }

  quoted(text: string): void {
    this.source += text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  }

  expanded(text: string): void {
    this.source += text
  }

  list(values: readonly string[], quoted: boolean, joiner: string): void {
    const text = values.join(joiner)
    if (quoted) this.quoted(text)
    else this.source += text
  }
}

/** The replacement of `${x/a/b}`: an unquoted `&` is what was matched (patsub_replacement). */
export class ReplacementSink implements Sink {
  /** Text, and null for each `&`. */
  readonly pieces: (string | null)[] = []

  literal(text: string): void {
    text.split('&').forEach((piece, i) => {
      if (i > 0) this.pieces.push(null)
      this.pieces.push(piece)
    })
  }

  quoted(text: string): void {
    this.pieces.push(text)
  }

  expanded(text: string): void {
    const parts = text.split(/(\\[\\&]|&)/)
    for (const part of parts) {
      if (part === '&') this.pieces.push(null)
      else this.pieces.push(part === '\\&' || part === '\\\\' ? part.slice(1) : part)
    }
  }

  list(values: readonly string[], quoted: boolean, joiner: string): void {
    const text = values.join(joiner)
    if (quoted) this.quoted(text)
    else this.expanded(text)
  }
}
