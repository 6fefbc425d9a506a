// Hosts and ports of nc's command line, and how it names who called.
import type { Blocking, Process } from '../../os/program.ts'
import type { SocketAddress, StreamFamily } from '../../uapi/socket.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6, parseInet6 } from '../../wire/inet6.ts'
import { getaddrinfo, getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import { inetAton } from '../lib/inetAton.ts'
import type { NcSettings } from './settings.ts'

export interface Target {
  readonly family: StreamFamily
  readonly address: SocketAddress['address']
}

/** The first address of a host as getaddrinfo(3) gives it, or its error. */
export function* targetOf(p: Process, set: NcSettings, host: string): Blocking<Target | string> {
  const targets = yield* targetsOf(p, set, host)
  return typeof targets === 'string' ? targets : (targets[0] ?? 'Name or service not known')
}

/** All of them, in the order they are tried: ::1 before 127.0.0.1 (RFC 6724). */
export function* targetsOf(p: Process, set: NcSettings, host: string): Blocking<readonly Target[] | string> {
  const numeric = inetAton(host) !== null || parseInet6(host) !== null
  if (set.numeric && !numeric) return 'Name or service not known'
  // UDP over IPv6 has to be asked for.
  const family = set.family === 'any' && set.udp && parseInet6(host) === null ? 'inet' : set.family
  const found = yield* getaddrinfo(p, host, family)
  if ('error' in found) return found.error
  return found.addresses.map((address) => ({
    family: typeof address === 'bigint' ? 'inet6' : 'inet',
    address,
  }))
}

/** ::ffff:a.b.c.d is shown with its IPv4 end, as getnameinfo(3) does. */
export function formatAddress(address: SocketAddress['address']): string {
  if (typeof address === 'number') return formatInet(address)
  if (address >> 32n === 0xffffn) return `::ffff:${formatInet(Number(address & 0xffffffffn))}`
  return formatInet6(address)
}

/** `Listening on 0.0.0.0 80`, `Connection received on localhost 41560`; a name that cannot be asked for is an error. */
export function* report(p: Process, set: NcSettings, what: string, end: SocketAddress): Blocking<void> {
  const { address, port } = end
  const numeric = formatAddress(address)
  if (set.numeric) return p.io.err(`${what} on ${numeric} ${port}\n`)
  const name = typeof address === 'number' ? yield* getnameinfo(p, address) : null
  if (name === null) return p.io.err('nc: getnameinfo: Temporary failure in name resolution\n')
  p.io.err(`${what} on ${name} ${port}\n`)
}
