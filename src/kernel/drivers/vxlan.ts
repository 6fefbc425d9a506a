// VXLAN devices: made, changed, opened, gone. Read vxlan_dev.ts first. Ref: drivers/net/vxlan/vxlan_core.c
import { EADDRNOTAVAIL, EAFNOSUPPORT, EEXIST, EINVAL, ENODEV, EOPNOTSUPP, ERANGE } from '../../uapi/errno.ts'
import { ARPHRD_ETHER, IFF_BROADCAST, IFF_MULTICAST } from '../../uapi/if.ts'
import { NTF_SELF, NUD_PERMANENT, NUD_REACHABLE, type LinkRequest } from '../../uapi/rtnetlink.ts'
import type { VxlanAttrs } from '../../uapi/vxlan.ts'
import { ETH_DATA_LEN } from '../../wire/ethernet.ts'
import { isMulticast } from '../../wire/inet.ts'
import { isMulticastMac, MAC_ZERO } from '../../wire/mac.ts'
import { VXLAN_LINUX_PORT } from '../../wire/vxlan.ts'
import { ethMacAddr, randomMac, registerNetdevice, unregisterNetdevice } from '../core/dev.ts'
import type { KernelModule } from '../core/module.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import {
  NetDevice,
  refuse,
  type Net,
  type NetDeviceOps,
  type NetdevEvent,
  type Refusal,
} from '../core/net.ts'
import type { NewLink } from '../core/rtnl_link.ts'
import { ipMcDecGroup, ipMcIncGroup } from '../ipv4/igmp.ts'
import { inDev, type InDevice } from '../ipv4/in_device.ts'
import { VXLAN_HEADROOM, VxlanDev, vxlanList, vxlanOfDev, type VxlanConfig } from './vxlan_dev.ts'
import {
  vxlanFdbAdd,
  vxlanFdbDel,
  vxlanFdbDelete,
  vxlanFdbDump,
  vxlanFdbUpdate,
  vxlanFlush,
} from './vxlan_fdb.ts'
import { vxlanSockAdd, vxlanSockRelease } from './vxlan_sock.ts'
import { vxlanXmit } from './vxlan_xmit.ts'

const VNI_MAX = 0xffffff
/** Seconds. Ref: FDB_AGE_DEFAULT */
const FDB_AGE_DEFAULT = 300
const ETH_MIN_MTU = 68
const ETH_MAX_MTU = 65535
/** Ref: include/linux/netdevice.h:TSO_LEGACY_MAX_SIZE */
const TSO_LEGACY_MAX_SIZE = 65536

const vxlanOps: NetDeviceOps = {
  kind: 'vxlan',
  changeProtoDown: true,
  refuseOpen(dev) {
    const vxlan = vxlanOfDev(dev)
    return vxlan && vxlanSockAdd(vxlan)
  },
  open(dev) {
    const vxlan = vxlanOfDev(dev)
    const group = vxlan && groupDevice(vxlan)
    if (group) ipMcIncGroup(group, vxlan.cfg.remote)
  },
  stop(dev) {
    const vxlan = vxlanOfDev(dev)
    if (!vxlan) return
    const group = groupDevice(vxlan)
    if (group) ipMcDecGroup(group, vxlan.cfg.remote)
    vxlanSockRelease(vxlan)
    vxlanFlush(vxlan, false)
  },
  xmit: vxlanXmit,
  setMac: ethMacAddr,
  refuseMtu(dev, mtu) {
    const lowerdev = vxlanOfDev(dev)?.lowerdev
    return lowerdev && mtu > lowerdev.mtu - VXLAN_HEADROOM ? refuse(EINVAL) : null
  },
  // Ref: vxlan_get_link_ksettings()
  speed: (dev) => (vxlanOfDev(dev)?.lowerdev ? 10000 : -1),
  linkNet: (dev) => vxlanOfDev(dev)?.net ?? null,
  dellink: vxlanDellink,
  fdbAdd: vxlanFdbAdd,
  fdbDel: vxlanFdbDel,
  fdbDump: vxlanFdbDump,
  fillInfo(dev) {
    const vxlan = vxlanOfDev(dev)
    return vxlan ? { vxlan: fillInfo(vxlan.cfg) } : {}
  },
  changelink: (dev, info) => vxlanChangelink(dev, info.vxlan ?? {}),
}

export const vxlanModule: KernelModule = {
  name: 'vxlan',
  init(stack) {
    stack.linkKinds.set('vxlan', newVxlan)
    stack.linkValidators.set('vxlan', vxlanValidate)
    stack.notifiers.push(vxlanDeviceEvent)
  },
}

/** Where it listens to the group of its network; null when it has none. Ref: vxlan_multicast_join() */
function groupDevice({ cfg, lowerdev }: VxlanDev): InDevice | null {
  return lowerdev && isMulticast(cfg.remote) ? inDev(lowerdev) : null
}

const DEFAULTS: VxlanConfig = {
  vni: 0,
  remote: 0,
  saddr: 0,
  ifindex: 0,
  portMin: 0,
  portMax: 0,
  dstPort: VXLAN_LINUX_PORT,
  ttl: 0,
  ttlInherit: false,
  tos: 0,
  df: 0,
  learning: true,
  proxy: false,
  rsc: false,
  l2miss: false,
  l3miss: false,
  ageing: FDB_AGE_DEFAULT,
  addrMax: 0,
  udpCsum: true,
  udpZeroCsum6Tx: false,
  udpZeroCsum6Rx: false,
  collectMetadata: false,
}

/** Ref: vxlan_fill_info() */
function fillInfo(cfg: VxlanConfig): VxlanAttrs {
  const attrs: VxlanAttrs = {
    id: cfg.vni,
    portRange: { low: cfg.portMin, high: cfg.portMax },
    port: cfg.dstPort,
    ttl: cfg.ttl,
    ttlInherit: cfg.ttlInherit,
    tos: cfg.tos,
    df: cfg.df,
    learning: cfg.learning,
    proxy: cfg.proxy,
    rsc: cfg.rsc,
    l2miss: cfg.l2miss,
    l3miss: cfg.l3miss,
    ageing: cfg.ageing,
    limit: cfg.addrMax,
    udpCsum: cfg.udpCsum,
    udpZeroCsum6Tx: cfg.udpZeroCsum6Tx,
    udpZeroCsum6Rx: cfg.udpZeroCsum6Rx,
    collectMetadata: cfg.collectMetadata,
  }
  if (cfg.remote !== 0) attrs.remote = cfg.remote
  if (cfg.saddr !== 0) attrs.local = cfg.saddr
  if (cfg.ifindex !== 0) attrs.link = cfg.ifindex
  return attrs
}

/** Ref: vxlan_validate() */
function vxlanValidate({ address, mtu, linkinfo }: LinkRequest): Refusal | null {
  const attrs = linkinfo?.vxlan
  if (address !== undefined && (address === MAC_ZERO || isMulticastMac(address))) {
    return refuse(EADDRNOTAVAIL, 'Provided Ethernet address is not unicast')
  }
  if (mtu !== undefined && (mtu < ETH_MIN_MTU || mtu > ETH_MAX_MTU)) {
    return refuse(EINVAL, 'MTU must be between 68 and 65535')
  }
  if (!attrs) return refuse(EINVAL, 'Required attributes not provided to perform the operation')
  if (attrs.id !== undefined && attrs.id > VNI_MAX)
    return refuse(ERANGE, 'VXLAN ID must be lower than 16777216')
  if (attrs.portRange && attrs.portRange.high < attrs.portRange.low) {
    return refuse(EINVAL, 'Invalid source port range')
  }
  return attrs.label ? refuse(EINVAL, 'Label attribute only applies to IPv6 VXLAN devices') : null
}

/** `old`: of a device that stands; null for a new one. Ref: vxlan_nl2conf() */
function toConfig(attrs: VxlanAttrs, old: VxlanConfig | null): VxlanConfig | Refusal {
  const { remote, local } = attrs
  if (typeof remote === 'bigint' || typeof local === 'bigint') return refuse(EAFNOSUPPORT)
  const cfg: VxlanConfig = { ...(old ?? DEFAULTS) }
  const unchangeable: readonly (readonly [keyof VxlanConfig, unknown, string])[] = [
    ['vni', attrs.id, 'Cannot change VNI'],
    ['ttlInherit', attrs.ttlInherit, 'vxlan: cannot change TTL_INHERIT flag'],
    ['proxy', attrs.proxy, 'vxlan: cannot change PROXY flag'],
    ['rsc', attrs.rsc, 'vxlan: cannot change RSC flag'],
    ['l2miss', attrs.l2miss, 'vxlan: cannot change L2MISS flag'],
    ['l3miss', attrs.l3miss, 'vxlan: cannot change L3MISS flag'],
  ]
  if (old) {
    for (const [key, value, text] of unchangeable) {
      if (value === undefined || (key === 'vni' && value === old.vni)) continue
      return refuse(EOPNOTSUPP, text)
    }
    if (attrs.portRange) return refuse(EOPNOTSUPP, 'Cannot change port range')
    if (attrs.port !== undefined) return refuse(EOPNOTSUPP, 'Cannot change port')
    if (attrs.udpCsum !== undefined) return refuse(EOPNOTSUPP, 'Cannot change UDP_CSUM flag')
    if (attrs.collectMetadata !== undefined)
      return refuse(EOPNOTSUPP, 'vxlan: cannot change COLLECT_METADATA flag')
  }
  cfg.vni = attrs.id ?? cfg.vni
  cfg.remote = remote ?? cfg.remote
  cfg.saddr = local ?? cfg.saddr
  cfg.ifindex = attrs.link ?? cfg.ifindex
  cfg.ttl = attrs.ttl ?? cfg.ttl
  cfg.ttlInherit = attrs.ttlInherit ?? cfg.ttlInherit
  cfg.tos = attrs.tos ?? cfg.tos
  cfg.df = attrs.df ?? cfg.df
  cfg.learning = attrs.learning ?? cfg.learning
  cfg.proxy = attrs.proxy ?? cfg.proxy
  cfg.rsc = attrs.rsc ?? cfg.rsc
  cfg.l2miss = attrs.l2miss ?? cfg.l2miss
  cfg.l3miss = attrs.l3miss ?? cfg.l3miss
  cfg.ageing = attrs.ageing || cfg.ageing
  cfg.addrMax = attrs.limit ?? cfg.addrMax
  cfg.portMin = attrs.portRange?.low ?? cfg.portMin
  cfg.portMax = attrs.portRange?.high ?? cfg.portMax
  cfg.dstPort = attrs.port || cfg.dstPort
  cfg.udpCsum = attrs.udpCsum ?? cfg.udpCsum
  cfg.udpZeroCsum6Tx = attrs.udpZeroCsum6Tx ?? cfg.udpZeroCsum6Tx
  cfg.udpZeroCsum6Rx = attrs.udpZeroCsum6Rx ?? cfg.udpZeroCsum6Rx
  if (attrs.collectMetadata) {
    cfg.collectMetadata = true
    cfg.learning = false
  }
  return cfg
}

/** Ref: vxlan_config_validate() */
function validateConfig(net: Net, cfg: VxlanConfig, old: VxlanDev | null): Refusal | null {
  if (isMulticast(cfg.saddr)) return refuse(EINVAL, 'Local address cannot be multicast')
  if (isMulticast(cfg.remote) && cfg.ifindex === 0) {
    return refuse(EINVAL, 'Local interface required for multicast remote destination')
  }
  if (cfg.ifindex !== 0 && !net.devices.has(cfg.ifindex)) {
    return refuse(ENODEV, 'Invalid local interface, device not found')
  }
  for (const other of vxlanList(net)) {
    if (other === old || other.cfg.vni !== cfg.vni || other.cfg.dstPort !== cfg.dstPort) continue
    if (other.cfg.collectMetadata !== cfg.collectMetadata) continue
    return refuse(EEXIST, 'A VXLAN device with the specified VNI already exists')
  }
  return null
}

/** Of a device that is given another underlying device, or its first. Ref: vxlan_config_apply() */
function applyConfig(vxlan: VxlanDev, cfg: VxlanConfig, givenMtu: boolean, isNew: boolean): void {
  const { dev } = vxlan
  vxlan.cfg = cfg
  const { lowerdev } = vxlan
  let most = ETH_MAX_MTU
  if (lowerdev) {
    dev.tsoMaxSize = lowerdev.tsoMaxSize
    most = Math.max(ETH_MIN_MTU, lowerdev.mtu - VXLAN_HEADROOM)
    if (isNew && !givenMtu) dev.mtu = most
  }
  if (dev.mtu > most) dev.mtu = most
}

/** Ref: vxlan_newlink() */
function newVxlan({ net, sourceNet, link, name }: NewLink): NetDevice | Refusal {
  const cfg = toConfig(link.linkinfo?.vxlan ?? {}, null)
  if ('errno' in cfg) return cfg
  const invalid = validateConfig(sourceNet, cfg, null)
  if (invalid) return invalid
  const dev = new NetDevice(net, vxlanOps, {
    ...ETHER_SETUP,
    name,
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_MULTICAST,
    mtu: link.mtu ?? ETH_DATA_LEN,
    mac: link.address ?? randomMac(net.stack),
    numQueues: 1,
    qdisc: 'noqueue',
    countedHeader: 0,
  })
  dev.tsoMaxSize = TSO_LEGACY_MAX_SIZE
  if (link.address !== undefined) dev.macSet = true
  const vxlan = new VxlanDev(dev, sourceNet, cfg)
  dev.priv = vxlan
  applyConfig(vxlan, cfg, link.mtu !== undefined, true)
  if (link.txqlen !== undefined) dev.txqlen = link.txqlen
  const refused = registerNetdevice(dev, link.index)
  if (refused) return refused
  vxlanList(sourceNet).unshift(vxlan)
  if (cfg.remote !== 0) setDefaultRemote(vxlan)
  return dev
}

/** The way for unknown destinations. Ref: __vxlan_dev_create() */
function setDefaultRemote(vxlan: VxlanDev): void {
  const { remote: ip, dstPort: port, vni, ifindex } = vxlan.cfg
  vxlanFdbUpdate(vxlan, {
    mac: MAC_ZERO,
    rdst: { ip, port, vni, ifindex },
    state: NUD_REACHABLE | NUD_PERMANENT,
    flags: NTF_SELF,
    create: { create: true, append: true },
  })
}

/** Ref: vxlan_changelink() */
function vxlanChangelink(dev: NetDevice, attrs: VxlanAttrs): Refusal | null {
  const vxlan = vxlanOfDev(dev)
  if (!vxlan) return refuse(EOPNOTSUPP)
  const old = vxlan.cfg
  const cfg = toConfig(attrs, old)
  if ('errno' in cfg) return cfg
  const invalid = validateConfig(vxlan.net, cfg, vxlan)
  if (invalid) return invalid
  applyConfig(vxlan, cfg, false, false)
  if (cfg.remote !== old.remote) {
    if (cfg.remote !== 0) setDefaultRemote(vxlan)
    const { remote: ip, dstPort: port, vni, ifindex } = old
    if (ip !== 0) vxlanFdbDelete(vxlan, MAC_ZERO, { ip, port, vni, ifindex })
  }
  dev.net.version++
  return null
}

/** Ref: vxlan_dellink() */
function vxlanDellink(dev: NetDevice): void {
  const vxlan = vxlanOfDev(dev)
  unregisterNetdevice(dev)
  if (!vxlan) return
  vxlanFlush(vxlan, true)
  const list = vxlanList(vxlan.net)
  const at = list.indexOf(vxlan)
  if (at >= 0) list.splice(at, 1)
}

/** A device goes, and those that run over it with it. Ref: vxlan_netdevice_event(), vxlan_handle_lowerdev_unregister() */
function vxlanDeviceEvent(event: NetdevEvent, dev: NetDevice): void {
  if (event !== 'UNREGISTER') return
  for (const vxlan of [...vxlanList(dev.net)]) {
    if (vxlan.cfg.ifindex === dev.index && vxlan.dev !== dev) vxlanDellink(vxlan.dev)
  }
}
