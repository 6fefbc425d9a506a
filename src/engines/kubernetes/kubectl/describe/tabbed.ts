// Columns as Go's tabwriter makes them of `describe`: a cell is as wide as the widest of the rows around it that have
// one, and two spaces more. (Ref: text/tabwriter)

export class Tabbed {
  readonly #rows: (readonly string[])[] = []

  row(...cells: readonly string[]): void {
    this.#rows.push(cells)
  }

  /** A line of one cell, which ends the columns above it. */
  line(text: string): void {
    this.#rows.push([text])
  }

  /** As it is written, its cells ended by tabs. */
  raw(): string {
    return this.#rows.map((row) => `${row.join('\t')}\n`).join('')
  }

  text(): string {
    const widths = this.#rows.map((row) => row.map(() => 0))
    for (let column = 0; column < Math.max(0, ...this.#rows.map((row) => row.length)); column++) {
      let from = 0
      while (from < this.#rows.length) {
        // The last cell of a row is not of any column.
        let to = from
        while (to < this.#rows.length && column < (this.#rows[to]?.length ?? 0) - 1) to++
        const cells = this.#rows.slice(from, to).map((row) => row[column]?.length ?? 0)
        const width = Math.max(0, ...cells) + 2
        for (let i = from; i < to; i++) {
          const row = widths[i]
          if (row) row[column] = width
        }
        from = Math.max(to, from + 1)
      }
    }
    return this.#rows
      .map(
        (row, i) =>
          row.map((cell, j) => (j < row.length - 1 ? cell.padEnd(widths[i]?.[j] ?? 0) : cell)).join('') +
          '\n',
      )
      .join('')
  }
}
