// `[[ … ]]`
import type { TestBinaryExpression, TestCommand, TestExpression } from 'unbash'
import type { Blocking } from '../../os/program.ts'
import { assignArray } from '../assign.ts'
import { matches } from '../expand/pattern.ts'
import { expandPattern, expandRegex, expandText } from '../expand/word.ts'
import { compareFiles, testUnary } from '../filetest.ts'
import { posixRegExp } from '../expand/regex.ts'
import type { ShellState } from '../state.ts'
import { byBytes } from '../variables.ts'
import { debugTrap } from '../traps.ts'
import { traceLine } from './trace.ts'

export function* runTest(shell: ShellState, node: TestCommand): Blocking<number> {
  shell.pos = node.pos
  yield* debugTrap(shell, node)
  const result = yield* evaluate(shell, node.expression)
  shell.status = result === null ? (shell.unwind ? 1 : 2) : result ? 0 : 1
  shell.pipeStatus = [shell.status]
  return shell.status
}

/** Null when an expansion failed, or the expression is none. */
function* evaluate(shell: ShellState, node: TestExpression): Blocking<boolean | null> {
  switch (node.type) {
    case 'TestGroup':
      return yield* evaluate(shell, node.expression)
    case 'TestNot': {
      const value = yield* evaluate(shell, node.operand)
      return value === null ? null : node.negations.length % 2 === 1 ? !value : value
    }
    case 'TestLogical': {
      let value: boolean | null = null
      for (const operand of node.operands) {
        value = yield* evaluate(shell, operand)
        if (value === null || value === (node.operator === '||')) return value
      }
      return value
    }
    case 'TestUnary': {
      const text = yield* expandText(shell, node.operand)
      if (text === null) return null
      if (shell.option('xtrace')) traceLine(shell, `[[ ${node.operator} ${text || "''"} ]]`)
      return testUnary(shell, node.operator, text)
    }
    case 'TestBinary':
      return yield* binary(shell, node)
  }
}

function* binary(shell: ShellState, node: TestBinaryExpression): Blocking<boolean | null> {
  const { operator } = node
  const left = yield* expandText(shell, node.left)
  if (left === null) return null
  const isPattern = operator === '=' || operator === '==' || operator === '!='
  const right = isPattern
    ? yield* expandPattern(shell, node.right)
    : operator === '=~'
      ? yield* expandRegex(shell, node.right)
      : yield* expandText(shell, node.right)
  if (right === null) return null
  if (shell.option('xtrace')) traceLine(shell, `[[ ${left || "''"} ${operator} ${right || "''"} ]]`)
  if (isPattern) {
    const ignoreCase = shell.shopts.has('nocasematch')
    return matches(left, right, { extglob: true, ignoreCase, path: false }) === (operator !== '!=')
  }
  switch (operator) {
    case '=~':
      return regex(shell, left, right)
    case '<':
      return byBytes(left, right) < 0
    case '>':
      return byBytes(left, right) > 0
    case '-nt':
    case '-ot':
    case '-ef':
      return compareFiles(shell, operator, left, right)
    default:
      return numbers(shell, operator, left, right)
  }
}

/** Arithmetic comparison: both sides are expressions. */
function numbers(shell: ShellState, operator: string, left: string, right: string): boolean {
  const a = shell.language.arithmetic(shell, left, '[[: ')
  const b = a === null ? null : shell.language.arithmetic(shell, right, '[[: ')
  if (a === null || b === null) return false
  return compareNumbers(operator, a, b)
}

export function compareNumbers(operator: string, a: bigint, b: bigint): boolean {
  switch (operator) {
    case '-eq':
      return a === b
    case '-ne':
      return a !== b
    case '-lt':
      return a < b
    case '-le':
      return a <= b
    case '-gt':
      return a > b
    default:
      return a >= b
  }
}

/** Sets BASH_REMATCH; null (status 2) when it is no expression. */
function regex(shell: ShellState, text: string, source: string): boolean | null {
  const expression = posixRegExp(source, shell.shopts.has('nocasematch'))
  if (!expression) return null
  const found = expression.exec(text)
  const groups = found ? found.groups.map((group) => group ?? '') : []
  assignArray(
    shell,
    'BASH_REMATCH',
    groups.map((value) => ({ subscript: null, value, append: false })),
    false,
  )
  return found !== null
}
