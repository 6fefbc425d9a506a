// Which operators bind how tightly. Ref: jq src/parser.y
import type { Node } from './ast.ts'

/** Operators from loosest to tightest: 0 right, 1 left, 2 not at all. */
export const LEVELS: readonly (readonly [readonly string[], 0 | 1 | 2])[] = [
  [['//'], 0],
  [['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='], 2],
  [['or'], 1],
  [['and'], 1],
  [['==', '!=', '<', '<=', '>', '>='], 2],
  [['+', '-'], 1],
  [['*', '/', '%'], 1],
]
const ASSIGNMENTS = LEVELS[1]?.[0] ?? []

export function combine(op: string, left: Node, right: Node): Node {
  if (op === '//') return { kind: 'alternative', left, right }
  if (op === 'and' || op === 'or') return { kind: op, left, right }
  if (ASSIGNMENTS.includes(op)) return { kind: 'assign', op, left, right }
  return { kind: 'binary', op, left, right }
}
