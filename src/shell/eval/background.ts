// `command &`
import type { AndOr, PipelineNode } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import { forkShell } from '../fork.ts'
import { printCommand } from '../print/command.ts'
import type { ShellState } from '../state.ts'
import { spawnElements } from './pipeline.ts'

/** Starts it and goes on. Without job control it reads from /dev/null and does not hear Ctrl-C. */
export function* startBackground(shell: ShellState, node: PipelineNode | AndOr): Blocking<void> {
  const { p } = shell
  const monitor = shell.option('monitor')
  const ignore = monitor
    ? shell.ignoredSignals()
    : [...shell.ignoredSignals(), 'INT' as const, 'QUIT' as const]
  const none = monitor ? null : p.fs.open('/dev/null', { read: true })
  const input = none && !isErrno(none) ? none : null
  let pids: number[] | null
  if (node.type === 'Pipeline' && node.prefixes.length === 0)
    pids = yield* spawnElements(shell, node, input, ignore)
  else {
    const fds = new Map(p.io.fds)
    if (input) fds.set(0, input)
    const group = monitor ? { pgid: 'own' as const } : {}
    const pid = yield* forkShell(shell, { fds, ignore, ...group }, (inner) => {
      inner.tested = 0
      return inner.language.last(inner, node)
    })
    pids = pid === null ? null : [pid]
  }
  input?.close()
  if (pids === null) return
  const last = pids.at(-1) ?? 0
  shell.lastBackground = last
  const job = shell.jobs.add(pids, pids[0] ?? 0, printCommand(node, shell.origin.text), p.fs.cwd(), false)
  if (shell.interactive && shell.dialect?.name !== 'ash') shell.err(`[${job.id}] ${last}\n`)
}
