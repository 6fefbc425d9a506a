// What happened to a packet, as typed events without text. They are written in four places only: where a step is
// defined, in drop(), where a decision is made, and at device taps. With no listener nothing is built.
import type { Frame, Packet } from '../wire/ethernet.ts'
import type { Inet } from '../wire/inet.ts'
import type { Inet6 } from '../wire/inet6.ts'
import type { Mac } from '../wire/mac.ts'
import type { Nanoseconds } from './clock.ts'
import type { Provenance } from './provenance.ts'

/** Why a packet ended: the kernel's SKB_DROP_REASON_* (include/net/dropreason-core.h), without the prefix. */
export type DropReason =
  | 'NOT_SPECIFIED'
  | 'NO_SOCKET'
  | 'PKT_TOO_SMALL'
  | 'OTHERHOST'
  | 'IP_CSUM'
  | 'IP_INHDR'
  | 'IP_RPFILTER'
  | 'IP_INNOROUTES'
  | 'IP_OUTNOROUTES'
  | 'IP_LOCAL_SOURCE'
  | 'IP_INVALID_SOURCE'
  | 'IP_INVALID_DEST'
  | 'IP_LOCALNET'
  | 'IP_INADDRERRORS'
  | 'IP_NOPROTO'
  | 'IPV6DISABLED'
  | 'UNICAST_IN_L2_MULTICAST'
  | 'NEIGH_CREATEFAIL'
  | 'NEIGH_FAILED'
  | 'NEIGH_QUEUEFULL'
  | 'NEIGH_DEAD'
  | 'NETFILTER_DROP'
  | 'DEV_READY'
  | 'DEV_HDR'
  | 'DEV_CARRIER'
  | 'FULL_RING'
  | 'PKT_TOO_BIG'
  | 'UNHANDLED_PROTO'
  | 'ICMP_CSUM'
  | 'INVALID_PROTO'
  | 'ARP_NOT_FOR_US'
  | 'BRIDGE_INGRESS_STP_STATE'
  | 'BRIDGE_NO_EGRESS_PORT'
  | 'BRIDGE_LOCAL_LINK'
  | 'TX_LOOPBACK'
  | 'SOCKET_RCVBUFF'
  | 'VLAN_FILTER'
  | 'CPU_BACKLOG'
  | 'LOCAL_MAC'
  | 'MAC_INVALID_SOURCE'
  | 'TUNNEL_TXINFO'
  | 'VXLAN_INVALID_HDR'
  | 'VXLAN_VNI_NOT_FOUND'
  | 'VXLAN_NO_REMOTE'
  | 'VXLAN_ENTRY_EXISTS'
  | 'TCP_FLAGS'
  | 'TCP_OLD_DATA'
  | 'TCP_OVERWINDOW'
  | 'TCP_ZEROWINDOW'
  | 'TCP_RFC7323_PAWS'
  | 'TCP_OLD_SEQUENCE'
  | 'TCP_INVALID_SEQUENCE'
  | 'TCP_INVALID_ACK_SEQUENCE'
  | 'TCP_TOO_OLD_ACK'
  | 'TCP_ACK_UNSENT_DATA'
  | 'TCP_RESET'
  | 'TCP_INVALID_SYN'
  | 'TCP_CLOSE'
  | 'TCP_ABORT_ON_DATA'
  | 'TCP_LISTEN_OVERFLOW'

/** Where an event happened. `device` is the kernel's number of the device, unique within the machine and never used again. */
export interface TracePlace {
  readonly time: Nanoseconds
  readonly machine: string
  /** Inode number of the network namespace. */
  readonly netns: number
  readonly device: number | null
  readonly deviceName: string | null
  /** Identity of the packet in flight; clones and rewritten copies have their own. */
  readonly skb: number
}

export type TraceEvent = TracePlace &
  (
    | { readonly kind: 'born'; readonly parent: number | null; readonly packet: Packet }
    /** Entry into a named function of the packet path. */
    | { readonly kind: 'step'; readonly fn: string }
    | { readonly kind: 'drop'; readonly fn: string; readonly reason: DropReason }
    /** Delivered: the packet ended well in a socket or in the stack itself. */
    | { readonly kind: 'consume'; readonly fn: string; readonly by: string }
    /** The frame leaves a device for `to`, where it arrives `delay` later. */
    | {
        readonly kind: 'xmit'
        readonly frame: Frame
        readonly to: TraceEnd | null
        readonly delay: Nanoseconds
      }
    | { readonly kind: 'receive'; readonly frame: Frame }
    | {
        readonly kind: 'route'
        readonly dst: Inet | Inet6
        readonly type: string
        readonly gateway: Inet | Inet6 | null
        readonly oif: string | null
        /** Who made the route, and for whom. */
        readonly provenance: Provenance | null
      }
    | {
        readonly kind: 'no-route'
        readonly dst: Inet | Inet6
        /** `forwarding-off`: it is for somebody else and this namespace does not forward. `not-joined`: to a group. */
        readonly why:
          | 'no-route'
          | 'forwarding-off'
          | 'reverse-path'
          | 'martian-source'
          | 'martian-destination'
          | 'not-joined'
      }
    | {
        readonly kind: 'neighbour'
        readonly address: Inet | Inet6
        readonly state: string
        readonly lladdr: Mac | null
        /** Of an entry that was written down. */
        readonly provenance: Provenance | null
      }
    | { readonly kind: 'fdb-learn'; readonly mac: Mac; readonly port: string }
    | {
        readonly kind: 'fdb-hit'
        readonly mac: Mac
        readonly port: string
        readonly provenance: Provenance | null
      }
    | { readonly kind: 'fdb-flood'; readonly mac: Mac; readonly ports: readonly string[] }
    | { readonly kind: 'hook'; readonly hook: string; readonly verdict: string }
    /** A rule was tried. `miss` is the first condition that failed; null when all held, and `target` was done. */
    | {
        readonly kind: 'rule'
        readonly family: 'ip' | 'ip6'
        readonly table: string
        readonly chain: string
        /** As `iptables -L --line-numbers` counts, from 1. */
        readonly number: number
        readonly miss: RuleMiss | null
        readonly target: string | null
        /** Who wrote it, and for whom. */
        readonly provenance: Provenance | null
      }
    /** No rule of a base chain decided. */
    | {
        readonly kind: 'policy'
        readonly family: 'ip' | 'ip6'
        readonly table: string
        readonly chain: string
        readonly verdict: string
      }
    /** What connection tracking takes the packet for. */
    | {
        readonly kind: 'conntrack'
        readonly state: 'NEW' | 'ESTABLISHED' | 'RELATED' | 'INVALID' | 'UNTRACKED'
        readonly direction: 'ORIGINAL' | 'REPLY'
        /** The tracked flow's original direction; null of what is not tracked. */
        readonly flow: TraceFlow | null
      }
    /** The packet's addresses or ports were rewritten. */
    | {
        readonly kind: 'nat'
        readonly manip: 'SNAT' | 'DNAT'
        readonly before: TraceFlow
        readonly after: TraceFlow
      }
    /** IPVS gave it to a server of a service (`in`), or knew what a server answers (`out`). */
    | {
        readonly kind: 'ipvs'
        readonly service: TraceService
        readonly direction: 'in' | 'out'
        /** The server; null: the service has none that it could have. */
        readonly dest: { readonly address: Inet; readonly port: number } | null
        /** Who chose the server; null of a connection that is known already. */
        readonly scheduler: string | null
      }
  )

/** The first condition of a rule that did not hold: `-s`, `10.0.0.0/24`, `10.1.0.4`. */
export interface RuleMiss {
  /** As it is written in a rule, `!` included. */
  readonly option: string
  readonly wanted: string
  /** What the packet has. */
  readonly found: string
}

/** A service of IPVS: by a firewall mark, or by what is asked. */
export type TraceService =
  | { readonly fwmark: number; readonly protocol?: undefined }
  | {
      readonly fwmark?: undefined
      readonly protocol: number
      readonly address: Inet
      readonly port: number
    }

/** Ends of a flow; ports are 0 where the protocol has none (an ICMP query's identifier stands in `sport`). */
export interface TraceFlow {
  readonly protocol: number
  readonly src: Inet | Inet6
  readonly dst: Inet | Inet6
  readonly sport: number
  readonly dport: number
}

/** The far end of a cable. */
export interface TraceEnd {
  readonly machine: string
  readonly netns: number
  readonly device: number
}

/** One a lab: the stack writes to it, whoever listens reads. */
export class Trace {
  listener: ((event: TraceEvent) => void) | null = null
  /** Packets that the listener does not want to hear of, nor of what is cloned from them. */
  ignores: (packet: Packet) => boolean = () => false
  /** Numbers for packets in flight. */
  #skbs = 0

  nextSkb(): number {
    return ++this.#skbs
  }
}
