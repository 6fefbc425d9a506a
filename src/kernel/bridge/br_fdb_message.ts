// One entry of the forwarding database as it is told and dumped. Ref: net/bridge/br_fdb.c:fdb_fill_info(), fdb_notify()
import { SECOND } from '../../sim/clock.ts'
import {
  AF_BRIDGE,
  NTF_EXT_LEARNED,
  NTF_STICKY,
  NUD_NOARP,
  NUD_PERMANENT,
  NUD_REACHABLE,
  type NeighMessage,
} from '../../uapi/rtnetlink.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import type { Bridge, FdbEntry } from './br.ts'

export function fdbFillInfo(bridge: Bridge, entry: FdbEntry): NeighMessage {
  const dev = entry.port?.dev ?? bridge.dev
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

export function fdbNotify(type: 'RTM_NEWNEIGH' | 'RTM_DELNEIGH', bridge: Bridge, entry: FdbEntry): void {
  rtnlNotify(bridge.dev.net, 'neigh', () => ({ ...fdbFillInfo(bridge, entry), type }))
}
