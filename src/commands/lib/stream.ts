// Waiting on stream sockets: what a blocking connect(2), accept(2), recv(2) and send(2) do.
import type { Blocking, Process } from '../../os/program.ts'
import { EAGAIN, EALREADY, EINPROGRESS, EINTR, ETIMEDOUT, isErrno, type Errno } from '../../uapi/errno.ts'
import type { SocketAddress, StreamEnd, StreamSocket } from '../../uapi/socket.ts'
import type { UnixSocket } from '../../uapi/unix.ts'

/** Null once connected; ETIMEDOUT too when `until` (virtual time) comes first, EINTR when a caught signal does. */
export function* connectStream(
  p: Process,
  socket: StreamSocket,
  remote: SocketAddress,
  until = Infinity,
): Blocking<Errno | null> {
  for (;;) {
    const error = socket.connect(remote)
    if (error !== EINPROGRESS && error !== EALREADY) return error
    const why = yield* p.clock.wait([socket], until)
    if (why === 'timeout') return ETIMEDOUT
    if (why === 'signal') return EINTR
  }
}

/** The next connection; EAGAIN when `until` comes first, EINTR when a caught signal does. */
export function* acceptStream(
  p: Process,
  listener: StreamSocket,
  until = Infinity,
): Blocking<StreamSocket | Errno> {
  for (;;) {
    const accepted = p.net.accept(listener)
    if (accepted !== EAGAIN) return accepted
    const why = yield* p.clock.wait([listener], until)
    if (why === 'timeout') return EAGAIN
    if (why === 'signal') return EINTR
  }
}

/** As acceptStream, without a limit. */
export function* acceptUnix(p: Process, listener: UnixSocket): Blocking<UnixSocket | Errno> {
  for (;;) {
    const accepted = p.net.acceptUnix(listener)
    if (accepted !== EAGAIN) return accepted
    if ((yield* p.clock.wait([listener])) === 'signal') return EINTR
  }
}

/** Some octets, none at the end; EAGAIN when `until` comes first, EINTR when a caught signal does. */
export function* recvStream(
  p: Process,
  socket: StreamEnd,
  max = 65536,
  until = Infinity,
): Blocking<Uint8Array | Errno> {
  for (;;) {
    const data = socket.recv(max)
    if (data !== EAGAIN) return data
    const why = yield* p.clock.wait([socket], until)
    if (why === 'timeout') return EAGAIN
    if (why === 'signal') return EINTR
  }
}

/** Until all is in the kernel's hands; null when it is. */
export function* sendStream(
  p: Process,
  socket: StreamEnd,
  data: Uint8Array,
  until = Infinity,
): Blocking<Errno | null> {
  for (let at = 0; at < data.length;) {
    const taken = socket.send(data.subarray(at))
    if (!isErrno(taken)) {
      at += taken
      continue
    }
    if (taken !== EAGAIN) return taken
    const why = yield* p.clock.wait([socket], until)
    if (why === 'timeout') return EAGAIN
    if (why === 'signal') return EINTR
  }
  return null
}
