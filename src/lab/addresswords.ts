// An address of a device in the words of `ip addr add`.
import {
  AF_INET6,
  IFA_F_HOMEADDRESS,
  IFA_F_MANAGETEMPADDR,
  IFA_F_MCAUTOJOIN,
  IFA_F_NODAD,
  IFA_F_NOPREFIXROUTE,
  IFA_F_PERMANENT,
  INFINITY_LIFE_TIME,
  RT_SCOPE_HOST,
  RT_SCOPE_LINK,
  RT_SCOPE_SITE,
  RT_SCOPE_UNIVERSE,
  type AddrMessage,
} from '../uapi/rtnetlink.ts'
import { formatInet, inetMask, type Inet } from '../wire/inet.ts'
import { formatInet6, IN6ADDR_LOOPBACK, type Inet6 } from '../wire/inet6.ts'

/** In the order in which adding them makes them stand as they do: of IPv6 the last that was added stands first. */
export function addressWords(addresses: readonly AddrMessage[], device: string): string[] {
  const inet = addresses.filter((a) => a.family !== AF_INET6)
  const inet6 = addresses.filter((a) => a.family === AF_INET6).toReversed()
  return [...inet.flatMap((a) => inetWords(a, device)), ...inet6.flatMap(inet6Words)]
}

const SCOPES: Readonly<Record<number, string>> = {
  [RT_SCOPE_UNIVERSE]: 'global',
  [RT_SCOPE_SITE]: 'site',
  [RT_SCOPE_LINK]: 'link',
  [RT_SCOPE_HOST]: 'host',
}

/** Nothing for 127.0.0.1, which lo has by itself. */
function inetWords(a: AddrMessage, device: string): string[] {
  const local = a.local as Inet
  const address = a.address as Inet
  if (device === 'lo' && a.scope === RT_SCOPE_HOST && local === 0x7f000001 && a.prefixlen === 8) return []
  const words = [`${formatInet(local)}${address === local ? `/${a.prefixlen}` : ''}`]
  if (address !== local) words.push(`peer ${formatInet(address)}/${a.prefixlen}`)
  if (a.broadcast !== undefined) {
    const usual = (local | ~inetMask(a.prefixlen)) >>> 0
    words.push(a.broadcast === usual && a.prefixlen < 31 ? 'brd +' : `brd ${formatInet(a.broadcast)}`)
  }
  if (a.label !== undefined && a.label !== device) words.push(`label ${a.label}`)
  const expected = local >>> 24 === 127 ? RT_SCOPE_HOST : RT_SCOPE_UNIVERSE
  if (a.scope !== expected) words.push(`scope ${SCOPES[a.scope] ?? a.scope}`)
  if (a.metric) words.push(`metric ${a.metric}`)
  if (a.flags & IFA_F_NOPREFIXROUTE) words.push('noprefixroute')
  return [[...words, ...lifetimeWords(a)].join(' ')]
}

const FLAGS: readonly (readonly [bit: number, word: string])[] = [
  [IFA_F_HOMEADDRESS, 'home'],
  [IFA_F_MANAGETEMPADDR, 'mngtmpaddr'],
  [IFA_F_NODAD, 'nodad'],
  [IFA_F_NOPREFIXROUTE, 'noprefixroute'],
  [IFA_F_MCAUTOJOIN, 'autojoin'],
]

/** Nothing for what devices have by themselves: ::1, and the link-local address made of the MAC. */
function inet6Words(a: AddrMessage): string[] {
  const local = a.local as Inet6
  const address = a.address as Inet6
  if (local === IN6ADDR_LOOPBACK || isMadeOfMac(a)) return []
  const words = [
    address === local
      ? `${formatInet6(local)}/${a.prefixlen}`
      : `${formatInet6(local)} peer ${formatInet6(address)}/${a.prefixlen}`,
  ]
  if (a.metric) words.push(`metric ${a.metric}`)
  words.push(...FLAGS.flatMap(([bit, word]) => (a.flags & bit ? [word] : [])))
  return [[...words, ...lifetimeWords(a)].join(' ')]
}

function lifetimeWords({ validLft, preferredLft }: AddrMessage): string[] {
  if (validLft === INFINITY_LIFE_TIME && preferredLft === INFINITY_LIFE_TIME) return []
  const seconds = (lifetime: number): string => (lifetime === INFINITY_LIFE_TIME ? 'forever' : `${lifetime}`)
  return [`valid_lft ${seconds(validLft)} preferred_lft ${seconds(preferredLft)}`]
}

/** RFC 4291 Appendix A: an interface identifier with ff:fe in its middle. */
function isMadeOfMac(a: AddrMessage): boolean {
  const middle = ((a.local as Inet6) >> 24n) & 0xffffn
  return a.scope === RT_SCOPE_LINK && (a.flags & IFA_F_PERMANENT) !== 0 && middle === 0xfffen
}
