// The words after `type bridge` and `type bridge_slave` (Ref: iproute2 ip/iplink_bridge.c, iplink_bridge_slave.c).
import type { BridgeAttrs, BridgePortAttrs, BridgeSettings } from '../../uapi/bridge.ts'
import { ETH_P_8021AD, ETH_P_8021Q } from '../../wire/vlan.ts'
import type { Args } from './args.ts'
import { matches } from './args.ts'
import type { IpContext } from './context.ts'
import { BRIDGE_SLAVE_USAGE, BRIDGE_USAGE } from './usage/linktypes.ts'
import { parseLlAddr, parseUnsigned } from './utils.ts'

type NumberAttr = Exclude<keyof BridgeSettings, 'fdbFlush' | 'groupAddress' | 'vlanProtocol'>

const U8 = 0xff
const U16 = 0xffff
const U32 = 0xffffffff

/** In the order in which abbreviations are tried. */
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
  ['vlan_default_pvid', 'vlanDefaultPvid', U16],
  ['vlan_stats_enabled', 'vlanStatsEnabled', U8],
  ['vlan_stats_per_port', 'vlanStatsPerPort', U8],
  ['mcast_router', 'mcastRouter', U8],
  ['mcast_snooping', 'mcastSnooping', U8],
  ['mcast_query_use_ifaddr', 'mcastQueryUseIfaddr', U8],
  ['mcast_querier', 'mcastQuerier', U8],
  ['mcast_hash_elasticity', 'mcastHashElasticity', U32],
  ['mcast_hash_max', 'mcastHashMax', U32],
  ['mcast_last_member_count', 'mcastLastMemberCount', U32],
  ['mcast_startup_query_count', 'mcastStartupQueryCount', U32],
  ['mcast_last_member_interval', 'mcastLastMemberInterval', U32],
  ['mcast_membership_interval', 'mcastMembershipInterval', U32],
  ['mcast_querier_interval', 'mcastQuerierInterval', U32],
  ['mcast_query_interval', 'mcastQueryInterval', U32],
  ['mcast_query_response_interval', 'mcastQueryResponseInterval', U32],
  ['mcast_startup_query_interval', 'mcastStartupQueryInterval', U32],
  ['mcast_stats_enabled', 'mcastStatsEnabled', U8],
  ['mcast_igmp_version', 'mcastIgmpVersion', U8],
  ['mcast_mld_version', 'mcastMldVersion', U8],
  ['nf_call_iptables', 'nfCallIptables', U8],
  ['nf_call_ip6tables', 'nfCallIp6tables', U8],
  ['nf_call_arptables', 'nfCallArptables', U8],
  ['help', null, 0],
]

/** What they ask for, or the exit status after the refusal has been written. */
export function parseBridge(ctx: IpContext, args: Args): BridgeAttrs | number {
  const bridge: BridgeAttrs = {}
  while (args.more) {
    const word = args.take()
    if (word === 'mcast_vlan_snooping') ctx.unsupported(`bridge option ${word}`)
    if (word === 'no_linklocal_learn') {
      bridge.noLinklocalLearn = value(args, word, U32)
      continue
    }
    const found = BRIDGE_WORDS.find(([keyword]) => matches(word, keyword))
    if (!found || found[0] === 'help') {
      if (!found) ctx.err(`bridge: unknown command "${word}"?\n`)
      ctx.err(BRIDGE_USAGE)
      return 1
    }
    const [keyword, attr, max] = found
    if (attr !== null) bridge[attr] = value(args, keyword, max)
    else if (keyword === 'fdb_flush') bridge.fdbFlush = true
    else if (keyword === 'vlan_protocol') bridge.vlanProtocol = protocol(args)
    else {
      const address = parseLlAddr(ctx, args.value())
      if (!address) return 1
      bridge.groupAddress = address.mac
    }
  }
  return bridge
}

function value(args: Args, keyword: string, max: number): number {
  const text = args.value()
  return parseUnsigned(text, max) ?? args.invarg(`invalid ${keyword}`, text)
}

/** Ref: iproute2 lib/ll_proto.c */
function protocol(args: Args): number {
  const text = args.value()
  const word = text.toLowerCase()
  if (word === '802.1q') return ETH_P_8021Q
  if (word === '802.1ad') return ETH_P_8021AD
  const number = parseUnsigned(text, U16)
  return number === ETH_P_8021Q || number === ETH_P_8021AD
    ? number
    : args.invarg('invalid vlan_protocol', text)
}

type SwitchAttr = {
  [K in keyof BridgePortAttrs]-?: boolean extends BridgePortAttrs[K] ? K : never
}[Exclude<keyof BridgePortAttrs, 'fdbFlush'>]

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
  ['mcast_to_unicast', 'mcastToUnicast'],
  ['proxy_arp', 'proxyArp'],
  ['proxy_arp_wifi', 'proxyArpWifi'],
  ['mcast_router', null],
  ['mcast_fast_leave', 'fastLeave'],
  ['neigh_suppress', 'neighSuppress'],
  ['group_fwd_mask', null],
  ['vlan_tunnel', null],
  ['isolated', 'isolated'],
  ['locked', 'locked'],
  ['backup_port', null],
  ['nobackup_port', null],
]

type PortNumberAttr = 'state' | 'priority' | 'cost' | 'mcastRouter' | 'groupFwdMask'

const PORT_NUMBERS: readonly (readonly [string, PortNumberAttr, number, string])[] = [
  ['state', 'state', U8, 'state is invalid'],
  ['priority', 'priority', U16, 'priority is invalid'],
  ['cost', 'cost', U32, 'cost is invalid'],
]

const LATER_PORT_NUMBERS: readonly (readonly [string, PortNumberAttr, number, string])[] = [
  ['mcast_router', 'mcastRouter', U8, 'invalid mcast_router'],
  ['group_fwd_mask', 'groupFwdMask', U16, 'invalid group_fwd_mask'],
]

/** What they ask for, or the exit status after the refusal has been written. */
export function parseBridgeSlave(ctx: IpContext, args: Args): BridgePortAttrs | number {
  const port: BridgePortAttrs = {}
  const takeNumber = ([, attr, max, complaint]: (typeof PORT_NUMBERS)[number]): void => {
    const text = args.value()
    port[attr] = parseUnsigned(text, max) ?? args.invarg(complaint, text)
  }
  while (args.more) {
    const word = args.take()
    if (matches(word, 'fdb_flush')) {
      port.fdbFlush = true
      continue
    }
    const number = PORT_NUMBERS.find(([keyword]) => matches(word, keyword))
    if (number) {
      takeNumber(number)
      continue
    }
    const found = PORT_SWITCHES.find(([keyword]) => matches(word, keyword))
    if (!found) {
      if (!matches(word, 'help')) ctx.err(`bridge_slave: unknown option "${word}"?\n`)
      ctx.err(BRIDGE_SLAVE_USAGE)
      return 1
    }
    const [keyword, attr] = found
    const later = LATER_PORT_NUMBERS.find(([name]) => name === keyword)
    if (later) {
      takeNumber(later)
      continue
    }
    if (attr === null) ctx.unsupported(`bridge_slave option ${keyword}`)
    const on = args.oneOfOffOn(keyword)
    if (on === null) ctx.exit(1)
    port[attr] = on
  }
  return port
}
