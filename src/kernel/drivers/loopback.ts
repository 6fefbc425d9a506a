// lo. Ref: drivers/net/loopback.c
import { MICROSECOND } from '../../sim/clock.ts'
import { ARPHRD_LOOPBACK, IFF_LOOPBACK } from '../../uapi/if.ts'
import { MAC_ZERO } from '../../wire/mac.ts'
import { ethMacAddr, registerNetdevice } from '../core/dev.ts'
import { NetDevice, type Net, type NetDeviceOps } from '../core/net.ts'
import { xmitTo } from '../core/xmit.ts'

export const LOOPBACK_DELAY = 5 * MICROSECOND

const loopbackOps: NetDeviceOps = {
  kind: null,
  xmit: (skb, dev) => xmitTo(skb, dev, dev, LOOPBACK_DELAY),
  setMac: ethMacAddr,
}

/** Every namespace is born with it, down. Ref: loopback_net_init() */
export function loopbackNetInit(net: Net): void {
  const lo = new NetDevice(net, loopbackOps, {
    name: 'lo',
    hwType: ARPHRD_LOOPBACK,
    flags: IFF_LOOPBACK,
    mtu: 65536,
    minMtu: 0,
    maxMtu: 0,
    mac: MAC_ZERO,
    broadcast: MAC_ZERO,
    numQueues: 1,
    countedHeader: 0,
    qdisc: 'noqueue',
  })
  registerNetdevice(lo)
}

export function loopbackOf(net: Net): NetDevice | undefined {
  return net.byName.get('lo')
}
