// Devices and addresses as BusyBox's ip shows them. Ref: busybox networking/libiproute/ipaddress.c
import {
  ARPHRD_ETHER,
  ARPHRD_LOOPBACK,
  ARPHRD_NONE,
  IFF_BROADCAST,
  IFF_LOOPBACK,
  IFF_LOWER_UP,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_POINTOPOINT,
  IFF_RUNNING,
  IFF_UP,
} from '../../../uapi/if.ts'
import type { AddrMessage, LinkMessage } from '../../../uapi/rtnetlink.ts'
import {
  AF_INET6,
  IFA_F_DADFAILED,
  IFA_F_DEPRECATED,
  IFA_F_PERMANENT,
  IFA_F_SECONDARY,
  IFA_F_TENTATIVE,
  INFINITY_LIFE_TIME,
} from '../../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../../uapi/socket.ts'
import { formatAddress } from '../../../wire/inet6.ts'
import { formatMac } from '../../../wire/mac.ts'
import type { InetPrefix } from '../../ip/utils.ts'
import { fnmatch, inFilter } from '../../ip/utils.ts'
import type { IpContext } from './context.ts'

const FLAGS: readonly (readonly [number, string])[] = [
  [IFF_LOOPBACK, 'LOOPBACK'],
  [IFF_BROADCAST, 'BROADCAST'],
  [IFF_POINTOPOINT, 'POINTOPOINT'],
  [IFF_MULTICAST, 'MULTICAST'],
  [IFF_NOARP, 'NOARP'],
  [IFF_UP, 'UP'],
  [IFF_LOWER_UP, 'LOWER_UP'],
]

const HARDWARE = new Map<number, string>([
  [ARPHRD_ETHER, 'ether'],
  [ARPHRD_LOOPBACK, 'loopback'],
  [ARPHRD_NONE, 'none'],
])

/** What it knows no name for follows as a number, without a comma. */
function flagWords(flags: number, mdown: boolean): string {
  const noCarrier = (flags & (IFF_UP | IFF_RUNNING)) === IFF_UP
  const known = FLAGS.filter(([flag]) => flags & flag)
  const rest = known.reduce((left, [flag]) => left & ~flag, flags & ~IFF_RUNNING)
  const words = known.map(([, name]) => name).join(',')
  return `<${noCarrier ? 'NO-CARRIER,' : ''}${words}${rest === 0 ? '' : (rest >>> 0).toString(16)}${mdown ? ',M-DOWN' : ''}> `
}

/** Its peer's number is looked up here, whatever namespace it counts in. Ref: print_linkinfo() */
export function linkText(ctx: IpContext, link: LinkMessage): string {
  let text = `${link.index}: ${link.ifname}`
  let mdown = false
  if (link.link === 0) text += '@NONE'
  else if (link.link !== undefined) {
    const peer = ctx.links.get(link.link)
    text += `@${peer?.ifname ?? `if${link.link}`}`
    mdown = !((peer?.flags ?? 0) & IFF_UP)
  }
  text += `: ${flagWords(link.flags, mdown)}mtu ${link.mtu} `
  if (!link.inet6) text += `qdisc ${link.qdisc} `
  if (link.master !== undefined) text += `master ${ctx.links.name(link.master)} `
  if (link.txqlen > 0) text += `qlen ${link.txqlen}`
  if (ctx.family === 0 || ctx.family === AF_PACKET) text += ctx.newline + hardwareText(link)
  return `${text}\n`
}

function hardwareText(link: LinkMessage): string {
  const type = HARDWARE.get(link.hwType) ?? String(link.hwType)
  if (link.hwType === ARPHRD_NONE) return `    link/${type} `
  const other = link.flags & IFF_POINTOPOINT ? 'peer' : 'brd'
  return `    link/${type} ${formatMac(link.address)} ${other} ${formatMac(link.broadcast)}`
}

const ADDRESS_FLAGS: readonly (readonly [number, string])[] = [
  [IFA_F_SECONDARY, 'secondary'],
  [IFA_F_TENTATIVE, 'tentative'],
  [IFA_F_DADFAILED, 'dadfailed'],
  [IFA_F_DEPRECATED, 'deprecated'],
]

/** Ref: print_addrinfo() */
export function addressText(ctx: IpContext, addr: AddrMessage): string {
  const family = addr.family === AF_INET6 ? 'inet6' : 'inet'
  let text = ctx.oneline ? `${addr.index}: ${ctx.links.name(addr.index)}` : ''
  text += `    ${family} ${formatAddress(addr.local)}`
  if (addr.address !== addr.local) text += ` peer ${formatAddress(addr.address)}`
  text += `/${addr.prefixlen} `
  if (addr.broadcast !== undefined) text += `brd ${formatAddress(addr.broadcast)} `
  text += `scope ${ctx.names.scope(addr.scope)} `
  let flags = addr.flags & 0xff
  for (const [flag, name] of ADDRESS_FLAGS) if (flags & flag) text += `${name} `
  for (const [flag] of ADDRESS_FLAGS) flags &= ~flag
  if (!(flags & IFA_F_PERMANENT)) text += 'dynamic '
  flags &= ~IFA_F_PERMANENT
  if (flags) text += `flags ${flags.toString(16).padStart(2, '0')} `
  if (addr.label !== undefined) text += addr.label
  const lifetimes = `valid_lft ${lifetime(addr.validLft)} preferred_lft ${lifetime(addr.preferredLft)}`
  return `${text}${ctx.newline}       ${lifetimes}\n`
}

function lifetime(seconds: number): string {
  return seconds === INFINITY_LIFE_TIME ? 'forever' : `${seconds}sec`
}

interface Filter {
  dev: string | null
  up: boolean
  label: string | null
  to: InetPrefix | null
  scope: number | null
}

function parseFilter(ctx: IpContext): Filter {
  const filter: Filter = { dev: null, up: false, label: null, to: null, scope: null }
  while (ctx.more) {
    const word = ctx.take()
    if (word === 'to') {
      filter.to = ctx.prefix(ctx.value())
      if (ctx.family === 0) ctx.family = filter.to.family
    } else if (word === 'scope') {
      const name = ctx.value()
      if (name === 'all') continue
      filter.scope = ctx.names.parseScope(name) ?? ctx.invalid(name, 'scope')
    } else if (word === 'up') filter.up = true
    else if (word === 'label') filter.label = ctx.value()
    else {
      const dev = word === 'dev' ? ctx.value() : word
      if (filter.dev !== null) ctx.duplicate('dev', dev)
      filter.dev = dev
    }
  }
  return filter
}

/** Links and, unless the family is AF_PACKET, their addresses. Exit status. */
export function showLinks(ctx: IpContext): number {
  const filter = parseFilter(ctx)
  const index = filter.dev === null ? 0 : ctx.device(filter.dev)
  ctx.links.list()
  const family = ctx.family === AF_INET6 ? { family: AF_INET6 } : {}
  const links = ctx.talk({ type: 'RTM_GETLINK', ...family })
  const addresses = ctx.family === AF_PACKET ? [] : readAddresses(ctx)
  const passes = (addr: AddrMessage): boolean => addressPasses(ctx, filter, addr)
  // Any family, or a condition on addresses, leaves only links with an address that is shown.
  const needed = (ctx.family !== 0 && ctx.family !== AF_PACKET) || filter.label !== null || filter.to !== null
  for (const link of links) {
    if (link.type !== 'RTM_NEWLINK' || (index > 0 && link.index !== index)) continue
    if (filter.up && !(link.flags & IFF_UP)) continue
    const own = addresses.filter((addr) => addr.index === link.index && passes(addr))
    if (needed && own.length === 0) continue
    if ((!ctx.oneline || ctx.family === AF_PACKET) && filter.label === null) ctx.out(linkText(ctx, link))
    for (const addr of own) ctx.out(addressText(ctx, addr))
  }
  return 0
}

export function readAddresses(ctx: IpContext): readonly AddrMessage[] {
  const messages = ctx.talk({ type: 'RTM_GETADDR', family: ctx.family })
  return messages.filter((message): message is AddrMessage => message.type === 'RTM_NEWADDR')
}

function addressPasses(ctx: IpContext, filter: Filter, addr: AddrMessage): boolean {
  if (ctx.family !== 0 && addr.family !== ctx.family) return false
  if (filter.scope !== null && addr.scope !== filter.scope) return false
  if (!inFilter(filter.to, addr.local)) return false
  return filter.label === null || fnmatch(filter.label, addr.label ?? ctx.links.name(addr.index))
}

/** `ip addr flush`: round by round, for a secondary may become primary. Exit status. */
export function flushAddresses(ctx: IpContext): number {
  if (!ctx.more) ctx.die('flush requires an argument')
  const filter = parseFilter(ctx)
  const index = filter.dev === null ? 0 : ctx.device(filter.dev)
  for (;;) {
    const doomed = readAddresses(ctx).filter(
      (addr) => (index === 0 || addr.index === index) && addressPasses(ctx, filter, addr),
    )
    if (doomed.length === 0) return 0
    for (const { family, index: at, prefixlen, local, address, scope, flags } of doomed) {
      const addr = { family, index: at, prefixlen, local, address, scope, flags }
      ctx.p.net.rtnetlink({ type: 'RTM_DELADDR', addr })
    }
  }
}
