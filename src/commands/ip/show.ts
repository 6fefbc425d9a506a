// `ip link show`, `ip addr show` and `ip addr flush` (Ref: iproute2 ip/ipaddress.c:ipaddr_list_flush_or_save()).
import { EADDRNOTAVAIL } from '../../uapi/errno.ts'
import { IFF_UP } from '../../uapi/if.ts'
import type { AddrMessage, AddrRequest, LinkMessage } from '../../uapi/rtnetlink.ts'
import { AF_INET6, AF_UNSPEC, IFA_F_SECONDARY } from '../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import type { AddrFilter } from './addrfilter.ts'
import { addrPasses, hasShownAddress, isDumped, linkPasses, parseFilter } from './addrfilter.ts'
import { printAddress } from './addrformat.ts'
import type { Args } from './args.ts'
import type { IpContext } from './context.ts'
import { reportError } from './libnetlink.ts'
import { printLink, printLinkBrief } from './linkformat.ts'
import { printStats } from './linkstats.ts'

/** `isLink`: as `ip link`. Exit status. */
export function showLinks(ctx: IpContext, args: Args, isLink: boolean): number {
  const filter = parseFilter(ctx, args, isLink)
  if (!filter) return 1
  ctx.family = filter.family
  if (isLink && filter.dev !== null && filter.group === null) return showOne(ctx, filter, filter.dev)
  ctx.out.beginJson()
  let links = readLinks(ctx, filter)
  const withAddresses = filter.family !== AF_PACKET
  const addresses = new Map<number, AddrMessage[]>()
  if (withAddresses) {
    for (const addr of readAddresses(ctx, filter)) {
      const list = addresses.get(addr.index)
      if (list) list.push(addr)
      else addresses.set(addr.index, [addr])
    }
    links = links.filter((link) => hasShownAddress(ctx, filter, addresses.get(link.index) ?? []))
  }
  // One line for each address has no room for the device's own.
  const hideLinks = withAddresses && ctx.options.oneline && !ctx.options.brief
  for (const link of links) {
    ctx.out.openObject(null)
    const shown = hideLinks || linkPasses(filter, link)
    const printed = shown && !hideLinks && filter.label === null
    if (printed) printOne(ctx, link, isLink)
    if (shown && withAddresses) printAddresses(ctx, filter, link, addresses.get(link.index) ?? [])
    if (printed && !isLink && ctx.options.stats > 0 && !ctx.options.brief) {
      printStats(ctx, link)
      ctx.out.nl()
    }
    ctx.out.closeObject()
  }
  ctx.out.endJson()
  return 0
}

function printOne(ctx: IpContext, link: LinkMessage, isLink: boolean): void {
  if (ctx.options.brief) printLinkBrief(ctx, link)
  else printLink(ctx, link, isLink)
}

/** `ip link show DEV` asks for it by name. */
function showOne(ctx: IpContext, filter: AddrFilter, name: string): number {
  ctx.out.beginJson()
  const reply = ctx.p.net.rtnetlink({ type: 'RTM_GETLINK', ifname: name })
  if (reply.error) {
    reportError(ctx, reply.error)
    ctx.err(`Cannot send link get request: ${reply.error.errno.text}\n`)
    ctx.out.endJson()
    ctx.exit(1)
  }
  ctx.out.openObject(null)
  const [link] = reply.messages
  if (link?.type === 'RTM_NEWLINK' && linkPasses(filter, link)) printOne(ctx, link, true)
  ctx.out.closeObject()
  ctx.out.endJson()
  return 0
}

function readLinks(ctx: IpContext, filter: AddrFilter): readonly LinkMessage[] {
  if (filter.ifindex === 0) {
    const links = ctx.links.list().filter((link) => isDumped(filter, link))
    return filter.family === AF_INET6 ? inet6Links(ctx, links) : links
  }
  const reply = ctx.p.net.rtnetlink({ type: 'RTM_GETLINK', index: filter.ifindex })
  if (reply.error) {
    reportError(ctx, reply.error)
    ctx.err(`Cannot send link request: ${reply.error.errno.text}\n`)
    return []
  }
  return reply.messages.filter((message): message is LinkMessage => message.type === 'RTM_NEWLINK')
}

/** A dump of AF_INET6 is answered by IPv6. */
function inet6Links(ctx: IpContext, links: readonly LinkMessage[]): readonly LinkMessage[] {
  const { messages = [] } = ctx.p.net.rtnetlink({ type: 'RTM_GETLINK', family: AF_INET6 })
  const wanted = new Set(links.map((link) => link.index))
  return messages.filter((m): m is LinkMessage => m.type === 'RTM_NEWLINK' && wanted.has(m.index))
}

function readAddresses(ctx: IpContext, filter: AddrFilter): readonly AddrMessage[] {
  const { messages = [] } = ctx.p.net.rtnetlink({ type: 'RTM_GETADDR', family: filter.family })
  const addrs = messages.filter((message): message is AddrMessage => message.type === 'RTM_NEWADDR')
  return filter.ifindex === 0 ? addrs : addrs.filter((addr) => addr.index === filter.ifindex)
}

function printAddresses(
  ctx: IpContext,
  filter: AddrFilter,
  link: LinkMessage,
  addrs: readonly AddrMessage[],
): void {
  ctx.out.openArray('addr_info', '')
  for (const addr of addrs) {
    if (filter.family !== AF_UNSPEC && addr.family !== filter.family) continue
    if (filter.up && !(link.flags & IFF_UP)) continue
    ctx.out.openObject(null)
    if (addrPasses(ctx, filter, addr)) printAddress(ctx, addr, ctx.options.oneline)
    ctx.out.closeObject()
  }
  ctx.out.closeArray('')
  if (ctx.options.brief) ctx.out.text('\n')
}

function deletion(addr: AddrMessage): AddrRequest {
  const request: AddrRequest = {
    family: addr.family,
    index: addr.index,
    prefixlen: addr.prefixlen,
    local: addr.local,
    address: addr.address,
    scope: addr.scope,
    flags: addr.flags,
  }
  if (addr.label !== undefined) request.label = addr.label
  return request
}

/** Deletes round by round, since a secondary address may become primary, until nothing is left. */
export function flushAddresses(ctx: IpContext, args: Args): number {
  if (!args.more) {
    ctx.err('Flush requires arguments.\n')
    return 1
  }
  if (ctx.family === AF_PACKET) {
    ctx.err('Cannot flush link addresses.\n')
    return 1
  }
  const filter = parseFilter(ctx, args, false)
  if (!filter) return 1
  const { stats, loops } = ctx.options
  const oneRound = (filter.flagMask & ~filter.flags & IFA_F_SECONDARY) !== 0
  for (let round = 0; loops === 0 || round < loops; round++) {
    const doomed = readAddresses(ctx, filter).filter((addr) => addrPasses(ctx, filter, addr))
    if (doomed.length === 0) return flushDone(ctx, round)
    if (stats > 1) for (const addr of doomed) printAddress(ctx, addr, true)
    for (const addr of doomed) {
      const { error } = ctx.p.net.rtnetlink({ type: 'RTM_DELADDR', addr: deletion(addr) })
      // Deleting a primary address may have taken its secondaries along.
      if (!error || error.errno === EADDRNOTAVAIL) continue
      reportError(ctx, error)
      ctx.err(`Failed to send flush request: ${error.errno.text}\n`)
      return 1
    }
    if (stats > 0) ctx.out.line(`\n*** Round ${round + 1}, deleting ${doomed.length} addresses ***\n`)
    if (oneRound) return flushDone(ctx, round + 1)
  }
  ctx.err(`*** Flush remains incomplete after ${loops} rounds. ***\n`)
  return 1
}

function flushDone(ctx: IpContext, rounds: number): number {
  if (ctx.options.stats === 0) return 0
  if (rounds === 0) ctx.out.line('Nothing to flush.\n')
  else ctx.out.line(`*** Flush is complete after ${rounds} round${rounds > 1 ? 's' : ''} ***\n`)
  return 0
}
