// Objects as text: YAML, JSON, names, paths into them, columns of one's own.
import type { Process } from '../../../os/program.ts'
import { goValue } from '../api/goformat.ts'
import { qualifiedSingular, resourceOfKind } from '../api/resources.ts'
import type { KubeObject } from '../api/meta.ts'
import { TABLES } from './columns.ts'
import { jsonPath } from './jsonpath.ts'
import { sorted } from './sorted.ts'

export function toJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 4)}\n`
}

/** Members of an object that a program wrote stand as its structures have them, not in the order of their names. */
const STRUCTURE = (
  'kind apiVersion metadata name namespace labels annotations spec status replicas selector template containers image ' +
  'command args ports port protocol targetPort env resources stdin stdinOnce tty strategy dnsPolicy restartPolicy'
).split(' ')

export function toStructuredJson(value: object): string {
  const rank = (key: string): number => (STRUCTURE.includes(key) ? STRUCTURE.indexOf(key) : STRUCTURE.length)
  const order = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(order)
    if (typeof item !== 'object' || item === null) return item
    const entries = Object.entries(item).sort(([a], [b]) => rank(a) - rank(b))
    const last = 'metadata' in item ? entries.filter(([key]) => key !== 'status') : entries
    const rest = entries.filter((one) => !last.includes(one))
    return Object.fromEntries([...last, ...rest].map(([key, one]) => [key, order(one)]))
  }
  return `${JSON.stringify(order(value), null, 4)}\n`
}

/** `deployment.apps/web`. */
export function refOf({ kind, metadata }: KubeObject): string {
  const resource = resourceOfKind(kind)
  return `${resource ? qualifiedSingular(resource) : kind.toLowerCase()}/${metadata.name}`
}

/** Rows as kubectl's own printer sets them; the last column is not padded. Ref: cli-runtime printers/tabwriter.go */
export function formatTable(rows: readonly (readonly string[])[], { least = 6, gap = 3 } = {}): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, least, cell.length + gap)
  }
  const line = (row: readonly string[]): string => {
    return row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell)).join('')
  }
  return rows.map((row) => `${line(row)}\n`).join('')
}

export interface TableOptions {
  readonly wide: boolean
  readonly namespaces: boolean
  readonly headers: boolean
  readonly labels: boolean
  /** Labels that have columns of their own. */
  readonly labelColumns: readonly string[]
  /** `TYPE/NAME` instead of names. */
  readonly qualified: boolean
}

export function objectTable(
  p: Process,
  kind: string,
  objects: readonly KubeObject[],
  options: TableOptions,
): string {
  const table = TABLES[kind]
  if (!table) return ''
  const { head, wide, row, order } = table
  const arranged = (cells: readonly string[]): readonly string[] => {
    return options.wide && order ? order.map((at) => cells[at] ?? '') : cells
  }
  const width = head.length + (options.wide ? wide.length : 0)
  const cells = objects.map((object) => {
    const own = arranged(row(p, object).slice(0, width))
    const named = options.qualified ? [refOf(object), ...own.slice(1)] : own
    return [
      ...(options.namespaces ? [object.metadata.namespace ?? ''] : []),
      ...named,
      ...options.labelColumns.map((key) => object.metadata.labels?.[key] ?? '<none>'),
      ...(options.labels ? [formatLabelCell(object)] : []),
    ]
  })
  const titles = [
    ...(options.namespaces ? ['NAMESPACE'] : []),
    ...arranged([...head, ...wide].slice(0, width)),
    ...options.labelColumns.map((key) => key.slice(key.lastIndexOf('/') + 1).toUpperCase()),
    ...(options.labels ? ['LABELS'] : []),
  ]
  return formatTable(options.headers ? [titles, ...cells] : cells)
}

function formatLabelCell({ metadata }: KubeObject): string {
  const pairs = Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`)
  return pairs.length > 0 ? pairs.sort().join(',') : '<none>'
}

/** `NAME:.metadata.name,IP:.status.podIP`; null when it is none. */
export function customColumns(spec: string, objects: readonly KubeObject[], headers: boolean): string | null {
  const columns = spec.split(',').map((part) => /^([^:]*):(.+)$/.exec(part)?.slice(1) ?? null)
  if (columns.some((column) => column === null)) return null
  const pairs = columns.flatMap((column) =>
    column ? [{ title: column[0] ?? '', path: column[1] ?? '' }] : [],
  )
  const rows = objects.map((object) => {
    return pairs.map(({ path }) => {
      const found = jsonPath(`{${path.replace(/^\{|\}$/g, '').replace(/^(?!\.)/, '.')}}`, object)
      const text = 'error' in found ? '' : found.values.map(goValue).join(',')
      return text === '' ? '<none>' : text
    })
  })
  return formatTable(headers ? [pairs.map(({ title }) => title), ...rows] : rows)
}
