// One device as `ip link` and `ip addr` show it.
import { ARPHRD_ETHER, ARPHRD_LOOPBACK, ARPHRD_NONE, IFF_POINTOPOINT } from '../../uapi/if.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { AF_PACKET } from '../../uapi/socket.ts'
import { formatMac } from '../../wire/mac.ts'
import type { IpContext } from './context.ts'
import { printLinkInfo } from './linkdetails.ts'
import { printFlags, printNameAndLink } from './linkflags.ts'
import { printStats } from './linkstats.ts'
import { nameOfNsid } from './nsid.ts'
import type { Color } from './print.ts'
import { padEnd } from './print.ts'

const HARDWARE_TYPES = new Map<number, string>([
  [ARPHRD_ETHER, 'ether'],
  [ARPHRD_LOOPBACK, 'loopback'],
  [ARPHRD_NONE, 'none'],
])

function stateColor(state: string): Color {
  return state === 'UP' ? 'up' : state === 'DOWN' ? 'down' : 'none'
}

/** With -br: name, state, and for `ip link` address and flags too. No newline after a bare state: addresses follow. */
export function printLinkBrief(ctx: IpContext, link: LinkMessage): void {
  const { out } = ctx
  const mdown = printNameAndLink(ctx, link, (name) => `${padEnd(name, 16)} `)
  out.colored(stateColor(link.operstate), 'operstate', link.operstate, `${padEnd(link.operstate, 14)} `)
  if (ctx.family !== AF_PACKET) return
  if (link.hwType !== ARPHRD_NONE) {
    const address = formatMac(link.address)
    out.colored('mac', 'address', address, `${address} `)
  }
  printFlags(out, link.flags, mdown)
  out.text('\n')
}

/** As `ip link`, `ip addr` (false) or `ip monitor` shows it. Ends the record's first part with a newline. */
export function printLink(ctx: IpContext, link: LinkMessage, how: boolean | 'monitor'): void {
  const { out, options } = ctx
  const isLink = how === true
  out.any('ifindex', link.index, `${link.index}: `)
  const mdown = printNameAndLink(ctx, link, (name) => `${name}: `)
  printFlags(out, link.flags, mdown)
  out.any('mtu', link.mtu, `mtu ${link.mtu} `)
  if (!link.inet6 && !link.byBridge) out.any('qdisc', link.qdisc, `qdisc ${link.qdisc} `)
  if (link.master !== undefined) {
    const master = ctx.links.name(link.master)
    out.any('master', master, `master ${master} `)
  }
  out.text('state ')
  out.colored(stateColor(link.operstate), 'operstate', link.operstate, `${link.operstate} `)
  if (isLink) {
    const mode = link.linkmode === 0 ? 'DEFAULT' : 'DORMANT'
    out.any('linkmode', mode, `mode ${mode} `)
  }
  if (!link.inet6 && !link.byBridge) {
    const group = ctx.names.group(link.group)
    out.any('group', group, `group ${group} `)
  }
  if (link.txqlen !== 0 && how !== 'monitor') out.any('txqlen', link.txqlen, `qlen ${link.txqlen}`)
  if (link.event !== undefined) out.any('event', link.event, `event ${link.event} `)
  const always = how === 'monitor' || options.details > 0
  if (always || ctx.family === 0 || ctx.family === AF_PACKET) printHardware(ctx, link)
  printPeerNamespace(ctx, link)
  printMove(ctx, link)
  printProtodown(ctx, link)
  if (options.details > 0) printDetails(ctx, link, isLink)
  if ((isLink || options.details > 0) && link.alias !== undefined) {
    out.nl()
    out.any('ifalias', link.alias, `    alias ${link.alias}`)
  }
  if (isLink && options.stats > 0) {
    out.nl()
    printStats(ctx, link)
  }
  printAltnames(ctx, link)
  out.text('\n')
}

function printHardware(ctx: IpContext, link: LinkMessage): void {
  const { out } = ctx
  const type = HARDWARE_TYPES.get(link.hwType) ?? `[${link.hwType}]`
  out.nl()
  out.any('link_type', type, `    link/${type} `)
  if (link.hwType === ARPHRD_NONE) return
  const address = formatMac(link.address)
  out.colored('mac', 'address', address, address)
  if (link.byBridge) return
  const pointToPoint = (link.flags & IFF_POINTOPOINT) !== 0
  out.text(pointToPoint ? ' peer ' : ' brd ')
  if (pointToPoint) out.field('link_pointtopoint', true)
  const broadcast = formatMac(link.broadcast)
  out.colored('mac', 'broadcast', broadcast, broadcast)
}

function printPeerNamespace(ctx: IpContext, link: LinkMessage): void {
  const id = link.linkNetnsid
  if (id === undefined) return
  const { out } = ctx
  if (out.isJson) {
    out.field('link_netnsid', id)
    return
  }
  const name = nameOfNsid(ctx, id)
  out.text(name === null ? ` link-netnsid ${id < 0 ? 'unknown' : id}` : ` link-netns ${name}`)
}

/** Where a link that is deleted here has gone to. */
function printMove(ctx: IpContext, { newNetnsid: id, newIndex }: LinkMessage): void {
  if (id === undefined) return
  const name = nameOfNsid(ctx, id)
  ctx.out.text(name === null ? ` new-netnsid ${id}` : ` new-netns ${name}`)
  if (newIndex !== undefined) ctx.out.text(` new-ifindex ${newIndex}`)
}

/** Of every software device. */
const TSO_MAX_SEGS = 65535

function printProtodown(ctx: IpContext, link: LinkMessage): void {
  if (!link.protoDown) return
  const { out } = ctx
  out.any('proto_down', true, ' protodown on ')
  const { protoDownReason = 0 } = link
  if (protoDownReason === 0) return
  out.openArray('proto_down_reason', 'protodown_reason <')
  const bits = Array.from({ length: 32 }, (_, i) => i).filter((i) => (protoDownReason >>> i) & 1)
  for (const [at, bit] of bits.entries()) out.item(String(bit), at < bits.length - 1 ? `${bit},` : `${bit}`)
  out.closeArray('>')
}

function printAltnames(ctx: IpContext, link: LinkMessage): void {
  if (!link.altnames) return
  const { out } = ctx
  out.openArray('altnames', '')
  for (const name of link.altnames) {
    out.nl()
    out.text('    altname ')
    out.item(name, name)
  }
  out.closeArray('')
}

function printDetails(ctx: IpContext, link: LinkMessage, isLink: boolean): void {
  const { out } = ctx
  out.any('promiscuity', link.promiscuity, ` promiscuity ${link.promiscuity} `)
  out.any('allmulti', link.allmulti, ` allmulti ${link.allmulti} `)
  out.any('min_mtu', link.minMtu, `minmtu ${link.minMtu} `)
  out.any('max_mtu', link.maxMtu, `maxmtu ${link.maxMtu} `)
  printLinkInfo(ctx, link)
  if (isLink) out.any('inet6_addr_gen_mode', link.addrgenmode, `addrgenmode ${link.addrgenmode} `)
  out.any('num_tx_queues', link.numTxQueues, `numtxqueues ${link.numTxQueues} `)
  out.any('num_rx_queues', link.numRxQueues, `numrxqueues ${link.numRxQueues} `)
  out.any('gso_max_size', link.gsoMaxSize, `gso_max_size ${link.gsoMaxSize} `)
  out.any('gso_max_segs', link.gsoMaxSegs, `gso_max_segs ${link.gsoMaxSegs} `)
  const { tsoMaxSize, groMaxSize } = link
  out.any('tso_max_size', tsoMaxSize, `tso_max_size ${tsoMaxSize} `)
  out.any('tso_max_segs', TSO_MAX_SEGS, `tso_max_segs ${TSO_MAX_SEGS} `)
  out.any('gro_max_size', groMaxSize, `gro_max_size ${groMaxSize} `)
}
