// A sed script as characters.

export interface Piece {
  readonly text: string
  /** `-e expression #1` or a file's name. */
  readonly name: string
  readonly file: boolean
}

/** Reads a piece of a script from left to right. */
export class Reader {
  readonly #piece: Piece
  readonly #text: string
  #at = 0
  #line = 1
  /** What is wrong with it. */
  error: string | null = null

  constructor(piece: Piece) {
    this.#piece = piece
    this.#text = piece.text
  }

  /** Keeps the first complaint, and ends the text: whatever is read on finds nothing more. */
  fail(message: string): void {
    const { name, file } = this.#piece
    const where = file ? `file ${name} line ${this.#line}` : `${name}, char ${this.#at}`
    this.error ??= `${where}: ${message}`
    this.#at = this.#text.length
  }

  /** The next character, empty at the end. */
  peek(): string {
    return this.#text[this.#at] ?? ''
  }

  next(): string {
    const c = this.peek()
    if (c !== '') this.#at++
    if (c === '\n') this.#line++
    return c
  }

  blanks(): void {
    while (this.peek() === ' ' || this.peek() === '\t') this.next()
  }

  word(stop: RegExp): string {
    let word = ''
    while (this.peek() !== '' && !stop.test(this.peek())) word += this.next()
    return word
  }

  /** Up to an unescaped delimiter; null when there is none. In a regex `\n` stays, an escaped delimiter loses its backslash. */
  delimited(delimiter: string, regex: boolean): string | null {
    let text = ''
    let bracket = false
    for (;;) {
      const c = this.next()
      if (c === '') return null
      if (c === delimiter && !bracket) return text
      if (c === '\n' && regex) return null
      if (regex && c === '[' && !bracket) {
        bracket = true
        text += c
        if (this.peek() === '^') text += this.next()
        if (this.peek() === ']') text += this.next()
        continue
      }
      if (regex && bracket) {
        if (c === '[' && /[:.=]/.test(this.peek())) {
          const mark = this.next()
          text += c + mark
          while (this.peek() !== '' && !this.#text.startsWith(`${mark}]`, this.#at)) text += this.next()
          text += this.next() + this.next()
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
      const escaped = this.next()
      if (escaped === delimiter) text += regex || escaped !== '&' ? escaped : '\\&'
      else if (escaped === '\n' && regex) text += '\n'
      else text += c + escaped
    }
  }
}
