// ICMP echoes. Ref: iputils ping/ping.c:ping4_send_probe(), ping4_receive_error_msg(), ping4_parse_reply()
import type { Blocking, Process } from '../../os/program.ts'
import { EMSGSIZE, isErrno, type Errno } from '../../uapi/errno.ts'
import type { IcmpSocket, SocketError } from '../../uapi/socket.ts'
import { ICMP_ECHO, ICMP_ECHOREPLY, ICMP_REDIRECT, isIcmpEcho } from '../../wire/icmp.ts'
import { formatInet, isMulticast, type Inet } from '../../wire/inet.ts'
import type { Ipv4 } from '../../wire/ipv4.ts'
import { icmpText } from './icmpText.ts'
import type { PingWire, Show, Shown, WireError, WireReply } from './wire.ts'

export interface PingTarget {
  /** The canonical name, or the address as it was typed. */
  readonly hostname: string
  readonly address: Inet
  readonly id: number
  readonly broadcast: boolean
}

/** How the name of who answered is found. */
export type NameOf = (p: Process, address: Inet) => Blocking<string | null>

export class Wire4 implements PingWire {
  readonly socket: IcmpSocket
  readonly hostname: string
  readonly id: number
  readonly many: boolean
  readonly #p: Process
  readonly #address: Inet
  readonly #nameOf: NameOf

  constructor(p: Process, socket: IcmpSocket, target: PingTarget, nameOf: NameOf) {
    this.#nameOf = nameOf
    this.#p = p
    this.socket = socket
    this.hostname = target.hostname
    this.id = target.id
    this.#address = target.address
    this.many = target.broadcast || isMulticast(target.address)
  }

  send(seq: number, data: Uint8Array, confirm: boolean): Errno | null {
    const echo = { kind: 'icmp', type: ICMP_ECHO, code: 0, id: this.id, seq, data } as const
    return this.socket.sendto(echo, this.#address, confirm)
  }

  recverr(): WireError | null {
    const error = this.socket.recverr()
    if (error === null) return null
    const { from, icmp, original } = error
    if (from === null) {
      const tooLong = error.errno === EMSGSIZE
      return { kind: 'local', text: tooLong ? `message too long, mtu=${this.#mtu(error)}` : error.errno.text }
    }
    const seq = this.#ownSequence(original)
    if (seq === null || !icmp || isIcmpEcho(icmp)) return { kind: 'other' }
    const text = (show: Show): Blocking<string> => icmpText(icmp, (address) => show(this.#shown(address)))
    return { kind: 'net', from: this.#shown(from), seq, text }
  }

  recv(): WireReply | Errno {
    const packet = this.socket.recv()
    if (isErrno(packet)) return packet
    const { payload: icmp } = packet
    if (icmp.kind !== 'icmp') return { kind: 'other' }
    const from = this.#shown(packet.src)
    if (isIcmpEcho(icmp)) {
      if (icmp.type !== ICMP_ECHOREPLY || icmp.id !== this.id) return { kind: 'other' }
      const { seq, data } = icmp
      return { kind: 'echo', from, seq, data, ttl: packet.ttl, different: packet.src !== this.#address }
    }
    const seq = this.#ownSequence(icmp.original)
    if (seq === null) return { kind: 'other' }
    if (icmp.type !== ICMP_REDIRECT) return { kind: 'error', seq }
    return { kind: 'redirect', from, seq, text: (show) => icmpText(icmp, (a) => show(this.#shown(a))) }
  }

  /** Sequence number of an echo request of ours. */
  #ownSequence({ payload, dst }: Ipv4): number | null {
    if (payload.kind !== 'icmp' || payload.type !== ICMP_ECHO) return null
    return payload.id === this.id && dst === this.#address ? payload.seq : null
  }

  #shown(address: Inet): Shown {
    return { text: formatInet(address), name: () => this.#nameOf(this.#p, address) }
  }

  /** Where the kernel found the packet too long: what it put into the error, else what the device carries. */
  #mtu(error: SocketError): number {
    if (error.icmp && !isIcmpEcho(error.icmp)) return error.icmp.info
    const { net } = this.#p
    const lookup = { dst: this.#address }
    const [route] = net.rtnetlink({ type: 'RTM_GETROUTE_LOOKUP', lookup }).messages ?? []
    if (route?.type !== 'RTM_NEWROUTE') return 0
    if (route.mtu !== undefined) return route.mtu
    const [link] = net.rtnetlink({ type: 'RTM_GETLINK', index: route.oif ?? 0 }).messages ?? []
    return link?.type === 'RTM_NEWLINK' ? link.mtu : 0
  }
}
