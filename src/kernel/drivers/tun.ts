// Tap and tun devices: what they send goes to the program that holds their file. No program here holds one, so they
// have no carrier. Ref: drivers/net/tun.c
import { EBUSY, EINVAL, EOPNOTSUPP } from '../../uapi/errno.ts'
import {
  ARPHRD_ETHER,
  ARPHRD_NONE,
  IFF_BROADCAST,
  IFF_MULTICAST,
  IFF_NOARP,
  IFF_POINTOPOINT,
} from '../../uapi/if.ts'
import { IFF_MULTI_QUEUE, IFF_TAP, IFF_TUN, type TunAttrs, type TunRequest } from '../../uapi/if_tun.ts'
import { ETH_HEADER } from '../../wire/ethernet.ts'
import { MAC_ZERO } from '../../wire/mac.ts'
import {
  devAllocName,
  devValidName,
  ethMacAddr,
  randomMac,
  registerNetdevice,
  unregisterNetdevice,
} from '../core/dev.ts'
import { ETHER_SETUP } from '../core/ether_setup.ts'
import type { KernelModule } from '../core/module.ts'
import { NetDevice, refuse, type Net, type NetDeviceOps, type Refusal } from '../core/net.ts'
import { drop } from '../core/trace.ts'

const MAX_TAP_QUEUES = 256
/** Packets a tun device keeps for its reader. */
const TUN_READQ_SIZE = 500
const IFF_TYPE = IFF_TUN | IFF_TAP

class Tun {
  readonly flags: number
  owner: number | null = null
  group: number | null = null
  constructor(flags: number) {
    this.flags = flags
  }
}

function tunOf(dev: NetDevice): Tun | null {
  return dev.priv instanceof Tun ? dev.priv : null
}

const TUN_OPS: NetDeviceOps = {
  kind: 'tun',
  xmit(skb, dev) {
    dev.txDropped++
    drop(skb, 'tunNetXmit', 'DEV_READY')
  },
  fillInfo(dev) {
    const { flags = 0, owner = null, group = null } = tunOf(dev) ?? {}
    const tun: TunAttrs = { flags }
    if (owner !== null) tun.owner = owner
    if (group !== null) tun.group = group
    return { tun }
  },
}

const TAP_OPS: NetDeviceOps = { ...TUN_OPS, setMac: ethMacAddr }

export const tunModule: KernelModule = {
  name: 'tun',
  init(stack) {
    stack.linkKinds.set('tun', () => refuse(EOPNOTSUPP, 'tun/tap creation via rtnetlink is not supported'))
    stack.slots.tun = tunSetIff
  },
}

/** Ref: tun_set_iff(), tun_chr_close() */
function tunSetIff(net: Net, request: TunRequest): Refusal | null {
  const { flags, persist } = request
  const there = net.byName.get(request.ifname)
  if (there) {
    if (persist) return refuse(EBUSY)
    const known = tunOf(there)
    if (!known || (known.flags ^ flags) & (IFF_TYPE | IFF_MULTI_QUEUE)) return refuse(EINVAL)
    unregisterNetdevice(there)
    return null
  }
  const name = request.ifname || (flags & IFF_TAP ? 'tap%d' : 'tun%d')
  if (!devValidName(name)) return refuse(EINVAL)
  if (!persist) return null
  const dev = makeTun(net, devAllocName(net, name), flags)
  const tun = new Tun(flags)
  tun.owner = request.owner
  tun.group = request.group
  dev.priv = tun
  return registerNetdevice(dev)
}

/** Ref: tun_net_initialize() */
function makeTun(net: Net, name: string, flags: number): NetDevice {
  const tap = (flags & IFF_TAP) !== 0
  const dev = new NetDevice(net, tap ? TAP_OPS : TUN_OPS, {
    ...ETHER_SETUP,
    name,
    hwType: tap ? ARPHRD_ETHER : ARPHRD_NONE,
    flags: tap ? IFF_BROADCAST | IFF_MULTICAST : IFF_POINTOPOINT | IFF_NOARP | IFF_MULTICAST,
    maxMtu: tap ? 65535 - ETH_HEADER : 65535,
    mac: tap ? randomMac(net.stack) : MAC_ZERO,
    broadcast: tap ? ETHER_SETUP.broadcast : MAC_ZERO,
    numQueues: flags & IFF_MULTI_QUEUE ? MAX_TAP_QUEUES : 1,
    qdisc: 'fq_codel',
  })
  if (!tap) dev.txqlen = TUN_READQ_SIZE
  dev.tsoMaxSize = 65536
  dev.carrier = false
  dev.operstate = 'DOWN'
  return dev
}
