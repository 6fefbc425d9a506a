// -p and --expose. Ref: docker/go-connections nat/nat.go:ParsePortSpec()
import type { PortBinding } from '../../libnetwork/types.ts'
import { checkIp } from './runChecks.ts'

export interface ParsedPorts {
  readonly exposed: Record<string, object>
  readonly bindings: Record<string, PortBinding[]>
}

/** The words of what is wrong, or what is published. */
export function parsePublish(specs: readonly string[]): ParsedPorts | string {
  const exposed: Record<string, object> = {}
  const bindings: Record<string, PortBinding[]> = {}
  for (const given of specs) {
    const spec = given.includes('=') ? shortForm(given) : given
    const parsed = spec.startsWith(WRONG) ? spec : parsePort(spec)
    if (typeof parsed === 'string') return parsed
    for (const { port, binding } of parsed) {
      exposed[port] = {}
      ;(bindings[port] ??= []).push(binding)
    }
  }
  return { exposed, bindings }
}

const WRONG = 'invalid publish opts format'

/** `published=8080,target=80` as `8080:80/tcp`, or what is wrong with it. Ref: docker/cli container/opts.go:convertToStandardNotation() */
function shortForm(given: string): string {
  const params: Record<string, string> = { protocol: 'tcp' }
  for (const param of given.split(',')) {
    const [key = '', value] = param.split('=')
    if (key === '' || value === undefined) return `${WRONG} (should be name=value but got '${param}')`
    params[key] = value
  }
  return `${params['published'] ?? ''}:${params['target'] ?? ''}/${params['protocol'] ?? ''}`
}

function parsePort(spec: string): { port: string; binding: PortBinding }[] | string {
  const parts = spec.split(':')
  const last = parts.at(-1) ?? ''
  const hostPort = parts.length > 1 ? (parts.at(-2) ?? '') : ''
  const rawIp = parts.slice(0, -2).join(':')
  const [container = '', proto = 'tcp'] = last.split('/')
  const ip = hostOf(rawIp)
  if (ip.error !== null) return `Invalid ip address ${rawIp}: ${ip.error}`
  if (ip.host !== '' && checkIp(ip.host) !== null) return `Invalid ip address: ${ip.host}`
  if (container === '') return `No port specified: ${spec}<empty>`
  const ports = parseRange(container)
  if (!ports) return `Invalid containerPort: ${container}`
  const hosts = hostPort === '' ? null : parseRange(hostPort)
  if (hostPort !== '' && !hosts) return `Invalid hostPort: ${hostPort}`
  const span = ports.end - ports.start
  if (hosts && hosts.end - hosts.start !== span && span !== 0) {
    return `Invalid ranges specified for container and host Ports: ${container} and ${hostPort}`
  }
  const protocol = proto.toLowerCase()
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) return `Invalid proto: ${proto}`
  return Array.from({ length: span + 1 }, (_, i) => {
    let HostPort = ''
    if (hosts)
      HostPort =
        span === 0 && hosts.end !== hosts.start ? `${hosts.start}-${hosts.end}` : String(hosts.start + i)
    return { port: `${ports.start + i}/${protocol}`, binding: { HostIp: ip.host, HostPort } }
  })
}

/** Ref: Go net:SplitHostPort() of the address with a colon behind it. */
function hostOf(raw: string): { readonly host: string; readonly error: string | null } {
  if (raw.startsWith('[')) {
    const end = raw.indexOf(']')
    if (end < 0) return { host: '', error: `address ${raw}:: missing ']' in address` }
    return { host: raw.slice(1, end), error: null }
  }
  if (raw.includes(':')) return { host: '', error: `address ${raw}:: too many colons in address` }
  return { host: raw, error: null }
}

function parseRange(text: string): { readonly start: number; readonly end: number } | null {
  const [from = '', to = from, ...more] = text.split('-')
  if (more.length > 0 || !/^\d+$/.test(from) || !/^\d+$/.test(to)) return null
  const start = Number(from)
  const end = Number(to)
  return start > 65535 || end > 65535 || end < start ? null : { start, end }
}

/** --expose: `80`, `80/udp`, `80-90`. */
export function parseExpose(specs: readonly string[]): Record<string, object> | string {
  const exposed: Record<string, object> = {}
  for (const spec of specs) {
    if (spec.includes(':')) return `invalid port format for --expose: ${spec}`
    const [range = '', proto = 'tcp'] = spec.split('/')
    const ports = parseRange(range)
    if (!ports)
      return `invalid range format for --expose: ${spec}, error: ${range === '' ? 'empty string specified for ports' : `strconv.ParseUint: parsing "${range}": invalid syntax`}`
    for (let port = ports.start; port <= ports.end; port++) exposed[`${port}/${proto}`] = {}
  }
  return exposed
}
