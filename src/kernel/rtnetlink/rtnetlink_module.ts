// The requests that the first lab does not make: rules, next hops, VLANs of bridges, databases changed, ids of namespaces.
import { EEXIST, EINVAL, ENODEV, EOPNOTSUPP } from '../../uapi/errno.ts'
import type { RtnetlinkReply, RtnetlinkRequest } from '../../uapi/rtnetlink.ts'
import type { Mac } from '../../wire/mac.ts'
import { brMulticastHooks } from '../bridge/br_hook.ts'
import { devMcAddGlobal, devMcDelGlobal } from '../core/dev.ts'
import type { KernelModule } from '../core/module.ts'
import { Net, refuse, type Refusal } from '../core/net.ts'
import { nsidAssign, peernet2id } from '../core/nsid.ts'
import { ipv4Of } from '../ipv4/netns_ipv4.ts'
import { brVlanRtmAdd, brVlanRtmDel, brVlanRtmDump, brVlanRtmNew } from './brvlan.ts'
import { fdbAdd, fdbDel } from './fdb.ts'
import { inet6DumpIfinfo } from './link6.ts'
import { netconfEvent } from './netconf.ts'
import { done, many, nsidMessage } from './reply.ts'
import { fibRulesEvent, rtmDelrule, rtmGetrule, rtmNewrule } from './rule.ts'

export const rtnetlinkModule: KernelModule = {
  name: 'rtnetlink',
  init({ slots, notifiers }) {
    slots.rtnetlink = rcv
    notifiers.push(fibRulesEvent, netconfEvent)
  },
}

function rcv(net: Net, request: RtnetlinkRequest): RtnetlinkReply {
  switch (request.type) {
    case 'RTM_GETLINK':
      return { messages: inet6DumpIfinfo(net) }
    case 'RTM_NEWNEXTHOP':
    case 'RTM_DELNEXTHOP':
    case 'RTM_GETNEXTHOP':
    case 'RTM_GETNEXTHOPS':
      return ipv4Of(net).nexthopRcv?.(net, request) ?? { error: refuse(EOPNOTSUPP) }
    case 'TUNSETIFF':
      return net.stack.slots.tun ? done(net.stack.slots.tun(net, request)) : { error: refuse(ENODEV) }
    case 'RTM_NEWRULE':
      return done(rtmNewrule(net, request.flags, request.rule))
    case 'RTM_DELRULE':
      return done(rtmDelrule(net, request.rule))
    case 'RTM_GETRULE':
      return many(rtmGetrule(net, request.family))
    case 'RTM_NEWNEIGH':
      return done(fdbAdd(net, request.flags, request.neigh))
    case 'RTM_DELNEIGH':
      return done(fdbDel(net, request.neigh))
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
    case 'RTM_NEWMDB':
    case 'RTM_DELMDB':
    case 'RTM_GETMDB':
      return brMulticastHooks.get(net.stack)?.mdb(net, request) ?? { error: refuse(EOPNOTSUPP) }
    case 'RTM_NEWNSID':
      return done(newNsid(net, request.netns, request.nsid))
    case 'RTM_GETNSIDS':
      return {
        messages: [...net.nsids].sort((a, b) => a[1] - b[1]).map(([peer, id]) => nsidMessage(peer, id)),
      }
    default:
      return { error: refuse(EOPNOTSUPP) }
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

/** Ref: net/core/net_namespace.c:rtnl_net_newid() */
function newNsid(net: Net, peer: unknown, nsid: number): Refusal | null {
  if (!(peer instanceof Net)) return refuse(EINVAL)
  if (peernet2id(net, peer) >= 0) return refuse(EEXIST, 'Peer netns already has a nsid assigned')
  if (nsid >= 0 && net.nsidNumbers.has(nsid)) return refuse(EEXIST, 'The specified nsid is already used')
  if (nsid >= 0) net.nsidNumbers.reserve(nsid)
  nsidAssign(net, peer, nsid >= 0 ? nsid : net.nsidNumbers.take())
  return null
}
