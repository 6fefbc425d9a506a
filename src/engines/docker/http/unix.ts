// Stream sockets of the UNIX domain, as the daemon and its clients wait on them.
import type { Blocking, Process } from '../../../os/program.ts'
import { EAGAIN, EADDRINUSE, isErrno, type Errno } from '../../../uapi/errno.ts'
import type { UnixSocket } from '../../../uapi/unix.ts'

const BACKLOG = 128

/** A file that a daemon before this one left is no hindrance. */
export function listenUnix(p: Process, path: string): UnixSocket | Errno {
  const listener = p.net.unixSocket()
  let error = listener.bind(path)
  if (error === EADDRINUSE && isErrno(p.net.unixSocket().connect(path))) {
    p.fs.unlink(path)
    error = listener.bind(path)
  }
  error ??= listener.listen(BACKLOG)
  if (!error) return listener
  listener.close()
  return error
}

export function* acceptUnix(p: Process, listener: UnixSocket): Blocking<UnixSocket | Errno> {
  for (;;) {
    const socket = p.net.acceptUnix(listener)
    if (socket !== EAGAIN) return socket
    yield* p.clock.wait([listener])
  }
}

export function* connectUnix(p: Process, path: string): Blocking<UnixSocket | Errno> {
  const socket = p.net.unixSocket()
  for (;;) {
    const error = socket.connect(path)
    if (!error) return socket
    if (error !== EAGAIN) {
      socket.close()
      return error
    }
    yield* p.clock.sleep(1e6)
  }
}
