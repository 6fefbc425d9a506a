// A UDP socket of either family behind one face.
import type { Process } from '../../os/program.ts'
import type { Errno } from '../../uapi/errno.ts'
import type { InetAddress, SocketAddress, SocketOptions, StreamFamily, Waitable } from '../../uapi/socket.ts'
import type { Inet6Address } from '../../uapi/socket6.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'

export interface Datagram {
  readonly data: Uint8Array
  readonly from: SocketAddress
  /** Of IPv4: which own address it was sent to. */
  readonly to?: Inet
}

export interface DatagramEnd extends Waitable {
  readonly options: SocketOptions
  readonly local: SocketAddress
  bind(local: SocketAddress): Errno | null
  connect(remote: SocketAddress): Errno | null
  /** `to` null: to whom it is connected. `source`, of IPv4: the own address to send from. */
  sendto(data: Uint8Array, to: SocketAddress | null, source?: Inet): Errno | null
  recv(): Datagram | Errno
  /** Who sent what waits to be read. */
  peekFrom(): SocketAddress | Errno
  /** The oldest ICMP error that is queued, where `options.recverr` asks for them. */
  recverr(): Errno | null
  close(): void
}

export function familyOf(address: Inet | Inet6): StreamFamily {
  return typeof address === 'number' ? 'inet' : 'inet6'
}

export function datagramEnd(p: Process, family: StreamFamily): DatagramEnd {
  return family === 'inet' ? inetEnd(p) : inet6End(p)
}

const ANYWHERE: SocketAddress = { address: 0, port: 0 }

function inetEnd(p: Process): DatagramEnd {
  const socket = p.net.udpSocket()
  const own = ({ address, port }: SocketAddress): InetAddress => ({ address: Number(address), port })
  return {
    options: socket.options,
    get local() {
      return socket.local
    },
    subscribe: (wake) => socket.subscribe(wake),
    bind: (local) => socket.bind(own(local)),
    connect: (remote) => socket.connect(own(remote)),
    sendto: (data, to, source) => socket.sendto(data, own(to ?? ANYWHERE), source),
    recv: () => socket.recv(),
    peekFrom: () => socket.peekFrom(),
    recverr: () => socket.recverr()?.errno ?? null,
    close: () => socket.close(),
  }
}

function inet6End(p: Process): DatagramEnd {
  const socket = p.net.udp6Socket()
  const own = ({ address, port, scope = 0 }: SocketAddress): Inet6Address => ({
    address: BigInt(address),
    port,
    scope,
  })
  return {
    options: socket.options,
    get local() {
      return socket.local
    },
    subscribe: (wake) => socket.subscribe(wake),
    bind: (local) => socket.bind(own(local)),
    connect: (remote) => socket.connect(own(remote)),
    sendto: (data, to) => socket.sendto(data, own(to ?? ANYWHERE)),
    recv: () => socket.recv(),
    peekFrom: () => socket.peekFrom(),
    recverr: () => socket.recverr()?.errno ?? null,
    close: () => socket.close(),
  }
}
