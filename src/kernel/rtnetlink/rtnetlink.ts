// Which request goes where. Ref: net/core/rtnetlink.c:rtnetlink_rcv_msg()
import { EINVAL, EOPNOTSUPP } from '../../uapi/errno.ts'
import {
  AF_BRIDGE,
  AF_INET6,
  type RtnetlinkMessage,
  type RtnetlinkReply,
  type RtnetlinkRequest,
} from '../../uapi/rtnetlink.ts'
import type { RouteLookup } from '../../uapi/routelookup.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { Net, refuse, type Refusal } from '../core/net.ts'
import { peernet2id } from '../core/nsid.ts'
import { rtmDeladdr, rtmGetaddr, rtmNewaddr } from './addr.ts'
import { fdbDump } from './fdb_dump.ts'
import { rtnlDellink, rtnlDumpLinks, rtnlGetlink, rtnlNewlink } from './link.ts'
import { rtnlLinkprop } from './link_settings.ts'
import { rtmDelneigh, rtmGetneigh, rtmNewneigh } from './neigh.ts'
import { done, many, nsidMessage, one } from './reply.ts'
import { rtmDelroute, rtmGetroute, rtmNewroute, rtmRouteLookup } from './route.ts'
import { inet6RouteLookup } from './route6.ts'

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
      if (request.family === AF_INET6) return more(net, request)
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
    case 'RTM_NEWNEIGH':
      if (request.neigh.family === AF_BRIDGE) return more(net, request)
      return done(rtmNewneigh(net, request.flags, request.neigh))
    case 'RTM_DELNEIGH':
      if (request.neigh.family === AF_BRIDGE) return more(net, request)
      return done(rtmDelneigh(net, request.neigh))
    case 'RTM_GETNEIGH':
      if (request.family === AF_BRIDGE) return { messages: fdbDump(net) }
      return { messages: rtmGetneigh(net, request.family, request.proxy ?? false) }
    case 'RTM_GETNSID':
      if (!(request.netns instanceof Net)) return { error: refuse(EINVAL) }
      return { messages: [nsidMessage(request.netns, peernet2id(net, request.netns))] }
    default:
      return more(net, request)
  }
}

/** What a module answers. */
function more(net: Net, request: RtnetlinkRequest): RtnetlinkReply {
  return net.stack.slots.rtnetlink?.(net, request) ?? { error: refuse(EOPNOTSUPP) }
}

function routeLookup(net: Net, lookup: RouteLookup): RtnetlinkMessage | Refusal {
  return isInet6(lookup) ? inet6RouteLookup(net, lookup) : rtmRouteLookup(net, lookup as RouteLookup<Inet>)
}

function isInet6(lookup: RouteLookup): lookup is RouteLookup<Inet6> {
  return typeof lookup.dst === 'bigint'
}
