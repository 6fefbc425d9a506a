// `filters` of GET /networks and POST /networks/prune. (Ref: moby daemon/network/filter.go, api/types/filters/parse.go)
import { invalidParameter, type ApiError } from './apiError.ts'
import { isPredefined, type Network } from './network.ts'
import { parseTimestamp } from './timestamp.ts'
import type { Filters, NetworkInspect } from './types.ts'

const LIST = ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type']
const PRUNE = ['label', 'label!', 'until']
const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 }

function unknownIn(filters: Filters, known: readonly string[]): ApiError | null {
  const unknown = [...filters.keys()].find((key) => !known.includes(key))
  return unknown === undefined ? null : invalidParameter(`invalid filter '${unknown}'`)
}

/** A list knows of no containers: to it every network that was made is `dangling`. */
export function listed(
  networks: readonly NetworkInspect[],
  filters: Filters,
): readonly NetworkInspect[] | ApiError {
  const wrong = unknownIn(filters, LIST)
  if (wrong) return wrong
  for (const type of filters.get('type') ?? []) {
    if (type !== 'builtin' && type !== 'custom') return invalidParameter(`invalid filter: 'type'='${type}'`)
  }
  for (const dangling of filters.get('dangling') ?? []) {
    if (!['true', '1', 'false', '0'].includes(dangling))
      return invalidParameter(`invalid filter 'dangling=[${dangling}]'`)
  }
  return networks.filter((network) => {
    const { Name: name, Id: id, Driver, Scope, Labels } = network
    return (
      any(filters, 'driver', (driver) => driver === Driver) &&
      any(filters, 'name', (part) => matches(name, part)) &&
      any(filters, 'id', (part) => matches(id, part)) &&
      any(filters, 'scope', (scope) => scope === Scope) &&
      any(filters, 'type', (type) => (type === 'builtin') === isPredefined(name)) &&
      any(filters, 'dangling', (dangling) => !isPredefined(name) === ['true', '1'].includes(dangling)) &&
      labelled(Labels ?? {}, filters.get('label'))
    )
  })
}

export function prunable(
  networks: readonly Network[],
  filters: Filters,
  now: number,
): readonly Network[] | ApiError {
  const wrong = unknownIn(filters, PRUNE)
  if (wrong) return wrong
  const [until] = filters.get('until') ?? []
  const before = until === undefined ? Infinity : untilOf(until, now)
  if (before === null) return invalidParameter(`failed to parse value as time or duration: "${until}"`)
  return networks.filter((network) => {
    const { name, record } = network
    if (isPredefined(name) || record.configOnly || network.endpoints.size > 0) return false
    const unlike = filters.get('label!')
    return (
      record.createdAt <= before &&
      labelled(record.labels, filters.get('label')) &&
      (unlike === undefined || !labelled(record.labels, unlike))
    )
  })
}

function any(filters: Filters, key: string, test: (value: string) => boolean): boolean {
  const values = filters.get(key) ?? []
  return values.length === 0 || values.some(test)
}

/** A regular expression, or a part where it is none. */
function matches(text: string, pattern: string): boolean {
  if (text.includes(pattern)) return true
  try {
    return new RegExp(pattern).test(text)
  } catch {
    return false
  }
}

/** All of them: `key` or `key=value`. */
function labelled(labels: Readonly<Record<string, string>>, wanted: readonly string[] = []): boolean {
  return wanted.every((label) => {
    const at = label.indexOf('=')
    const value = labels[at < 0 ? label : label.slice(0, at)]
    return value !== undefined && (at < 0 || value === label.slice(at + 1))
  })
}

/** Seconds since 1970 of a moment, or of so long before now. */
function untilOf(text: string, now: number): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const spans = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
  if (spans.length > 0 && spans.map(([whole]) => whole).join('') === text)
    return now - spans.reduce((sum, [, n = '', unit = '']) => sum + Number(n) * (UNITS[unit] ?? 0), 0)
  return parseTimestamp(text)
}
