// Simple commands: expand, redirect, then run a function, a builtin or a program.
import type { Assignment, Command } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import type { Assigned } from '../assign.ts'
import { applyAssigned } from '../assign.ts'
import type { Argument, Builtin } from '../builtins/builtin.ts'
import { deeper } from '../deep.ts'
import { findBuiltin } from '../builtins/registry.ts'
import { expandWords, isPlain, parsedWord } from '../expand/word.ts'
import { closeSubstitutions } from '../expand/substitution.ts'
import type { ShellState } from '../state.ts'
import { debugTrap } from '../traps.ts'
import { expandAssignment } from './assignment.ts'
import { callFunction } from './call.ts'
import { execProgram, runProgram } from './program.ts'
import type { Undo } from './redirect.ts'
import { keep, redirect, restore } from './redirect.ts'
import { traceAssignment, traceCommand } from './trace.ts'

/** `last`: this forked shell does nothing after it, so a program may take its place. */
export function* runSimple(shell: ShellState, node: Command, last: boolean): Blocking<number> {
  shell.pos = node.pos
  if (!shell.inTrap) shell.node = node
  if (shell.traps.size > 0) yield* debugTrap(shell, node)
  const substitutions = shell.substitutions.length
  shell.substitutionStatus = null
  const args: Argument[] | null = declares(shell, node) ? [] : null
  const literal = args ? null : literalWords(node)
  if (literal) yield* execute(shell, node, literal, null, NONE, last)
  else {
    const words: string[] = []
    if (node.name && !(yield* expandWords(shell, [node.name], words))) return shell.status
    const expanded = args
      ? yield* declarationArguments(shell, node, words, args)
      : yield* plainArguments(shell, node, words)
    if (expanded) {
      const assignments = yield* expandAssignments(shell, node)
      if (assignments) yield* execute(shell, node, words, args, assignments, last)
    }
  }
  if (shell.substitutions.length > substitutions) closeSubstitutions(shell, substitutions)
  return shell.status
}

/** `declare`, `export` and their like take assignments for arguments. */
function declares(shell: ShellState, node: Command): boolean {
  const name = node.name?.text
  if (name === undefined || shell.functions.has(name) || shell.dialect?.isBuiltin(name) === false)
    return false
  return findBuiltin(shell, name)?.declares ?? false
}

/** The words of a command in which nothing is to be expanded or assigned, as most are; null otherwise. */
function literalWords({ name, prefix, suffix }: Command): string[] | null {
  if (!name || prefix.length > 0 || !isPlain(name)) return null
  const words = [name.text]
  for (const item of suffix) {
    if (item.type !== 'Word' || !isPlain(item)) return null
    words.push(item.text)
  }
  return words
}

function* plainArguments(shell: ShellState, node: Command, words: string[]): Blocking<boolean> {
  const { suffix } = node
  for (const item of suffix) {
    if (item.type === 'Word') {
      if (!(yield* expandWords(shell, [item], words))) return false
    } else if (item.type === 'Assignment') {
      if (!(yield* expandWords(shell, [parsedWord(item.text)], words))) return false
    }
  }
  return true
}

function* declarationArguments(
  shell: ShellState,
  node: Command,
  words: string[],
  args: Argument[],
): Blocking<boolean> {
  for (const item of node.suffix) {
    if (item.type === 'Assignment') {
      const assigned = yield* expandAssignment(shell, item)
      if (!assigned) return false
      args.push(assigned)
      words.push(item.text)
    } else if (item.type === 'Word') {
      const from = words.length
      if (!(yield* expandWords(shell, [item], words))) return false
      args.push(...words.slice(from))
    }
  }
  return true
}

const NONE: readonly Assigned[] = []

function* expandAssignments(shell: ShellState, node: Command): Blocking<readonly Assigned[] | null> {
  if (node.prefix.length === 0) return NONE
  const items = node.prefix.filter((item): item is Assignment => item.type === 'Assignment')
  if (items.length === 0) return NONE
  const bare = !node.name
  const out: Assigned[] = []
  // Each sees the ones before it.
  if (!bare) shell.vars.push()
  for (const item of items) {
    const assigned = yield* expandAssignment(shell, item)
    if (!assigned || (bare && !applyBare(shell, assigned))) {
      if (!bare) shell.vars.pop()
      return null
    }
    if (!bare && shell.vars.find(assigned.name)?.readonly) shell.report(`${assigned.name}: readonly variable`)
    else {
      if (!bare) applyTemporary(shell, assigned)
      out.push(assigned)
    }
  }
  if (!bare) shell.vars.pop()
  return out
}

function applyBare(shell: ShellState, assigned: Assigned): boolean {
  if (shell.option('xtrace')) traceAssignment(shell, assigned)
  if (applyAssigned(shell, assigned)) return true
  shell.status = shell.dialect ? 2 : 1
  shell.unwind ??= { kind: shell.dialect ? 'exit' : 'discard' }
  return false
}

/** For one command only: exported, and gone with the frame. */
function applyTemporary(shell: ShellState, assigned: Assigned): void {
  const { vars } = shell
  const old = vars.find(assigned.name)
  const value = assigned.append ? (old?.scalar() ?? '') + (assigned.value ?? '') : (assigned.value ?? '')
  const variable = vars.local(assigned.name)
  variable.value = value
  variable.exported = true
  vars.changed(assigned.name, variable)
}

function* execute(
  shell: ShellState,
  node: Command,
  words: readonly string[],
  args: readonly Argument[] | null,
  assignments: readonly Assigned[],
  last: boolean,
): Blocking<void> {
  const [name] = words
  if (name === undefined) return yield* bare(shell, node)
  if (shell.option('xtrace')) traceCommand(shell, words, args, assignments)
  const definition = shell.functions.get(name)
  const builtin = definition || shell.dialect?.isBuiltin(name) === false ? null : findBuiltin(shell, name)
  if (!definition && !builtin) {
    yield* external(shell, node, words, assignments, last)
    shell.vars.put('_', words.at(-1) ?? '')
    return
  }
  let undo: Undo | null = null
  if (node.redirects.length > 0) {
    undo = yield* redirect(shell, node.redirects, shell.p.io.fds)
    if (!undo) {
      shell.status = shell.dialect?.name === 'dash' ? 2 : 1
      return
    }
  }
  const framed = assignments.length > 0
  if (framed) {
    shell.vars.push()
    for (const assigned of assignments) applyTemporary(shell, assigned)
  }
  const forGood = builtin?.name === 'exec' && words.length === 1
  try {
    if (definition) yield* deeper(callFunction(shell, name, definition, words.slice(1)))
    else if (builtin) yield* runBuiltin(shell, builtin, name, words, args)
  } finally {
    if (undo) {
      if (forGood) keep(undo)
      else restore(shell, undo)
    }
  }
  if (framed) shell.vars.pop()
  shell.vars.put('_', words.at(-1) ?? '')
}

function* runBuiltin(
  shell: ShellState,
  builtin: Builtin,
  name: string,
  words: readonly string[],
  args: readonly Argument[] | null,
): Blocking<void> {
  const result = builtin.declares
    ? builtin.declare(shell, name, args ?? words.slice(1))
    : builtin.run(shell, words.slice(1), name)
  shell.status = typeof result === 'number' ? result : yield* result
  if (shell.status === 2 && shell.dialect?.isSpecial(name)) shell.unwind ??= { kind: 'exit' }
  shell.pipeStatus = [shell.status]
}

/** No command: redirections are tried, and the status is that of the last command substitution. */
function* bare(shell: ShellState, node: Command): Blocking<void> {
  const status = shell.substitutionStatus ?? 0
  if (node.redirects.length > 0) {
    const undo = yield* redirect(shell, node.redirects, shell.p.io.fds)
    if (!undo) {
      shell.status = shell.dialect?.name === 'dash' ? 2 : 1
      return
    }
    restore(shell, undo)
  }
  shell.status = status
  shell.pipeStatus = [status]
}

function* external(
  shell: ShellState,
  node: Command,
  words: readonly string[],
  assignments: readonly Assigned[],
  last: boolean,
): Blocking<void> {
  const { p } = shell
  let { fds } = p.io
  let undo: Undo | null = null
  if (node.redirects.length > 0) {
    if (!last) fds = new Map(fds)
    undo = yield* redirect(shell, node.redirects, fds)
    if (!undo) {
      shell.status = shell.dialect?.name === 'dash' ? 2 : 1
      shell.pipeStatus = [shell.status]
      return
    }
  }
  const framed = assignments.length > 0
  if (framed) {
    shell.vars.push()
    for (const assigned of assignments) applyTemporary(shell, assigned)
  }
  if (last) {
    if (undo) keep(undo)
    shell.status = yield* execProgram(shell, words)
  } else shell.status = yield* runProgram(shell, words, fds, undo, node)
  if (framed) shell.vars.pop()
  if (shell.pipeStatus.length !== 1 || shell.pipeStatus[0] !== shell.status) shell.pipeStatus = [shell.status]
}
