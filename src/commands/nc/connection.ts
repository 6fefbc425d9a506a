// The two kinds of socket behind one face, for readwrite().
import { isErrno, type Errno } from '../../uapi/errno.ts'
import type { StreamSocket, UdpSocket, Waitable } from '../../uapi/socket.ts'

export interface Connection extends Waitable {
  /** None at the end; EAGAIN when there is nothing yet. */
  read(max: number): Uint8Array | Errno
  /** How many octets went. */
  write(data: Uint8Array): number | Errno
  shutdown(how: 'read' | 'write'): void
  /** Something went wrong with it, or both ways are shut. */
  readonly broken: boolean
  readonly hup: boolean
}

export function tcpConnection(socket: StreamSocket): Connection {
  return {
    subscribe: (wake) => socket.subscribe(wake),
    read: (max) => socket.recv(max),
    write: (data) => socket.send(data),
    shutdown: (how) => void socket.shutdown(how),
    get broken() {
      return socket.poll().error
    },
    get hup() {
      return socket.poll().hup
    },
  }
}

/** A datagram is read whole; a write is one. Without a peer (`-k`) nothing can be written. */
export function udpConnection(socket: UdpSocket): Connection {
  return {
    subscribe: (wake) => socket.subscribe(wake),
    read() {
      const got = socket.recv()
      return isErrno(got) ? got : got.data
    },
    write(data) {
      return socket.sendto(data, { address: 0, port: 0 }) ?? data.length
    },
    shutdown() {},
    broken: false,
    hup: false,
  }
}
