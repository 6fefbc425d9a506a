// Hosts and ports of nc's command line, and how it names who called.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamFamily } from '../../uapi/socket.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6, parseInet6 } from '../../wire/inet6.ts'
import { nameOfAddress, resolveHost } from '../lib/hosts.ts'
import { inetAton } from '../lib/inetAton.ts'
import type { NcSettings } from './settings.ts'

export interface Target {
  readonly family: StreamFamily
  readonly address: SocketAddress['address']
}

/** Addresses of a host as getaddrinfo(3) gives them, or its error. */
export function targetOf(p: Process, set: NcSettings, host: string): Target | string {
  const six = parseInet6(host)
  if (six !== null) {
    return set.family === 'inet'
      ? 'Address family for hostname not supported'
      : { family: 'inet6', address: six }
  }
  const numeric = inetAton(host)
  if (numeric !== null && set.family === 'inet6') return 'Address family for hostname not supported'
  if (set.numeric && numeric === null) return 'Name or service not known'
  if (set.family === 'inet6') {
    const found = sixOf(p, host)
    return found === null ? 'Temporary failure in name resolution' : { family: 'inet6', address: found }
  }
  const resolved = resolveHost(p, host)
  return 'error' in resolved ? resolved.error : { family: 'inet', address: resolved.address }
}

/** All of them, in the order they are tried: ::1 before 127.0.0.1 (RFC 6724). */
export function targetsOf(p: Process, set: NcSettings, host: string): readonly Target[] | string {
  const target = targetOf(p, set, host)
  if (typeof target === 'string') return target
  const named = target.family === 'inet' && inetAton(host) === null
  const six = named && set.family === 'any' && !set.udp ? sixOf(p, host) : null
  return six === null ? [target] : [{ family: 'inet6', address: six }, target]
}

function sixOf(p: Process, host: string): bigint | null {
  const text = p.fs.readText('/etc/hosts')
  if (isErrno(text)) return null
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    const six = parseInet6(address)
    if (six !== null && names.includes(host)) return six
  }
  return null
}

/** ::ffff:a.b.c.d is shown with its IPv4 end, as getnameinfo(3) does. */
export function formatAddress(address: SocketAddress['address']): string {
  if (typeof address === 'number') return formatInet(address)
  if (address >> 32n === 0xffffn) return `::ffff:${formatInet(Number(address & 0xffffffffn))}`
  return formatInet6(address)
}

/** `Listening on 0.0.0.0 80`, `Connection received on localhost 41560`; a name that cannot be asked for is an error. */
export function report(p: Process, set: NcSettings, what: string, end: SocketAddress): void {
  const { address, port } = end
  const numeric = formatAddress(address)
  if (set.numeric) return p.io.err(`${what} on ${numeric} ${port}\n`)
  const name = typeof address === 'number' ? nameOfAddress(p, address) : null
  if (name === null) return p.io.err('nc: getnameinfo: Temporary failure in name resolution\n')
  p.io.err(`${what} on ${name} ${port}\n`)
}
