// Running other programs, as execvp(3) finds them.
import type { Blocking, Process } from '../../os/program.ts'
import { ENOENT, isErrno, type Errno } from '../../uapi/errno.ts'

/** Finds the program on PATH and becomes it: its exit status, or why it could not be run. */
export function* execvp(
  p: Process,
  argv: readonly string[],
  env?: ReadonlyMap<string, string>,
): Blocking<number | Errno> {
  const [name = ''] = argv
  const path = name === '' ? null : p.procs.find(name)
  if (path === null) return ENOENT
  return env === undefined ? yield* p.procs.exec(path, argv) : yield* p.procs.exec(path, argv, env)
}

/**
 * As env, nohup, timeout and nsenter end when the program could not be run: 127 when it was not found, 126 when it
 * was found and did not start.
 */
export function statusOfFailure(error: Errno): number {
  return error === ENOENT ? 127 : 126
}

/** A child that runs a program: its status, 127 or 126 with a complaint when there is none. */
export function spawnProgram(p: Process, argv: readonly string[], complain: (error: Errno) => void): number {
  const path = p.procs.find(argv[0] ?? '')
  return p.procs.spawn(
    function* (child) {
      const result = path === null ? ENOENT : yield* child.procs.exec(path, argv)
      if (!isErrno(result)) return result
      complain(result)
      return statusOfFailure(result)
    },
    { argv },
  )
}
