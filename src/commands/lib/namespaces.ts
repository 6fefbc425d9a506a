// What unshare and nsenter have in common.
import type { Blocking, Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { execvp, statusOfFailure } from './spawn.ts'
import type { Tool } from './tool.ts'

/** Becomes the program, or a login shell when none is named (util-linux lib/exec_shell.c). */
export function* execProgram(tool: Tool, p: Process, operands: readonly string[]): Blocking<number> {
  const shell = p.env.get('SHELL') ?? '/bin/sh'
  const argv = operands.length > 0 ? operands : [`-${shell.slice(shell.lastIndexOf('/') + 1)}`]
  tool.out.flush()
  const result = operands.length > 0 ? yield* execvp(p, argv) : yield* p.procs.exec(shell, argv)
  if (!isErrno(result)) return result
  p.io.err(`${tool.name}: failed to execute ${operands.length > 0 ? argv[0] : shell}: ${result.text}\n`)
  return statusOfFailure(result)
}
