// AF_PACKET: frames as they pass a device. Ref: net/packet/af_packet.c
import { EAGAIN, EINVAL, ENODEV, ENXIO, type Errno } from '../../uapi/errno.ts'
import type { PacketSocket, PacketType } from '../../uapi/socket.ts'
import type { Frame } from '../../wire/ethernet.ts'
import { devSetPromiscuity } from '../core/dev.ts'
import type { Net, NetDevice, Tap } from '../core/net.ts'
import type { SkBuff } from '../core/skb.ts'
import { allocSkb } from '../core/trace.ts'
import { WaitQueue } from '../../sim/wait.ts'
import { devQueueXmit } from '../core/xmit.ts'

const MOST_QUEUED = 4096

/** By PACKET_* number. */
const TYPES: readonly PacketType[] = ['host', 'broadcast', 'multicast', 'otherhost', 'outgoing']

interface Captured {
  readonly frame: Frame
  readonly ifindex: number
  readonly outgoing: boolean
  readonly type: PacketType
  readonly time: number
}

export class PacketSock extends WaitQueue implements PacketSocket, Tap {
  readonly net: Net
  ifindex = 0
  inode: number
  readonly #captured: Captured[] = []
  /** Devices that hear everything because of this socket. */
  readonly #promiscuous: NetDevice[] = []

  constructor(net: Net) {
    super()
    this.net = net
    this.inode = net.stack.nextSocketInode()
    net.taps.push(this)
    net.version++
  }

  bind(ifindex: number): Errno | null {
    if (ifindex !== 0 && !this.net.devices.has(ifindex)) return ENODEV
    this.ifindex = ifindex
    return null
  }

  receive(skb: SkBuff, dev: NetDevice, outgoing: boolean): void {
    if (!skb.frame || this.#captured.length >= MOST_QUEUED) return
    this.#captured.push({
      frame: skb.frame,
      ifindex: dev.index,
      outgoing,
      type: TYPES[skb.pktType] ?? 'host',
      time: dev.net.stack.clock.now,
    })
    this.wake()
  }

  recv(): Captured | Errno {
    return this.#captured.shift() ?? EAGAIN
  }

  /** Ref: net/packet/af_packet.c:packet_mc_add() */
  promiscuous(ifindex: number): Errno | null {
    const dev = this.net.devices.get(ifindex)
    if (!dev) return ENODEV
    devSetPromiscuity(dev, 1)
    this.#promiscuous.push(dev)
    return null
  }

  sendto(frame: Frame, ifindex: number): Errno | null {
    const dev = this.net.devices.get(ifindex || this.ifindex)
    if (!dev) return ifindex === 0 ? EINVAL : ENXIO
    const skb = allocSkb(this.net.stack, dev, frame.packet, null)
    skb.frame = frame
    devQueueXmit(skb)
    return null
  }

  close(): void {
    this.inode = 0
    for (const dev of this.#promiscuous.splice(0)) {
      if (this.net.devices.get(dev.index) === dev) devSetPromiscuity(dev, -1)
    }
    const at = this.net.taps.indexOf(this)
    if (at >= 0) this.net.taps.splice(at, 1)
  }
}
