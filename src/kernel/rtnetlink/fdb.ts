// The forwarding databases of bridges and the address lists of other devices, changed. Ref: net/core/rtnetlink.c:rtnl_fdb_add()
import { EEXIST, EINVAL, ENODEV, ENOENT, EOPNOTSUPP, EPERM } from '../../uapi/errno.ts'
import {
  NTF_EXT_LEARNED,
  NTF_MASTER,
  NTF_SELF,
  NTF_STICKY,
  NUD_NOARP,
  NUD_PERMANENT,
  NUD_REACHABLE,
  type CreateFlags,
  type NeighRequest,
} from '../../uapi/rtnetlink.ts'
import { isMulticastMac, type Mac } from '../../wire/mac.ts'
import {
  BR_STATE_FORWARDING,
  BR_STATE_LEARNING,
  bridgeOf,
  brPortOf,
  type Bridge,
  type BridgePort,
} from '../bridge/br.ts'
import { brFdbAdd, brFdbDelete } from '../bridge/br_fdb.ts'
import { groupOf } from '../bridge/br_vlan.ts'
import { devMcAdd, devMcDel, devUcAdd, devUcDel } from '../core/dev.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import { selfEntry } from './fdb_dump.ts'

interface Where {
  readonly bridge: Bridge
  readonly port: BridgePort | null
}

/** The bridge meant by a device and NTF_MASTER. */
function masterOf(dev: NetDevice): Where | null {
  const port = brPortOf(dev)
  return port ? { bridge: port.bridge, port } : null
}

export function fdbAdd(net: Net, flags: CreateFlags, request: NeighRequest): Refusal | null {
  const dev = net.devices.get(request.index)
  if (!dev) return refuse(ENODEV)
  const { lladdr: mac } = request
  if (mac === undefined) return refuse(EINVAL, 'invalid address')
  let done = false
  if (!request.flags || request.flags & NTF_MASTER) {
    const where = masterOf(dev)
    if (where) {
      const refused = addTo(where, flags, request, mac)
      if (refused) return refused
      done = true
    }
  }
  if (request.flags & NTF_SELF || (!request.flags && !done)) {
    const bridge = bridgeOf(dev)
    if (bridge) return addTo({ bridge, port: null }, flags, request, mac)
    const own = { ...request, flags: request.flags & ~NTF_MASTER }
    return dev.ops.fdbAdd ? dev.ops.fdbAdd(dev, flags, own) : addSelf(dev, request, mac)
  }
  return done ? null : refuse(EOPNOTSUPP)
}

/** Without a VLAN named, in every one that the port has as well. Ref: br_fdb_add() */
function addTo({ bridge, port }: Where, flags: CreateFlags, request: NeighRequest, mac: Mac): Refusal | null {
  const { state } = request
  if (!(state & (NUD_PERMANENT | NUD_NOARP | NUD_REACHABLE))) return refuse(EINVAL)
  const learns = port?.state === BR_STATE_LEARNING || port?.state === BR_STATE_FORWARDING
  if (port && !(state & (NUD_PERMANENT | NUD_NOARP)) && !learns) return refuse(EPERM)
  if (!port && !(state & NUD_PERMANENT)) return refuse(EINVAL, 'FDB entry towards bridge must be permanent')
  const { vlan = 0 } = request
  const group = groupOf(bridge, port)
  if (vlan !== 0 && !group?.vlans.has(vlan)) return refuse(EINVAL)
  const vids = vlan !== 0 ? [vlan] : [0, ...(group?.vlans.keys() ?? [])]
  const entry = {
    mac,
    port,
    local: (state & NUD_PERMANENT) !== 0,
    static: (state & NUD_NOARP) !== 0,
    sticky: (request.flags & NTF_STICKY) !== 0,
    externLearn: (request.flags & NTF_EXT_LEARNED) !== 0,
    create: flags.create ?? false,
    excl: flags.excl ?? false,
  }
  for (const vid of vids) {
    const refused = brFdbAdd(bridge, { ...entry, vid })
    if (refused) return refused
  }
  return null
}

/** Ref: ndo_dflt_fdb_add() */
function addSelf(dev: NetDevice, request: NeighRequest, mac: Mac): Refusal | null {
  if (request.state && !(request.state & NUD_PERMANENT)) return refuse(EINVAL)
  const list = isMulticastMac(mac) ? dev.multicast : dev.unicast
  if (list.includes(mac)) return refuse(EEXIST)
  if (isMulticastMac(mac)) devMcAdd(dev, mac)
  else devUcAdd(dev, mac)
  rtnlNotify(dev.net, 'neigh', () => selfEntry(dev, mac))
  return null
}

export function fdbDel(net: Net, request: NeighRequest): Refusal | null {
  const dev = net.devices.get(request.index)
  if (!dev) return refuse(ENODEV)
  const { lladdr: mac } = request
  if (mac === undefined) return refuse(EINVAL, 'invalid address')
  if (!request.flags || request.flags & NTF_MASTER) {
    const where = masterOf(dev)
    if (where) {
      const refused = delFrom(where, request, mac)
      if (refused || !(request.flags & NTF_SELF)) return refused
    }
  }
  if (!(request.flags & NTF_SELF)) return refuse(EOPNOTSUPP)
  const bridge = bridgeOf(dev)
  if (bridge) return delFrom({ bridge, port: null }, request, mac)
  if (dev.ops.fdbDel) return dev.ops.fdbDel(dev, request)
  const list = isMulticastMac(mac) ? dev.multicast : dev.unicast
  if (!list.includes(mac)) return refuse(ENOENT)
  if (isMulticastMac(mac)) devMcDel(dev, mac)
  else devUcDel(dev, mac)
  rtnlNotify(net, 'neigh', () => ({ ...selfEntry(dev, mac), type: 'RTM_DELNEIGH' }))
  return null
}

/** Without a VLAN named, from every one. Ref: __br_fdb_delete() */
function delFrom({ bridge, port }: Where, request: NeighRequest, mac: Mac): Refusal | null {
  const { vlan = 0 } = request
  const vids = vlan !== 0 ? [vlan] : [0, ...(groupOf(bridge, port)?.vlans.keys() ?? [])]
  const refusals = vids.map((vid) => brFdbDelete(bridge, port, mac, vid))
  return refusals.includes(null) ? null : (refusals[0] ?? null)
}
