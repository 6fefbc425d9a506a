// Figures into one table.

export interface Row {
  readonly name: string
  readonly what: string
  /** Milliseconds; null where there is none. */
  readonly kernel: number | null
  readonly batched: number | null
  readonly vethlab: number | null
  readonly target: number
}

/** Of the page. */
export interface Figure {
  readonly name: string
  readonly unit: 'ms' | 'kB' | 'fps'
  /** null: it could not be measured. */
  readonly value: number | null
  /** At most, or of frames a second at least. */
  readonly target: number
}

const HEAD = ['work', 'kernel', 'ip -batch', 'vethlab', 'kernel/vethlab', 'target', 'vethlab/target'] as const

export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    milliseconds(row.kernel),
    milliseconds(row.batched),
    milliseconds(row.vethlab),
    ratio(row.kernel, row.vethlab),
    milliseconds(row.target),
    ratio(row.vethlab, row.target),
  ])
  const lines = aligned([[...HEAD], ...cells])
  const legend = rows.map((row) => `${row.name}: ${row.what}`)
  return [...lines, '', ...legend, ''].join('\n')
}

export function formatFigures(figures: readonly Figure[]): string {
  const cells = figures.map(({ name, unit, value, target }) => [
    name,
    value === null ? '–' : `${value.toFixed(0)} ${unit}`,
    `${unit === 'fps' ? '≥' : '≤'} ${target} ${unit}`,
    value === null ? '–' : (unit === 'fps' ? value >= target : value <= target) ? 'held' : 'missed',
  ])
  return `${aligned([['page', 'vethlab', 'target', ''], ...cells]).join('\n')}\n`
}

/** Lines of cells; the first column to the left, the others to the right. */
function aligned(lines: readonly (readonly string[])[]): readonly string[] {
  const columns = lines[0]?.map((_, column) => column) ?? []
  const widths = columns.map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}

/** The middle one, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

function milliseconds(value: number | null): string {
  if (value === null) return '–'
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`
}

function ratio(a: number | null, b: number | null): string {
  if (a === null || b === null || b === 0) return '–'
  return (a / b).toFixed(2)
}
