// Links. Ref: net/core/rtnetlink.c
import { EAFNOSUPPORT, EEXIST, EINVAL, ENODEV, EOPNOTSUPP, ERANGE } from '../../uapi/errno.ts'
import { IFF_LOOPBACK, IFNAMSIZ } from '../../uapi/if.ts'
import { ADDR_GEN_MODES } from '../../uapi/if_link.ts'
import type { CreateFlags, LinkInfo, LinkMessage, LinkRequest } from '../../uapi/rtnetlink.ts'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { bridgePortAttrs } from '../bridge/br_netlink.ts'
import { bridgeOf, brPortOf } from '../bridge/br.ts'
import { brIfinfoNotify } from '../bridge/br_ifinfo.ts'
import {
  devChangeFlags,
  devChangeName,
  devChangeNetNamespace,
  devSetMac,
  devSetMaster,
  devSetMtu,
  devValidName,
  unregisterNetdevice,
} from '../core/dev.ts'
import { devGetByName } from '../core/altname.ts'
import { linkwatchSync } from '../core/linkwatch.ts'
import { Net, refuse, type NetDevice, type NetdevEvent, type Refusal } from '../core/net.ts'
import { peernet2idAlloc } from '../core/nsid.ts'
import { ifinfoHook, rtmsgIfinfo } from '../core/rtnl_notify.ts'
import { inet6Dev } from '../ipv6/inet6_dev.ts'
import type { NewLink } from '../core/rtnl_link.ts'
import { linkKind, validateLink } from './link_kinds.ts'
import { refuseMove, rtnlCreateLink, setSettings, validateQueues } from './link_settings.ts'

/** One link as a program is told of it. Ref: rtnl_fill_ifinfo() */
export function fillLink(dev: NetDevice): LinkMessage {
  const message: LinkMessage = {
    type: 'RTM_NEWLINK',
    index: dev.index,
    ifname: dev.name,
    hwType: dev.hwType,
    flags: dev.userFlags,
    mtu: dev.mtu,
    minMtu: dev.minMtu,
    maxMtu: dev.maxMtu,
    txqlen: dev.txqlen,
    qdisc: dev.qdisc,
    operstate: dev.up ? dev.operstate : 'DOWN',
    linkmode: dev.linkmode,
    group: dev.group,
    promiscuity: dev.promiscuity,
    allmulti: dev.allmulti,
    address: dev.mac,
    broadcast: dev.broadcast,
    numTxQueues: dev.numTxQueues,
    numRxQueues: dev.numRxQueues,
    gsoMaxSize: dev.gsoMaxSize,
    gsoMaxSegs: dev.gsoMaxSegs,
    tsoMaxSize: dev.tsoMaxSize,
    groMaxSize: dev.groMaxSize,
    addrgenmode: ADDR_GEN_MODES[inet6Dev(dev)?.conf.addr_gen_mode ?? 0] ?? 'eui64',
    carrierChanges: dev.carrierChanges,
    stats: dev.stats,
  }
  if (dev.alias !== '') message.alias = dev.alias
  if (dev.altNames.length > 0) message.altnames = [...dev.altNames]
  if (dev.protoDown) message.protoDown = true
  if (dev.protoDownReason !== 0) message.protoDownReason = dev.protoDownReason
  const { iflink } = dev
  const linkNet = dev.ops.linkNet?.(dev) ?? null
  if (iflink !== dev.index || (linkNet && linkNet !== dev.net)) message.link = iflink
  if (linkNet && linkNet !== dev.net) message.linkNetnsid = peernet2idAlloc(dev.net, linkNet)
  if (dev.master) message.master = dev.master.index
  const info = fillLinkInfo(dev)
  if (info) message.linkinfo = info
  return message
}

/** Ref: rtnl_link_fill() */
function fillLinkInfo(dev: NetDevice): LinkInfo | null {
  const port = bridgePortAttrs(dev)
  if (dev.ops.kind === null && !port) return null
  const info: LinkInfo = { kind: dev.ops.kind ?? '', ...dev.ops.fillInfo?.(dev) }
  if (dev.ops.bridgeAttrs) info.bridge = dev.ops.bridgeAttrs(dev)
  if (port) {
    info.slaveKind = 'bridge'
    info.bridgePort = port
  }
  return info
}

export function findLink(net: Net, index: number | undefined, ifname: string | undefined): NetDevice | null {
  if (index !== undefined && index !== 0) return net.devices.get(index) ?? null
  return ifname === undefined ? null : devGetByName(net, ifname)
}

/** One, brought up to date first. Ref: rtnl_getlink() */
export function rtnlGetlink(
  net: Net,
  index: number | undefined,
  ifname: string | undefined,
): LinkMessage | Refusal {
  const dev = findLink(net, index, ifname)
  if (!dev) return refuse(ENODEV)
  linkwatchSync(dev)
  return fillLink(dev)
}

export function rtnlDumpLinks(net: Net): LinkMessage[] {
  return [...net.devices.values()].map(fillLink)
}

/** Ref: rtnl_newlink() */
export function rtnlNewlink(net: Net, flags: CreateFlags, link: LinkRequest): Refusal | null {
  const sourceNet = link.linkNetnsid === undefined ? net : netById(net, link.linkNetnsid)
  if (!sourceNet) return refuse(EINVAL, 'Unknown network namespace id')
  const dev = findLink(net, link.index, link.ifname)
  const kind = link.linkinfo?.kind
  const invalid = kind !== undefined && linkKind(net.stack, kind) ? validateLink(net.stack, link) : null
  if (invalid) return invalid
  if (dev) {
    if (flags.excl) return refuse(EEXIST)
    if (flags.replace) return refuse(EOPNOTSUPP)
    return changeLink(net, dev, link)
  }
  if (!flags.create) return link.group !== undefined && !link.ifname ? setGroup(net, link) : refuse(ENODEV)
  if (kind === undefined) return refuse(EOPNOTSUPP, 'Unknown device type')
  const make = linkKind(net.stack, kind)
  if (!make) return refuse(EOPNOTSUPP, 'Unknown device type')
  const target = link.netns instanceof Net ? link.netns : net
  const name = link.ifname ?? `${kind}%d`
  if (encodeUtf8(name).length >= IFNAMSIZ) return refuse(ERANGE, 'Attribute failed policy validation')
  if (!devValidName(name)) return refuse(EINVAL)
  const tooMany = validateQueues(link) ?? validateQueues(link.linkinfo?.peer ?? {})
  if (tooMany) return tooMany
  // Only a device that stands can be asked for it. Ref: inet6_set_link_af()
  if (link.addrgenmode !== undefined) return refuse(EAFNOSUPPORT)
  const request: NewLink = { net: target, sourceNet, link, name }
  const made = make(request)
  if ('errno' in made) return made
  return configure(made, link)
}

/** What a new link is given beyond its kind. Ref: rtnl_configure_link() */
function configure(dev: NetDevice, link: LinkRequest): Refusal | null {
  rtnlCreateLink(dev, link)
  announce(dev)
  const was = dev.userFlags
  const closed = link.change ? devChangeFlags(dev, link.flags ?? 0, link.change) : null
  if (closed) return closed
  if (dev.userFlags === was) rtmsgIfinfo('RTM_NEWLINK', dev)
  if (!link.master) return null
  const master = dev.net.devices.get(link.master)
  return master ? devSetMaster(dev, master) : refuse(EINVAL)
}

/** A message about a link gives the namespace of its other end an id, whether anybody listens or not. */
function announce(dev: NetDevice): void {
  const linkNet = dev.ops.linkNet?.(dev) ?? null
  if (linkNet && linkNet !== dev.net) peernet2idAlloc(dev.net, linkNet)
}

/** Ref: net/core/rtnetlink.c:rtnetlink_event(), net/core/dev.c:__dev_notify_flags(), netdev_state_change() */
export function rtnetlinkEvent(event: NetdevEvent, dev: NetDevice): void {
  if (event !== 'REGISTER' && event !== 'UNREGISTER' && event !== 'GOING_DOWN') announce(dev)
  if (event === 'CHANGEMTU' || event === 'CHANGEADDR' || event === 'CHANGENAME')
    rtmsgIfinfo('RTM_NEWLINK', dev)
}

/** Whether there are attributes of its kind (IFLA_INFO_DATA). */
function hasData(info: LinkInfo): boolean {
  const { kind: _kind, bridgePort: _port, slaveKind: _slave, ...data } = info
  return Object.keys(data).length > 0
}

/** A link that stands is changed. Ref: rtnl_changelink(), do_setlink() */
function changeLink(net: Net, dev: NetDevice, link: LinkRequest): Refusal | null {
  const info = link.linkinfo
  // A kind without attributes changes nothing, whatever the device is.
  if (info && hasData(info)) {
    if (info.kind !== dev.ops.kind) return refuse(EOPNOTSUPP)
    const refused = info.bridge
      ? (net.stack.slots.bridge?.changelink(dev, info.bridge) ?? null)
      : (dev.ops.changelink?.(dev, info) ?? (dev.ops.changelink ? null : refuse(EOPNOTSUPP)))
    if (refused) return refused
  }
  if (info?.bridgePort && !dev.master) return refuse(EOPNOTSUPP)
  const refused = doSetlink(net, dev, link)
  if (!refused && info && (hasData(info) || info.bridgePort)) netdevStateChange(dev)
  return refused
}

/** Ref: net/core/dev.c:netdev_state_change() */
function netdevStateChange(dev: NetDevice): void {
  if (!dev.up) return
  dev.net.stack.notify('CHANGE', dev)
  rtmsgIfinfo('RTM_NEWLINK', dev)
}

function netById(net: Net, nsid: number): Net | null {
  for (const [peer, id] of net.nsids) if (id === nsid) return peer
  return null
}

/** Ref: do_setlink() */
function doSetlink(net: Net, dev: NetDevice, link: LinkRequest): Refusal | null {
  let refused: Refusal | null = null
  if (link.netns) {
    if (!(link.netns instanceof Net)) return refuse(EINVAL)
    refused = changeNetns(net, dev, link, link.netns)
    if (refused) return refused
  }
  if (link.address !== undefined) refused = devSetMac(dev, link.address)
  if (refused) return refused
  if (link.mtu !== undefined) refused = devSetMtu(dev, link.mtu)
  if (refused) return refused
  if (link.group !== undefined) dev.group = link.group
  if (link.newName !== undefined && !link.netns) refused = devChangeName(dev, link.newName)
  if (refused) return refused
  if (link.alias !== undefined) dev.alias = link.alias
  if (link.broadcast !== undefined) dev.broadcast = link.broadcast
  if (link.change) refused = devChangeFlags(dev, link.flags ?? 0, link.change)
  if (refused) return refused
  if (link.master !== undefined) refused = setMaster(dev, link.master)
  if (refused) return refused
  if (link.txqlen !== undefined) dev.txqlen = link.txqlen
  refused = setSettings(dev, link)
  if (refused) return refused
  const portAttrs = link.bridgePort ?? link.linkinfo?.bridgePort
  const { bridge } = net.stack.slots
  if (portAttrs) refused = bridge ? bridge.setport(dev, portAttrs) : refuse(EOPNOTSUPP)
  const port = link.bridgePort && !refused ? brPortOf(dev) : null
  if (port) brIfinfoNotify('RTM_NEWLINK', port)
  dev.net.version++
  return refused
}

function setMaster(dev: NetDevice, index: number): Refusal | null {
  if (index === 0) return devSetMaster(dev, null)
  const master = dev.net.devices.get(index)
  return master ? devSetMaster(dev, master) : refuse(EINVAL)
}

function changeNetns(net: Net, dev: NetDevice, link: LinkRequest, target: Net): Refusal | null {
  if (target === dev.net) return null
  if (dev.flags & IFF_LOOPBACK || bridgeOf(dev)) return refuse(EINVAL, 'The interface netns is immutable')
  const stays = refuseMove(dev, target, link)
  if (stays) return stays
  const refused = devChangeNetNamespace(dev, target, link.newName ?? null, link.newIndex)
  if (refused) return refused
  if (link.newName !== undefined && dev.name !== link.newName) {
    const renamed = devChangeName(dev, link.newName)
    if (renamed) return renamed
  }
  announce(dev)
  return null
}

/** `ip link set group N …`: every link of the group. Ref: rtnl_group_changelink() */
function setGroup(net: Net, link: LinkRequest): Refusal | null {
  for (const dev of [...net.devices.values()]) {
    if (dev.group !== link.group) continue
    const refused = doSetlink(net, dev, link)
    if (refused) return refused
  }
  return null
}

/** Ref: rtnl_dellink() */
export function rtnlDellink(net: Net, index: number): Refusal | null {
  const dev = net.devices.get(index)
  if (!dev) return refuse(ENODEV)
  if (!dev.ops.dellink) return dev.ops.kind === null ? refuse(EOPNOTSUPP) : remove(dev)
  dev.ops.dellink(dev)
  return null
}

function remove(dev: NetDevice): null {
  unregisterNetdevice(dev)
  return null
}

ifinfoHook.fill = fillLink
