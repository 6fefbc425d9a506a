// Names and addresses: /etc/hosts, as getaddrinfo(3) and getnameinfo(3) read it.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { inetAton } from './inetAton.ts'

interface HostsLine {
  readonly address: string
  readonly names: readonly string[]
}

export function hostsLines(p: Process): readonly HostsLine[] {
  const text = p.fs.readText('/etc/hosts')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    return address === undefined || address === '' ? [] : [{ address, names }]
  })
}

/** gai_strerror(3) texts of what can go wrong. */
export type NameError =
  | 'Name or service not known'
  | 'Temporary failure in name resolution'
  | 'Address family for hostname not supported'
  | 'No address associated with hostname'

export type Resolved =
  /** `canonical`: the first name of its line (AI_CANONNAME), or the address as it was written. */
  | { readonly address: Inet; readonly numeric: boolean; readonly canonical: string }
  | { readonly error: NameError }

/**
 * The IPv4 address of a name or of a written address. Without a DNS server that answers, a name that is not in
 * /etc/hosts is a temporary failure.
 */
export function resolveHost(p: Process, name: string): Resolved {
  const numeric = inetAton(name)
  if (numeric !== null) return { address: numeric, numeric: true, canonical: name }
  if (parseInet6(name) !== null) return { error: 'Address family for hostname not supported' }
  if (name === '' || /[^A-Za-z0-9._-]/.test(name)) return { error: 'Name or service not known' }
  const wanted = name.toLowerCase()
  for (const line of hostsLines(p)) {
    const address = parseInet(line.address)
    if (address === null) continue
    if (!line.names.some((n) => n.toLowerCase() === wanted)) continue
    return { address, numeric: false, canonical: line.names[0] ?? name }
  }
  return { error: 'Temporary failure in name resolution' }
}

/** The first name that /etc/hosts gives an address; null when there is none. */
export function nameOfAddress(p: Process, address: Inet | Inet6): string | null {
  const line = hostsLines(p).find((l) => (parseInet(l.address) ?? parseInet6(l.address)) === address)
  return line?.names[0] ?? null
}
