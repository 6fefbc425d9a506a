// ICMPv6 echoes. Ref: iputils ping/ping6_common.c
import type { Blocking, Process } from '../../os/program.ts'
import { EMSGSIZE, isErrno, type Errno } from '../../uapi/errno.ts'
import type { Icmp6Socket, Inet6Address } from '../../uapi/socket6.ts'
import {
  ICMPV6_DEST_UNREACH,
  ICMPV6_ECHO_REPLY,
  ICMPV6_ECHO_REQUEST,
  ICMPV6_PARAMPROB,
  ICMPV6_PKT_TOOBIG,
  isIcmp6Error,
  type Icmp6Error,
} from '../../wire/icmp6.ts'
import { isMulticast6, type Inet6 } from '../../wire/inet6.ts'
import type { Ipv6 } from '../../wire/ipv6.ts'
import { formatScoped } from '../lib/hosts6.ts'
import { getnameinfo } from '../lib/resolv/getaddrinfo.ts'
import type { PingWire, Shown, WireError, WireReply } from './wire.ts'

const UNREACHABLE: readonly string[] = [
  'No route',
  'Administratively prohibited',
  'Beyond scope of source address',
  'Address unreachable',
  'Port unreachable',
]
const EXCEEDED: readonly string[] = ['Hop limit', 'Defragmentation failure']
const PROBLEMS: readonly string[] = ['Wrong header field ', 'Unknown header ', 'Unknown option ']

/** Ref: ping6_common.c:print_icmp() */
export function icmp6Text({ type, code, info }: Icmp6Error): string {
  switch (type) {
    case ICMPV6_DEST_UNREACH:
      return `Destination unreachable: ${UNREACHABLE[code] ?? `Unknown code ${code}`}`
    case ICMPV6_PKT_TOOBIG:
      return `Packet too big: mtu=${info}${code === 0 ? '' : `, code=${code}`}`
    case ICMPV6_PARAMPROB:
      return `Parameter problem: ${PROBLEMS[code] ?? `code ${code} `}at ${info}`
    default:
      return `Time exceeded: ${EXCEEDED[code] ?? `code ${code}`}`
  }
}

function* worded(icmp: Icmp6Error): Blocking<string> {
  return icmp6Text(icmp)
}

export class Wire6 implements PingWire {
  readonly socket: Icmp6Socket
  readonly hostname: string
  readonly id: number
  readonly many: boolean
  readonly #p: Process
  readonly #target: Inet6Address

  constructor(p: Process, socket: Icmp6Socket, hostname: string, target: Inet6Address, id: number) {
    this.#p = p
    this.socket = socket
    this.hostname = hostname
    this.id = id
    this.#target = target
    this.many = isMulticast6(target.address)
  }

  send(seq: number, data: Uint8Array, confirm: boolean): Errno | null {
    const echo = { kind: 'icmp6', type: ICMPV6_ECHO_REQUEST, code: 0, id: this.id, seq, data } as const
    return this.socket.sendto(echo, this.#target, confirm)
  }

  recverr(): WireError | null {
    const error = this.socket.recverr()
    if (error === null) return null
    const { from, icmp, original } = error
    if (from === null) {
      const tooLong = error.errno === EMSGSIZE
      return { kind: 'local', text: tooLong ? `message too long, mtu: ${error.mtu}` : error.errno.text }
    }
    const seq = this.#ownSequence(original)
    if (seq === null || !icmp || !isIcmp6Error(icmp)) return { kind: 'other' }
    return { kind: 'net', from: this.#shown(from.address, from.scope), seq, text: () => worded(icmp) }
  }

  recv(): WireReply | Errno {
    const received = this.socket.recv()
    if (isErrno(received)) return received
    const { packet, ifindex } = received
    const { payload: icmp } = packet
    if (icmp.kind !== 'icmp6' || icmp.type !== ICMPV6_ECHO_REPLY || icmp.id !== this.id) {
      return { kind: 'other' }
    }
    const { seq, data } = icmp
    const from = this.#shown(packet.src, ifindex)
    const different = packet.src !== this.#target.address
    return { kind: 'echo', from, seq, data, ttl: packet.hopLimit, different }
  }

  /** Sequence number of an echo request of ours. */
  #ownSequence({ payload, dst, fragment }: Ipv6): number | null {
    if (fragment || payload.kind !== 'icmp6' || payload.type !== ICMPV6_ECHO_REQUEST) return null
    return payload.id === this.id && dst === this.#target.address ? payload.seq : null
  }

  #shown(address: Inet6, scope: number): Shown {
    const p = this.#p
    return {
      text: formatScoped(p, address, scope),
      name: () => getnameinfo(p, address),
    }
  }
}
