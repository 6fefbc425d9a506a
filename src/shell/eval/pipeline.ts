// Pipelines: every element is a process of its own, all run together.
import type { CommandNode, Pipeline } from 'unbash'
import type { Blocking, OpenFile } from '../../os/program.ts'
import type { Signal } from '../../uapi/signal.ts'
import { forkShell } from '../fork.ts'
import { waitForeground } from '../foreground.ts'
import { printCommand } from '../print/command.ts'
import type { ShellState } from '../state.ts'
import { timed } from './time.ts'

export function* runPipeline(shell: ShellState, node: Pipeline): Blocking<number> {
  if (node.prefixes.length === 0) return yield* runElements(shell, node)
  const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1
  const time = node.prefixes.find((prefix) => prefix.type === 'Time')
  if (negated) shell.tested++
  if (time) yield* timed(shell, time.posix !== undefined, runElements(shell, node))
  else yield* runElements(shell, node)
  if (negated) {
    shell.tested--
    shell.status = shell.status === 0 ? 1 : 0
  }
  return shell.status
}

function* runElements(shell: ShellState, node: Pipeline): Blocking<number> {
  const [only, second] = node.commands
  if (!only) {
    shell.status = 0
    return 0
  }
  if (!second) return yield* shell.language.command(shell, only)
  shell.pos = node.commands.at(-1)?.pos ?? node.pos
  const pids = yield* spawnElements(shell, node, null, null)
  if (pids === null) return shell.status
  const statuses = yield* waitForeground(shell, pids, () => printCommand(node, shell.origin.text))
  shell.pipeStatus = statuses
  const failedLast = statuses.findLast((status) => status !== 0) ?? 0
  shell.status = shell.option('pipefail') ? failedLast : (statuses.at(-1) ?? 0)
  return shell.status
}

/** Starts all elements; their pids in order, null when there can be no more processes. `input`, when given, is the first one's standard input. */
export function* spawnElements(
  shell: ShellState,
  node: Pipeline,
  input: OpenFile | null,
  ignore: readonly Signal[] | null,
): Blocking<number[] | null> {
  const { p } = shell
  const pids: number[] = []
  let from = input
  for (const [i, command] of node.commands.entries()) {
    const fds = new Map(p.io.fds)
    if (from) fds.set(0, from)
    const pipe = i < node.commands.length - 1 ? p.fs.pipe() : null
    if (pipe) {
      fds.set(1, pipe.write)
      if (node.operators[i] === '|&') fds.set(2, pipe.write)
    }
    const pid = yield* spawnCommand(shell, command, fds, pids[0] ?? null, ignore)
    if (i > 0) from?.close()
    pipe?.write.close()
    from = pipe?.read ?? null
    if (pid === null) {
      from?.close()
      for (const started of pids) p.procs.kill(started, 'TERM')
      return null
    }
    pids.push(pid)
  }
  return pids
}

/** Forks a shell that runs one command. Under job control it joins the group of `leader`, or leads one itself. */
export function* spawnCommand(
  shell: ShellState,
  command: CommandNode,
  fds: ReadonlyMap<number, OpenFile>,
  leader: number | null,
  ignore: readonly Signal[] | null,
): Blocking<number | null> {
  const group = shell.option('monitor') ? { pgid: leader ?? ('own' as const) } : {}
  return yield* forkShell(shell, { fds, ...(ignore ? { ignore } : {}), ...group }, (inner) => {
    if (command.type === 'Command') inner.level--
    return inner.language.last(inner, command)
  })
}
