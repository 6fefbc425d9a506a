// Programs that go to the background by themselves.
import type { Blocking, OpenFile, Process, Program } from '../../os/program.ts'
import { EAGAIN, isErrno } from '../../uapi/errno.ts'

/** Descriptor by which the child tells that it has begun. */
const READY = 3

/** Lets go of the terminal. */
export function detach(p: Process): void {
  for (const fd of [0, 1, 2]) {
    p.io.fds.get(fd)?.close()
    const none = p.fs.open('/dev/null', { read: true, write: true })
    if (isErrno(none)) p.io.fds.delete(fd)
    else p.io.fds.set(fd, none)
  }
}

/** Goes on in a child. The one who was called ends when that calls `tellParent`, with what it says. */
export function* daemonize(p: Process, child: Program, argv: readonly string[]): Blocking<number> {
  const { read, write } = p.fs.pipe()
  const fds = new Map<number, OpenFile>([...p.io.fds, [READY, write]])
  p.procs.spawn(child, { argv, fds, pgid: 'own' })
  write.close()
  for (;;) {
    const told = read.read(1)
    if (told === EAGAIN) {
      yield* p.clock.wait([read])
      continue
    }
    read.close()
    return isErrno(told) ? 1 : (told[0] ?? 1)
  }
}

/** The child has begun (0), or could not. */
export function tellParent(p: Process, status: number): void {
  const ready = p.io.fds.get(READY)
  ready?.write(Uint8Array.of(status))
  ready?.close()
  p.io.fds.delete(READY)
}
