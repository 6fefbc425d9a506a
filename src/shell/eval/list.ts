// Lists: lines, `;`, `&&`, `||`, `&`. The way from a parsed text down to single commands.
import type { AndOr, ParsedScript, PipelineNode, Statement } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import type { Origin, ShellState } from '../state.ts'
import { runPendingTraps, runTrap } from '../traps.ts'
import { startBackground } from './background.ts'
import { runCompound } from './compound.ts'
import { runPipeline } from './pipeline.ts'
import { runSimple } from './simple.ts'

/** Runs a text's statements. One that is given up (`discard`) takes the rest of its line with it. */
export function* runScript(shell: ShellState, script: ParsedScript, origin: Origin): Blocking<number> {
  return yield* runStatements(shell, script.commands, origin)
}

export function* runStatements(
  shell: ShellState,
  statements: readonly Statement[],
  origin: Origin,
): Blocking<number> {
  const { origin: outer, pos } = shell
  shell.origin = origin
  let given = false
  let last: Statement | null = null
  for (const [i, statement] of statements.entries()) {
    const begins = !last || !sameLine(origin.text, last, statement)
    last = statement
    if (given && !begins) continue
    given = false
    if (begins && shell.option('verbose') && !shell.interactive)
      shell.err(linesFrom(origin.text, statements, i))
    const ends = statement === statements.at(-1) && endsCommandString(shell, origin)
    yield* runStatement(shell, statement, ends)
    if (!shell.unwind) continue
    if (shell.unwind.kind !== 'discard' || shell.subshell > 0) break
    shell.unwind = null
    if (shell.status === 0) shell.status = 1
    given = true
  }
  shell.origin = outer
  shell.pos = pos
  return shell.status
}

/** Nothing comes after the last command of `-c`: a program takes the shell's place, in dash alone not. Ref: bash execute_cmd.c, ONESHOT */
function endsCommandString(shell: ShellState, { input }: Origin): boolean {
  if (!shell.commandString || input !== '-c' || shell.subshell > 0) return false
  if (shell.dialect?.name === 'dash') return false
  return shell.calls.length === 0 && shell.traps.size === 0 && !shell.inTrap
}

/** The text of the lines on which a statement and those beside it stand: what `set -v` shows. */
function linesFrom(text: string, statements: readonly Statement[], index: number): string {
  const first = statements[index]
  if (!first) return ''
  let end = first.end
  let last = first
  for (const next of statements.slice(index + 1)) {
    if (!sameLine(text, last, next)) break
    end = next.end
    last = next
  }
  const start = text.lastIndexOf('\n', first.pos - 1) + 1
  const stop = text.indexOf('\n', end)
  return `${text.slice(start, stop < 0 ? undefined : stop)}\n`
}

/** Whether the second statement stands on the line on which the first one ends. */
function sameLine(text: string, first: Statement, second: Statement): boolean {
  return !text.slice(first.end, second.pos).replaceAll('\\\n', '').includes('\n')
}

export function* runList(shell: ShellState, statements: readonly Statement[]): Blocking<number> {
  for (const statement of statements) {
    yield* runStatement(shell, statement)
    if (shell.unwind) break
  }
  return shell.status
}

function* runStatement(shell: ShellState, statement: Statement, ends = false): Blocking<number> {
  const { command } = statement
  if (shell.option('noexec') && !shell.interactive) return 0
  if (statement.background) {
    yield* startBackground(shell, command)
    if (!shell.unwind) shell.status = 0
  } else if (command.type === 'AndOr') yield* runAndOr(shell, command, ends)
  else {
    yield* runCommand(shell, command, ends)
    if (shell.status !== 0 && !shell.unwind) yield* failed(shell, command)
  }
  if (shell.pendingTraps.length > 0) yield* runPendingTraps(shell)
  if (shell.interrupted && !shell.unwind) {
    shell.interrupted = false
    if (shell.interactive) shell.err('\n')
    shell.status = 130
    shell.unwind = { kind: 'interrupt' }
  }
  return shell.status
}

function* runAndOr(shell: ShellState, node: AndOr, ends = false): Blocking<number> {
  const { commands, operators } = node
  const last = commands.length - 1
  for (let i = 0; i <= last; i++) {
    const command = commands[i]
    const operator = i === 0 ? null : operators[i - 1]
    if (!command || (operator === '&&' && shell.status !== 0) || (operator === '||' && shell.status === 0))
      continue
    if (i < last) shell.tested++
    yield* runCommand(shell, command, ends && i === last)
    if (i < last) shell.tested--
    if (shell.unwind) break
    if (i === last && shell.status !== 0) yield* failed(shell, command)
  }
  return shell.status
}

/** `set -e` and the trap of ERR, after a command that failed where nobody looks at its status. */
function* failed(shell: ShellState, node: PipelineNode): Blocking<void> {
  if (shell.tested > 0 || !endsShell(node)) return
  if (shell.traps.has('ERR') && !shell.inTrap && (shell.calls.length === 0 || shell.option('errtrace')))
    yield* runTrap(shell, 'ERR')
  if (shell.option('errexit') && !shell.unwind) shell.unwind = { kind: 'exit' }
}

/** Not groups, loops and conditions: the commands within them have answered for themselves. */
function endsShell(node: PipelineNode): boolean {
  if (node.type === 'Pipeline') return !node.prefixes.some((prefix) => prefix.type === 'Negation')
  if (node.type === 'Redirected') return endsShell(node.command)
  return (
    node.type === 'Command' ||
    node.type === 'Subshell' ||
    node.type === 'TestCommand' ||
    node.type === 'ArithmeticCommand'
  )
}

/** `ends`: the shell does nothing after it. */
export function runCommand(shell: ShellState, node: PipelineNode, ends = false): Blocking<number> {
  if (node.type === 'Command') return runSimple(shell, node, ends)
  if (node.type === 'Pipeline') return runPipeline(shell, node)
  return runCompound(shell, node)
}

/** The body of a forked shell, and the trap that it may have set for its end. */
export function* runSubshellBody(shell: ShellState, statements: readonly Statement[]): Blocking<number> {
  const [only] = statements
  if (only && statements.length === 1 && !only.background) return yield* runLast(shell, only.command)
  yield* runList(shell, statements)
  if (shell.traps.has('EXIT')) yield* runTrap(shell, 'EXIT')
  return shell.status
}

/** The one command of a forked shell: a program is run in its place instead of in a child. */
export function* runLast(shell: ShellState, node: PipelineNode | AndOr): Blocking<number> {
  if (node.type === 'Command') yield* runSimple(shell, node, !shell.traps.has('EXIT'))
  else if (node.type === 'AndOr') yield* runAndOr(shell, node)
  else yield* runCommand(shell, node)
  if (shell.traps.has('EXIT')) yield* runTrap(shell, 'EXIT')
  return shell.status
}
