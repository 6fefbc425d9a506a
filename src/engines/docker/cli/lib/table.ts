// Go's text/tabwriter as Docker's formatters set it: cells at least 10 wide with 3 spaces after them, the last one as it is.

export function alignTable(rows: readonly (readonly string[])[], minimum = 10, padding = 3): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, cell] of row.slice(0, -1).entries()) {
      widths[i] = Math.max(widths[i] ?? minimum, widthOf(cell) + padding)
    }
  }
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i < row.length - 1 ? cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)) : cell))
        .join(''),
    )
    .map((line) => `${line}\n`)
    .join('')
}

function widthOf(text: string): number {
  return [...text].length
}
