// A UDP socket of either family behind one face.
import type { Process } from '../../os/program.ts'
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { SocketAddress, SocketOptions, StreamFamily, UdpSocket, Waitable } from '../../uapi/socket.ts'
import type { Inet6Address, Udp6Socket } from '../../uapi/socket6.ts'
import type { Connection } from './connection.ts'

export interface UdpEnd extends Waitable {
  readonly options: SocketOptions
  readonly net: Connection
  bind(local: SocketAddress): Errno | null
  connect(remote: SocketAddress): Errno | null
  /** Who sent what waits to be read. */
  peekFrom(): SocketAddress | Errno
  close(): void
}

export function udpEnd(p: Process, family: StreamFamily): UdpEnd {
  return family === 'inet' ? inetEnd(p.net.udpSocket()) : inet6End(p.net.udp6Socket())
}

function inetEnd(socket: UdpSocket): UdpEnd {
  const own = ({ address, port }: SocketAddress): { address: number; port: number } => ({
    address: Number(address),
    port,
  })
  return {
    options: socket.options,
    net: connection(socket, (data) => socket.sendto(data, { address: 0, port: 0 })),
    subscribe: (wake) => socket.subscribe(wake),
    bind: (local) => socket.bind(own(local)),
    connect: (remote) => socket.connect(own(remote)),
    peekFrom: () => socket.peekFrom(),
    close: () => socket.close(),
  }
}

function inet6End(socket: Udp6Socket): UdpEnd {
  const own = ({ address, port }: SocketAddress): Inet6Address => ({
    address: BigInt(address),
    port,
    scope: 0,
  })
  return {
    options: socket.options,
    net: connection(socket, (data) => socket.sendto(data, { address: 0n, port: 0, scope: 0 })),
    subscribe: (wake) => socket.subscribe(wake),
    bind: (local) => socket.bind(own(local)),
    connect: (remote) => {
      const from = socket.peekFrom()
      // A link-local caller is answered by the device it called by.
      const scope = isErrno(from) || from.address !== remote.address ? 0 : from.scope
      return socket.connect({ ...own(remote), scope })
    },
    peekFrom: () => socket.peekFrom(),
    close: () => socket.close(),
  }
}

/** A datagram is read whole; a write is one. Without a peer (`-k`) nothing can be written. */
function connection(
  socket: Waitable & { recv(): { readonly data: Uint8Array } | Errno },
  send: (data: Uint8Array) => Errno | null,
): Connection {
  return {
    subscribe: (wake) => socket.subscribe(wake),
    read() {
      const got = socket.recv()
      return isErrno(got) ? got : got.data
    },
    write: (data) => send(data) ?? data.length,
    shutdown() {},
    broken: false,
    hup: false,
  }
}
