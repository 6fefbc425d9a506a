// Settings of a device as rtnetlink tells of them. Ref: net/ipv4/devinet.c:inet_netconf_notify_devconf()
import { AF_INET } from '../../uapi/rtnetlink.ts'
import type { NetconfMessage } from '../../uapi/rtnotify.ts'
import type { Net } from '../core/net.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import type { ConfKey, Ipv4Conf } from './conf.ts'

type NetconfKey = Exclude<keyof NetconfMessage, 'type' | 'family' | 'index'>

const KEYS: Partial<Record<ConfKey, NetconfKey>> = {
  forwarding: 'forwarding',
  rp_filter: 'rpFilter',
  mc_forwarding: 'mcForwarding',
  proxy_arp: 'proxyNeigh',
  ignore_routes_with_linkdown: 'ignoreLinkdown',
}

/** One setting; `index` −1 is all, −2 default. */
export function netconfChanged(net: Net, index: number, key: ConfKey, value: number): void {
  const name = KEYS[key]
  if (name === undefined) return
  rtnlNotify(net, 'ipv4-netconf', () => ({ type: 'RTM_NEWNETCONF', family: AF_INET, index, [name]: value }))
}

/** All of them. */
export function netconfOf(index: number, conf: Ipv4Conf): NetconfMessage {
  return {
    type: 'RTM_NEWNETCONF',
    family: AF_INET,
    index,
    forwarding: conf.forwarding,
    rpFilter: conf.rp_filter,
    mcForwarding: conf.mc_forwarding,
    proxyNeigh: conf.proxy_arp,
    ignoreLinkdown: conf.ignore_routes_with_linkdown,
  }
}
