// The socket that nodes of a swarm gossip by: of both families where it listens everywhere, as Go's are.
import type { Process } from '../../../os/program.ts'
import { isErrno, type Errno } from '../../../uapi/errno.ts'
import type { Waitable } from '../../../uapi/socket.ts'
import { isMapped, mapped, unmapped } from '../../../wire/inet6.ts'

/** Between IPv4 addresses, whichever family carries it. */
export interface GossipSocket extends Waitable {
  send(data: Uint8Array, to: number): void
  recv(): { readonly data: Uint8Array; readonly from: number } | Errno
  close(): void
}

export function gossipSocket(p: Process, listen: number, port: number): GossipSocket {
  if (listen !== 0) {
    const socket = p.net.udpSocket()
    socket.bind({ address: listen, port })
    return {
      send: (data, address) => void socket.sendto(data, { address, port }),
      recv: () => {
        const got = socket.recv()
        return isErrno(got) ? got : { data: got.data, from: got.from.address }
      },
      subscribe: (wake) => socket.subscribe(wake),
      close: () => socket.close(),
    }
  }
  const socket = p.net.udp6Socket()
  socket.bind({ address: 0n, port, scope: 0 })
  return {
    send: (data, to) => void socket.sendto(data, { address: mapped(to), port, scope: 0 }),
    recv: () => {
      const got = socket.recv()
      if (isErrno(got)) return got
      const { address } = got.from
      return { data: got.data, from: isMapped(address) ? unmapped(address) : 0 }
    },
    subscribe: (wake) => socket.subscribe(wake),
    close: () => socket.close(),
  }
}
