// Sockets of either family behind one face: what is sent by them, and what comes back.
import type { Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { SocketError, SocketOptions, Waitable } from '../../uapi/socket.ts'
import type { SocketError6 } from '../../uapi/socket6.ts'
import { ICMP_ECHO, ICMP_ECHOREPLY, isIcmpEcho } from '../../wire/icmp.ts'
import {
  ICMPV6_ECHO_REPLY,
  ICMPV6_ECHO_REQUEST,
  isIcmp6Echo,
  isIcmp6Error,
  type Icmp6,
} from '../../wire/icmp6.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { ReceivedTtl } from '../lib/iputils/receivedTtl.ts'
import { markOf, markOf6, type AnswerError } from './probe.ts'

export type Address = Inet | Inet6

interface Echo {
  readonly id: number
  readonly seq: number
}

export interface TraceError extends AnswerError {
  /** Who said so; null: this machine itself. */
  readonly from: Address | null
  /** The TTL it arrived with. */
  readonly ttl: number | null
  /** Of the packet it is about, where that was an echo request. */
  readonly echo: Echo | null
}

export interface TraceEnd extends Waitable {
  readonly options: SocketOptions
  bind(address: Address, port: number): Errno | null
  connect(address: Address, port: number): Errno | null
  recverr(): TraceError | null
  close(): void
}

export interface UdpEnd extends TraceEnd {
  send(data: Uint8Array): Errno | null
  /** Who answered; null: nobody yet. */
  recv(): Address | null
}

export interface EchoEnd extends TraceEnd {
  send(echo: Echo, data: Uint8Array): Errno | null
  /** Whatever came; `echo` only of an echo reply. */
  recv(): { readonly from: Address; readonly ttl: number; readonly echo: Echo | null } | null
}

/** What a family's sockets have in common. */
export interface Family {
  readonly headerLength: number
  udp(): UdpEnd
  echo(): EchoEnd
  close(): void
}

export function inetFamily(p: Process): Family {
  const ttls = new ReceivedTtl(p)
  const told = (error: SocketError | null): TraceError | null => {
    if (error === null) return null
    const { errno, from, icmp, original } = error
    const said = icmp && !isIcmpEcho(icmp) ? icmp : null
    const about = original.payload
    return {
      errno,
      from,
      told: said !== null,
      mark: said === null ? null : markOf(said),
      mtu: said?.info ?? 0,
      ttl: ttls.of(error),
      echo: about.kind === 'icmp' && isIcmpEcho(about) ? about : null,
    }
  }
  return {
    headerLength: 20,
    udp() {
      const socket = p.net.udpSocket()
      return {
        options: socket.options,
        subscribe: (wake) => socket.subscribe(wake),
        bind: (address, port) => socket.bind({ address: Number(address), port }),
        connect: (address, port) => socket.connect({ address: Number(address), port }),
        send: (data) => socket.sendto(data, { address: 0, port: 0 }),
        recverr: () => told(socket.recverr()),
        recv() {
          const got = socket.recv()
          return isErrno(got) ? null : got.from.address
        },
        close: () => socket.close(),
      }
    },
    echo() {
      const socket = p.net.icmpSocket()
      let target: Inet = 0
      return {
        options: socket.options,
        subscribe: (wake) => socket.subscribe(wake),
        bind: (address, port) => socket.bind({ address: Number(address), port }),
        connect: (address, port) => socket.connect({ address: (target = Number(address)), port }),
        send: ({ id, seq }, data) =>
          socket.sendto({ kind: 'icmp', type: ICMP_ECHO, code: 0, id, seq, data }, target),
        recverr: () => told(socket.recverr()),
        recv() {
          const got = socket.recv()
          if (isErrno(got)) return null
          const { payload, src: from, ttl } = got
          const answers = payload.kind === 'icmp' && isIcmpEcho(payload) && payload.type === ICMP_ECHOREPLY
          return { from, ttl, echo: answers ? payload : null }
        },
        close: () => socket.close(),
      }
    },
    close: () => ttls.close(),
  }
}

export function inet6Family(p: Process): Family {
  const listener = p.net.icmp6Socket()
  const hops = new Map<Icmp6, number>()
  // The hop limit that an error arrived with (IPV6_RECVHOPLIMIT).
  const hopLimitOf = (icmp: Icmp6 | null): number | null => {
    for (let got = listener.recv(); !isErrno(got); got = listener.recv()) {
      if (got.packet.payload.kind === 'icmp6') hops.set(got.packet.payload, got.packet.hopLimit)
    }
    return icmp === null ? null : (hops.get(icmp) ?? null)
  }
  const told = (error: SocketError6 | null): TraceError | null => {
    if (error === null) return null
    const { errno, from, icmp, mtu, original } = error
    const said = icmp && isIcmp6Error(icmp) ? icmp : null
    const about = original.payload
    return {
      errno,
      from: from?.address ?? null,
      told: said !== null,
      mark: said === null ? null : markOf6(said),
      mtu,
      ttl: hopLimitOf(icmp),
      echo: about.kind === 'icmp6' && isIcmp6Echo(about) ? about : null,
    }
  }
  return {
    headerLength: 40,
    udp() {
      const socket = p.net.udp6Socket()
      return {
        options: socket.options,
        subscribe: (wake) => socket.subscribe(wake),
        bind: (address, port) => socket.bind({ address: BigInt(address), port, scope: 0 }),
        connect: (address, port) => socket.connect({ address: BigInt(address), port, scope: 0 }),
        send: (data) => socket.sendto(data, { address: 0n, port: 0, scope: 0 }),
        recverr: () => told(socket.recverr()),
        recv() {
          const got = socket.recv()
          return isErrno(got) ? null : got.from.address
        },
        close: () => socket.close(),
      }
    },
    echo() {
      const socket = p.net.icmp6Socket()
      const remote = { address: 0n, port: 0, scope: 0 }
      return {
        options: socket.options,
        subscribe: (wake) => socket.subscribe(wake),
        bind: (address) => socket.bind({ address: BigInt(address), port: 0, scope: 0 }),
        connect(address) {
          remote.address = BigInt(address)
          return socket.connect(remote)
        },
        send: ({ id, seq }, data) =>
          socket.sendto({ kind: 'icmp6', type: ICMPV6_ECHO_REQUEST, code: 0, id, seq, data }, remote),
        recverr: () => told(socket.recverr()),
        recv() {
          const got = socket.recv()
          if (isErrno(got)) return null
          const { payload, src: from, hopLimit: ttl } = got.packet
          const answers =
            payload.kind === 'icmp6' && isIcmp6Echo(payload) && payload.type === ICMPV6_ECHO_REPLY
          return { from, ttl, echo: answers ? payload : null }
        },
        close: () => socket.close(),
      }
    },
    close: () => listener.close(),
  }
}
