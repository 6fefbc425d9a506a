// `bridge mdb`, and snooping as a module. Ref: net/bridge/br_mdb.c, net/core/rtnetlink.c:rtnl_mdb_add()
import { E2BIG, EEXIST, EINVAL, ENODEV, EOPNOTSUPP } from '../../uapi/errno.ts'
import type { MdbMessage, MdbRequest } from '../../uapi/bridge.ts'
import { RTPROT_STATIC, type RtnetlinkReply } from '../../uapi/rtnetlink.ts'
import { isMulticast } from '../../wire/inet.ts'
import { IN6ADDR_LINKLOCAL_ALLNODES, isMulticast6 } from '../../wire/inet6.ts'
import { isMulticastMac } from '../../wire/mac.ts'
import type { KernelModule } from '../core/module.ts'
import { refuse, type Net, type Refusal } from '../core/net.ts'
import { BR_STATE_DISABLED, bridgeOf, brPortOf, type Bridge, type BridgePort } from './br.ts'
import { brMulticastHooks, brMulticastOf, type MdbNetlinkRequest } from './br_hook.ts'
import { isLocalGroup, Multicast } from './br_multicast.ts'
import { MulticastReports } from './br_multicast_reports.ts'

const VLAN_VID_MASK = 0xfff

function invalid(extack: string): Refusal {
  return refuse(EINVAL, extack)
}

/** Ref: rtnl_validate_mdb_entry() */
function validate({ group, vid, permanent }: MdbRequest): Refusal | null {
  if (group.proto === 'ip') {
    if (group.address !== 0 && !isMulticast(group.address)) {
      return invalid('IPv4 entry group address is not multicast or 0.0.0.0')
    }
    if (isLocalGroup(group.address)) return invalid('IPv4 entry group address is local multicast')
  } else if (group.proto === 'ipv6') {
    if (group.address === IN6ADDR_LINKLOCAL_ALLNODES) {
      return invalid('IPv6 entry group address is link-local all nodes')
    }
  } else if (!isMulticastMac(group.address)) return invalid('L2 entry group is not multicast')
  if (vid >= VLAN_VID_MASK) return invalid('Invalid entry VLAN id')
  return checkSource(group) ?? checkGroup(group, permanent)
}

/** Ref: br_mdb.c:is_valid_mdb_source() */
function checkSource({ proto, src }: MdbRequest['group']): Refusal | null {
  if (proto === 'ip' && src !== null && isMulticast(src)) {
    return invalid('bridge: IPv4 multicast source address is not allowed')
  }
  if (proto === 'ipv6' && src !== null && isMulticast6(src)) {
    return invalid('bridge: IPv6 multicast source address is not allowed')
  }
  return null
}

function checkGroup({ proto, address }: MdbRequest['group'], permanent: boolean): Refusal | null {
  if (proto === 'ip' && address === 0)
    return invalid('bridge: IPv4 entry group address 0.0.0.0 is not allowed')
  return proto === 'l2' && !permanent ? invalid('bridge: Only permanent L2 entries allowed') : null
}

interface Where {
  readonly bridge: Bridge
  readonly multicast: Multicast
  readonly port: BridgePort | null
}

/** Ref: br_mdb_config_init() */
function whereOf(net: Net, request: MdbRequest): Where | Refusal {
  const dev = net.devices.get(request.index)
  if (!dev) return refuse(ENODEV)
  const bridge = bridgeOf(dev)
  const multicast = bridge && brMulticastOf(bridge)
  // What is wrong with the entry itself is said first.
  const wrong = validate(request)
  if (wrong && !wrong.extack?.startsWith('bridge:')) return wrong
  if (!bridge || !(multicast instanceof Multicast)) {
    return refuse(EOPNOTSUPP, 'Device does not support MDB operations')
  }
  if (request.port === dev.index) {
    if (request.permanent && request.group.proto !== 'l2') {
      return invalid('bridge: Flags are not allowed for host groups')
    }
    return wrong ?? { bridge, multicast, port: null }
  }
  const portDev = net.devices.get(request.port)
  if (!portDev) return refuse(ENODEV, "bridge: Port net device doesn't exist")
  const port = brPortOf(portDev)
  if (!port) return invalid('bridge: Net device is not a bridge port')
  if (port.bridge !== bridge) return invalid('bridge: Port belongs to a different bridge device')
  return wrong ?? { bridge, multicast, port }
}

/** Ref: br_mdb_add() */
function add(net: Net, request: MdbRequest): Refusal | null {
  const where = whereOf(net, request)
  if ('errno' in where) return where
  const { bridge, port, multicast } = where
  const { group, vid, permanent } = request
  const { mdb } = multicast
  if (!bridge.dev.up) return invalid('bridge: Bridge device is not running')
  if (!bridge.mcastSnooping) return invalid("bridge: Bridge's multicast processing is disabled")
  if (port?.state === BR_STATE_DISABLED && !permanent) {
    return invalid('bridge: Port is in disabled state and entry is not permanent')
  }
  const known = mdb.find(group, vid)
  if (!known && mdb.size >= bridge.mcast.hashMax) {
    bridge.mcastSnooping = 0
    return refuse(E2BIG)
  }
  if (!port) {
    if (known && known.hostExpires !== null) return refuse(EEXIST, 'bridge: Group is already joined by host')
    mdb.joinHost(mdb.make(group, vid))
    return null
  }
  if (known?.members.some((member) => member.port === port)) {
    const kind = group.src !== null || group.proto === 'l2' ? '(S, G)' : '(*, G)'
    return refuse(EEXIST, `bridge: ${kind} group is already joined by port`)
  }
  mdb.join(mdb.make(group, vid), port, permanent, RTPROT_STATIC)
  return null
}

/** Ref: br_mdb_del() */
function del(net: Net, request: MdbRequest): Refusal | null {
  const where = whereOf(net, { ...request, permanent: request.group.proto === 'l2' })
  if ('errno' in where) return where
  const { port, multicast } = where
  const { mdb } = multicast
  const entry = mdb.find(request.group, request.vid)
  if (!entry) return refuse(EINVAL)
  if (!port) {
    if (entry.hostExpires === null) return refuse(EINVAL)
    mdb.leaveHost(entry)
    return null
  }
  if (!entry.members.some((member) => member.port === port)) return refuse(EINVAL)
  mdb.leave(entry, port)
  return null
}

/** Ref: br_mdb_dump() */
function dump(net: Net): MdbMessage[] {
  return [...net.devices.values()].flatMap((dev) => {
    const bridge = bridgeOf(dev)
    const multicast = bridge && brMulticastOf(bridge)
    return multicast instanceof Multicast ? [...multicast.mdb.messages(), ...multicast.routerMessages()] : []
  })
}

function answer(net: Net, request: MdbNetlinkRequest): RtnetlinkReply {
  if (request.type === 'RTM_GETMDB') return { messages: dump(net) }
  const refused = request.type === 'RTM_NEWMDB' ? add(net, request.mdb) : del(net, request.mdb)
  return refused ? { error: refused } : { messages: [] }
}

/** Snooping comes to a bridge that stands, and learns what it would have learned. */
function takeOver(bridge: Bridge, { all }: MulticastReports): void {
  const multicast = new Multicast(bridge)
  for (const { time, port, packet, vid } of all) multicast.learn(time, port, packet, vid)
  bridge.multicast = multicast
}

export const brMulticastModule: KernelModule = {
  name: 'br_multicast',
  init(stack) {
    brMulticastHooks.set(stack, { make: (bridge) => new Multicast(bridge), mdb: answer })
  },
  netInit(net) {
    for (const dev of net.devices.values()) {
      const bridge = bridgeOf(dev)
      if (bridge?.multicast instanceof MulticastReports) takeOver(bridge, bridge.multicast)
    }
  },
}
