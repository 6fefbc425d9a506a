// Which devices and addresses `ip addr` shows or flushes, and `ip link` shows.
import type { AddrMessage, LinkMessage } from '../../uapi/rtnetlink.ts'
import { AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import { IFF_UP } from '../../uapi/if.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { IFA_FLAGS } from './ifaflags.ts'
import { ADDRESS_USAGE } from './usage/address.ts'
import { LINK_USAGE } from './usage/link.ts'
import type { InetPrefix } from './utils.ts'
import { fnmatch, getPrefix, inFilter } from './utils.ts'

export interface AddrFilter {
  /** AF_UNSPEC lets all through. */
  family: number
  ifindex: number
  dev: string | null
  up: boolean
  to: InetPrefix | null
  /** Null lets all through. */
  scope: number | null
  flags: number
  flagMask: number
  label: string | null
  group: number | null
  /** Index of a master. */
  master: number | null
  kind: string | null
  slaveKind: string | null
}

/** Reads the words; null after a device that does not exist was refused. */
export function parseFilter(ctx: IpContext, args: Args, isLink: boolean): AddrFilter | null {
  const filter: AddrFilter = {
    family: ctx.family,
    ifindex: 0,
    dev: null,
    up: false,
    to: null,
    scope: null,
    flags: 0,
    flagMask: 0,
    label: null,
    group: null,
    master: null,
    kind: null,
    slaveKind: null,
  }
  while (args.more) parseWord(ctx, args, filter, isLink)
  if (filter.dev === null) return filter
  filter.ifindex = ctx.links.index(filter.dev)
  if (filter.ifindex > 0) return filter
  ctx.err(`Device "${filter.dev}" does not exist.\n`)
  return null
}

function parseWord(ctx: IpContext, args: Args, filter: AddrFilter, isLink: boolean): void {
  const word = args.take()
  switch (word) {
    case 'to':
      filter.to = getPrefix(ctx, args.value(), filter.family)
      if (filter.family === AF_UNSPEC) filter.family = filter.to.family
      return
    case 'scope': {
      const name = args.value()
      const scope = ctx.names.parseScope(name)
      if (scope === null && name !== 'all') args.invarg('invalid "scope"\n', name)
      filter.scope = scope
      return
    }
    case 'up':
      filter.up = true
      return
    case 'label':
      filter.label = args.value()
      return
    case 'group': {
      const name = args.value()
      filter.group = ctx.names.parseGroup(name)
      if (filter.group === null) args.invarg('Invalid "group" value\n', name)
      return
    }
    case 'master': {
      const name = args.value()
      filter.master = ctx.links.index(name)
      if (filter.master === 0) args.invarg('Device does not exist\n', name)
      return
    }
    case 'vrf':
      return args.invarg('Not a valid VRF name\n', args.value())
    case 'nomaster':
      ctx.unsupported('nomaster')
    case 'type': {
      const kind = args.value()
      if (kind.endsWith('_slave')) filter.slaveKind = kind.slice(0, -'_slave'.length)
      else filter.kind = kind
      return
    }
  }
  if (takeFlag(filter, word)) return
  if (word !== 'dev' && matches(word, 'help')) ctx.usage(isLink ? LINK_USAGE : ADDRESS_USAGE)
  const dev = word === 'dev' ? args.value() : word
  if (filter.dev !== null) args.duparg2('dev', dev)
  filter.dev = dev
}

/** `secondary`, `-tentative`, `dynamic`, `primary`, …: false when the word is none of them. */
function takeFlag(filter: AddrFilter, word: string): boolean {
  let inverted = word.startsWith('-')
  let name = inverted ? word.slice(1) : word
  if (name === 'dynamic' || name === 'primary') {
    inverted = !inverted
    name = name === 'dynamic' ? 'permanent' : 'secondary'
  }
  const flag = IFA_FLAGS.find((one) => one.name === name)
  if (!flag) return false
  filter.flags = inverted ? filter.flags & ~flag.mask : filter.flags | flag.mask
  filter.flagMask |= flag.mask
  return true
}

/** Kinds by which the kernel itself filters a dump. */
const KERNEL_KINDS: ReadonlySet<string> = new Set(['bridge', 'dummy', 'veth'])

/** Whether the kernel's dump would hold the device at all. */
export function isDumped(filter: AddrFilter, link: LinkMessage): boolean {
  if (filter.ifindex > 0) return link.index === filter.ifindex
  if (filter.master !== null && link.master !== filter.master) return false
  return filter.kind === null || !KERNEL_KINDS.has(filter.kind) || link.linkinfo?.kind === filter.kind
}

/** Whether `ip` shows a device of the dump. A filter on labels is for addresses: it hides every device's own lines. */
export function linkPasses(filter: AddrFilter, link: LinkMessage): boolean {
  if (filter.ifindex > 0 && link.index !== filter.ifindex) return false
  if (filter.up && !(link.flags & IFF_UP)) return false
  if (filter.label !== null) return true
  if (filter.group !== null && link.group !== filter.group) return false
  if (filter.master !== null && link.master !== filter.master) return false
  if (filter.kind !== null && link.linkinfo?.kind !== filter.kind) return false
  return filter.slaveKind === null || link.linkinfo?.slaveKind === filter.slaveKind
}

/** An address without label (IPv6) goes by its device's name. */
export function addrPasses(ctx: IpContext, filter: AddrFilter, addr: AddrMessage): boolean {
  if (filter.family !== AF_UNSPEC && filter.family !== addr.family) return false
  if (filter.scope !== null && filter.scope !== addr.scope) return false
  if ((filter.flags ^ addr.flags) & filter.flagMask) return false
  if (!inFilter(filter.to, addr.local)) return false
  return filter.label === null || fnmatch(filter.label, addr.label ?? ctx.links.name(addr.index))
}

/** A device without any address stays in view unless a family was asked for. */
export function hasShownAddress(ctx: IpContext, filter: AddrFilter, addrs: readonly AddrMessage[]): boolean {
  if (addrs.some((addr) => addrPasses(ctx, filter, addr))) return true
  return addrs.length === 0 && (filter.family === AF_UNSPEC || filter.family === AF_PACKET)
}
