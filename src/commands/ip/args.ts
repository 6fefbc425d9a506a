// The words of a command line and the ways iproute2 refuses them. Those refusals end the program on the spot, from
// however deep, batch mode included: they do not come back as "Command failed".

/** What a refusal needs: words on descriptor 2, and the end. */
export interface Refusal {
  err(text: string): void
  exit(status: number): never
}

/** True when `word` is a non-empty beginning of `full`. */
export function matches(word: string, full: string): boolean {
  return word !== '' && full.startsWith(word)
}

export class Args {
  private readonly refusal: Refusal
  private readonly words: readonly string[]
  private position: number

  constructor(refusal: Refusal, words: readonly string[], position: number) {
    this.refusal = refusal
    this.words = words
    this.position = position
  }

  get more(): boolean {
    return this.position < this.words.length
  }

  get left(): number {
    return this.words.length - this.position
  }

  /** The word at hand; empty at the end. */
  get word(): string {
    return this.words[this.position] ?? ''
  }

  rest(): readonly string[] {
    return this.words.slice(this.position)
  }

  /** Moves past the word at hand and gives it. */
  take(): string {
    return this.words[this.position++] ?? ''
  }

  /** The value that has to follow a keyword. */
  value(): string {
    if (this.position >= this.words.length) this.incomplete()
    return this.take()
  }

  /** Whether the word at hand is one of a switch's: takes `on` or `off` and nothing else. */
  onOff(keyword: string): boolean | null {
    const word = this.value()
    if (word === 'on' || word === 'off') return word === 'on'
    this.refusal.err(`Error: argument of "${keyword}" must be "on" or "off", not "${word}"\n`)
    return null
  }

  /** The newer switch: abbreviations count, the empty word does not. */
  oneOfOffOn(keyword: string): boolean | null {
    const word = this.value()
    if (matches(word, 'off')) return false
    if (matches(word, 'on')) return true
    this.refusal.err(`Error: argument of "${keyword}" must be one of "off", "on", not "${word}"\n`)
    return null
  }

  incomplete(): never {
    this.refusal.err('Command line is not complete. Try option "help"\n')
    this.refusal.exit(255)
  }

  missarg(key: string): never {
    this.refusal.err(`Error: argument "${key}" is required\n`)
    this.refusal.exit(255)
  }

  invarg(message: string, word: string): never {
    this.refusal.err(`Error: argument "${word}" is wrong: ${message}\n`)
    this.refusal.exit(255)
  }

  duparg(key: string, word: string): never {
    this.refusal.err(`Error: duplicate "${key}": "${word}" is the second value.\n`)
    this.refusal.exit(255)
  }

  /** Of a positional word given twice. */
  duparg2(key: string, word: string): never {
    this.refusal.err(`Error: either "${key}" is duplicate, or "${word}" is a garbage.\n`)
    this.refusal.exit(255)
  }
}
