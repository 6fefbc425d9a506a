// A device's settings come and go with it. Ref: net/ipv4/devinet.c:devinet_sysctl_register(), net/ipv6/addrconf.c
import { AF_INET, AF_INET6 } from '../../uapi/rtnetlink.ts'
import type { NetconfMessage } from '../../uapi/rtnotify.ts'
import type { NetDevice, NetdevEvent } from '../core/net.ts'
import { rtnlNotify } from '../core/rtnl_notify.ts'
import { inDev } from '../ipv4/in_device.ts'
import { netconfOf } from '../ipv4/netconf.ts'
import { ipv6Of } from '../ipv6/netns_ipv6.ts'

function inetAdded(dev: NetDevice): void {
  const device = inDev(dev)
  if (device) rtnlNotify(dev.net, 'ipv4-netconf', () => netconfOf(dev.index, device.conf))
}

function inet6Added({ net, index }: NetDevice): void {
  rtnlNotify(net, 'ipv6-netconf', () => ({
    type: 'RTM_NEWNETCONF',
    family: AF_INET6,
    index,
    forwarding: ipv6Of(net).dflt.forwarding,
    mcForwarding: 0,
    proxyNeigh: 0,
    ignoreLinkdown: 0,
  }))
}

function removed({ net, index }: NetDevice, family: NetconfMessage['family']): void {
  const group = family === AF_INET ? 'ipv4-netconf' : 'ipv6-netconf'
  rtnlNotify(net, group, () => ({ type: 'RTM_DELNETCONF', family, index }))
}

/** A new name is a new directory of settings. */
export function netconfEvent(event: NetdevEvent, dev: NetDevice): void {
  if (dev.net.stack.rtnlSockets.size === 0) return
  const goes = event === 'CHANGENAME' || event === 'UNREGISTER'
  const comes = event === 'CHANGENAME' || event === 'REGISTER'
  if (goes) removed(dev, AF_INET)
  if (comes) inetAdded(dev)
  if (goes) removed(dev, AF_INET6)
  if (comes) inet6Added(dev)
}
