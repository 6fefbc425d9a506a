// Data connections of a test, over TCP and UDP.
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { formatAddress, isMapped, unmapped } from '../../wire/inet6.ts'
import type { Stream } from './test.ts'

/** How long a client may take to begin. */
const WAIT = 10 * SECOND
/** What is read at most in a go. */
const MOST = 65536

interface UdpStream extends Stream {
  readonly local: SocketAddress
}

export function tcpStream(id: number, socket: StreamSocket): Stream {
  return {
    id,
    subscribe: (wake) => socket.subscribe(wake),
    send: (data) => socket.send(data),
    recv: () => socket.recv(MOST),
    close: () => socket.close(),
  }
}

/** Over a socket of IPv6, which reaches IPv4 too. */
export function udpStream(
  p: Process,
  id: number,
  local: SocketAddress,
  remote: SocketAddress,
): UdpStream | null {
  const six = typeof remote.address === 'bigint'
  if (!six) {
    const socket = p.net.udpSocket()
    socket.options.reuseaddr = true
    const own = { address: Number(local.address), port: local.port }
    const refused = socket.bind(own) ?? socket.connect({ address: Number(remote.address), port: remote.port })
    if (refused) return null
    return {
      id,
      local: socket.local,
      subscribe: (wake) => socket.subscribe(wake),
      send: (data) => socket.sendto(data, { address: 0, port: 0 }) ?? data.length,
      recv() {
        const got = socket.recv()
        return isErrno(got) ? got : got.data
      },
      close: () => socket.close(),
    }
  }
  const socket = p.net.udp6Socket()
  socket.options.reuseaddr = true
  const refused =
    socket.bind({ address: BigInt(local.address), port: local.port, scope: 0 }) ??
    socket.connect({ address: BigInt(remote.address), port: remote.port, scope: remote.scope ?? 0 })
  if (refused) return null
  return {
    id,
    local: socket.local,
    subscribe: (wake) => socket.subscribe(wake),
    send: (data) => socket.sendto(data, { address: 0n, port: 0, scope: 0 }) ?? data.length,
    recv() {
      const got = socket.recv()
      return isErrno(got) ? got : got.data
    },
    close: () => socket.close(),
  }
}

/** The address alone, of IPv4 as such. */
export function plain({ address }: SocketAddress): number | bigint {
  return typeof address === 'bigint' && isMapped(address) ? unmapped(address) : address
}

export function endText(end: SocketAddress): string {
  return `${formatAddress(plain(end))} port ${end.port}`
}

/** Waits for the first datagram of a client, answers it, and stays with who sent it. */
export function* udpReceiver(
  p: Process,
  id: number,
  own: SocketAddress,
  peer: SocketAddress,
  port: number,
  told: (local: SocketAddress, remote: SocketAddress) => void,
): Blocking<Stream | null> {
  const six = typeof plain(peer) === 'bigint'
  const local = { address: plain(own), port }
  const waiting = six ? p.net.udp6Socket() : p.net.udpSocket()
  waiting.options.reuseaddr = true
  try {
    const refused =
      'takeError' in waiting
        ? waiting.bind({ address: Number(local.address), port })
        : waiting.bind({ address: BigInt(local.address), port, scope: 0 })
    if (refused) return null
    const until = p.clock.now() + WAIT
    for (;;) {
      const got = waiting.recv()
      if (!isErrno(got)) {
        told(local, got.from)
        const stream = udpStream(p, id, local, got.from)
        stream?.send(Uint8Array.of(0, 0, 0, 0))
        return stream
      }
      if ((yield* p.clock.wait([waiting], until)) !== 'ready') return null
    }
  } finally {
    waiting.close()
  }
}
