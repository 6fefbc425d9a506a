// What `-d` adds of a device's kind: attributes of a bridge and of a bridge port.
import type { BridgeAttrs, BridgePortAttrs, BridgeSettings } from '../../uapi/bridge.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { ETH_P_8021AD } from '../../wire/vlan.ts'
import type { IpContext } from './context.ts'
import { printIpvlan, printMacvlan, printVlan } from './linkdetailsstacked.ts'
import type { Printer } from './print.ts'
import { printTun } from './tuntap.ts'
import { printVxlan } from './vxlan.ts'

const DEFAULT_GROUP_ADDRESS = 0x0180c2000000

/** BR_STATE_*. */
export const PORT_STATES: readonly string[] = ['disabled', 'listening', 'learning', 'forwarding', 'blocking']

/** `8000.2:0:0:0:0:b0`: ether_ntoa(3) leaves zeros out. */
function formatBridgeId(id: { readonly priority: number; readonly address: number }): string {
  const octets = formatMac(id.address).replace(/(^|:)0/g, '$1')
  return `${id.priority.toString(16).padStart(4, '0')}.${octets}`
}

/** printf's %#x: no prefix on zero. */
function hex(value: number): string {
  return value === 0 ? '0' : `0x${value.toString(16)}`
}

function number(out: Printer, key: string, value: number | undefined, word: string = key): void {
  if (value !== undefined) out.any(key, value, `${word} ${value} `)
}

/** 1/100 s as seconds with two places, right in seven columns. */
function timer(out: Printer, key: string, value: number | undefined): void {
  const text = ((value ?? 0) / 100).toFixed(2)
  if (out.isJson) out.rawField(key, text)
  else out.text(`${key} ${text.padStart(7)} `)
}

/** Multicast snooping's and netfilter's settings, in the kernel's clock ticks: JSON key, word, attribute. */
const MULTICAST: readonly (readonly [string, string, Exclude<keyof BridgeSettings, 'fdbFlush'>])[] = [
  ['no_linklocal_learn', 'no_linklocal_learn', 'noLinklocalLearn'],
  ['mcast_vlan_snooping', 'mcast_vlan_snooping', 'mcastVlanSnooping'],
  ['mcast_router', 'mcast_router', 'mcastRouter'],
  ['mcast_query_use_ifaddr', 'mcast_query_use_ifaddr', 'mcastQueryUseIfaddr'],
  ['mcast_querier', 'mcast_querier', 'mcastQuerier'],
  ['mcast_hash_elasticity', 'mcast_hash_elasticity', 'mcastHashElasticity'],
  ['mcast_hash_max', 'mcast_hash_max', 'mcastHashMax'],
  ['mcast_last_member_cnt', 'mcast_last_member_count', 'mcastLastMemberCount'],
  ['mcast_startup_query_cnt', 'mcast_startup_query_count', 'mcastStartupQueryCount'],
  ['mcast_last_member_intvl', 'mcast_last_member_interval', 'mcastLastMemberInterval'],
  ['mcast_membership_intvl', 'mcast_membership_interval', 'mcastMembershipInterval'],
  ['mcast_querier_intvl', 'mcast_querier_interval', 'mcastQuerierInterval'],
  ['mcast_query_intvl', 'mcast_query_interval', 'mcastQueryInterval'],
  ['mcast_query_response_intvl', 'mcast_query_response_interval', 'mcastQueryResponseInterval'],
  ['mcast_startup_query_intvl', 'mcast_startup_query_interval', 'mcastStartupQueryInterval'],
  ['mcast_stats_enabled', 'mcast_stats_enabled', 'mcastStatsEnabled'],
  ['mcast_igmp_version', 'mcast_igmp_version', 'mcastIgmpVersion'],
  ['mcast_mld_version', 'mcast_mld_version', 'mcastMldVersion'],
  ['nf_call_iptables', 'nf_call_iptables', 'nfCallIptables'],
  ['nf_call_ip6tables', 'nf_call_ip6tables', 'nfCallIp6tables'],
  ['nf_call_arptables', 'nf_call_arptables', 'nfCallArptables'],
]

function printBridge(out: Printer, br: BridgeAttrs): void {
  number(out, 'forward_delay', br.forwardDelay)
  number(out, 'hello_time', br.helloTime)
  number(out, 'max_age', br.maxAge)
  number(out, 'ageing_time', br.ageingTime)
  number(out, 'stp_state', br.stpState)
  number(out, 'priority', br.priority)
  number(out, 'vlan_filtering', br.vlanFiltering)
  if (br.vlanProtocol !== undefined) {
    const protocol = br.vlanProtocol === ETH_P_8021AD ? '802.1ad' : '802.1Q'
    out.any('vlan_protocol', protocol, `vlan_protocol ${protocol} `)
  }
  if (br.bridgeId) {
    const id = formatBridgeId(br.bridgeId)
    out.any('bridge_id', id, `bridge_id ${id} `)
    // The root printed is the bridge itself, whoever the root may be.
    out.any('root_id', id, `designated_root ${id} `)
  }
  number(out, 'root_port', br.rootPort ?? 0)
  number(out, 'root_path_cost', br.rootPathCost ?? 0)
  number(out, 'topology_change', br.topologyChange ?? 0)
  number(out, 'topology_change_detected', br.topologyChangeDetected ?? 0)
  timer(out, 'hello_timer', br.helloTimer)
  timer(out, 'tcn_timer', br.tcnTimer)
  timer(out, 'topology_change_timer', br.topologyChangeTimer)
  timer(out, 'gc_timer', br.gcTimer)
  number(out, 'vlan_default_pvid', br.vlanDefaultPvid)
  number(out, 'vlan_stats_enabled', br.vlanStatsEnabled)
  number(out, 'vlan_stats_per_port', br.vlanStatsPerPort)
  const mask = hex(br.groupFwdMask ?? 0)
  out.any('group_fwd_mask', mask, `group_fwd_mask ${mask} `)
  const group = formatMac(br.groupAddress ?? DEFAULT_GROUP_ADDRESS)
  out.any('group_addr', group, `group_address ${group} `)
  number(out, 'mcast_snooping', br.mcastSnooping)
  for (const [key, word, attr] of MULTICAST) number(out, key, br[attr] ?? 0, word)
}

/** A switch; absent ones show the value they are born with. */
function onOff(out: Printer, key: string, value: boolean): void {
  out.any(key, value, `${key} ${value ? 'on' : 'off'} `)
}

function printPort(out: Printer, port: BridgePortAttrs): void {
  const state = PORT_STATES[port.state ?? 0] ?? ''
  out.any('state', state, `state ${state} `)
  number(out, 'priority', port.priority)
  number(out, 'cost', port.cost)
  onOff(out, 'hairpin', port.hairpin ?? false)
  onOff(out, 'guard', port.guard ?? false)
  onOff(out, 'root_block', port.rootBlock ?? false)
  onOff(out, 'fastleave', port.fastLeave ?? false)
  onOff(out, 'learning', port.learning ?? true)
  onOff(out, 'flood', port.flood ?? true)
  const no = port.number ?? 0
  const id = ((port.priority ?? 32) << 10) | no
  out.any('id', hex(id), `port_id ${hex(id)} `)
  out.any('no', hex(no), `port_no ${hex(no)} `)
  number(out, 'designated_port', port.designatedPort ?? id)
  number(out, 'designated_cost', port.designatedCost ?? 0)
  if (port.designatedBridge) {
    const text = formatBridgeId(port.designatedBridge)
    out.any('bridge_id', text, `designated_bridge ${text} `)
  }
  if (port.designatedRoot) {
    const text = formatBridgeId(port.designatedRoot)
    out.any('root_id', text, `designated_root ${text} `)
  }
  timer(out, 'hold_timer', port.holdTimer)
  timer(out, 'message_age_timer', port.messageAgeTimer)
  timer(out, 'forward_delay_timer', port.forwardDelayTimer)
  number(out, 'topology_change_ack', port.topologyChangeAck ?? 0)
  number(out, 'config_pending', port.configPending ?? 0)
  onOff(out, 'proxy_arp', port.proxyArp ?? false)
  onOff(out, 'proxy_arp_wifi', port.proxyArpWifi ?? false)
  out.any('multicast_router', port.mcastRouter ?? 1, `mcast_router ${port.mcastRouter ?? 1} `)
  out.text(`mcast_fast_leave ${port.fastLeave ? 'on' : 'off'} `)
  onOff(out, 'mcast_flood', port.mcastFlood ?? true)
  onOff(out, 'bcast_flood', port.bcastFlood ?? true)
  onOff(out, 'mcast_to_unicast', port.mcastToUnicast ?? false)
  onOff(out, 'neigh_suppress', port.neighSuppress ?? false)
  const mask = hex(port.groupFwdMask ?? 0)
  out.any('group_fwd_mask', mask, `group_fwd_mask ${mask} `)
  const name = formatGroups(port.groupFwdMask ?? 0)
  out.any('group_fwd_mask_str', name, `group_fwd_mask_str ${name} `)
  onOff(out, 'vlan_tunnel', false)
  onOff(out, 'isolated', port.isolated ?? false)
  onOff(out, 'locked', port.locked ?? false)
}

/** Names of the groups, and in hexadecimal what has none. */
function formatGroups(mask: number): string {
  const named = [
    [1 << 0, 'stp'],
    [1 << 2, 'lacp'],
    [1 << 14, 'lldp'],
  ] as const
  const names: string[] = named.flatMap(([bit, name]) => (mask & bit ? [name] : []))
  const rest = mask & ~named.reduce((all, [bit]) => all | bit, 0)
  if (rest !== 0 || names.length === 0) names.push(`0x${rest.toString(16)}`)
  return names.join(',')
}

/** Kind and attributes, then those of its master's kind, a line each. */
export function printLinkInfo(ctx: IpContext, link: LinkMessage): void {
  const info = link.linkinfo
  if (!info) return
  const { out } = ctx
  out.openObject('linkinfo')
  if (info.kind !== '') {
    out.nl()
    out.any('info_kind', info.kind, `    ${info.kind} `)
    if (info.vxlan) {
      out.openObject('info_data')
      printVxlan(ctx, info.vxlan)
      out.closeObject()
    }
    if (info.bridge) {
      out.openObject('info_data')
      printBridge(out, info.bridge)
      out.closeObject()
    }
    if (info.vlan ?? info.macvlan ?? info.ipvlan ?? info.tun) {
      out.openObject('info_data')
      if (info.vlan) printVlan(out, info.vlan)
      if (info.macvlan) printMacvlan(out, info.macvlan)
      if (info.ipvlan) printIpvlan(out, info.ipvlan)
      if (info.tun) printTun(ctx, info.tun)
      out.closeObject()
    }
  }
  if (info.slaveKind !== undefined) {
    out.nl()
    out.any('info_slave_kind', info.slaveKind, `    ${info.slaveKind}_slave `)
    if (info.bridgePort) {
      out.openObject('info_slave_data')
      printPort(out, info.bridgePort)
      out.closeObject()
    }
  }
  out.closeObject()
}
