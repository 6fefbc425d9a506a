// IPv6 names and addresses as getaddrinfo(3) and getnameinfo(3) read and write them.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { formatInet6, isLinkLocal6, isMulticast6, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { inetAton } from './inetAton.ts'
import type { NameError } from './hosts.ts'

export type Resolved6 =
  | {
      readonly address: Inet6
      /** Index of the device after `%`; 0 without. */
      readonly scope: number
      readonly canonical: string
    }
  | { readonly error: NameError }

/** Whether a word is a written IPv6 address, with a zone or without. */
export function looksLikeInet6(word: string): boolean {
  return parseInet6(word.split('%')[0] ?? '') !== null
}

export function indexOfDevice(p: Process, ifname: string): number {
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', ifname }).messages ?? []
  return link?.type === 'RTM_NEWLINK' ? link.index : 0
}

/** The IPv6 address of a name of /etc/hosts or of a written address, which may have a zone: `fe80::1%eth0`. */
export function resolveHost6(p: Process, name: string): Resolved6 {
  if (inetAton(name) !== null) return { error: 'Address family for hostname not supported' }
  const [text = '', zone, ...more] = name.split('%')
  const address = parseInet6(text)
  if (address !== null && more.length === 0) {
    if (zone === undefined) return { address, scope: 0, canonical: name }
    const scope = /^[0-9]+$/.test(zone) ? Number(zone) : indexOfDevice(p, zone)
    return scope === 0 ? { error: 'Name or service not known' } : { address, scope, canonical: name }
  }
  if (name === '' || /[^A-Za-z0-9._-]/.test(name)) return { error: 'Name or service not known' }
  const wanted = name.toLowerCase()
  for (const { address: found, names } of hostsLines6(p)) {
    if (!names.some((n) => n.toLowerCase() === wanted)) continue
    return { address: found, scope: 0, canonical: names[0] ?? name }
  }
  return { error: 'Temporary failure in name resolution' }
}

function hostsLines6(p: Process): readonly { readonly address: Inet6; readonly names: readonly string[] }[] {
  const text = p.fs.readText('/etc/hosts')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => {
    const [word = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    const address = parseInet6(word)
    return address === null ? [] : [{ address, names }]
  })
}

/** The first name that /etc/hosts gives an address; null when there is none. */
export function nameOfAddress6(p: Process, address: Inet6): string | null {
  return hostsLines6(p).find((line) => line.address === address)?.names[0] ?? null
}

/** With the zone where the address means nothing without: `fe80::1%eth0`. */
export function formatScoped(p: Process, address: Inet6, scope: number): string {
  const text = formatInet6(address)
  if (scope === 0 || !(isLinkLocal6(address) || isLinkLocalGroup(address))) return text
  const [link] = p.net.rtnetlink({ type: 'RTM_GETLINK', index: scope }).messages ?? []
  return `${text}%${link?.type === 'RTM_NEWLINK' ? link.ifname : scope}`
}

/** ff01::/16 and ff02::/16. */
function isLinkLocalGroup(address: Inet6): boolean {
  const scope = (address >> 112n) & 15n
  return isMulticast6(address) && (scope === 1n || scope === 2n)
}
