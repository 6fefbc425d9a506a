// Compound commands: groups, conditions, subshells, definitions of functions.
import type { Case, CommandNode, Coproc, Function as FunctionNode, If, Redirected, Subshell } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { matches, PLAIN } from '../expand/pattern.ts'
import { closeSubstitutions } from '../expand/substitution.ts'
import { expandPattern, expandText } from '../expand/word.ts'
import { forkShell } from '../fork.ts'
import { waitForeground } from '../foreground.ts'
import { printCommand } from '../print/command.ts'
import type { ShellState } from '../state.ts'
import { debugTrap } from '../traps.ts'
import { runArithmetic } from './arithmetic.ts'
import { condition } from './condition.ts'
import { startCoproc } from './coproc.ts'
import { runTest } from './conditional.ts'
import { runArithmeticFor, runFor, runWhile } from './loops.ts'
import { redirect, restore } from './redirect.ts'
import { runSelect } from './select.ts'
import { traceLine } from './trace.ts'

export function runCompound(shell: ShellState, node: CommandNode): Blocking<number> {
  switch (node.type) {
    case 'BraceGroup':
      return shell.language.list(shell, node.body.commands)
    case 'Subshell':
      return runSubshell(shell, node)
    case 'If':
      return runIf(shell, node)
    case 'For':
      return runFor(shell, node)
    case 'ArithmeticFor':
      return runArithmeticFor(shell, node)
    case 'While':
      return runWhile(shell, node)
    case 'Case':
      return runCase(shell, node)
    case 'TestCommand':
      return shell.dialect?.name === 'dash' ? unknown(shell, '[[') : runTest(shell, node)
    case 'ArithmeticCommand':
      return runArithmetic(shell, node)
    case 'Redirected':
      return runRedirected(shell, node)
    case 'Function':
      return define(shell, node)
    case 'Select':
      return runSelect(shell, node)
    case 'Coproc':
      return runCoproc(shell, node)
    case 'Command':
      return shell.language.command(shell, node)
  }
}

function* runCoproc(shell: ShellState, node: Coproc): Blocking<number> {
  shell.status = yield* startCoproc(shell, node)
  return shell.status
}

function* unknown(shell: ShellState, name: string): Blocking<number> {
  shell.report(`${name}: command not found`)
  shell.status = 127
  return 127
}

function* runSubshell(shell: ShellState, node: Subshell): Blocking<number> {
  const group = shell.option('monitor') ? { pgid: 'own' as const } : {}
  const { commands } = node.body
  shell.pos = node.pos
  const pid = yield* forkShell(shell, group, (inner) => inner.language.subshell(inner, commands))
  if (pid === null) return shell.status
  const [status] = yield* waitForeground(shell, [pid], () => printCommand(node, shell.origin.text))
  shell.status = status ?? 0
  shell.pipeStatus = [shell.status]
  return shell.status
}

function* runRedirected(shell: ShellState, node: Redirected): Blocking<number> {
  const substitutions = shell.substitutions.length
  shell.pos = node.pos
  const undo = yield* redirect(shell, node.redirects, shell.p.io.fds)
  if (undo) {
    try {
      yield* runCompound(shell, node.command)
    } finally {
      restore(shell, undo)
    }
  } else shell.status = 1
  if (shell.substitutions.length > substitutions) closeSubstitutions(shell, substitutions)
  return shell.status
}

function* define(shell: ShellState, node: FunctionNode): Blocking<number> {
  const { origin } = shell
  const name = origin.input === '-c' && !shell.dialect ? 'environment' : origin.name
  shell.functions.set(node.name.text, { node, origin: { ...origin, name } })
  shell.status = 0
  return 0
}

function* runIf(shell: ShellState, node: If): Blocking<number> {
  for (const branch of [node, ...node.elif]) {
    const status = yield* condition(shell, branch.clause)
    if (shell.unwind) return shell.status
    if (status === 0) return yield* shell.language.list(shell, branch.then.commands)
  }
  if (node.else) return yield* shell.language.list(shell, node.else.commands)
  shell.status = 0
  return 0
}

function* runCase(shell: ShellState, node: Case): Blocking<number> {
  shell.pos = node.pos
  yield* debugTrap(shell, node)
  if (shell.option('xtrace')) traceLine(shell, `case ${node.word.text} in`)
  const word = yield* expandText(shell, node.word)
  shell.status = word === null ? 1 : 0
  if (word === null) return 1
  const options = {
    ...PLAIN,
    extglob: shell.shopts.has('extglob'),
    ignoreCase: shell.shopts.has('nocasematch'),
  }
  let falling = false
  for (const item of node.items) {
    if (!falling) {
      let hit = false
      for (const pattern of item.pattern) {
        const expanded = yield* expandPattern(shell, pattern)
        if (expanded === null) return shell.status
        hit = matches(word, expanded, options)
        if (hit) break
      }
      if (!hit) continue
    }
    yield* shell.language.list(shell, item.body.commands)
    if (shell.unwind || item.terminator === ';;' || item.terminator === undefined) return shell.status
    falling = item.terminator === ';&'
  }
  return shell.status
}
