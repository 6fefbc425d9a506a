// A socket of either family behind one face: what tracepath sends by, and the errors that come back.
import type { Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { Waitable } from '../../uapi/socket.ts'
import { ICMP_EXC_TTL, ICMP_TIME_EXCEEDED, isIcmpEcho } from '../../wire/icmp.ts'
import { ICMPV6_TIME_EXCEED, isIcmp6Error, type Icmp6 } from '../../wire/icmp6.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import type { Udp } from '../../wire/udp.ts'
import { formatScoped } from '../lib/hosts6.ts'
import { ReceivedTtl } from '../lib/iputils/receivedTtl.ts'

/** IP and UDP headers. */
export const OVERHEAD = 28
export const OVERHEAD6 = 48

export interface PathError {
  readonly errno: Errno
  /** Who said so; null: this machine itself. */
  readonly from: Inet | Inet6 | null
  /** The same in numbers, with its zone. */
  readonly number: string
  /** Port that the packet was sent to; null where the kernel does not tell. */
  readonly port: number | null
  /** As much of the data as came back. */
  readonly data: Uint8Array
  /** It went over the hops it was given. */
  readonly expired: boolean
  /** Of a packet too big, where a router or this machine told; else null. */
  readonly mtu: number | null
  /** The TTL that the error arrived with. */
  readonly ttl: number | null
}

export interface PathEnd extends Waitable {
  readonly overhead: number
  setTtl(ttl: number): void
  sendto(data: Uint8Array, port: number): Errno | null
  /** Whether somebody answered. */
  answered(): boolean
  recverr(): PathError | null
  close(): void
}

function quotedData(payload: { readonly kind: string } | Udp, quoted: number): Uint8Array {
  return 'data' in payload && payload.kind === 'udp'
    ? payload.data.subarray(0, Math.max(0, quoted))
    : new Uint8Array()
}

export function inetEnd(p: Process, target: Inet): PathEnd {
  const socket = p.net.udpSocket()
  const ttls = new ReceivedTtl(p)
  socket.options.pmtudisc = 'do'
  socket.options.recverr = true
  return {
    overhead: OVERHEAD,
    subscribe: (wake) => socket.subscribe(wake),
    setTtl(ttl) {
      socket.options.ttl = ttl
    },
    sendto: (data, port) => socket.sendto(data, { address: target, port }),
    answered: () => !isErrno(socket.recv()),
    recverr() {
      const error = socket.recverr()
      if (error === null) return null
      const { errno, from, icmp, original } = error
      const said = icmp && !isIcmpEcho(icmp) ? icmp : null
      const udp = original.payload
      return {
        errno,
        from,
        number: formatInet(from ?? 0),
        // An unconnected socket's own errors name no port. Ref: net/ipv4/ip_output.c:__ip_append_data()
        port: from !== null && udp.kind === 'udp' ? udp.dport : null,
        data: quotedData(udp, (said?.quoted ?? 0) - OVERHEAD),
        expired: said?.type === ICMP_TIME_EXCEEDED && said.code === ICMP_EXC_TTL,
        mtu: said?.info ?? null,
        ttl: ttls.of(error),
      }
    },
    close() {
      socket.close()
      ttls.close()
    },
  }
}

export function inet6End(p: Process, target: Inet6, scope: number): PathEnd {
  const socket = p.net.udp6Socket()
  const listener = p.net.icmp6Socket()
  const hops = new Map<Icmp6, number>()
  // The hop limit that an error arrived with (IPV6_RECVHOPLIMIT).
  const hopLimitOf = (icmp: Icmp6 | null): number | null => {
    for (let got = listener.recv(); !isErrno(got); got = listener.recv()) {
      if (got.packet.payload.kind === 'icmp6') hops.set(got.packet.payload, got.packet.hopLimit)
    }
    return icmp === null ? null : (hops.get(icmp) ?? null)
  }
  socket.options.pmtudisc = 'do'
  socket.options.recverr = true
  return {
    overhead: OVERHEAD6,
    subscribe: (wake) => socket.subscribe(wake),
    setTtl(ttl) {
      socket.options.ttl = ttl
    },
    sendto: (data, port) => socket.sendto(data, { address: target, port, scope }),
    answered: () => !isErrno(socket.recv()),
    recverr() {
      const error = socket.recverr()
      if (error === null) return null
      const { errno, from, icmp, mtu, original } = error
      const said = icmp && isIcmp6Error(icmp) ? icmp : null
      const udp = original.payload
      return {
        errno,
        from: from?.address ?? null,
        number: from ? formatScoped(p, from.address, from.scope) : '',
        port: udp.kind === 'udp' ? udp.dport : null,
        data: quotedData(udp, (said?.quoted ?? 0) - OVERHEAD6),
        expired: said?.type === ICMPV6_TIME_EXCEED && said.code === 0,
        mtu: mtu || null,
        ttl: hopLimitOf(icmp),
      }
    },
    close() {
      socket.close()
      listener.close()
    },
  }
}
