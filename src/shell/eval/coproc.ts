// `coproc NAME command`: a child with a pipe to its input and one from its output. Ref: bash execute_cmd.c:execute_coproc()
import type { Coproc } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { assign, assignArray } from '../assign.ts'
import { forkShell } from '../fork.ts'
import type { ShellState } from '../state.ts'

/** Descriptors of the shell's own are taken from here down. */
const HIGHEST_FD = 63

export function* startCoproc(shell: ShellState, node: Coproc): Blocking<number> {
  const { p, vars, jobs } = shell
  const { fds } = p.io
  const name = node.name?.text ?? 'COPROC'
  const { body } = node
  if (body.type === 'CompoundList') return 1
  const input = p.fs.pipe()
  const output = p.fs.pipe()
  const inner = new Map(fds).set(0, input.read).set(1, output.write)
  const pid = yield* forkShell(shell, { fds: inner }, (child) => child.language.command(child, body))
  input.read.close()
  output.write.close()
  if (pid === null) {
    input.write.close()
    output.read.close()
    return 1
  }
  // Two pairs from the top: the outer ends of both are the child's alone.
  const [from = 0, , , to = 0] = free(fds)
  fds.set(from, output.read)
  fds.set(to, input.write)
  const elements = [from, to].map((fd) => ({ subscript: null, value: String(fd), append: false }))
  assignArray(shell, name, elements, false)
  assign(shell, `${name}_PID`, null, String(pid))
  shell.lastBackground = pid
  const command = shell.origin.text.slice(node.pos, node.end)
  const job = jobs.add([pid], pid, command, p.fs.cwd(), false)
  if (shell.interactive) shell.err(`[${job.id}] ${pid}\n`)
  // Ref: coproc_dispose(): its end closes the descriptors and takes the variables away.
  jobs.atEnd.set(pid, () => {
    for (const [fd, file] of [
      [from, output.read],
      [to, input.write],
    ] as const) {
      if (fds.get(fd) !== file) continue
      fds.delete(fd)
      file.close()
    }
    vars.delete(name)
    vars.delete(`${name}_PID`)
  })
  return 0
}

function free(fds: ReadonlyMap<number, unknown>): number[] {
  const all: number[] = []
  for (let fd = HIGHEST_FD; all.length < 4; fd--) if (!fds.has(fd)) all.push(fd)
  return all
}
