// docker-init (tini): process 1 of a container that asked for one. It hands signals on and buries orphans.
import type { Blocking, Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import { lookPath } from './lookPath.ts'

export const DOCKER_INIT = '/sbin/docker-init'
const FORWARDED = ['TERM', 'INT', 'HUP', 'QUIT', 'USR1', 'USR2', 'WINCH'] as const

export function* dockerInit(p: Process): Blocking<number> {
  const argv = p.argv.slice(2)
  const child = p.procs.spawn(
    function* command(c) {
      const found = lookPath(c, argv[0] ?? '', c.env)
      const status = 'path' in found ? yield* c.procs.exec(found.path, argv) : 127
      return isErrno(status) ? 126 : status
    },
    { argv, pgid: 'own' },
  )
  for (const signal of FORWARDED) p.procs.onSignal(signal, () => void p.procs.kill(child, signal))
  for (;;) {
    const ended = yield* p.procs.wait(null)
    if (isErrno(ended)) continue
    if (ended.pid === child) return ended.status
  }
}
