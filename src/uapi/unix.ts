// Sockets of the AF_UNIX family, by path (unix(7)).
import type { Errno } from './errno.ts'
import type { StreamEnd } from './socket.ts'

/** SOCK_STREAM. A socket that was accepted has its listener's path. */
export interface UnixSocket extends StreamEnd {
  readonly path: string
  /** What the other end is bound to. */
  readonly peerPath: string
  /** Makes a file of kind socket. EADDRINUSE when there is any file of that name. */
  bind(path: string): Errno | null
  listen(backlog: number): Errno | null
  /** ECONNREFUSED when nobody listens at that file, or it is none of a socket; EAGAIN when the queue is full. */
  connect(path: string): Errno | null
}

/** As sock_diag tells (Ref: net/unix/diag.c). */
export interface UnixSocketInfo {
  readonly state: 'LISTEN' | 'ESTAB' | 'UNCONN'
  readonly path: string
  readonly inode: number
  /** Inode of the other end; 0: none. */
  readonly peer: number
  readonly recvQ: number
  readonly sendQ: number
}
