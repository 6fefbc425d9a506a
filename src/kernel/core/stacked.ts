// What devices that stand on another one share: VLANs, macvlans and ipvlans.
import { IFF_ALLMULTI, IFF_PROMISC } from '../../uapi/if.ts'
import type { Mac } from '../../wire/mac.ts'
import { devMcAdd, devMcDel, devSetAllmulti, devSetMtu, devSetPromiscuity } from './dev.ts'
import type { Net, NetDevice } from './net.ts'

/** Operations by which a device tells what it stands on. `lowerOf` is null for a stranger. */
export function stackedOps(lowerOf: (dev: NetDevice) => NetDevice | null): {
  lower(dev: NetDevice): NetDevice | null
  iflink(dev: NetDevice): number
  linkNet(dev: NetDevice): Net | null
  groupChanged(dev: NetDevice, mac: Mac, joined: boolean): void
} {
  return {
    lower: lowerOf,
    iflink: (dev) => lowerOf(dev)?.index ?? 0,
    linkNet: (dev) => lowerOf(dev)?.net ?? null,
    groupChanged(dev, mac, joined) {
      const lower = lowerOf(dev)
      if (lower) (joined ? devMcAdd : devMcDel)(lower, mac)
    },
  }
}

/** Groups that the one above listens to, the one below must hear too. Ref: dev_mc_sync(), dev_mc_unsync() */
export function syncGroups(dev: NetDevice, lower: NetDevice, by: 1 | -1): void {
  for (const mac of dev.multicast) (by > 0 ? devMcAdd : devMcDel)(lower, mac)
}

/** As syncGroups, modes included. */
export function holdLower(dev: NetDevice, lower: NetDevice, by: 1 | -1): void {
  syncGroups(dev, lower, by)
  if (dev.flags & IFF_ALLMULTI) devSetAllmulti(lower, by)
  if (dev.flags & IFF_PROMISC) devSetPromiscuity(lower, by)
}

/** Ref: vlan_dev_change_rx_flags(), macvlan_change_rx_flags() */
export function passRxFlags(dev: NetDevice, lower: NetDevice, change: number): void {
  if (!dev.up) return
  if (change & IFF_ALLMULTI) devSetAllmulti(lower, dev.flags & IFF_ALLMULTI ? 1 : -1)
  if (change & IFF_PROMISC) devSetPromiscuity(lower, dev.flags & IFF_PROMISC ? 1 : -1)
}

/** The one below can carry less now. */
export function shrinkMtu(dev: NetDevice, lower: NetDevice): void {
  if (dev.mtu > lower.mtu) devSetMtu(dev, lower.mtu)
}

/** A device counted a frame of `octets`. */
export function countRx(dev: NetDevice, octets: number, multicast: boolean): void {
  dev.rxPackets++
  dev.rxBytes += octets
  if (multicast) dev.rxMulticast++
}
