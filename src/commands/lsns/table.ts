// How lsns prints (libsmartcols): in columns, raw, as JSON.
import type { Process } from '../../os/program.ts'
import type { COLUMNS, ColumnName } from './columns.ts'
import type { Line } from './tree.ts'

type Named = { readonly name: ColumnName } & (typeof COLUMNS)[ColumnName]

function cell(p: Process, column: Named, { entry, branch }: Line): string {
  const value = column.value(p, entry)
  return column.name === 'COMMAND' ? branch + value : value
}

export function formatTable(
  p: Process,
  columns: readonly Named[],
  lines: readonly Line[],
  headings: boolean,
): string {
  const rows = lines.map((line) => columns.map((column) => cell(p, column, line)))
  const heads: string[] = columns.map(({ name }) => name)
  const all = headings ? [heads, ...rows] : rows
  const widths = columns.map((_column, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length)))
  const pad = (text: string, i: number): string => {
    const blanks = ' '.repeat(Math.max(0, (widths[i] ?? 0) - [...text].length))
    if (columns[i]?.right) return blanks + text
    return i === columns.length - 1 ? text : text + blanks
  }
  return all.map((row) => `${row.map(pad).join(' ')}\n`).join('')
}

export function formatRaw(
  p: Process,
  columns: readonly Named[],
  lines: readonly Line[],
  headings: boolean,
): string {
  const escape = (text: string): string =>
    text.replace(/[\s\\]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
  const rows = lines.map((line) => columns.map((column) => escape(column.value(p, line.entry))))
  const all = headings ? [columns.map(({ name }) => name), ...rows] : rows
  return all.map((row) => `${row.join(' ')}\n`).join('')
}

export function formatJson(p: Process, columns: readonly Named[], lines: readonly Line[]): string {
  const objects = lines.map(({ entry }) => {
    const members = columns.map((column) => {
      const value = column.value(p, entry)
      const shown = value === '' ? 'null' : column.number ? value : JSON.stringify(value)
      return `         "${column.name.toLowerCase()}": ${shown}`
    })
    return `{\n${members.join(',\n')}\n      }`
  })
  return `{\n   "namespaces": [\n      ${objects.join(',')}\n   ]\n}\n`
}
