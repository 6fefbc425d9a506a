// A screen of cells, of which only what has changed is sent, as curses does. Sequences are xterm's (terminfo(5)).

interface Cell {
  readonly character: string
  readonly standout: boolean
}

const BLANK: Cell = { character: ' ', standout: false }
const ESC = '\u001b'
const STANDOUT = `${ESC}[7m`
const NORMAL = `${ESC}[27m`
const TAB = 8
const FEW = 4

export class Screen {
  #shown: Cell[]
  #cells: Cell[]
  /** The cursor is in the last corner. */
  #resting = false

  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {
    this.#shown = Array.from({ length: columns * rows }, () => BLANK)
    this.#cells = [...this.#shown]
  }

  /** initscr(3) and endwin(3): the other screen of the terminal, cleared, and back. */
  open(): string {
    return `${ESC}[?1049h${ESC}[22;0;0t${ESC}[1;${this.rows}r${ESC}(B${ESC}[m${ESC}[4l${ESC}[?7h${ESC}[H${ESC}[2J`
  }

  close(): string {
    return `${ESC}[${this.rows};1H${ESC}[?1049l${ESC}[23;0;0t\r${ESC}[?1l${ESC}>`
  }

  clear(): void {
    this.#cells = this.#cells.map(() => BLANK)
  }

  /** One line, cut at the edge; row and column from 0. */
  put(row: number, column: number, text: string): void {
    for (const [i, character] of [...text].entries()) {
      if (column + i < this.columns)
        this.#cells[row * this.columns + column + i] = { character, standout: false }
    }
  }

  /** Lines from a row on, folded at the edge; `differences`: what is not as it was stands out. */
  putLines(from: number, text: string, differences: boolean): void {
    let row = from
    let column = 0
    for (const character of text) {
      if (row >= this.rows) return
      if (character === '\n') {
        row++
        column = 0
        continue
      }
      const wide = character === '\t' ? TAB - (column % TAB) : 1
      for (let i = 0; i < wide && row < this.rows; i++) {
        if (column >= this.columns) {
          row++
          column = 0
        }
        const at = row * this.columns + column++
        const shown = character === '\t' ? ' ' : character
        if (row < this.rows) this.#cells[at] = { character: shown, standout: false }
      }
    }
    if (differences) this.#standOut(from)
  }

  #standOut(from: number): void {
    for (let at = from * this.columns; at < this.#cells.length; at++) {
      const { character = ' ' } = this.#cells[at] ?? BLANK
      if (character !== (this.#shown[at] ?? BLANK).character) this.#cells[at] = { character, standout: true }
    }
  }

  /** What takes the terminal from what it shows to what it should; the cursor rests in the last corner. */
  refresh(): string {
    let text = ''
    let cursor = 0
    for (const [at, cell] of this.#cells.entries()) {
      if (isSame(this.#shown[at], cell)) continue
      if (at !== cursor || this.#resting) text += this.#moveTo(at, text === '' ? null : cursor)
      this.#resting = false
      text += cell.standout ? `${STANDOUT}${cell.character}${NORMAL}` : cell.character
      cursor = at + 1
    }
    this.#shown = [...this.#cells]
    if (text === '') return ''
    this.#resting = true
    return `${text}${ESC}[${this.rows};${this.columns}H`
  }

  /** `from`: where the cursor is, if that is known; a few cells are rather written again. */
  #moveTo(at: number, from: number | null): string {
    const { columns } = this
    const row = Math.floor(at / columns)
    const column = at % columns
    const known = from !== null && from % columns !== 0
    if (known && at > from && at - from <= FEW && row === Math.floor(from / columns)) {
      return this.#cells
        .slice(from, at)
        .map(({ character }) => character)
        .join('')
    }
    if (known && column === 0) return `\r${ESC}[${row + 1}d`
    return `${ESC}[${row + 1};${column + 1}H`
  }
}

function isSame(a: Cell | undefined, b: Cell): boolean {
  return a !== undefined && a.character === b.character && a.standout === b.standout
}
