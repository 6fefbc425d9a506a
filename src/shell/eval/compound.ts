// Compound commands: groups, conditions, loops, `[[ ]]`, `(( ))`, definitions of functions.
import type {
  ArithmeticCommand,
  ArithmeticFor,
  Case,
  CommandNode,
  CompoundList,
  For,
  Function as FunctionNode,
  If,
  Redirected,
  Subshell,
  While,
} from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { assign } from '../assign.ts'
import { matches, PLAIN } from '../expand/pattern.ts'
import { closeSubstitutions } from '../expand/substitution.ts'
import { expandPattern, expandString, expandText, expandWords } from '../expand/word.ts'
import { waitForeground } from '../foreground.ts'
import { printCommand } from '../print/command.ts'
import type { ShellState } from '../state.ts'
import { isName } from '../variables.ts'
import { runTest } from './conditional.ts'
import { redirect, restore } from './redirect.ts'
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
      return shell.dialect ? unknown(shell, '[[') : runTest(shell, node)
    case 'ArithmeticCommand':
      return runArithmetic(shell, node)
    case 'Redirected':
      return runRedirected(shell, node)
    case 'Function':
      return define(shell, node)
    case 'Select':
      return refuse(shell, 'select')
    case 'Coproc':
      return refuse(shell, 'coproc')
    case 'Command':
      return shell.language.command(shell, node)
  }
}

function* refuse(shell: ShellState, what: string): Blocking<number> {
  shell.err(`bash: ${what} is not supported in vethlab\n`)
  shell.status = 1
  return 1
}

function* unknown(shell: ShellState, name: string): Blocking<number> {
  shell.report(`${name}: command not found`)
  shell.status = 127
  return 127
}

function* runSubshell(shell: ShellState, node: Subshell): Blocking<number> {
  const adopt = shell.fork()
  const group = shell.option('monitor') ? { pgid: 'own' as const } : {}
  const { commands } = node.body
  const pid = shell.p.procs.spawn(
    function* (child) {
      const inner = adopt(child)
      inner.options.delete('monitor')
      return yield* inner.language.subshell(inner, commands)
    },
    { argv: shell.p.argv, ...shell.inheritance(), ...group },
  )
  const [status] = yield* waitForeground(shell, [pid], () => printCommand(node))
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

/** The status of a condition, whose failing ends no shell. */
function* condition(shell: ShellState, clause: CompoundList): Blocking<number> {
  shell.tested++
  yield* shell.language.list(shell, clause.commands)
  shell.tested--
  return shell.status
}

function* runIf(shell: ShellState, node: If): Blocking<number> {
  for (const branch of [node, ...node.elif]) {
    const status = yield* condition(shell, branch.clause)
    if (shell.unwind) return shell.status
    if (status === 0) return yield* shell.language.list(shell, branch.then.commands)
  }
  shell.status = 0
  return node.else ? yield* shell.language.list(shell, node.else.commands) : 0
}

function* runCase(shell: ShellState, node: Case): Blocking<number> {
  shell.pos = node.pos
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

// ---- loops

/** What a `break`, a `continue` or anything else that is under way means for the loop it reached. */
function loopEnds(shell: ShellState): boolean {
  const { unwind } = shell
  if (!unwind) return false
  if (unwind.kind !== 'break' && unwind.kind !== 'continue') return true
  if (unwind.levels > 1) {
    unwind.levels--
    return true
  }
  shell.unwind = null
  return unwind.kind === 'break'
}

/**
 * An endless loop lets time pass: a millisecond for so many turns, and more and more of them the longer it goes on, so
 * that whoever waits for it to end, or to be late, has not to wait for ever.
 */
const TURNS = 256
const PATIENCE = 16_384

function* turn(shell: ShellState): Blocking<void> {
  if (++shell.turns % TURNS !== 0) return
  const milliseconds = Math.max(1, Math.floor(shell.turns / PATIENCE))
  yield { on: [], until: shell.p.clock.now() + milliseconds * 1e6 }
}

function* runFor(shell: ShellState, node: For): Blocking<number> {
  const name = node.name.text
  shell.pos = node.pos
  if (!isName(name)) {
    shell.report(`\`${name}': not a valid identifier`)
    shell.status = 1
    return 1
  }
  const words: string[] = []
  if (!node.wordlist) words.push(...shell.positional)
  else if (!(yield* expandWords(shell, node.wordlist, words))) return shell.status
  shell.status = 0
  shell.loops++
  for (const word of words) {
    if (shell.option('xtrace'))
      traceLine(shell, `for ${name} in ${(node.wordlist ?? []).map((w) => w.text).join(' ')}`)
    shell.pos = node.pos
    if (!assign(shell, name, null, word)) {
      shell.status = 1
      break
    }
    yield* shell.language.list(shell, node.body.commands)
    yield* turn(shell)
    if (loopEnds(shell)) break
  }
  shell.loops--
  return shell.status
}

function* runWhile(shell: ShellState, node: While): Blocking<number> {
  let status = 0
  shell.loops++
  for (;;) {
    const tested = yield* condition(shell, node.clause)
    if (shell.unwind ? loopEnds(shell) : (tested === 0) !== (node.kind === 'while')) break
    status = yield* shell.language.list(shell, node.body.commands)
    yield* turn(shell)
    if (loopEnds(shell)) break
  }
  shell.loops--
  if (!shell.unwind) shell.status = status
  return shell.status
}

function* runArithmeticFor(shell: ShellState, node: ArithmeticFor): Blocking<number> {
  const text = shell.origin.text
  const header = forHeader(text.slice(node.pos, node.end))
  shell.pos = node.pos
  let status = 0
  if ((yield* arithmeticPart(shell, header[0])) === null) return 1
  shell.loops++
  for (;;) {
    const tested = yield* arithmeticPart(shell, header[1].trim() === '' ? '1' : header[1])
    if (tested === null) status = 1
    if (!tested) break
    status = yield* shell.language.list(shell, node.body.commands)
    yield* turn(shell)
    if (loopEnds(shell)) break
    if ((yield* arithmeticPart(shell, header[2])) === null) {
      status = 1
      break
    }
  }
  shell.loops--
  if (!shell.unwind) shell.status = status
  return shell.status
}

/** The three expressions between `((` and `))`. */
function forHeader(text: string): readonly [string, string, string] {
  const start = text.indexOf('((') + 2
  const parts: string[] = []
  let depth = 0
  let from = start
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (c === '(') depth++
    else if (c === ')' && depth === 0) {
      parts.push(text.slice(from, i))
      break
    } else if (c === ')') depth--
    else if (c === ';' && depth === 0) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  return [parts[0] ?? '', parts[1] ?? '', parts[2] ?? '']
}

function* arithmeticPart(shell: ShellState, text: string): Blocking<bigint | null> {
  const expression = yield* expandString(shell, text)
  if (expression === null) return null
  if (shell.option('xtrace')) traceLine(shell, `(( ${expression.trim()} ))`)
  const value = shell.language.arithmetic(shell, expression, '((: ')
  if (value === null) shell.status = 1
  return value
}

function* runArithmetic(shell: ShellState, node: ArithmeticCommand): Blocking<number> {
  shell.pos = node.pos
  const value = yield* arithmeticPart(shell, node.body)
  shell.status = value === null || value === 0n ? 1 : 0
  shell.pipeStatus = [shell.status]
  return shell.status
}
