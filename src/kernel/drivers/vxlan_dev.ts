// A VXLAN device's state, and the sockets by which frames reach it. Ref: include/net/vxlan.h, drivers/net/vxlan/vxlan_private.h
import type { Inet } from '../../wire/inet.ts'
import type { Mac } from '../../wire/mac.ts'
import type { Net, NetDevice } from '../core/net.ts'

/** Ref: struct vxlan_rdst */
export interface VxlanRdst {
  /** 0: none. */
  ip: Inet
  port: number
  vni: number
  /** 0: as the routes say. */
  ifindex: number
}

/** Ref: struct vxlan_fdb */
export interface VxlanFdb {
  readonly mac: Mac
  /** NUD_*. */
  state: number
  /** NTF_*. */
  flags: number
  updated: number
  used: number
  readonly remotes: VxlanRdst[]
}

/** Ref: struct vxlan_config */
export interface VxlanConfig {
  vni: number
  remote: Inet
  saddr: Inet
  ifindex: number
  portMin: number
  portMax: number
  dstPort: number
  ttl: number
  ttlInherit: boolean
  tos: number
  df: number
  learning: boolean
  proxy: boolean
  rsc: boolean
  l2miss: boolean
  l3miss: boolean
  /** Seconds. */
  ageing: number
  addrMax: number
  udpCsum: boolean
  udpZeroCsum6Tx: boolean
  udpZeroCsum6Rx: boolean
  collectMetadata: boolean
}

export class VxlanDev {
  readonly dev: NetDevice
  /** Where it was made: its tunnel stays there, whichever namespace the device moves to. */
  readonly net: Net
  cfg: VxlanConfig
  /** Newest first, as a dump lists them. */
  readonly fdb = new Map<Mac, VxlanFdb>()

  constructor(dev: NetDevice, net: Net, cfg: VxlanConfig) {
    this.dev = dev
    this.net = net
    this.cfg = cfg
  }

  get lowerdev(): NetDevice | null {
    return this.net.devices.get(this.cfg.ifindex) ?? null
  }
}

export function vxlanOfDev(dev: NetDevice): VxlanDev | null {
  return dev.priv instanceof VxlanDev ? dev.priv : null
}

const devices = new WeakMap<Net, VxlanDev[]>()

/** Those made in a namespace, newest first. Ref: struct vxlan_net */
export function vxlanList(net: Net): VxlanDev[] {
  let list = devices.get(net)
  if (!list) devices.set(net, (list = []))
  return list
}

/** Ref: drivers/net/vxlan/vxlan_core.c:vxlan_headroom(): outer IP and UDP headers, VXLAN's, and the inner Ethernet header. */
export const VXLAN_HEADROOM = 50
