// for, while, until.
import type { ArithmeticFor, For, While } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { assign } from '../assign.ts'
import { expandWords } from '../expand/word.ts'
import { forHeader } from '../print/forheader.ts'
import type { ShellState } from '../state.ts'
import { debugTrap } from '../traps.ts'
import { isName } from '../variables.ts'
import { arithmeticPart } from './arithmetic.ts'
import { condition } from './condition.ts'
import { traceLine } from './trace.ts'

/** What a `break`, a `continue` or anything else that is under way means for the loop it reached. */
export function loopEnds(shell: ShellState): boolean {
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
const PATIENCE = 8192

function* turn(shell: ShellState): Blocking<void> {
  if (++shell.turns % TURNS !== 0) return
  const milliseconds = Math.max(1, Math.floor(shell.turns / PATIENCE))
  yield { on: [], until: shell.p.clock.now() + milliseconds * 1e6 }
}

export function* runFor(shell: ShellState, node: For): Blocking<number> {
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
    yield* debugTrap(shell, node)
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

export function* runWhile(shell: ShellState, node: While): Blocking<number> {
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

export function* runArithmeticFor(shell: ShellState, node: ArithmeticFor): Blocking<number> {
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
