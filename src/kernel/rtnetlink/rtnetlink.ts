// Which request goes where. Ref: net/core/rtnetlink.c:rtnetlink_rcv_msg()
import { EEXIST, EINVAL, ENODEV, EOPNOTSUPP } from '../../uapi/errno.ts'
import {
  AF_BRIDGE,
  AF_INET6,
  type NsidMessage,
  type RtnetlinkMessage,
  type RtnetlinkReply,
  type RtnetlinkRequest,
} from '../../uapi/rtnetlink.ts'
import type { RouteLookup } from '../../uapi/routelookup.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Mac } from '../../wire/mac.ts'
import { devMcAddGlobal, devMcDelGlobal } from '../core/dev.ts'
import { Net, refuse, type Refusal } from '../core/net.ts'
import { nsidAssign, peernet2id } from '../core/nsid.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { inet6DumpIfinfo } from './link6.ts'
import { rtmDeladdr, rtmGetaddr, rtmNewaddr } from './addr.ts'
import { brVlanRtmAdd, brVlanRtmDel, brVlanRtmDump, brVlanRtmNew } from './brvlan.ts'
import { fdbAdd, fdbDel, fdbDump } from './fdb.ts'
import { rtnlDellink, rtnlDumpLinks, rtnlGetlink, rtnlNewlink } from './link.ts'
import { rtnlLinkprop } from './link_settings.ts'
import { rtmDelneigh, rtmGetneigh, rtmNewneigh } from './neigh.ts'
import { rtmDelroute, rtmGetroute, rtmNewroute, rtmRouteLookup } from './route.ts'
import { inet6RouteLookup } from './route6.ts'
import { rtmDelrule, rtmGetrule, rtmNewrule } from './rule.ts'

const DONE: RtnetlinkReply = { messages: [] }

function done(refused: Refusal | null): RtnetlinkReply {
  return refused ? { error: refused } : DONE
}

function one(result: RtnetlinkMessage | Refusal): RtnetlinkReply {
  return 'errno' in result ? { error: result } : { messages: [result] }
}

function many(result: RtnetlinkMessage[] | Refusal): RtnetlinkReply {
  return 'errno' in result ? { error: result } : { messages: result }
}

export function rtnetlinkRcv(net: Net, request: RtnetlinkRequest): RtnetlinkReply {
  switch (request.type) {
    case 'RTM_NEWLINK':
      return done(rtnlNewlink(net, request.flags, request.link))
    case 'RTM_DELLINK':
      return done(rtnlDellink(net, request.index))
    case 'RTM_NEWLINKPROP':
    case 'RTM_DELLINKPROP':
      return done(rtnlLinkprop(net, request))
    case 'RTM_GETLINK':
      if (request.family === AF_INET6) return { messages: inet6DumpIfinfo(net) }
      if (request.index === undefined && request.ifname === undefined) return { messages: rtnlDumpLinks(net) }
      return one(rtnlGetlink(net, request.index, request.ifname))
    case 'RTM_NEWADDR':
      return done(rtmNewaddr(net, request.flags, request.addr))
    case 'RTM_DELADDR':
      return done(rtmDeladdr(net, request.addr))
    case 'RTM_GETADDR':
      return { messages: rtmGetaddr(net, request.family) }
    case 'RTM_NEWROUTE':
      return done(rtmNewroute(net, request.flags, request.route))
    case 'RTM_DELROUTE':
      return done(rtmDelroute(net, request.route))
    case 'RTM_GETROUTE':
      return many(rtmGetroute(net, request.family, request.table ?? 0, request.cloned ?? false))
    case 'RTM_GETROUTE_LOOKUP':
      return one(routeLookup(net, request.lookup))
    case 'RTM_NEWNEXTHOP':
    case 'RTM_DELNEXTHOP':
    case 'RTM_GETNEXTHOP':
    case 'RTM_GETNEXTHOPS':
      return ipv4Of(net).nexthopRcv?.(net, request) ?? { error: refuse(EOPNOTSUPP) }
    case 'RTM_NEWRULE':
      return done(rtmNewrule(net, request.flags, request.rule))
    case 'RTM_DELRULE':
      return done(rtmDelrule(net, request.rule))
    case 'RTM_GETRULE':
      return many(rtmGetrule(net, request.family))
    case 'RTM_NEWNEIGH':
      if (request.neigh.family === AF_BRIDGE) return done(fdbAdd(net, request.flags, request.neigh))
      return done(rtmNewneigh(net, request.flags, request.neigh))
    case 'RTM_DELNEIGH':
      return done(
        request.neigh.family === AF_BRIDGE ? fdbDel(net, request.neigh) : rtmDelneigh(net, request.neigh),
      )
    case 'RTM_GETNEIGH':
      if (request.family === AF_BRIDGE) return { messages: fdbDump(net) }
      return { messages: rtmGetneigh(net, request.family, request.proxy ?? false) }
    case 'SIOCADDMULTI':
    case 'SIOCDELMULTI':
      return done(changeMulticast(net, request.ifname, request.address, request.type === 'SIOCADDMULTI'))
    case 'RTM_ADDVLAN':
      return done(brVlanRtmAdd(net, request.vlan))
    case 'RTM_DELVLAN':
      return done(brVlanRtmDel(net, request.vlan))
    case 'RTM_NEWVLAN':
      return done(brVlanRtmNew(net, request.vlan))
    case 'RTM_GETVLAN':
      return { messages: brVlanRtmDump(net) }
    case 'RTM_NEWNSID':
      return done(newNsid(net, request.netns, request.nsid))
    case 'RTM_GETNSID':
      if (!(request.netns instanceof Net)) return { error: refuse(EINVAL) }
      return { messages: [nsidMessage(request.netns, peernet2id(net, request.netns))] }
    case 'RTM_GETNSIDS':
      return {
        messages: [...net.nsids].sort((a, b) => a[1] - b[1]).map(([peer, id]) => nsidMessage(peer, id)),
      }
  }
}

/** Ref: net/core/dev_ioctl.c:dev_ifsioc() */
function changeMulticast(net: Net, ifname: string, address: Mac, adds: boolean): Refusal | null {
  const dev = net.byName.get(ifname)
  if (!dev) return refuse(ENODEV)
  if (!adds) return devMcDelGlobal(dev, address)
  devMcAddGlobal(dev, address)
  return null
}

function routeLookup(net: Net, lookup: RouteLookup): RtnetlinkMessage | Refusal {
  return isInet6(lookup) ? inet6RouteLookup(net, lookup) : rtmRouteLookup(net, lookup as RouteLookup<Inet>)
}

function isInet6(lookup: RouteLookup): lookup is RouteLookup<Inet6> {
  return typeof lookup.dst === 'bigint'
}

function nsidMessage(peer: Net, nsid: number): NsidMessage {
  return { type: 'RTM_NEWNSID', nsid, netns: peer.inode }
}

/** Ref: net/core/net_namespace.c:rtnl_net_newid() */
function newNsid(net: Net, peer: unknown, nsid: number): Refusal | null {
  if (!(peer instanceof Net)) return refuse(EINVAL)
  if (peernet2id(net, peer) >= 0) return refuse(EEXIST, 'Peer netns already has a nsid assigned')
  if (nsid >= 0 && net.nsidNumbers.has(nsid)) return refuse(EEXIST, 'The specified nsid is already used')
  if (nsid >= 0) net.nsidNumbers.reserve(nsid)
  nsidAssign(net, peer, nsid >= 0 ? nsid : net.nsidNumbers.take())
  return null
}
