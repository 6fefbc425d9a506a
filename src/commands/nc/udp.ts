// What is read from and written to a UDP socket.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { StreamFamily } from '../../uapi/socket.ts'
import { datagramEnd, type DatagramEnd } from '../lib/datagram.ts'
import type { Connection } from './connection.ts'

export interface UdpEnd {
  readonly socket: DatagramEnd
  readonly net: Connection
}

/** A datagram is read whole; a write is one. Without a peer (`-k`) nothing can be written. */
export function udpEnd(p: Process, family: StreamFamily): UdpEnd {
  const socket = datagramEnd(p, family)
  const net: Connection = {
    subscribe: (wake) => socket.subscribe(wake),
    read() {
      const got = socket.recv()
      return isErrno(got) ? got : got.data
    },
    write: (data) => socket.sendto(data, null) ?? data.length,
    shutdown() {},
    broken: false,
    hup: false,
  }
  return { socket, net }
}
