// The forwarding databases of bridges and the address lists of other devices, shown. Ref: net/core/rtnetlink.c:rtnl_fdb_dump()
import { ARPHRD_ETHER } from '../../uapi/if.ts'
import { SECOND } from '../../sim/clock.ts'
import {
  AF_BRIDGE,
  NTF_EXT_LEARNED,
  NTF_SELF,
  NTF_STICKY,
  NUD_NOARP,
  NUD_PERMANENT,
  NUD_REACHABLE,
  type NeighMessage,
} from '../../uapi/rtnetlink.ts'
import type { Mac } from '../../wire/mac.ts'
import { bridgeOf, brPortOf, type Bridge, type BridgePort, type FdbEntry } from '../bridge/br.ts'
import { brFdbEntries } from '../bridge/br_fdb.ts'
import type { Net, NetDevice } from '../core/net.ts'

/** Of each device first what its bridge knows of it, then its own lists. Ref: rtnl_fdb_dump() */
export function fdbDump(net: Net): NeighMessage[] {
  const all: NeighMessage[] = []
  for (const dev of net.devices.values()) {
    const port = brPortOf(dev)
    if (port) all.push(...entriesOf(port.bridge, port, dev))
    if (dev.ops.fdbDump) all.push(...dev.ops.fdbDump(dev))
    else if (dev.hwType === ARPHRD_ETHER)
      for (const mac of [...dev.unicast, ...dev.multicast]) all.push(selfEntry(dev, mac))
    const bridge = bridgeOf(dev)
    if (bridge) all.push(...entriesOf(bridge, null, dev))
  }
  return all
}

function entriesOf(bridge: Bridge, port: BridgePort | null, dev: NetDevice): NeighMessage[] {
  return brFdbEntries(bridge)
    .filter((entry) => entry.port === port)
    .map((entry) => fill(bridge, entry, dev))
}

/** Ref: fdb_fill_info() */
function fill(bridge: Bridge, entry: FdbEntry, dev: NetDevice): NeighMessage {
  const since = (time: number): number => Math.floor((dev.net.stack.clock.now - time) / SECOND)
  return {
    type: 'RTM_NEWNEIGH',
    family: AF_BRIDGE,
    index: dev.index,
    state: entry.local ? NUD_PERMANENT : entry.static ? NUD_NOARP : NUD_REACHABLE,
    flags: (entry.sticky ? NTF_STICKY : 0) | (entry.externLearn ? NTF_EXT_LEARNED : 0),
    lladdr: entry.mac,
    ...(entry.vid === 0 ? {} : { vlan: entry.vid }),
    master: bridge.dev.index,
    confirmed: 0,
    used: since(entry.used),
    updated: since(entry.updated),
    refcnt: 0,
    probes: 0,
  }
}

function selfEntry(dev: NetDevice, mac: Mac): NeighMessage {
  return {
    type: 'RTM_NEWNEIGH',
    family: AF_BRIDGE,
    index: dev.index,
    state: NUD_PERMANENT,
    flags: NTF_SELF,
    lladdr: mac,
    confirmed: 0,
    used: 0,
    updated: 0,
    refcnt: 0,
    probes: 0,
  }
}
