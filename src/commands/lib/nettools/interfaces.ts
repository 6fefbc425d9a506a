// Interfaces as net-tools sees them: devices, and the labels of addresses that stand for more (`eth0:1`).
// Ref: net-tools lib/interface.c
import type { Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { IFNAMSIZ } from '../../../uapi/if.ts'
import { AF_INET, type AddrMessage, type LinkMessage } from '../../../uapi/rtnetlink.ts'
import { parseInet6, formatInet6 } from '../../../wire/inet6.ts'
import { nstrcmp } from './nstrcmp.ts'

export interface Inet6Line {
  readonly address: string
  readonly prefixlen: number
  /** As /proc/net/if_inet6 has it: 0 global, 0x10 host, 0x20 link. */
  readonly scope: number
}

export interface Interface {
  readonly name: string
  readonly link: LinkMessage
  /** The first address of that label. */
  readonly inet: AddrMessage | null
  readonly inet6: readonly Inet6Line[]
  /** It is a label, whose device has the statistics. */
  readonly alias: boolean
}

/** Name of the device that `eth0:1` is a label of. */
export function deviceOf(name: string): string {
  return name.split(':')[0] ?? name
}

/** What fits into ifr_name. */
export function ifrName(name: string): string {
  return name.slice(0, IFNAMSIZ - 1)
}

/** Not brought up to date first, as SIOCGIFFLAGS does not: a dump, not one link. */
export function linkOf(p: Process, name: string): LinkMessage | null {
  return linksOf(p).find((link) => link.ifname === deviceOf(name)) ?? null
}

function linksOf(p: Process): readonly LinkMessage[] {
  const messages = p.net.rtnetlink({ type: 'RTM_GETLINK' }).messages ?? []
  return messages.flatMap((m) => (m.type === 'RTM_NEWLINK' ? [m] : []))
}

export function addressesOf(p: Process): readonly AddrMessage[] {
  const messages = p.net.rtnetlink({ type: 'RTM_GETADDR', family: AF_INET }).messages ?? []
  return messages.flatMap((m) => (m.type === 'RTM_NEWADDR' ? [m] : []))
}

/** In nstrcmp's order. */
export function allInterfaces(p: Process): readonly Interface[] {
  const labels = addressesOf(p).map((addr) => addr.label ?? '')
  const names = new Set([...labels.filter((label) => label !== ''), ...linksOf(p).map((link) => link.ifname)])
  return [...names].sort(nstrcmp).flatMap((name) => fetchInterface(p, name) ?? [])
}

/** null: there is no such device. */
export function fetchInterface(p: Process, name: string): Interface | null {
  const link = linkOf(p, name)
  if (link === null) return null
  return {
    name,
    link,
    inet: addressesOf(p).find((addr) => addr.label === name && addr.index === link.index) ?? null,
    inet6: inet6Lines(p, name),
    alias: name.includes(':'),
  }
}

function inet6Lines(p: Process, name: string): readonly Inet6Line[] {
  const text = p.fs.readText('/proc/net/if_inet6')
  if (isErrno(text)) return []
  return text.split('\n').flatMap((line) => {
    const [hex = '', , prefixlen = '0', scope = '0', , device] = line.trim().split(/\s+/)
    const address = parseInet6((hex.match(/..../g) ?? []).join(':'))
    if (device !== name || address === null) return []
    return [{ address: formatInet6(address), prefixlen: parseInt(prefixlen, 16), scope: parseInt(scope, 16) }]
  })
}
