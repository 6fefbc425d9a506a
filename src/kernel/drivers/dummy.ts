// A device that drops all it is given. Ref: drivers/net/dummy.c
import { ARPHRD_ETHER, IFF_BROADCAST, IFF_NOARP } from '../../uapi/if.ts'
import type { Mac } from '../../wire/mac.ts'
import { ethMacAddr, randomMac } from '../core/dev.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import { NetDevice, type Net, type NetDeviceOps } from '../core/net.ts'
import type { KernelModule } from '../core/module.ts'
import { registerLink } from '../core/rtnl_link.ts'
import { consume } from '../core/trace.ts'

const dummyOps: NetDeviceOps = {
  kind: 'dummy',
  xmit(skb, dev) {
    dev.txPackets++
    dev.txBytes += skb.length
    consume(skb, 'dummyXmit', dev.name)
  },
  setMac: ethMacAddr,
}

export const dummyModule: KernelModule = {
  name: 'dummy',
  init(stack) {
    stack.linkKinds.set('dummy', ({ net, link, name }) =>
      registerLink(makeDummy(net, name, link.address ?? null), link),
    )
  },
}

/** Not yet registered. Ref: dummy_setup(): no multicast flag, no ARP, any MTU. */
function makeDummy(net: Net, name: string, mac: Mac | null): NetDevice {
  const dev = new NetDevice(net, dummyOps, {
    ...ETHER_SETUP,
    name,
    hwType: ARPHRD_ETHER,
    flags: IFF_BROADCAST | IFF_NOARP,
    minMtu: 0,
    maxMtu: 0,
    mac: mac ?? randomMac(net.stack),
    numQueues: 1,
    qdisc: 'noqueue',
  })
  if (mac !== null) dev.macSet = true
  return dev
}
