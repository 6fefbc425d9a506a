// A socket as readwrite() sees it, TCP's and UDP's (udp.ts) alike.
import type { Errno } from '../../uapi/errno.ts'
import type { StreamEnd, Waitable } from '../../uapi/socket.ts'

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

export function tcpConnection(socket: StreamEnd): Connection {
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
