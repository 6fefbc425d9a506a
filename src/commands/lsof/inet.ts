// What `-i` selects: [46][protocol][@host][:ports], and `-s` by state. Ref: lsof arg.c:enter_network_address()
import type { Blocking, Process } from '../../os/program.ts'
import type { InetDiagMessage } from '../../uapi/sock_diag.ts'
import { isMapped, parseInet6, unmapped, type Inet6 } from '../../wire/inet6.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import { resolveName } from '../lib/resolv/names.ts'
import { servicePort } from '../lib/services.ts'

export interface InetWanted {
  readonly spec: string
  readonly family: 'inet' | 'inet6' | null
  readonly protocol: 'tcp' | 'udp' | null
  readonly host: Inet | Inet6 | null
  /** First and last; null: any. */
  readonly ports: readonly (readonly [number, number])[] | null
}

/** The complaint when it cannot be read. */
export function* parseInetWanted(p: Process, spec: string): Blocking<InetWanted | string> {
  let rest = spec
  const version = /^[46]/.exec(rest)?.[0]
  rest = rest.slice(version?.length ?? 0)
  const name = /^[^@:]*/.exec(rest)?.[0] ?? ''
  rest = rest.slice(name.length)
  const protocol = /^tcp$/i.test(name) ? 'tcp' : /^udp$/i.test(name) ? 'udp' : null
  if (name !== '' && protocol === null) return `unknown protocol name (${name}) in: -i ${spec}`
  let host: Inet | Inet6 | null = null
  const at = /^@(\[[^\]]*\]|[^:]*)/.exec(rest)
  if (at) {
    rest = rest.slice(at[0].length)
    const word = (at[1] ?? '').replace(/^\[|\]$/g, '')
    host = parseInet(word) ?? parseInet6(word)
    if (host === null) {
      const found = yield* resolveName(p, word)
      if ('error' in found) return `unknown host name (${word}) in: -i ${spec}`
      host = found.address
    }
  }
  const family = version === '4' ? 'inet' : version === '6' ? 'inet6' : null
  if (rest === '') return { spec, family, protocol, host, ports: null }
  const ports = parsePorts(p, rest.slice(1), protocol)
  if (typeof ports === 'string') return `${ports} in: -i ${spec}`
  return { spec, family, protocol, host, ports }
}

function parsePorts(
  p: Process,
  text: string,
  protocol: 'tcp' | 'udp' | null,
): readonly (readonly [number, number])[] | string {
  const ports: (readonly [number, number])[] = []
  for (const part of text.split(',')) {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part)
    if (range) {
      const first = Number(range[1])
      const last = Number(range[2] ?? first)
      if (last < first) return 'unacceptable port specification'
      ports.push([first, last])
      continue
    }
    if (part === '') return 'unacceptable port specification'
    const port = servicePort(p, part, protocol ?? 'tcp') ?? (protocol ? null : servicePort(p, part, 'udp'))
    if (port === null) return `unknown service ${part}`
    ports.push([port, port])
  }
  return ports
}

export function selects(wanted: InetWanted, m: InetDiagMessage): boolean {
  if (wanted.family !== null && wanted.family !== m.family) return false
  if (wanted.protocol !== null && wanted.protocol !== m.protocol) return false
  return [m.local, m.remote].some(({ address, port }) => {
    if (wanted.host !== null && shownAddress(address) !== wanted.host) return false
    if (wanted.ports === null) return true
    return port !== 0 && wanted.ports.some(([first, last]) => port >= first && port <= last)
  })
}

/** An IPv4 address that an IPv6 socket uses is shown as what it is. */
export function shownAddress(address: Inet | Inet6): Inet | Inet6 {
  return typeof address === 'bigint' && isMapped(address) ? unmapped(address) : address
}
