// `bridge link`: ports (Ref: iproute2 bridge/link.c).
import { EOPNOTSUPP } from '../../uapi/errno.ts'
import type { BridgePortAttrs } from '../../uapi/bridge.ts'
import type { LinkMessage, LinkRequest } from '../../uapi/rtnetlink.ts'
import type { Args } from '../ip/args.ts'
import { matches } from '../ip/args.ts'
import type { IpContext } from '../ip/context.ts'
import { cannotFindDevice, reportError, talk } from '../ip/libnetlink.ts'
import { PORT_STATES } from '../ip/linkdetails.ts'
import { printFlags, printNameAndLink } from '../ip/linkflags.ts'
import { atoi, parseUnsigned } from '../ip/utils.ts'
import { BRIDGE_LINK_USAGE } from './usage.ts'

/** Runs the verb at hand and gives the exit status. */
export function linkObject(ctx: IpContext, args: Args): number {
  if (!args.more) return show(ctx, args)
  const verb = args.take()
  if (matches(verb, 'set') || matches(verb, 'change')) return set(ctx, args)
  if (matches(verb, 'show') || matches(verb, 'lst') || matches(verb, 'list')) return show(ctx, args)
  if (matches(verb, 'help')) ctx.usage(BRIDGE_LINK_USAGE)
  ctx.err(`Command "${verb}" is unknown, try "bridge link help".\n`)
  ctx.exit(255)
}

function show(ctx: IpContext, args: Args): number {
  let dev: string | null = null
  while (args.more) {
    // Any other word is passed over, as iproute2 does.
    if (args.take() !== 'dev') continue
    const name = args.value()
    if (dev !== null) args.duparg('dev', name)
    dev = name
  }
  const links = ctx.links.list()
  const index = dev === null ? 0 : ctx.links.index(dev)
  if (dev !== null && index === 0) {
    cannotFindDevice(ctx, dev)
    return 255
  }
  ctx.out.beginJson()
  for (const link of links) {
    const port = link.linkinfo?.bridgePort
    if (port && (index === 0 || link.index === index)) printLink(ctx, { ...link, byBridge: true })
  }
  ctx.out.endJson()
  return 0
}

/** Also what `bridge monitor` tells of: of links that no bridge speaks of, less is known. Ref: print_linkinfo() */
export function printLink(ctx: IpContext, told: LinkMessage): void {
  const { out } = ctx
  const link = told.byBridge ? withoutNetns(told) : told
  out.openObject(null)
  out.any('ifindex', link.index, `${link.index}: `)
  const mdown = printNameAndLink(ctx, link, (name) => `${name}: `)
  printFlags(out, link.flags, mdown)
  out.any('mtu', link.mtu, `mtu ${link.mtu} `)
  if (link.master !== undefined) {
    const master = ctx.links.name(link.master)
    out.any('master', master, `master ${master} `)
  }
  const port = link.linkinfo?.bridgePort
  if (port && link.byBridge && link.type === 'RTM_NEWLINK') printProtinfo(ctx, port)
  out.text('\n')
  out.closeObject()
}

function printProtinfo(ctx: IpContext, port: BridgePortAttrs): void {
  const { out } = ctx
  const state = PORT_STATES[port.state ?? 0] ?? ''
  out.any('state', state, `state ${state} `)
  if (port.priority !== undefined) out.any('priority', port.priority, `priority ${port.priority} `)
  if (port.cost !== undefined) out.any('cost', port.cost, `cost ${port.cost} `)
  if (ctx.options.details > 0) printDetails(ctx, port)
}

/**
 * The bridge's own messages tell the number of the other end but not in which namespace it counts, so `bridge` looks it up
 * in this one, and may name a stranger. Ref: net/bridge/br_netlink.c:br_fill_ifinfo()
 */
function withoutNetns(link: LinkMessage): LinkMessage {
  const { linkNetnsid: _, link: peer, ...rest } = link
  return peer === undefined || peer === link.index ? rest : { ...rest, link: peer }
}

function printDetails(ctx: IpContext, port: BridgePortAttrs): void {
  const { out } = ctx
  const onOff = (key: string, value: boolean): void => out.any(key, value, `${key} ${value ? 'on' : 'off'} `)
  out.nl()
  out.text('    ')
  onOff('hairpin', port.hairpin ?? false)
  onOff('guard', port.guard ?? false)
  onOff('root_block', port.rootBlock ?? false)
  onOff('fastleave', port.fastLeave ?? false)
  onOff('learning', port.learning ?? true)
  onOff('flood', port.flood ?? true)
  onOff('mcast_flood', port.mcastFlood ?? true)
  onOff('bcast_flood', port.bcastFlood ?? true)
  out.any('mcast_router', port.mcastRouter ?? 1, `mcast_router ${port.mcastRouter ?? 1} `)
  onOff('mcast_to_unicast', port.mcastToUnicast ?? false)
  onOff('neigh_suppress', port.neighSuppress ?? false)
  onOff('vlan_tunnel', false)
  onOff('isolated', port.isolated ?? false)
  onOff('locked', port.locked ?? false)
}

/** Switches; null: not carried by the messages. */
const SWITCHES = new Map<
  string,
  | 'guard'
  | 'hairpin'
  | 'fastLeave'
  | 'rootBlock'
  | 'learning'
  | 'flood'
  | 'mcastFlood'
  | 'bcastFlood'
  | 'neighSuppress'
  | 'isolated'
  | 'mcastToUnicast'
  | 'locked'
  | null
>([
  ['guard', 'guard'],
  ['hairpin', 'hairpin'],
  ['fastleave', 'fastLeave'],
  ['root_block', 'rootBlock'],
  ['learning', 'learning'],
  ['learning_sync', null],
  ['flood', 'flood'],
  ['mcast_flood', 'mcastFlood'],
  ['bcast_flood', 'bcastFlood'],
  ['mcast_to_unicast', 'mcastToUnicast'],
  ['neigh_suppress', 'neighSuppress'],
  ['vlan_tunnel', null],
  ['isolated', 'isolated'],
  ['locked', 'locked'],
])

/** What parse_one_of() gives back, as the exit status shows it. */
const BAD_SWITCH = 256 - 22

function set(ctx: IpContext, args: Args): number {
  const port: BridgePortAttrs = {}
  let dev: string | null = null
  while (args.more) {
    const word = args.take()
    const attr = SWITCHES.get(word)
    if (word === 'dev') dev = args.value()
    else if (attr !== undefined) {
      const on = args.oneOfOffOn(word)
      if (on === null) return BAD_SWITCH
      if (attr === null) ctx.unsupported(`bridge port option ${word}`)
      port[attr] = on
    } else if (word === 'cost') {
      const cost = atoi(args.value())
      if (cost > 0) port.cost = cost
    } else if (word === 'priority') {
      const priority = atoi(args.value())
      if (priority >= 0) port.priority = priority
    } else if (word === 'state') {
      const state = parseState(args.value())
      if (state === null) {
        ctx.err('Error: invalid STP port state\n')
        return 255
      }
      port.state = state
    } else if (word === 'master') continue
    else if (word === 'mcast_router') {
      const router = args.value()
      port.mcastRouter = parseUnsigned(router, 255) ?? args.invarg('invalid mcast_router', router)
    } else if (['hwmode', 'self', 'backup_port', 'nobackup_port'].includes(word)) {
      ctx.unsupported(`bridge port option ${word}`)
    } else ctx.usage(BRIDGE_LINK_USAGE)
  }
  if (dev === null) {
    ctx.err('Device is a required argument.\n')
    return 255
  }
  const index = ctx.links.index(dev)
  if (index === 0) {
    ctx.err(`Cannot find bridge device "${dev}"\n`)
    return 255
  }
  if (!ctx.links.get(index)?.linkinfo?.bridgePort) {
    reportError(ctx, { errno: EOPNOTSUPP, extack: null })
    return 255
  }
  const link: LinkRequest = { index, bridgePort: port }
  return talk(ctx, { type: 'RTM_NEWLINK', flags: {}, link }) ? 0 : 255
}

/** A number or a name. */
function parseState(word: string): number | null {
  if (/^\s*[+-]?\d+$/.test(word)) return Number(word)
  const state = PORT_STATES.indexOf(word)
  return state < 0 ? null : state
}
