// Ports as `-L`, `-S` and nft write them.
import type { InvertibleRange, Range } from '../../uapi/xt_match.ts'
import { parseUnsigned } from './numbers.ts'
import type { Xtables } from './xtables.ts'

/** A port by number, or by the name it has under a protocol. Ref: xtables_parse_port() */
export function parsePort(x: Xtables, text: string, protocol: string | null): number {
  const port = parseUnsigned(text, 0xffff) ?? x.names.port(text, protocol)
  return port ?? x.problem(`invalid port/service \`${text}' specified`)
}

/** `N`, `N:M`, `:M` or `N:`. */
export function parsePortRange(x: Xtables, text: string, protocol: string | null): Range {
  const colon = text.indexOf(':')
  if (colon < 0) {
    const port = parsePort(x, text, protocol)
    return { min: port, max: port }
  }
  const [low, high] = [text.slice(0, colon), text.slice(colon + 1)]
  const min = low === '' ? 0 : parsePort(x, low, protocol)
  const max = high === '' ? 0xffff : parsePort(x, high, protocol)
  if (min > max) return x.problem('invalid portrange (min > max)')
  return { min, max }
}

export function portName(x: Xtables, port: number, protocol: string | null, numeric: boolean): string {
  return (numeric ? null : x.names.service(port, protocol)) ?? String(port)
}

export function unlessEvery(range: InvertibleRange | null): InvertibleRange | null {
  return isEvery(range) ? null : range
}

/** Every port: a condition that says nothing. */
function isEvery(range: InvertibleRange | null): range is null {
  return range === null || (range.min === 0 && range.max === 0xffff && !range.invert)
}

/** ` dpt:80`, ` dpts:!80:90` */
export function printPorts(
  x: Xtables,
  label: 'spt' | 'dpt',
  range: InvertibleRange | null,
  protocol: string,
  numeric: boolean,
): string {
  if (isEvery(range)) return ''
  const invert = range.invert ? '!' : ''
  const name = (port: number): string => portName(x, port, protocol, numeric)
  if (range.min === range.max) return ` ${label}:${invert}${name(range.min)}`
  return ` ${label}s:${invert}${name(range.min)}:${name(range.max)}`
}

/** ` --dport 80`, ` ! --dport 80:90` */
export function savePorts(option: string, range: InvertibleRange | null): string {
  if (isEvery(range)) return ''
  const ports = range.min === range.max ? String(range.min) : `${range.min}:${range.max}`
  return `${range.invert ? ' !' : ''} --${option} ${ports}`
}

/** `tcp dport 80-90`, null for every port. */
export function translatePorts(header: string, range: InvertibleRange | null): string | null {
  if (isEvery(range)) return null
  const invert = range.invert ? '!= ' : ''
  const { min, max } = range
  if (min === max) return `${header} ${invert}${min}`
  if (min === 0 && !range.invert) return `${header} <= ${max}`
  return `${header} ${invert}${min}-${max}`
}
