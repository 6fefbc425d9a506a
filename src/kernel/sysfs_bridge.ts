// /sys/class/net/BRIDGE/bridge and /sys/class/net/PORT/brport. Ref: net/bridge/br_sysfs_br.c, br_sysfs_if.c
import type { BridgeAttrs, BridgePortAttrs, BridgeSettings } from '../uapi/bridge.ts'
import { EACCES, EINVAL, ENOENT, type Errno } from '../uapi/errno.ts'
import { formatMac, parseMac } from '../wire/mac.ts'
import { brIdAddress, brIdPriority, type BridgeId } from '../wire/stp.ts'
import { bridgeOf, brPortOf, type Bridge, type BridgePort } from './bridge/br.ts'
import { bridgeChangelink, bridgeSetport } from './bridge/br_changelink.ts'
import { bridgeAttrs, bridgePortAttrs } from './bridge/br_netlink.ts'
import type { NetDevice } from './core/net.ts'
import type { SysAttribute } from './sysfs.ts'

function hex(value: number): string {
  return `0x${value.toString(16)}`
}

/** Priority in hex, a dot, the address. */
function formatId(id: BridgeId): string {
  const address = formatMac(brIdAddress(id)).replaceAll(':', '')
  return `${brIdPriority(id).toString(16).padStart(4, '0')}.${address}`
}

function ofBridge(
  read: (bridge: Bridge) => string | number,
  write: SysAttribute['write'] = null,
): SysAttribute {
  return {
    read(dev) {
      const bridge = bridgeOf(dev)
      return bridge ? read(bridge) : ENOENT
    },
    write,
  }
}

function change(dev: NetDevice, attrs: BridgeAttrs): Errno | null {
  return bridgeChangelink(dev, attrs)?.errno ?? null
}

type NumberSetting = {
  [K in keyof BridgeSettings]-?: number extends BridgeSettings[K] ? K : never
}[Exclude<keyof BridgeSettings, 'fdbFlush' | 'groupAddress'>]

function setting(name: NumberSetting, format: (value: number) => string | number = (v) => v): SysAttribute {
  return {
    read: (dev) => format(bridgeAttrs(dev)[name] ?? 0),
    write: (dev, value) => change(dev, { [name]: value }),
  }
}

type BridgeFact =
  | 'rootPort'
  | 'rootPathCost'
  | 'topologyChange'
  | 'topologyChangeDetected'
  | 'helloTimer'
  | 'tcnTimer'
  | 'topologyChangeTimer'
  | 'gcTimer'

function fact(name: BridgeFact): SysAttribute {
  return { read: (dev) => bridgeAttrs(dev)[name] ?? 0, write: null }
}

export const BRIDGE: Readonly<Record<string, SysAttribute>> = {
  'bridge/ageing_time': setting('ageingTime'),
  'bridge/bridge_id': ofBridge((b) => formatId(b.id)),
  'bridge/flush': { read: () => EACCES, write: (dev) => change(dev, { fdbFlush: true }) },
  'bridge/forward_delay': setting('forwardDelay'),
  'bridge/gc_timer': fact('gcTimer'),
  'bridge/group_addr': ofBridge(
    (b) => formatMac(b.groupAddress),
    (dev, _value, text) => {
      const groupAddress = parseMac(text.trim())
      return groupAddress === null ? EINVAL : change(dev, { groupAddress })
    },
  ),
  'bridge/group_fwd_mask': setting('groupFwdMask', hex),
  'bridge/hash_elasticity': setting('mcastHashElasticity'),
  'bridge/hash_max': setting('mcastHashMax'),
  'bridge/hello_time': setting('helloTime'),
  'bridge/hello_timer': fact('helloTimer'),
  'bridge/max_age': setting('maxAge'),
  'bridge/multicast_igmp_version': setting('mcastIgmpVersion'),
  'bridge/multicast_last_member_count': setting('mcastLastMemberCount'),
  'bridge/multicast_last_member_interval': setting('mcastLastMemberInterval'),
  'bridge/multicast_membership_interval': setting('mcastMembershipInterval'),
  'bridge/multicast_mld_version': setting('mcastMldVersion'),
  'bridge/multicast_querier': setting('mcastQuerier'),
  'bridge/multicast_querier_interval': setting('mcastQuerierInterval'),
  'bridge/multicast_query_interval': setting('mcastQueryInterval'),
  'bridge/multicast_query_response_interval': setting('mcastQueryResponseInterval'),
  'bridge/multicast_query_use_ifaddr': setting('mcastQueryUseIfaddr'),
  'bridge/multicast_router': setting('mcastRouter'),
  'bridge/multicast_snooping': setting('mcastSnooping'),
  'bridge/multicast_startup_query_count': setting('mcastStartupQueryCount'),
  'bridge/multicast_startup_query_interval': setting('mcastStartupQueryInterval'),
  'bridge/multicast_stats_enabled': setting('mcastStatsEnabled'),
  'bridge/nf_call_arptables': setting('nfCallArptables'),
  'bridge/nf_call_ip6tables': setting('nfCallIp6tables'),
  'bridge/nf_call_iptables': setting('nfCallIptables'),
  'bridge/no_linklocal_learn': setting('noLinklocalLearn'),
  'bridge/priority': setting('priority'),
  'bridge/root_id': ofBridge((b) => formatId(b.designatedRoot)),
  'bridge/root_path_cost': fact('rootPathCost'),
  'bridge/root_port': fact('rootPort'),
  'bridge/stp_state': setting('stpState'),
  'bridge/tcn_timer': fact('tcnTimer'),
  'bridge/topology_change': fact('topologyChange'),
  'bridge/topology_change_detected': fact('topologyChangeDetected'),
  'bridge/topology_change_timer': fact('topologyChangeTimer'),
}

/** Of a bridge that has to do with VLANs. */
export const BRIDGE_VLAN: Readonly<Record<string, SysAttribute>> = {
  'bridge/default_pvid': setting('vlanDefaultPvid'),
  'bridge/vlan_filtering': setting('vlanFiltering'),
  'bridge/vlan_protocol': setting('vlanProtocol', hex),
  'bridge/vlan_stats_enabled': setting('vlanStatsEnabled'),
  'bridge/vlan_stats_per_port': setting('vlanStatsPerPort'),
}

function ofPort(
  read: (port: BridgePort) => string | number,
  write: SysAttribute['write'] = null,
): SysAttribute {
  return {
    read(dev) {
      const port = brPortOf(dev)
      return port ? read(port) : ENOENT
    },
    write,
  }
}

function changePort(dev: NetDevice, attrs: BridgePortAttrs): Errno | null {
  return bridgeSetport(dev, attrs)?.errno ?? null
}

type PortFlag = {
  [K in keyof BridgePortAttrs]-?: boolean extends BridgePortAttrs[K] ? K : never
}[Exclude<keyof BridgePortAttrs, 'fdbFlush'>]

function flag(name: PortFlag): SysAttribute {
  return {
    read: (dev) => Number(bridgePortAttrs(dev)?.[name] ?? false),
    write: (dev, value) => changePort(dev, { [name]: value !== 0 }),
  }
}

type PortNumber =
  | 'cost'
  | 'priority'
  | 'mcastRouter'
  | 'groupFwdMask'
  | 'state'
  | 'designatedCost'
  | 'designatedPort'
  | 'topologyChangeAck'
  | 'configPending'
  | 'messageAgeTimer'
  | 'forwardDelayTimer'
  | 'holdTimer'

function portNumber(name: PortNumber, format: (value: number) => string | number = (v) => v): SysAttribute {
  return { read: (dev) => format(bridgePortAttrs(dev)?.[name] ?? 0), write: null }
}

function settable(
  name: 'cost' | 'priority' | 'mcastRouter' | 'groupFwdMask',
  format?: (value: number) => string,
): SysAttribute {
  return { ...portNumber(name, format), write: (dev, value) => changePort(dev, { [name]: value }) }
}

export const PORT: Readonly<Record<string, SysAttribute>> = {
  'brport/backup_port': ofPort(() => ''),
  'brport/bpdu_guard': flag('guard'),
  'brport/broadcast_flood': flag('bcastFlood'),
  'brport/change_ack': portNumber('topologyChangeAck'),
  'brport/config_pending': portNumber('configPending'),
  'brport/designated_bridge': ofPort((p) => formatId(p.designatedBridge)),
  'brport/designated_cost': portNumber('designatedCost'),
  'brport/designated_port': portNumber('designatedPort'),
  'brport/designated_root': ofPort((p) => formatId(p.designatedRoot)),
  'brport/flush': { read: () => EACCES, write: (dev) => changePort(dev, { fdbFlush: true }) },
  'brport/forward_delay_timer': portNumber('forwardDelayTimer'),
  'brport/group_fwd_mask': settable('groupFwdMask', hex),
  'brport/hairpin_mode': flag('hairpin'),
  'brport/hold_timer': portNumber('holdTimer'),
  'brport/isolated': flag('isolated'),
  'brport/learning': flag('learning'),
  'brport/message_age_timer': portNumber('messageAgeTimer'),
  'brport/multicast_fast_leave': flag('fastLeave'),
  'brport/multicast_flood': flag('mcastFlood'),
  'brport/multicast_router': settable('mcastRouter'),
  'brport/multicast_to_unicast': flag('mcastToUnicast'),
  'brport/neigh_suppress': flag('neighSuppress'),
  'brport/path_cost': settable('cost'),
  'brport/port_id': ofPort((p) => hex(p.portId)),
  'brport/port_no': ofPort((p) => hex(p.number)),
  'brport/priority': settable('priority'),
  'brport/proxyarp': flag('proxyArp'),
  'brport/proxyarp_wifi': flag('proxyArpWifi'),
  'brport/root_block': flag('rootBlock'),
  'brport/state': portNumber('state'),
  'brport/unicast_flood': flag('flood'),
}
