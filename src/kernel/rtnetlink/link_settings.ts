// What can be set on any link besides its name, addresses and flags. Ref: net/core/rtnetlink.c:do_setlink()
import { EBUSY, EEXIST, EINVAL, ENODEV, EOPNOTSUPP, ERANGE } from '../../uapi/errno.ts'
import type { OperState } from '../../uapi/if.ts'
import { ADDR_GEN_MODES, ALTIFNAMSIZ, type LinkPropRequest, type LinkSettings } from '../../uapi/if_link.ts'
import type { LinkRequest } from '../../uapi/rtnetlink.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { addAltName, delAltName, nameInUse } from '../core/altname.ts'
import { netifCarrierOff, netifCarrierOn } from '../core/linkwatch.ts'
import { refuse, type Net, type NetDevice, type Refusal } from '../core/net.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'

const MOST_QUEUES = 4096
const GRO_MAX_SIZE = 524280

/** Ref: rtnl_create_link() */
export function validateQueues({ numTxQueues = 1, numRxQueues = 1 }: LinkSettings): Refusal | null {
  if (numTxQueues < 1 || numTxQueues > MOST_QUEUES) return refuse(EINVAL, 'Invalid number of transmit queues')
  if (numRxQueues < 1 || numRxQueues > MOST_QUEUES) return refuse(EINVAL, 'Invalid number of receive queues')
  return null
}

/** What is taken at once when a link is made; an alias is not. Ref: rtnl_create_link() */
export function rtnlCreateLink(dev: NetDevice, link: LinkRequest): void {
  dev.broadcast = link.broadcast ?? dev.broadcast
  dev.group = link.group ?? dev.group
  dev.linkmode = link.linkmode ?? dev.linkmode
  dev.gsoMaxSize = link.gsoMaxSize ?? dev.gsoMaxSize
  dev.gsoMaxSegs = link.gsoMaxSegs ?? dev.gsoMaxSegs
  dev.groMaxSize = link.groMaxSize ?? dev.groMaxSize
  dev.numTxQueues = link.numTxQueues ?? dev.numTxQueues
  dev.numRxQueues = link.numRxQueues ?? dev.numRxQueues
}

export function setSettings(dev: NetDevice, link: LinkSettings): Refusal | null {
  const { gsoMaxSize, gsoMaxSegs, groMaxSize, addrgenmode } = link
  if (gsoMaxSize !== undefined) {
    if (gsoMaxSize > dev.tsoMaxSize) return refuse(EINVAL, 'too big gso_max_size')
    dev.gsoMaxSize = gsoMaxSize
  }
  dev.gsoMaxSegs = gsoMaxSegs ?? dev.gsoMaxSegs
  if (groMaxSize !== undefined) {
    if (groMaxSize > GRO_MAX_SIZE) return refuse(EINVAL, 'too big gro_max_size')
    dev.groMaxSize = groMaxSize
  }
  if (link.operstate !== undefined) setOperstate(dev, link.operstate)
  dev.linkmode = link.linkmode ?? dev.linkmode
  if (addrgenmode !== undefined) {
    const inet6 = inet6Dev(dev)
    // Nobody has given the namespace a secret.
    if (!inet6 || addrgenmode === 'stable_secret') return refuse(EINVAL)
    inet6.set('addr_gen_mode', ADDR_GEN_MODES.indexOf(addrgenmode))
  }
  return setProtoDown(dev, link)
}

/** Where a user may take the state to. Ref: net/core/rtnetlink.c:set_operstate() */
function setOperstate(dev: NetDevice, transition: OperState): void {
  const { operstate } = dev
  if (transition === 'UP') {
    if (operstate === 'DORMANT' || operstate === 'TESTING' || operstate === 'UNKNOWN') dev.operstate = 'UP'
  } else if (transition === 'TESTING' || transition === 'DORMANT') {
    if (dev.operUp) dev.operstate = transition
  }
  if (dev.operstate === operstate) return
  dev.net.version++
  if (dev.up) dev.net.stack.notify('CHANGE', dev)
}

/** Ref: net/core/rtnetlink.c:do_set_proto_down() */
function setProtoDown(dev: NetDevice, link: LinkSettings): Refusal | null {
  const { protoDown, protoDownReason, protoDownReasonMask = 0 } = link
  if (protoDown === undefined && protoDownReason === undefined) return null
  if (!dev.ops.changeProtoDown) return refuse(EOPNOTSUPP, 'Protodown not supported by device')
  if (protoDownReason !== undefined) {
    dev.protoDownReason = (dev.protoDownReason & ~protoDownReasonMask) | protoDownReason
    dev.net.version++
  }
  if (protoDown === undefined) return null
  if (!protoDown && dev.protoDownReason !== 0) return refuse(EBUSY, 'Cannot clear protodown, active reasons')
  dev.protoDown = protoDown
  if (protoDown) netifCarrierOff(dev)
  else netifCarrierOn(dev)
  return null
}

/** What stands in the way of a device in another namespace. Ref: net/core/dev.c:__dev_change_net_namespace() */
export function refuseMove(dev: NetDevice, target: Net, link: LinkRequest): Refusal | null {
  if (nameInUse(target, link.newName ?? dev.name))
    return refuse(EEXIST, 'An interface with the same name exists in the target netns')
  const taken = dev.altNames.find((name) => nameInUse(target, name))
  if (taken !== undefined)
    return refuse(EEXIST, `An interface with the altname ${taken} exists in the target netns`)
  const { newIndex = 0 } = link
  if (newIndex !== 0 && target.devices.has(newIndex))
    return refuse(EBUSY, `The ifindex ${newIndex} is not available in the target netns`)
  return null
}

/** Ref: net/core/rtnetlink.c:rtnl_linkprop() */
export function rtnlLinkprop(net: Net, request: LinkPropRequest): Refusal | null {
  const dev = net.devices.get(request.index)
  if (!dev) return refuse(ENODEV)
  for (const name of request.altnames) {
    if (encodeUtf8(name).length >= ALTIFNAMSIZ) return refuse(ERANGE, 'Attribute failed policy validation')
    const refused = request.type === 'RTM_NEWLINKPROP' ? addAltName(dev, name) : delAltName(dev, name)
    if (refused) return refused
  }
  return null
}
