// getopt_long(3) with a list of long options that grows while it reads: an extension's come in when it is named.
// Words that are no options are given in their place (the `-` that begins the short ones).

export interface LongOption<Id> {
  readonly name: string
  readonly argument: 'none' | 'required' | 'optional'
  readonly id: Id
  /** Letter that complaints name; null for an option of an extension. */
  readonly letter: string | null
}

/** The program's own, by name and by letter. */
export interface OwnOptions<Id> {
  readonly longs: readonly LongOption<Id>[]
  readonly shorts: ReadonlyMap<string, LongOption<Id>>
}

export type Got<Id> =
  | { readonly kind: 'option'; readonly id: Id; readonly value: string | null }
  | { readonly kind: 'word'; readonly value: string }
  /** The word it is in, or while letters are left in it the one before. */
  | { readonly kind: 'unknown'; readonly written: string }
  | { readonly kind: 'missing'; readonly written: string }

export class Getopt<Id> {
  readonly words: readonly string[]
  readonly #program: string
  readonly #shorts: ReadonlyMap<string, LongOption<Id>>
  /** Ref: xtables_merge_options(): the program's own, then the newest extension's, then the older ones'. */
  #longs: readonly LongOption<Id>[]
  readonly #own: readonly LongOption<Id>[]
  /** Index of the next word. */
  next = 0
  /** Where in a cluster of letters. */
  #letter = 0

  constructor(program: string, words: readonly string[], own: OwnOptions<Id>) {
    this.#program = program
    this.words = words
    this.#own = own.longs
    this.#longs = own.longs
    this.#shorts = own.shorts
  }

  /** The word before the next: what complaints show, and what some options are read from. Ref: argv[optind - 1] */
  get lastWord(): string {
    return this.words[this.next - 1] ?? this.#program
  }

  /** The words beyond what a `--` ended. */
  get left(): number {
    return this.words.length - this.next
  }

  merge(options: readonly LongOption<Id>[]): void {
    this.#longs = [...this.#own, ...options, ...this.#longs.slice(this.#own.length)]
  }

  /** The next word, taken unless it looks like an option or is a `!`. Ref: xs_has_arg() */
  take(): string | null {
    const word = this.words[this.next]
    if (word === undefined || word.startsWith('-') || word.startsWith('!')) return null
    this.next++
    return word
  }

  /** Reads the last option once more. */
  again(): void {
    this.next--
  }

  read(): Got<Id> | null {
    if (this.#letter > 0) return this.#readLetter()
    const word = this.words[this.next]
    if (word === undefined) return null
    if (word === '--') {
      this.next++
      return null
    }
    if (word === '-' || !word.startsWith('-')) {
      this.next++
      return { kind: 'word', value: word }
    }
    if (word.startsWith('--')) return this.#readLong(word)
    this.#letter = 1
    return this.#readLetter()
  }

  #readLong(word: string): Got<Id> {
    this.next++
    const equals = word.indexOf('=')
    const typed = equals < 0 ? word.slice(2) : word.slice(2, equals)
    const option = this.#find(typed)
    if (option === null) return { kind: 'unknown', written: word }
    const value = equals < 0 ? null : word.slice(equals + 1)
    if (option.argument === 'none' && value !== null) return { kind: 'unknown', written: word }
    if (option.argument !== 'required' || value !== null) return { kind: 'option', id: option.id, value }
    const next = this.words[this.next]
    if (next === undefined) return { kind: 'missing', written: word }
    this.next++
    return { kind: 'option', id: option.id, value: next }
  }

  /** The option of that name, or the one that it may be short for. */
  #find(typed: string): LongOption<Id> | null {
    const exact = this.#longs.find(({ name }) => name === typed)
    if (exact) return exact
    const found = this.#longs.filter(({ name }) => name.startsWith(typed))
    const [first, ...others] = found
    if (!first) return null
    return others.every(({ id, argument }) => id === first.id && argument === first.argument) ? first : null
  }

  #readLetter(): Got<Id> {
    const word = this.words[this.next] ?? ''
    const letter = word[this.#letter++] ?? ''
    const rest = word.slice(this.#letter)
    if (rest === '') this.#endWord()
    const option = this.#shorts.get(letter)
    if (!option) return { kind: 'unknown', written: this.lastWord }
    if (option.argument === 'none') return { kind: 'option', id: option.id, value: null }
    if (rest !== '') {
      this.#endWord()
      return { kind: 'option', id: option.id, value: rest }
    }
    if (option.argument === 'optional') return { kind: 'option', id: option.id, value: null }
    const next = this.words[this.next]
    if (next === undefined) return { kind: 'missing', written: word }
    this.next++
    return { kind: 'option', id: option.id, value: next }
  }

  #endWord(): void {
    this.next++
    this.#letter = 0
  }
}
