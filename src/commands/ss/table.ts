// Columns as wide as what stands in them; on a terminal they are spread over its width. Ref: iproute2 misc/ss.c:render()

interface Column {
  readonly right: boolean
  readonly title: string
  readonly delimiter: string
}

const COLUMNS: readonly Column[] = [
  { right: false, title: 'Netid', delimiter: '' },
  { right: false, title: 'State', delimiter: ' ' },
  { right: false, title: 'Recv-Q', delimiter: ' ' },
  { right: false, title: 'Send-Q', delimiter: ' ' },
  { right: true, title: 'Local Address:', delimiter: ' ' },
  { right: false, title: 'Port', delimiter: '' },
  { right: true, title: 'Peer Address:', delimiter: ' ' },
  { right: false, title: 'Port', delimiter: '' },
  { right: false, title: 'Process', delimiter: '' },
]

const NETID = 0
const STATE = 1

/** One text a column, in their order. */
export type Row = readonly string[]

export interface Layout {
  readonly netid: boolean
  readonly state: boolean
  readonly header: boolean
  /** Null: not a terminal. */
  readonly screen: number | null
}

export function renderTable(rows: readonly Row[], layout: Layout): string {
  const shown = COLUMNS.map((_, i) => (i !== NETID || layout.netid) && (i !== STATE || layout.state))
  const lines = layout.header ? [COLUMNS.map((c) => c.title), ...rows] : rows
  const widths = COLUMNS.map((_, i) => (shown[i] ? widthOf(lines, i) : 0))
  let first = true
  for (const [i, column] of COLUMNS.entries()) {
    const width = widths[i] ?? 0
    if (!first && width > 0) widths[i] = width + column.delimiter.length
    if (width > 0) first = false
  }
  if (layout.screen !== null) spread(widths, layout.screen)
  return lines.map((row) => renderLine(row, widths, shown)).join('')
}

/** The very last text of all was not counted yet when the widths are worked out. Ref: render(), field_flush() */
function widthOf(lines: readonly Row[], column: number): number {
  const counted = column === COLUMNS.length - 1 ? lines.slice(0, -1) : lines
  let width = 0
  for (const row of counted) width = Math.max(width, row[column]?.length ?? 0)
  return width
}

function renderLine(row: Row, widths: readonly number[], shown: readonly boolean[]): string {
  let line = ''
  let started = false
  for (const [i, column] of COLUMNS.entries()) {
    if (!shown[i]) continue
    const text = row[i] ?? ''
    const delimiter = started ? column.delimiter : ''
    started = true
    const pad = ' '.repeat(Math.max((widths[i] ?? 0) - text.length - delimiter.length, 0))
    line += delimiter + (column.right ? pad + text : text + pad)
  }
  return `${line}\n`
}

/** Ref: render_calc_width(): what does not fit goes on a line of its own, and what is left over is shared out. */
function spread(widths: number[], screen: number): void {
  const used = [...widths.keys()].filter((i) => (widths[i] ?? 0) > 0)
  for (const i of used) widths[i] = Math.min(widths[i] ?? 0, screen)
  let from = 0
  let length = 0
  for (let at = 0; at < used.length; at++) {
    length += widths[used[at] ?? 0] ?? 0
    if (at < used.length - 1 && length < screen) continue
    if (length > screen && at > from) {
      length -= widths[used[at] ?? 0] ?? 0
      at--
    }
    if (length !== screen) share(widths, used.slice(from, at + 1), screen - length)
    from = at + 1
    length = 0
  }
}

function share(widths: number[], line: readonly number[], room: number): void {
  if (line.length === 0 || room <= 0) return
  const each = Math.floor(room / line.length)
  let rest = room % line.length
  for (const i of [...line].reverse()) {
    widths[i] = (widths[i] ?? 0) + each + (rest > 0 ? 1 : 0)
    if (rest > 0) rest--
  }
}
