// A network card, and the cable between two of them. The card has carrier while a cable joins it to a card that is up.
import { MICROSECOND } from '../../sim/clock.ts'
import { ARPHRD_ETHER, IFF_BROADCAST, IFF_MULTICAST } from '../../uapi/if.ts'
import { ETH_HEADER } from '../../wire/ethernet.ts'
import { ethMacAddr, randomMac, registerNetdevice, unregisterNetdevice } from '../core/dev.ts'
import { netifCarrierOff, netifCarrierOn } from '../core/linkwatch.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import { NetDevice, type Net, type NetDeviceOps, type Refusal } from '../core/net.ts'
import { drop } from '../core/trace.ts'
import { xmitTo } from '../core/xmit.ts'

/** A few metres of cable, two cards and their interrupts. */
const CABLE_DELAY = 40 * MICROSECOND

class Cable {
  readonly a: NetDevice
  readonly b: NetDevice
  constructor(a: NetDevice, b: NetDevice) {
    this.a = a
    this.b = b
  }
  other(dev: NetDevice): NetDevice {
    return dev === this.a ? this.b : this.a
  }
}

function cableOf(dev: NetDevice): Cable | null {
  return dev.priv instanceof Cable ? dev.priv : null
}

function farEnd(dev: NetDevice): NetDevice | null {
  return cableOf(dev)?.other(dev) ?? null
}

const ethernetOps: NetDeviceOps = {
  kind: null,
  open: updateCarrier,
  stop: updateCarrierOnStop,
  xmit(skb, dev) {
    const far = farEnd(dev)
    if (!far || !skb.frame) return drop(skb, 'ethernetXmit', 'DEV_CARRIER')
    if (skb.length > far.mtu + ETH_HEADER + 4) {
      dev.txDropped++
      return drop(skb, 'ethernetXmit', 'PKT_TOO_BIG')
    }
    xmitTo(skb, dev, far, CABLE_DELAY)
  },
  setMac: ethMacAddr,
  peer: farEnd,
}

function updateCarrier(dev: NetDevice): void {
  const far = farEnd(dev)
  if (!far?.up) return netifCarrierOff(dev)
  netifCarrierOn(dev)
  netifCarrierOn(far)
}

function updateCarrierOnStop(dev: NetDevice): void {
  netifCarrierOff(dev)
  const far = farEnd(dev)
  if (far) netifCarrierOff(far)
}

/** Puts a card into a namespace; no cable yet, so no carrier. */
export function addNic(net: Net, name: string): NetDevice | Refusal {
  const dev = new NetDevice(net, ethernetOps, {
    ...ETHER_SETUP,
    name,
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_MULTICAST,
    maxMtu: 9216,
    mac: randomMac(net.stack),
    numQueues: 1,
    qdisc: 'fq_codel',
  })
  dev.carrier = false
  dev.operstate = 'DOWN'
  return registerNetdevice(dev) ?? dev
}

export function removeNic(dev: NetDevice): void {
  unplug(dev)
  unregisterNetdevice(dev)
}

export function isNic(dev: NetDevice): boolean {
  return dev.ops === ethernetOps
}

export function isPlugged(dev: NetDevice): boolean {
  return cableOf(dev) !== null
}

/** Joins two cards that have no cable yet. */
export function plug(a: NetDevice, b: NetDevice): void {
  const cable = new Cable(a, b)
  a.priv = cable
  b.priv = cable
  a.net.version++
  b.net.version++
  if (a.up && b.up) {
    netifCarrierOn(a)
    netifCarrierOn(b)
  }
}

/** Takes the cable away from both its ends. */
export function unplug(dev: NetDevice): void {
  const cable = cableOf(dev)
  if (!cable) return
  for (const end of [cable.a, cable.b]) {
    end.priv = null
    end.net.version++
    netifCarrierOff(end)
  }
}
