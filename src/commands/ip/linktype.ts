// The words after `type KIND`.
import type { BridgePortAttrs, LinkInfo } from '../../uapi/rtnetlink.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import type { ParsedLink } from './linkparse.ts'
import { garbage, parseLink } from './linkparse.ts'
import { parseIpvlan, parseMacvlan, parseVlan } from './linktypestacked.ts'
import { BRIDGE_SLAVE_USAGE, BRIDGE_USAGE, VETH_USAGE } from './usage/linktypes.ts'
import { LINK_USAGE } from './usage/link.ts'
import { MORE_LINK_TYPES } from './usage/morelinktypes.ts'
import { OTHER_LINK_TYPES } from './usage/otherlinktypes.ts'
import { parseUnsigned } from './utils.ts'
import { parseVxlan } from './vxlan.ts'

/** Kinds that Linux knows and iproute2 has no words for. */
const WORDLESS_KINDS: ReadonlySet<string> = new Set(['lowpan', 'netkit', 'tun', 'wireguard'])

/** Kinds that are here although their help stands among that of the others. */
const HELPED_KINDS: ReadonlySet<string> = new Set(['dummy', 'ipvlan', 'macvlan', 'vlan', 'vxlan'])

function isUnsupported(kind: string): boolean {
  if (HELPED_KINDS.has(kind)) return false
  return OTHER_LINK_TYPES.has(kind) || MORE_LINK_TYPES.has(kind) || WORDLESS_KINDS.has(kind)
}

/** What the words after `type` add to the request. */
export interface TypeWords {
  readonly linkinfo: LinkInfo
  readonly bridgePort: BridgePortAttrs | null
  /** `fdb_flush` was among them. */
  readonly fdbFlush: boolean
  /** The other end of a veth, when it was described. */
  readonly peer: ParsedLink | null
}

/** Reads them, or gives the exit status after the refusal has been written. */
export function parseType(ctx: IpContext, args: Args, kind: string, create: boolean): TypeWords | number {
  if (isUnsupported(kind)) ctx.unsupported(`link type ${kind}`)
  const plain: TypeWords = { linkinfo: { kind }, bridgePort: null, fdbFlush: false, peer: null }
  if (!args.more) return plain
  switch (kind) {
    case 'veth':
      return parseVeth(ctx, args, create)
    case 'bridge':
      return parseBridge(ctx, args)
    case 'bridge_slave':
      return parseBridgeSlave(ctx, args)
    case 'vxlan': {
      const vxlan = parseVxlan(ctx, args, create)
      return typeof vxlan === 'number' ? vxlan : { ...plain, linkinfo: { kind, vxlan } }
    }
    case 'vlan':
      return alone(parseVlan(ctx, args))
    case 'macvlan':
      return alone(parseMacvlan(ctx, args))
    case 'ipvlan':
      return alone(parseIpvlan(ctx, args))
    case 'dummy':
      // A dummy has no words of its own; iproute2 does not look at what follows.
      return plain
  }
  if (matches(args.word, 'help')) ctx.usage(LINK_USAGE)
  ctx.err(`Garbage instead of arguments "${args.word} ...". Try "ip link help".\n`)
  return 1
}

/** A kind whose words tell of nothing but the device itself. */
function alone(linkinfo: LinkInfo | number): TypeWords | number {
  return typeof linkinfo === 'number' ? linkinfo : { linkinfo, bridgePort: null, fdbFlush: false, peer: null }
}

function parseVeth(ctx: IpContext, args: Args, create: boolean): TypeWords | number {
  if (args.take() !== 'peer') {
    ctx.out.text(VETH_USAGE)
    return 1
  }
  const peer = parseLink(ctx, args, create)
  if (typeof peer === 'number') return peer
  if (peer.type !== null) args.duparg('type', peer.type)
  if (args.more) garbage(ctx, args)
  return { linkinfo: { kind: 'veth', peer: peer.request }, bridgePort: null, fdbFlush: false, peer }
}

type NumberAttr =
  | 'forwardDelay'
  | 'helloTime'
  | 'maxAge'
  | 'ageingTime'
  | 'stpState'
  | 'priority'
  | 'vlanFiltering'
  | 'groupFwdMask'
  | 'mcastSnooping'

const U8 = 0xff
const U16 = 0xffff
const U32 = 0xffffffff

/** In the order in which abbreviations are tried; null: not carried by the messages. */
const BRIDGE_WORDS: readonly (readonly [string, NumberAttr | null, number])[] = [
  ['forward_delay', 'forwardDelay', U32],
  ['hello_time', 'helloTime', U32],
  ['max_age', 'maxAge', U32],
  ['ageing_time', 'ageingTime', U32],
  ['stp_state', 'stpState', U32],
  ['priority', 'priority', U16],
  ['vlan_filtering', 'vlanFiltering', U8],
  ['vlan_protocol', null, 0],
  ['group_fwd_mask', 'groupFwdMask', U16],
  ['group_address', null, 0],
  ['fdb_flush', null, 0],
  ['vlan_default_pvid', null, 0],
  ['vlan_stats_enabled', null, 0],
  ['vlan_stats_per_port', null, 0],
  ['mcast_router', null, 0],
  ['mcast_snooping', 'mcastSnooping', U8],
  ['mcast_query_use_ifaddr', null, 0],
  ['mcast_querier', null, 0],
  ['mcast_hash_elasticity', null, 0],
  ['mcast_hash_max', null, 0],
  ['mcast_last_member_count', null, 0],
  ['mcast_startup_query_count', null, 0],
  ['mcast_last_member_interval', null, 0],
  ['mcast_membership_interval', null, 0],
  ['mcast_querier_interval', null, 0],
  ['mcast_query_interval', null, 0],
  ['mcast_query_response_interval', null, 0],
  ['mcast_startup_query_interval', null, 0],
  ['mcast_stats_enabled', null, 0],
  ['mcast_igmp_version', null, 0],
  ['mcast_mld_version', null, 0],
  ['nf_call_iptables', null, 0],
  ['nf_call_ip6tables', null, 0],
  ['nf_call_arptables', null, 0],
  ['help', null, 0],
]

const BRIDGE_WHOLE_WORDS: ReadonlySet<string> = new Set(['no_linklocal_learn', 'mcast_vlan_snooping'])

function parseBridge(ctx: IpContext, args: Args): TypeWords | number {
  const linkinfo: LinkInfo = { kind: 'bridge', bridge: {} }
  const bridge = linkinfo.bridge ?? {}
  let fdbFlush = false
  while (args.more) {
    const word = args.take()
    if (BRIDGE_WHOLE_WORDS.has(word)) ctx.unsupported(`bridge option ${word}`)
    const found = BRIDGE_WORDS.find(([keyword]) => matches(word, keyword))
    if (!found || found[0] === 'help') {
      if (!found) ctx.err(`bridge: unknown command "${word}"?\n`)
      ctx.err(BRIDGE_USAGE)
      return 1
    }
    const [keyword, attr, max] = found
    if (keyword === 'fdb_flush') {
      fdbFlush = true
      continue
    }
    if (attr === null) ctx.unsupported(`bridge option ${keyword}`)
    const text = args.value()
    const value = parseUnsigned(text, max)
    if (value === null) args.invarg(`invalid ${keyword}`, text)
    bridge[attr] = value
  }
  return { linkinfo, bridgePort: null, fdbFlush, peer: null }
}

type SwitchAttr =
  | 'hairpin'
  | 'guard'
  | 'rootBlock'
  | 'fastLeave'
  | 'learning'
  | 'flood'
  | 'mcastFlood'
  | 'bcastFlood'
  | 'isolated'
  | 'neighSuppress'

/** In the order in which abbreviations are tried; null: not carried by the messages. */
const PORT_SWITCHES: readonly (readonly [string, SwitchAttr | null])[] = [
  ['hairpin', 'hairpin'],
  ['guard', 'guard'],
  ['root_block', 'rootBlock'],
  ['fastleave', 'fastLeave'],
  ['learning', 'learning'],
  ['flood', 'flood'],
  ['mcast_flood', 'mcastFlood'],
  ['bcast_flood', 'bcastFlood'],
  ['mcast_to_unicast', null],
  ['proxy_arp', null],
  ['proxy_arp_wifi', null],
  ['mcast_router', null],
  ['mcast_fast_leave', 'fastLeave'],
  ['neigh_suppress', 'neighSuppress'],
  ['group_fwd_mask', null],
  ['vlan_tunnel', null],
  ['isolated', 'isolated'],
  ['locked', null],
  ['backup_port', null],
  ['nobackup_port', null],
]

const PORT_NUMBERS: readonly (readonly [string, 'state' | 'priority' | 'cost', number])[] = [
  ['state', 'state', U8],
  ['priority', 'priority', U16],
  ['cost', 'cost', U32],
]

function parseBridgeSlave(ctx: IpContext, args: Args): TypeWords | number {
  const bridgePort: BridgePortAttrs = {}
  while (args.more) {
    const word = args.take()
    if (matches(word, 'fdb_flush')) ctx.unsupported('bridge_slave option fdb_flush')
    const number = PORT_NUMBERS.find(([keyword]) => matches(word, keyword))
    if (number) {
      const text = args.value()
      const value = parseUnsigned(text, number[2])
      if (value === null) args.invarg(`${number[0]} is invalid`, text)
      bridgePort[number[1]] = value
      continue
    }
    const found = PORT_SWITCHES.find(([keyword]) => matches(word, keyword))
    if (!found) {
      if (!matches(word, 'help')) ctx.err(`bridge_slave: unknown option "${word}"?\n`)
      ctx.err(BRIDGE_SLAVE_USAGE)
      return 1
    }
    const [keyword, attr] = found
    if (attr === null) ctx.unsupported(`bridge_slave option ${keyword}`)
    const on = args.oneOfOffOn(keyword)
    if (on === null) ctx.exit(1)
    bridgePort[attr] = on
  }
  return { linkinfo: { kind: 'bridge_slave' }, bridgePort, fdbFlush: false, peer: null }
}
