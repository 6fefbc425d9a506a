// A packet on its way through one stack (Ref: include/linux/skbuff.h). The frame and packet values in it never
// change; an skb only says where they are and what was decided about them.
import type { Errno } from '../../uapi/errno.ts'
import { frameLength, type Frame, type Packet } from '../../wire/ethernet.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Mac } from '../../wire/mac.ts'
import { VLAN_HLEN } from '../../wire/vlan.ts'
import type { NetDevice } from './net.ts'

export const PACKET_HOST = 0
export const PACKET_BROADCAST = 1
export const PACKET_MULTICAST = 2
export const PACKET_OTHERHOST = 3
export const PACKET_OUTGOING = 4

/** Who sent it: told at once of an error on the way out, where Linux would return it from sendmsg(2). */
export interface Sender {
  error: Errno | null
  /** An error found later on this machine, such as a neighbour that does not answer (IP_RECVERR). */
  linkFailure?(skb: SkBuff): void
}

/** Where a packet is going (Ref: struct rtable). */
export interface Dst {
  /** RTN_*. */
  readonly type: number
  readonly dev: NetDevice
  /** Next hop: the gateway, or the destination itself. */
  readonly nexthop: Inet
  readonly gateway: Inet
  readonly mtu: number
  /** Preferred source address. */
  readonly src: Inet
  /** Of input: a redirect should be sent. */
  readonly redirect: boolean
  /** The route it comes of, where it comes of one. */
  readonly route: object | null
}

/** A packet's ports of a bridge (Ref: struct nf_bridge_info). */
export interface NfBridgeInfo {
  readonly physIn: NetDevice
  readonly physOut: NetDevice | null
  /** Its frame is for somebody else: IP's hooks are told that it is for this machine. */
  readonly otherHost: boolean
  /** PRE_ROUTING of IP has seen it. */
  readonly shown: boolean
  /** Sender of a frame whose new destination is being asked for. */
  readonly dnatFrom: Mac | null
}

/** Where an IPv6 packet is going (Ref: struct rt6_info). */
export interface Dst6 {
  /** RTN_*. */
  readonly type: number
  /** Of a route to oneself lo; `egress` is then the device that has the address. */
  readonly dev: NetDevice
  readonly egress: NetDevice
  /** Next hop: the gateway, or the destination itself. */
  readonly nexthop: Inet6
  readonly gateway: Inet6 | null
  readonly mtu: number
  /** Length of the route's prefix. */
  readonly length: number
  /** Of a route of refusal. */
  readonly error: Errno | null
  /** Packets end here, and their sender is told. */
  readonly discards: boolean
  /** The route it comes of, where it comes of one. */
  readonly route: object | null
}

/** Devices that a frame reaches at the same time. */
export interface Flood {
  readonly at: number
  readonly to: NetDevice[]
}

export class SkBuff {
  readonly id: number
  dev: NetDevice
  packet: Packet
  #frame: Frame | null
  #length = -1
  pktType = PACKET_HOST
  dst: Dst | null = null
  dst6: Dst6 | null = null
  mark = 0
  sender: Sender | null = null
  /** The trace takes no notice of it. */
  quiet = false
  /** A question that a bridge has answered for others. */
  arpAnswered = false
  /** Cables that this frame went through unchanged: what goes round in a loop of bridges has many behind it. */
  hops = 0
  /** On its way on several cables at once: whoever receives it makes a copy first (Ref: skb_share_check()). */
  shared = false
  /** Where it is on its way to, of what is shared. */
  flood: Flood | null = null
  /** A rule said TRACE: those that watch are told of every rule it meets. */
  nftrace = false
  /** Device it came in by, for forwarded packets and ICMP errors. */
  iif: NetDevice | null = null
  /** Slot of connection tracking: the flow it belongs to, and what it is to it (IP_CT_*). */
  nfct: unknown = null
  nfctinfo = 0
  /** IPVS has seen it: it goes to a server of a service, or comes from one. */
  ipvsProperty = false
  /** Octets of the longest piece of what conntrack put together: as many may leave again; 0 of what came whole. */
  fragMaxSize = 0
  /** Present while br_netfilter shows a bridged packet to the IP hooks, and of what a bridge passed up. */
  nfBridge: NfBridgeInfo | null = null

  constructor(id: number, dev: NetDevice, frame: Frame | null, packet: Packet) {
    this.id = id
    this.dev = dev
    this.#frame = frame
    this.packet = packet
  }

  /** As it was on, or will be on, the wire. */
  get frame(): Frame | null {
    return this.#frame
  }

  set frame(frame: Frame | null) {
    this.#frame = frame
    this.#length = -1
  }

  /** Octets of the frame without its outermost tag, which Linux keeps beside it (vlan_tci); 0 while there is no frame. */
  get length(): number {
    if (this.#length < 0) this.#length = this.#frame ? untaggedLength(this.#frame) : 0
    return this.#length
  }

  /** Another skb of the same frame (Ref: skb_clone()), on `dev`. */
  clone(id: number, dev: NetDevice): SkBuff {
    const clone = new SkBuff(id, dev, this.#frame, this.packet)
    clone.#length = this.#length
    clone.mark = this.mark
    clone.nftrace = this.nftrace
    clone.iif = this.iif
    clone.sender = this.sender
    clone.nfct = this.nfct
    clone.nfctinfo = this.nfctinfo
    clone.ipvsProperty = this.ipvsProperty
    clone.nfBridge = this.nfBridge
    clone.quiet = this.quiet
    clone.arpAnswered = this.arpAnswered
    clone.hops = this.hops
    return clone
  }
}

function untaggedLength(frame: Frame): number {
  return frameLength(frame) - (frame.vlan ? VLAN_HLEN : 0)
}
