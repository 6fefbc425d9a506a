// Where NAT may map to, as it is written: `10.0.0.2-10.0.0.5:8000-8010`, `[fd00::1]:80`
// (Ref: extensions/libxt_NAT.c:parse_to(), parse_ports()).
import type { Range } from '../../uapi/xt_match.ts'
import type { NatRange } from '../../uapi/xt_target.ts'
import { formatAddress, strictAddress } from './address.ts'
import { parseUnsigned } from './numbers.ts'
import type { Xtables } from './xtables.ts'

interface Ports extends Range {
  readonly basePort?: number
}

/** `N`, a name, or `N-M`; behind a slash the port that the first of the range stands for. */
function parsePorts(x: Xtables, text: string, withBase: boolean): Ports {
  const bad = (what: string): never => x.problem(`Port \`${what}' not valid`)
  const read = (from: string): { readonly port: number; readonly rest: string } => {
    const digits = /^\d+/.exec(from)?.[0]
    if (digits === undefined) {
      const port = x.names.port(from, null)
      return port === null ? bad(from) : { port, rest: '' }
    }
    const port = parseUnsigned(digits, 0xffff)
    return port === null ? bad(from) : { port, rest: from.slice(digits.length) }
  }
  const first = read(text)
  if (first.rest === '') return { min: first.port, max: first.port }
  if (first.rest.startsWith(':')) return x.problem('Invalid port:port syntax - use dash')
  if (!first.rest.startsWith('-')) return x.problem(`Garbage after port value: \`${first.rest}'`)
  const upper = first.rest.slice(1)
  const last = read(upper)
  if (last.port < first.port) return x.problem(`Port range \`${upper}' funky`)
  const ports = { min: first.port, max: last.port }
  if (last.rest === '') return ports
  if (!last.rest.startsWith('/')) return x.problem(`Garbage after port range: \`${last.rest}'`)
  const base = read(last.rest.slice(1))
  if (base.rest !== '') return x.problem(`Garbage after base port value: \`${base.rest}'`)
  // Only DNAT has a use for it.
  return { ...ports, basePort: withBase ? base.port : 0 }
}

export function parseNatPorts(x: Xtables, text: string): Range {
  return parsePorts(x, text, false)
}

export function parseNatRange(x: Xtables, text: string, withBase: boolean, checkPorts: () => void): NatRange {
  const { host, port } = splitPort(x, text)
  const none = { random: false, randomFully: false, persistent: false }
  if (port !== null) checkPorts()
  const { basePort, ...ports } = port === null ? { min: 0, max: 0 } : parsePorts(x, port, withBase)
  const range = {
    ports: port === null ? null : ports,
    ...(basePort === undefined ? {} : { basePort }),
    ...none,
  }
  if (host === '' && port !== null) return { addresses: null, ...range }
  const dash = host.indexOf('-')
  const address = (part: string) => strictAddress(x, part) ?? x.problem(`Bad IP address "${part}"`)
  const min = address(dash < 0 ? host : host.slice(0, dash))
  return { addresses: { min, max: dash < 0 ? min : address(host.slice(dash + 1)) }, ...range }
}

/** An IPv6 address stands in brackets where a port may follow. */
function splitPort(x: Xtables, text: string): { readonly host: string; readonly port: string | null } {
  if (!x.ipv6) {
    const colon = text.indexOf(':')
    return colon < 0
      ? { host: text, port: null }
      : { host: text.slice(0, colon), port: text.slice(colon + 1) }
  }
  if (text.startsWith('[')) {
    const close = text.indexOf(']')
    if (close < 0) return x.problem('Invalid address format')
    const after = text.slice(close + 1)
    return { host: text.slice(1, close), port: after.startsWith(':') ? after.slice(1) : null }
  }
  // More than one colon is an address without a port.
  const colon = text.indexOf(':')
  if (colon < 0 || text.indexOf(':', colon + 1) >= 0) return { host: text, port: null }
  return { host: text.slice(0, colon), port: text.slice(colon + 1) }
}

export function formatNatRange({ addresses, ports, basePort }: NatRange): string {
  const base = basePort === undefined ? '' : `/${basePort}`
  const tail =
    ports === null ? '' : `${ports.min === ports.max ? ports.min : `${ports.min}-${ports.max}`}${base}`
  if (addresses === null) return ports === null ? '' : `:${tail}`
  const { min, max } = addresses
  const host = min === max ? formatAddress(min) : `${formatAddress(min)}-${formatAddress(max)}`
  if (ports === null) return host
  return typeof min === 'bigint' ? `[${host}]:${tail}` : `${host}:${tail}`
}
