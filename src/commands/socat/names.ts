// Hosts and ports of socat's addresses.
import type { Blocking, Process } from '../../os/program.ts'
import type { SocketAddress, StreamFamily } from '../../uapi/socket.ts'
import { getaddrinfo, type AddressFamily } from '../lib/resolv/getaddrinfo.ts'
import { servicePort } from '../lib/services.ts'
import { optionOf, type Address } from './address.ts'

const AF: Readonly<Record<AddressFamily, number>> = { any: 0, inet: 2, inet6: 10 }

/** `4` and `6` in its name; `pf=ip6`. */
export function familyOf(address: Address): AddressFamily {
  const pf = optionOf(address, 'pf')
  const [, digit] = /^(?:TCP|UDP)([46]?)/.exec(address.type) ?? []
  const [, wanted] = /([46])$/.exec(pf ?? '') ?? []
  const which = wanted ?? digit
  return which === '4' ? 'inet' : which === '6' ? 'inet6' : 'any'
}

/** Where to, IPv4 first; or what getaddrinfo says. */
export function* resolve(
  p: Process,
  protocol: 'tcp' | 'udp',
  host: string,
  port: string,
  family: AddressFamily,
): Blocking<readonly (SocketAddress & { readonly family: StreamFamily })[] | string> {
  const kind = protocol === 'tcp' ? [1, 6] : [2, 17]
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  const found = yield* getaddrinfo(p, bare, family)
  if ('error' in found)
    return `getaddrinfo("${bare}", "NULL", {1,${AF[family]},${kind[0]},${kind[1]}}, {}): ${found.error}`
  const number = /^\d+$/.test(port) ? Number(port) & 0xffff : servicePort(p, port, protocol)
  if (number === null)
    return `getaddrinfo"${bare}", "${port}", {1,${AF[family]},${kind[0]},0}, {}): Servname not supported for ai_socktype`
  const ends = found.addresses.map((address) => {
    const six = typeof address === 'bigint'
    return { address, port: number, family: six ? ('inet6' as const) : ('inet' as const) }
  })
  return ends.toSorted((a, b) => (a.family < b.family ? -1 : a.family > b.family ? 1 : 0))
}

/** Where to listen: any address, or that of `bind=`. */
export function* localOf(
  p: Process,
  protocol: 'tcp' | 'udp',
  address: Address,
  port: string,
): Blocking<(SocketAddress & { readonly family: StreamFamily }) | string> {
  const family = familyOf(address)
  const bind = optionOf(address, 'bind')
  const any = family === 'inet6' ? '::' : '0.0.0.0'
  const host = bind === null || bind === '' ? any : bind.replace(/^(\[.*\]|[^:]*)(:\d+)?$/, '$1')
  const six = host.startsWith('[')
  const found = yield* resolve(p, protocol, host, port, six || family === 'inet6' ? 'inet6' : 'inet')
  if (typeof found === 'string') return found
  return found[0] ?? `no address for ${host}`
}
