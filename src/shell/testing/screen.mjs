// A terminal window as it looks: enough of xterm for what a line editor sends.

export class Screen {
  rows = [[]]
  row = 0
  column = 0
  constructor(columns) {
    this.columns = columns
  }

  write(text) {
    for (const token of text.matchAll(/\x1b\[\??([0-9;]*)([A-Za-z@])|[\s\S]/gu)) {
      const [whole, parameter = '', final] = token
      if (final !== undefined) this.#control(final, parameter)
      else this.#character(whole)
    }
  }

  #control(final, parameter) {
    const n = Number(parameter || 1)
    if (final === 'A') this.row -= n
    else if (final === 'C') this.column += n
    else if (final === 'D') this.column -= n
    else if (final === '@') this.#line().splice(this.column, 0, ...Array(n).fill(' '))
    else if (final === 'P') this.#line().splice(this.column, n)
    else if (final === 'K') this.#line().length = Math.min(this.#line().length, this.column)
    else if (final === 'J' && parameter !== '2') {
      this.#line().length = Math.min(this.#line().length, this.column)
      this.rows.length = this.row + 1
    } else if (final === 'J') this.rows = [[]]
    else if (final === 'H') this.row = this.column = 0
  }

  #line() {
    while (this.rows.length <= this.row) this.rows.push([])
    return this.rows[this.row] ?? []
  }

  #character(c) {
    if (c === '\r') this.column = 0
    else if (c === '\n') {
      this.row++
      this.#line()
    } else if (c === '\b') this.column = Math.max(0, this.column - 1)
    else if (c !== '\x07') this.#put(c)
  }

  /** A wide character takes its cell and an empty one. */
  #put(c) {
    const width = /[\u1100-\u115f\u3000-\uffef]/.test(c) ? 2 : 1
    if (this.column + width > this.columns) {
      this.row++
      this.column = 0
    }
    const line = this.#line()
    while (line.length < this.column) line.push(' ')
    line.splice(this.column, width, c, ...Array(width - 1).fill(''))
    this.column += width
  }

  get text() {
    return this.rows.map((row) => row.join('').trimEnd()).join('\n')
  }
}
