// Programs that go to the background by themselves.
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'

/** Lets go of the terminal. */
export function detach(p: Process): void {
  for (const fd of [0, 1, 2]) {
    p.io.fds.get(fd)?.close()
    const none = p.fs.open('/dev/null', { read: true, write: true })
    if (isErrno(none)) p.io.fds.delete(fd)
    else p.io.fds.set(fd, none)
  }
}
