// What `-d` adds of a device's kind: attributes of a bridge and of a bridge port.
import type { BridgeAttrs, BridgePortAttrs, LinkMessage } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import type { IpContext } from './context.ts'
import { printIpvlan, printMacvlan, printVlan } from './linkdetailsstacked.ts'
import type { Printer } from './print.ts'
import { printVxlan } from './vxlan.ts'

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

function timer(out: Printer, key: string): void {
  if (out.isJson) out.rawField(key, '0.00')
  else out.text(`${key}    0.00 `)
}

/** What the kernel answers where nobody set it: multicast snooping's and netfilter's settings, in its clock ticks. */
const MULTICAST: readonly (readonly [string, string, number])[] = [
  ['no_linklocal_learn', 'no_linklocal_learn', 0],
  ['mcast_vlan_snooping', 'mcast_vlan_snooping', 0],
  ['mcast_router', 'mcast_router', 1],
  ['mcast_query_use_ifaddr', 'mcast_query_use_ifaddr', 0],
  ['mcast_querier', 'mcast_querier', 0],
  ['mcast_hash_elasticity', 'mcast_hash_elasticity', 16],
  ['mcast_hash_max', 'mcast_hash_max', 4096],
  ['mcast_last_member_cnt', 'mcast_last_member_count', 2],
  ['mcast_startup_query_cnt', 'mcast_startup_query_count', 2],
  ['mcast_last_member_intvl', 'mcast_last_member_interval', 100],
  ['mcast_membership_intvl', 'mcast_membership_interval', 26000],
  ['mcast_querier_intvl', 'mcast_querier_interval', 25500],
  ['mcast_query_intvl', 'mcast_query_interval', 12500],
  ['mcast_query_response_intvl', 'mcast_query_response_interval', 1000],
  ['mcast_startup_query_intvl', 'mcast_startup_query_interval', 3124],
  ['mcast_stats_enabled', 'mcast_stats_enabled', 0],
  ['mcast_igmp_version', 'mcast_igmp_version', 2],
  ['mcast_mld_version', 'mcast_mld_version', 1],
  ['nf_call_iptables', 'nf_call_iptables', 0],
  ['nf_call_ip6tables', 'nf_call_ip6tables', 0],
  ['nf_call_arptables', 'nf_call_arptables', 0],
]

function printBridge(out: Printer, br: BridgeAttrs): void {
  number(out, 'forward_delay', br.forwardDelay)
  number(out, 'hello_time', br.helloTime)
  number(out, 'max_age', br.maxAge)
  number(out, 'ageing_time', br.ageingTime)
  number(out, 'stp_state', br.stpState)
  number(out, 'priority', br.priority)
  number(out, 'vlan_filtering', br.vlanFiltering)
  if (br.bridgeId) {
    const id = formatBridgeId(br.bridgeId)
    out.any('bridge_id', id, `bridge_id ${id} `)
    // The root printed is the bridge itself, whoever the root may be.
    out.any('root_id', id, `designated_root ${id} `)
  }
  number(out, 'root_port', 0)
  number(out, 'root_path_cost', 0)
  number(out, 'topology_change', 0)
  number(out, 'topology_change_detected', 0)
  for (const key of ['hello_timer', 'tcn_timer', 'topology_change_timer', 'gc_timer']) timer(out, key)
  const mask = hex(br.groupFwdMask ?? 0)
  out.any('group_fwd_mask', mask, `group_fwd_mask ${mask} `)
  out.any('group_addr', '01:80:c2:00:00:00', 'group_address 01:80:c2:00:00:00 ')
  number(out, 'mcast_snooping', br.mcastSnooping)
  for (const [key, word, value] of MULTICAST) number(out, key, value, word)
}

/** A switch; absent ones show the value they are born with. */
function onOff(out: Printer, key: string, value: boolean): void {
  out.any(key, value, `${key} ${value ? 'on' : 'off'} `)
}

function printPort(ctx: IpContext, port: BridgePortAttrs, master: number | undefined): void {
  const { out } = ctx
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
  number(out, 'designated_port', id)
  number(out, 'designated_cost', 0)
  const bridge = master === undefined ? null : ctx.links.get(master)
  const bridgeId = bridge?.linkinfo?.bridge?.bridgeId
  if (bridgeId) {
    const text = formatBridgeId(bridgeId)
    out.any('bridge_id', text, `designated_bridge ${text} `)
    out.any('root_id', text, `designated_root ${text} `)
  }
  for (const key of ['hold_timer', 'message_age_timer', 'forward_delay_timer']) timer(out, key)
  number(out, 'topology_change_ack', 0)
  number(out, 'config_pending', 0)
  onOff(out, 'proxy_arp', false)
  onOff(out, 'proxy_arp_wifi', false)
  out.any('multicast_router', 1, 'mcast_router 1 ')
  out.text(`mcast_fast_leave ${port.fastLeave ? 'on' : 'off'} `)
  onOff(out, 'mcast_flood', port.mcastFlood ?? true)
  onOff(out, 'bcast_flood', port.bcastFlood ?? true)
  onOff(out, 'mcast_to_unicast', false)
  onOff(out, 'neigh_suppress', port.neighSuppress ?? false)
  out.any('group_fwd_mask', '0', 'group_fwd_mask 0 ')
  out.any('group_fwd_mask_str', '0x0', 'group_fwd_mask_str 0x0 ')
  onOff(out, 'vlan_tunnel', false)
  onOff(out, 'isolated', port.isolated ?? false)
  onOff(out, 'locked', false)
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
    if (info.vlan ?? info.macvlan ?? info.ipvlan) {
      out.openObject('info_data')
      if (info.vlan) printVlan(out, info.vlan)
      if (info.macvlan) printMacvlan(out, info.macvlan)
      if (info.ipvlan) printIpvlan(out, info.ipvlan)
      out.closeObject()
    }
  }
  if (info.slaveKind !== undefined) {
    out.nl()
    out.any('info_slave_kind', info.slaveKind, `    ${info.slaveKind}_slave `)
    if (info.bridgePort) {
      out.openObject('info_slave_data')
      printPort(ctx, info.bridgePort, link.master)
      out.closeObject()
    }
  }
  out.closeObject()
}
