// Drawing of the line: the prompt, the text, the cursor in its place, over as many rows as it takes.
import { characterWidth } from './width.ts'

// A prompt has its invisible parts (colours) between \x01 and \x02.

export interface Place {
  readonly row: number
  readonly column: number
}

/** Where the cursor stands after a text that begins at a place. */
export function advance(from: Place, text: string, columns: number): Place {
  let { row, column } = from
  let hidden = false
  for (const c of text) {
    if (c === '\x01') hidden = true
    else if (c === '\x02') hidden = false
    else if (hidden || c === '\r') continue
    else if (c === '\n') {
      row++
      column = 0
    } else {
      const width = characterWidth(c)
      if (column + width > columns) {
        row++
        column = 0
      }
      column += width
      if (column >= columns) {
        row++
        column = 0
      }
    }
  }
  return { row, column }
}

/** Control characters as ^X, but for newlines. */
function visible(text: string): string {
  return text.replace(/[\x00-\x09\x0b-\x1f\x7f]/g, (c) =>
    c === '\x7f' ? '^?' : `^${String.fromCharCode(c.charCodeAt(0) + 64)}`,
  )
}

/** A prompt without the marks of its invisible parts. */
function shown(prompt: string): string {
  return prompt.replace(/[\x01\x02]/g, '')
}

export class Screen {
  /** What is shown: prompt and text, and the cursor's row below the prompt's first one. */
  #prompt = ''
  #text = ''
  #row = 0
  /** What is shown is what these say, with the cursor at its end. */
  #known = false

  constructor(
    private readonly write: (text: string) => void,
    private readonly columns: () => number,
  ) {}

  /** A fresh prompt, wherever what was printed last has left the cursor. */
  begin(prompt: string): void {
    this.forget()
    this.write(shown(prompt))
    this.#row = advance({ row: 0, column: 0 }, prompt, this.columns()).row
    this.#prompt = prompt
    this.#known = true
  }

  /** Shows the text with the cursor after `before`. Draws no more than it must where that is simple. */
  draw(prompt: string, before: string, after: string): void {
    const text = visible(before + after)
    const columns = this.columns()
    const start: Place = { row: 0, column: 0 }
    const cursor = advance(start, prompt + visible(before), columns)
    const end = advance(start, prompt + text, columns)
    if (this.#known && prompt === this.#prompt && after === '' && text.startsWith(this.#text)) {
      const added = text.slice(this.#text.length)
      const sameRow = end.row === this.#row && end.column > 0
      if (sameRow) {
        this.write(added)
        this.#text = text
        return
      }
    }
    let out = this.#row > 0 ? `\r\x1b[${this.#row}A` : '\r'
    out += shown(prompt) + text.replaceAll('\n', '\x1b[K\n')
    // A row just filled leaves the cursor waiting at its end: make it go on.
    if (end.column === 0 && end.row > 0 && !text.endsWith('\n')) out += ' \r'
    out += '\x1b[J'
    if (cursor.row !== end.row || cursor.column !== end.column) {
      if (end.row > cursor.row) out += `\x1b[${end.row - cursor.row}A`
      out += '\r'
      if (cursor.column > 0) out += `\x1b[${cursor.column}C`
    }
    this.write(out)
    this.#prompt = prompt
    this.#text = text
    this.#known = after === ''
    this.#row = cursor.row
  }

  /** Leaves the line, whole, and goes to the next row. */
  finish(prompt: string, text: string): void {
    const shown = visible(text)
    const end = advance({ row: 0, column: 0 }, prompt + shown, this.columns())
    if (!this.#known || this.#text !== shown || prompt !== this.#prompt) this.draw(prompt, text, '')
    this.write(end.column === 0 && end.row > 0 ? '' : '\n')
    this.forget()
  }

  /** Takes what is shown away, so that something else can be written there. */
  clear(): void {
    this.write(`${this.#row > 0 ? `\r\x1b[${this.#row}A` : '\r'}\x1b[J`)
    this.forget()
  }

  /** The window's size has changed, or something was written below: what was drawn is where it was no longer. */
  forget(): void {
    this.#row = 0
    this.#text = ''
    this.#known = false
  }
}
