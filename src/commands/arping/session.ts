// One arping: sending on time, and what is printed about what comes back. Ref: iputils arping.c:event_loop()
import type { Blocking, Process } from '../../os/program.ts'
import { MICROSECOND, SECOND, type Nanoseconds } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { LinkMessage } from '../../uapi/rtnetlink.ts'
import type { PacketSocket } from '../../uapi/socket.ts'
import { ARP_REPLY, ARP_REQUEST, type Arp } from '../../wire/arp.ts'
import { ETH_P_ARP, type Frame } from '../../wire/ethernet.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import { isMulticastMac, type Mac } from '../../wire/mac.ts'
import type { Stdout } from '../lib/stdout.ts'
import type { ArpingSettings } from './options.ts'

export interface ArpingTarget {
  readonly device: LinkMessage
  readonly source: Inet
  readonly target: Inet
}

export interface ArpingCounts {
  readonly sent: number
  readonly broadcasts: number
  readonly received: number
  readonly requestsReceived: number
  readonly broadcastsReceived: number
}

/** What the makes of arping do each in its own way. */
export interface ArpingMake {
  /** Frames to everybody are counted though only so many are to be sent. */
  readonly countsBroadcasts: boolean
  /** What is left after the time of -w for answers that are on their way. */
  readonly grace: Nanoseconds
  mac(mac: Mac): string
  /** Microseconds that an answer took, as milliseconds. */
  elapsed(micros: number): string
  totals(counts: ArpingCounts): string
  status(counts: ArpingCounts, set: ArpingSettings): number
}

export class ArpingSession {
  readonly #p: Process
  readonly #set: ArpingSettings
  readonly #to: ArpingTarget
  readonly #socket: PacketSocket
  readonly #out: Stdout
  readonly #make: ArpingMake
  /** Where the next one goes: the link's broadcast address until somebody answered. */
  #he: Mac
  #unicasting = false
  #last: Nanoseconds = 0
  #sent = 0
  #broadcasts = 0
  #received = 0
  #broadcastsReceived = 0
  #requestsReceived = 0
  #ended = false

  constructor(
    p: Process,
    set: ArpingSettings,
    to: ArpingTarget,
    socket: PacketSocket,
    out: Stdout,
    make: ArpingMake,
  ) {
    this.#p = p
    this.#set = set
    this.#to = to
    this.#socket = socket
    this.#out = out
    this.#make = make
    this.#unicasting = !make.countsBroadcasts && set.count >= 0
    this.#he = to.device.broadcast
    const end = (): void => {
      this.#ended = true
    }
    for (const signal of ['INT', 'QUIT', 'TERM'] as const) p.procs.onSignal(signal, end)
  }

  /** Gives the exit status. */
  *run(): Blocking<number> {
    const { count, interval, timeout, unsolicited } = this.#set
    const { clock } = this.#p
    const started = clock.now()
    const deadline = timeout === 0 ? Infinity : started + timeout * SECOND + this.#make.grace
    // A timer of 0 seconds is one that never runs.
    let timer = interval === 0 ? Infinity : started + interval * SECOND
    let expiries = 1
    this.#send()
    while (!this.#ended) {
      if (unsolicited && this.#sent === count) break
      this.#receiveAll()
      if (this.#ended) break
      const now = clock.now()
      if (now >= timer) {
        timer += interval * SECOND
        expiries++
        if (count > 0 && expiries > count) break
        this.#send()
      }
      if (now >= deadline) break
      if (now >= timer || (unsolicited && this.#sent === count)) continue
      yield* clock.wait([this.#socket], Math.min(timer, deadline))
      yield* this.#out.room()
    }
    return this.#finish()
  }

  #send(): void {
    const { device, source, target } = this.#to
    const packet: Arp = {
      kind: 'arp',
      op: this.#set.advert ? ARP_REPLY : ARP_REQUEST,
      sha: device.address,
      spa: source,
      tha: this.#set.advert ? device.address : this.#he,
      tpa: target,
    }
    const frame: Frame = { dst: this.#he, src: device.address, etherType: ETH_P_ARP, packet }
    if (this.#socket.sendto(frame, device.index) !== null) return
    this.#last = this.#p.clock.now()
    this.#sent++
    if (!this.#unicasting) this.#broadcasts++
  }

  #receiveAll(): void {
    while (!this.#ended) {
      const got = this.#socket.recv()
      if (isErrno(got)) return
      if (!got.outgoing && got.ifindex === this.#to.device.index) this.#receive(got.frame)
    }
  }

  /** Ref: recv_pack() */
  #receive({ dst, packet }: Frame): void {
    const set = this.#set
    const toMe = dst === this.#to.device.address
    if (packet.kind !== 'arp' || !this.#isAnswer(packet) || !(toMe || isMulticastMac(dst))) return
    if (!set.quiet) this.#print(packet, toMe)
    this.#received++
    if (set.timeout > 0 && this.#received === set.count) this.#ended = true
    if (this.#ended) return
    if (!toMe) this.#broadcastsReceived++
    if (packet.op === ARP_REQUEST) this.#requestsReceived++
    if (set.quitOnReply || (set.count === 0 && this.#received === this.#sent)) this.#ended = true
    if (this.#ended || set.broadcastOnly) return
    this.#he = packet.sha
    this.#unicasting = true
  }

  #isAnswer(arp: Arp): boolean {
    const { device, source, target } = this.#to
    if ((arp.op !== ARP_REQUEST && arp.op !== ARP_REPLY) || arp.spa !== target) return false
    if (!this.#set.dad) return arp.tpa === source && arp.tha === device.address
    return arp.sha !== device.address && (source === 0 || source === arp.tpa)
  }

  #print(arp: Arp, toMe: boolean): void {
    const { device, source } = this.#to
    const { mac, elapsed } = this.#make
    const how = `${toMe ? 'Unicast' : 'Broadcast'} ${arp.op === ARP_REPLY ? 'reply' : 'request'}`
    const forOther = arp.tpa === source ? '' : `for ${formatInet(arp.tpa)} `
    const hardware = arp.tha === device.address ? '' : `${forOther === '' ? 'for ' : ''}[${mac(arp.tha)}]`
    const took = elapsed(Math.trunc((this.#p.clock.now() - this.#last) / MICROSECOND + 0.5))
    this.#out.print(`${how} from ${formatInet(arp.spa)} [${mac(arp.sha)}] ${forOther}${hardware}${took}ms\n`)
    this.#out.flush()
  }

  #finish(): number {
    const { quiet, dad, unsolicited } = this.#set
    const counts: ArpingCounts = {
      sent: this.#sent,
      broadcasts: this.#broadcasts,
      received: this.#received,
      requestsReceived: this.#requestsReceived,
      broadcastsReceived: this.#broadcastsReceived,
    }
    if (!quiet) this.#out.print(this.#make.totals(counts))
    if (dad) return counts.received > 0 ? 1 : 0
    return unsolicited ? 0 : this.#make.status(counts, this.#set)
  }
}
