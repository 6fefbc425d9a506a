// Attributes of bridges and ports, read. Ref: net/bridge/br_netlink.c:br_fill_info(), br_port_fill_attrs()
import type { BridgeAttrs, BridgeIdAttrs, BridgePortAttrs } from '../../uapi/bridge.ts'
import { brIdAddress, brIdPriority, type BridgeId } from '../../wire/stp.ts'
import { SECOND } from '../../sim/clock.ts'
import type { NetDevice } from '../core/net.ts'
import { bridgeOf, brPortOf, type Bridge } from './br.ts'

function idAttrs(id: BridgeId): BridgeIdAttrs {
  return { priority: brIdPriority(id), address: brIdAddress(id) }
}

/** When old entries are swept out next: at first soon after the start, then as long after as entries live. */
function gcTimer(bridge: Bridge): number {
  const { firstSweep, dev } = bridge
  if (firstSweep === null) return 0
  const { now } = dev.net.stack.clock
  const left = now < firstSweep ? firstSweep - now : bridge.ageing - ((now - firstSweep) % bridge.ageing)
  return Math.floor((left / SECOND) * 100)
}

export function bridgeAttrs(dev: NetDevice): BridgeAttrs {
  const bridge = bridgeOf(dev)
  if (!bridge) return {}
  const { mcast, nfCall, vlan } = bridge
  const attrs: BridgeAttrs = {
    forwardDelay: bridge.forwardDelay,
    helloTime: bridge.helloTime,
    maxAge: bridge.maxAge,
    ageingTime: bridge.ageingTime,
    stpState: bridge.stpState,
    priority: bridge.priority,
    vlanFiltering: bridge.vlanFiltering,
    groupFwdMask: bridge.groupFwdMask,
    groupAddress: bridge.groupAddress,
    noLinklocalLearn: Number(bridge.noLinklocalLearn),
    bridgeId: idAttrs(bridge.id),
    rootId: idAttrs(bridge.designatedRoot),
    rootPort: bridge.rootPort,
    rootPathCost: bridge.rootPathCost,
    topologyChange: Number(bridge.topologyChange),
    topologyChangeDetected: Number(bridge.topologyChangeDetected),
    helloTimer: bridge.helloTimer.left,
    tcnTimer: bridge.tcnTimer.left,
    topologyChangeTimer: bridge.topologyChangeTimer.left,
    gcTimer: gcTimer(bridge),
    mcastSnooping: bridge.mcastSnooping,
    mcastRouter: mcast.router,
    mcastQueryUseIfaddr: mcast.queryUseIfaddr,
    mcastQuerier: mcast.querier,
    mcastHashElasticity: mcast.hashElasticity,
    mcastHashMax: mcast.hashMax,
    mcastLastMemberCount: mcast.lastMemberCount,
    mcastStartupQueryCount: mcast.startupQueryCount,
    mcastLastMemberInterval: mcast.lastMemberInterval,
    mcastMembershipInterval: mcast.membershipInterval,
    mcastQuerierInterval: mcast.querierInterval,
    mcastQueryInterval: mcast.queryInterval,
    mcastQueryResponseInterval: mcast.queryResponseInterval,
    mcastStartupQueryInterval: mcast.startupQueryInterval,
    mcastStatsEnabled: mcast.statsEnabled,
    mcastIgmpVersion: mcast.igmpVersion,
    mcastMldVersion: mcast.mldVersion,
    mcastVlanSnooping: mcast.vlanSnooping,
    nfCallIptables: nfCall.iptables,
    nfCallIp6tables: nfCall.ip6tables,
    nfCallArptables: nfCall.arptables,
  }
  if (!bridge.vlans) return attrs
  attrs.vlanProtocol = vlan.proto
  attrs.vlanDefaultPvid = vlan.defaultPvid
  attrs.vlanStatsEnabled = vlan.statsEnabled
  attrs.vlanStatsPerPort = vlan.statsPerPort
  return attrs
}

export function bridgePortAttrs(dev: NetDevice): BridgePortAttrs | null {
  const port = brPortOf(dev)
  if (!port) return null
  const { state, priority, cost, hairpin, guard, rootBlock, fastLeave, learning, flood, mcastFlood } = port
  const { bcastFlood, isolated, neighSuppress, proxyArp, proxyArpWifi, mcastToUnicast, locked } = port
  const { mcastRouter, groupFwdMask, number, designatedCost, designatedPort } = port
  return {
    state,
    priority,
    cost,
    hairpin,
    guard,
    rootBlock,
    fastLeave,
    learning,
    flood,
    mcastFlood,
    bcastFlood,
    mcastToUnicast,
    proxyArp,
    proxyArpWifi,
    isolated,
    neighSuppress,
    locked,
    mcastRouter,
    groupFwdMask,
    number,
    designatedCost,
    designatedPort,
    designatedRoot: idAttrs(port.designatedRoot),
    designatedBridge: idAttrs(port.designatedBridge),
    topologyChangeAck: Number(port.topologyChangeAck),
    configPending: Number(port.configPending),
    messageAgeTimer: port.messageAgeTimer.left,
    forwardDelayTimer: port.forwardDelayTimer.left,
    holdTimer: port.holdTimer.left,
  }
}
