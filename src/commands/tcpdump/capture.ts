// Packets of a device as libpcap hands them over: the kernel fills a block, and gives it away when its timer runs out.
// Ref: libpcap pcap-linux.c, net/packet/af_packet.c:prb_retire_rx_blk_timer_expired()
import type { Blocking, Process } from '../../os/program.ts'
import { BIRTHDAY, MILLISECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import { ARPHRD_ETHER, ARPHRD_LOOPBACK, IFF_LOOPBACK } from '../../uapi/if.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { PacketSocket } from '../../uapi/socket.ts'
import { withVlan } from '../../wire/ethernet.ts'
import { links } from './devices.ts'
import type { Predicate } from './filterterms.ts'
import { cookedOctets, DLT_EN10MB, DLT_LINUX_SLL2, ethernetOctets, type Packet } from './packet.ts'

type Received = Exclude<ReturnType<PacketSocket['recv']>, { errno: number } | { text: string }>

export interface CaptureSettings {
  /** null: all devices. */
  readonly link: LinkMessage | null
  readonly promiscuous: boolean
  readonly snaplen: number
  readonly direction: 'in' | 'out' | 'inout'
  /** Milliseconds until a block that is not full is handed over; 0: each packet at once. */
  readonly timeout: number
}

export class Capture {
  readonly #p: Process
  readonly #set: CaptureSettings
  readonly #socket: PacketSocket
  readonly #filter: Predicate
  readonly #loopbacks: ReadonlySet<number>
  readonly #hwTypes: ReadonlyMap<number, number>
  readonly #opened: Nanoseconds
  /** What the kernel let through, handed over or not. */
  received = 0

  constructor(p: Process, set: CaptureSettings, filter: Predicate) {
    this.#p = p
    this.#set = set
    this.#filter = filter
    this.#socket = p.net.packetSocket()
    this.#socket.bind(set.link?.index ?? 0)
    if (set.promiscuous && set.link) this.#socket.promiscuous(set.link.index)
    const all = links(p)
    this.#loopbacks = new Set(all.filter((l) => l.flags & IFF_LOOPBACK).map((l) => l.index))
    this.#hwTypes = new Map(all.map((l) => [l.index, l.hwType]))
    this.#opened = p.clock.now()
  }

  get link(): number {
    return this.#set.link ? DLT_EN10MB : DLT_LINUX_SLL2
  }

  /** Waits until packets are handed over; false when a signal came first. */
  *ready(interrupted: () => boolean): Blocking<boolean> {
    const { clock } = this.#p
    for (;;) {
      if (interrupted()) return false
      this.#takeAll()
      if (this.#pending.length > 0) break
      yield* clock.wait([this.#socket])
    }
    const { timeout } = this.#set
    if (timeout === 0) return true
    const tick = timeout * MILLISECOND
    const due = this.#opened + (Math.floor((clock.now() - this.#opened) / tick) + 1) * tick
    while (clock.now() < due) {
      if (interrupted()) return false
      yield* clock.wait([], due)
    }
    return !interrupted()
  }

  #pending: Packet[] = []

  /** The next one of those handed over. */
  next(): Packet | null {
    this.#takeAll()
    return this.#pending.shift() ?? null
  }

  #takeAll(): void {
    for (;;) {
      const got = this.#socket.recv()
      if (isErrno(got)) return
      const packet = this.#accept(got)
      if (packet) this.#pending.push(packet)
    }
  }

  #accept(got: Received): Packet | null {
    const { frame, ifindex, outgoing, type, time } = got
    const tag = frame.vlan ?? null
    const octets = (whole: boolean): Uint8Array => {
      const shown = whole ? frame : withVlan(frame, tag?.inner ?? null)
      if (this.#set.link) return ethernetOctets(shown)
      return cookedOctets(shown, ifindex, type, this.#hwTypes.get(ifindex) ?? ARPHRD_ETHER)
    }
    const seen = octets(false)
    const sight = {
      bytes: seen,
      length: seen.length,
      tag: tag?.id ?? null,
      outgoing,
      ifindex,
      overrun: false,
    }
    if (!this.#filter(sight) || sight.overrun) return null
    this.received++
    // On a loopback device each passes twice, and is told once.
    if (outgoing && this.#loopbacks.has(ifindex)) return null
    const { direction } = this.#set
    if (direction !== 'inout' && outgoing !== (direction === 'out')) return null
    const bytes = tag ? octets(true) : seen
    return {
      link: this.link,
      bytes: bytes.subarray(0, this.#set.snaplen),
      length: bytes.length,
      seconds: BIRTHDAY + Math.floor(time / SECOND),
      nanoseconds: time % SECOND,
    }
  }

  /** Counts what came and was never handed over, and lets go of the device. */
  close(): void {
    this.#takeAll()
    this.#socket.close()
  }
}

/** Whether a device's frames are Ethernet's. */
export function isEthernet(link: LinkMessage): boolean {
  return link.hwType === ARPHRD_ETHER || link.hwType === ARPHRD_LOOPBACK
}
