// The forwarding databases of bridges and the address lists of other devices, shown. Ref: net/core/rtnetlink.c:rtnl_fdb_dump()
import { ARPHRD_ETHER } from '../../uapi/if.ts'
import { AF_BRIDGE, NTF_SELF, NUD_PERMANENT, type NeighMessage } from '../../uapi/rtnetlink.ts'
import type { Mac } from '../../wire/mac.ts'
import { bridgeOf, brPortOf, type Bridge, type BridgePort } from '../bridge/br.ts'
import { brFdbEntries } from '../bridge/br_fdb.ts'
import { fdbFillInfo } from '../bridge/br_fdb_message.ts'
import type { Net, NetDevice } from '../core/net.ts'

/** Of each device first what its bridge knows of it, then its own lists. Ref: rtnl_fdb_dump() */
export function fdbDump(net: Net): NeighMessage[] {
  const all: NeighMessage[] = []
  const bridges = new Map<Bridge, ByPort>()
  const entriesOf = (bridge: Bridge, port: BridgePort | null): readonly NeighMessage[] => {
    let entries = bridges.get(bridge)
    if (!entries) bridges.set(bridge, (entries = byPort(bridge)))
    return entries.get(port) ?? []
  }
  for (const dev of net.devices.values()) {
    const port = brPortOf(dev)
    if (port) all.push(...entriesOf(port.bridge, port))
    if (dev.ops.fdbDump) all.push(...dev.ops.fdbDump(dev))
    else if (dev.hwType === ARPHRD_ETHER)
      for (const mac of [...dev.unicast, ...dev.multicast]) all.push(selfEntry(dev, mac))
    const bridge = bridgeOf(dev)
    if (bridge) all.push(...entriesOf(bridge, null))
  }
  return all
}

type ByPort = ReadonlyMap<BridgePort | null, readonly NeighMessage[]>

/** What a bridge knows, by the port behind which it is; null: itself. */
function byPort(bridge: Bridge): ByPort {
  const ports = new Map<BridgePort | null, NeighMessage[]>()
  for (const entry of brFdbEntries(bridge)) {
    const message = fdbFillInfo(bridge, entry)
    const entries = ports.get(entry.port)
    if (entries) entries.push(message)
    else ports.set(entry.port, [message])
  }
  return ports
}

export function selfEntry(dev: NetDevice, mac: Mac): NeighMessage {
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
