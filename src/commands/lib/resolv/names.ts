// One address of a name, for programs that take the first.
import type { Blocking, Process } from '../../../os/program.ts'
import type { Resolved } from '../hosts.ts'
import type { Resolved6 } from '../hosts6.ts'
import { resolveHost6 } from '../hosts6.ts'
import { getaddrinfo } from './getaddrinfo.ts'

/** The first IPv4 address. `any`: of a program that would take one of IPv6 as well, and so asks for both. */
export function* resolveName(p: Process, name: string, family: 'inet' | 'any' = 'inet'): Blocking<Resolved> {
  const found = yield* getaddrinfo(p, name, family)
  if ('error' in found) return found
  const address = found.addresses.find((one) => typeof one === 'number')
  if (address === undefined) return { error: 'Address family for hostname not supported' }
  return { address, numeric: found.numeric, canonical: found.canonical }
}

/** The first IPv6 address; a written one may have a zone. */
export function* resolveName6(p: Process, name: string): Blocking<Resolved6> {
  const local = resolveHost6(p, name)
  if (!('error' in local) || local.error !== 'Temporary failure in name resolution') return local
  const found = yield* getaddrinfo(p, name, 'inet6')
  if ('error' in found) return found
  const [address] = found.addresses
  if (typeof address !== 'bigint') return { error: 'Name or service not known' }
  return { address, scope: 0, canonical: found.canonical }
}
