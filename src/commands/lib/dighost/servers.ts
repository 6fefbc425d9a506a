// Whom dig, host and nslookup ask. Ref: BIND bin/dig/dighost.c:setup_system()
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { formatInet, INADDR_LOOPBACK, parseInet, type Inet } from '../../../wire/inet.ts'
import { formatInet6, parseInet6, type Inet6 } from '../../../wire/inet6.ts'
import { getaddrinfo } from '../resolv/getaddrinfo.ts'
import type { Server } from './ask.ts'

const LOOPBACK6: Inet6 = 1n

function serverOf(address: Inet | Inet6, given?: string): Server {
  const text = typeof address === 'number' ? formatInet(address) : formatInet6(address)
  return { address, text, given: given ?? text }
}

/** Those of /etc/resolv.conf; a file without any means this machine, by either family. */
export function systemServers(p: Process, family: 'inet' | 'inet6' | 'any'): readonly Server[] {
  const text = p.fs.readText('/etc/resolv.conf')
  const words = isErrno(text)
    ? []
    : [...text.matchAll(/^[ \t]*nameserver[ \t]+(\S+)/gm)].map(([, word]) => word ?? '')
  const addresses = words.slice(0, 3).flatMap((word) => parseInet(word) ?? parseInet6(word) ?? [])
  const all = addresses.length > 0 ? addresses : [LOOPBACK6, INADDR_LOOPBACK]
  return all
    .filter((address) => family === 'any' || (family === 'inet') === (typeof address === 'number'))
    .map((address) => serverOf(address))
}

/** The server that was named; null when its name leads nowhere. */
export function* namedServers(
  p: Process,
  given: string,
  family: 'inet' | 'inet6' | 'any',
): Blocking<readonly Server[] | null> {
  const found = yield* getaddrinfo(p, given, family)
  if ('error' in found) return null
  return found.addresses.map((address) => serverOf(address, given))
}
