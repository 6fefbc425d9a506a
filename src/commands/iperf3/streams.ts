// Data connections of a test, over TCP and UDP.
import type { Blocking, Process } from '../../os/program.ts'
import { SECOND } from '../../sim/clock.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamSocket } from '../../uapi/socket.ts'
import { formatAddress, isMapped, unmapped } from '../../wire/inet6.ts'
import { datagramEnd, familyOf } from '../lib/datagram.ts'
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
  const socket = datagramEnd(p, familyOf(remote.address))
  socket.options.reuseaddr = true
  if (socket.bind({ ...local, scope: 0 }) ?? socket.connect(remote)) return null
  return {
    id,
    local: socket.local,
    subscribe: (wake) => socket.subscribe(wake),
    send: (data) => socket.sendto(data, null) ?? data.length,
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
  const local = { address: plain(own), port }
  const waiting = datagramEnd(p, familyOf(plain(peer)))
  waiting.options.reuseaddr = true
  try {
    if (waiting.bind(local)) return null
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
