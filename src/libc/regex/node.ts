// Regular expressions as trees, whatever syntax they were written in.
import type { CharSet } from './charset.ts'

/** A place between two characters: `^`, `$` (of the text, or of each line), word boundaries. */
export type Assertion =
  | 'text-start'
  | 'text-end'
  | 'line-start'
  | 'line-end'
  /** Before a newline that ends the text, or at its end: `$` of Perl. */
  | 'last-line-end'
  | 'word-boundary'
  | 'not-word-boundary'
  | 'word-start'
  | 'word-end'

export type Node =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'cat'; readonly items: readonly Node[] }
  | { readonly kind: 'alt'; readonly branches: readonly Node[] }
  | {
      readonly kind: 'repeat'
      readonly item: Node
      readonly min: number
      readonly max: number
      readonly lazy: boolean
    }
  | { readonly kind: 'group'; readonly item: Node; readonly index: number }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'backref'; readonly index: number; readonly ignoreCase: boolean }
  | { readonly kind: 'look'; readonly item: Node; readonly ahead: boolean; readonly negative: boolean }
  /** Once it has matched it is not tried otherwise. */
  | { readonly kind: 'atomic'; readonly item: Node }
  /** Any text, without `stop` in it, but those that `item` matches. */
  | { readonly kind: 'not'; readonly item: Node; readonly stop: string }
  /** The match begins here (`\K`). */
  | { readonly kind: 'keep' }

export const EMPTY: Node = { kind: 'cat', items: [] }

/** Fewest and most characters it can match. */
export function widthOf(node: Node): readonly [number, number] {
  switch (node.kind) {
    case 'char':
    case 'set':
      return [1, 1]
    case 'cat': {
      const widths = node.items.map(widthOf)
      return [widths.reduce((n, [low]) => n + low, 0), widths.reduce((n, [, high]) => n + high, 0)]
    }
    case 'alt': {
      const widths = node.branches.map(widthOf)
      return [Math.min(...widths.map(([low]) => low)), Math.max(...widths.map(([, high]) => high))]
    }
    case 'repeat': {
      const [low, high] = widthOf(node.item)
      return [low * node.min, high === 0 || node.max === 0 ? 0 : high * node.max]
    }
    case 'group':
    case 'atomic':
      return widthOf(node.item)
    case 'backref':
    case 'not':
      return [0, Infinity]
    default:
      return [0, 0]
  }
}

/** Whether a finite automaton can tell what it matches. */
export function isRegular(node: Node): boolean {
  switch (node.kind) {
    case 'cat':
      return node.items.every(isRegular)
    case 'alt':
      return node.branches.every(isRegular)
    case 'repeat':
    case 'group':
      return isRegular(node.item)
    case 'backref':
    case 'look':
    case 'atomic':
    case 'not':
    case 'keep':
      return false
    default:
      return node.kind !== 'assert' || node.what !== 'last-line-end'
  }
}

/** The text it stands for, when it stands for one only. */
export function literalOf(node: Node): string | null {
  if (node.kind === 'char') return String.fromCodePoint(node.code)
  if (node.kind !== 'cat') return null
  let text = ''
  for (const item of node.items) {
    const part = literalOf(item)
    if (part === null) return null
    text += part
  }
  return text
}

/** The longest text that is in every match, as far as it is seen at once. */
export function requiredText(node: Node): string {
  if (node.kind === 'group') return requiredText(node.item)
  if (node.kind !== 'cat') return literalOf(node) ?? ''
  let best = ''
  let run = ''
  for (const item of node.items) {
    const text = literalOf(item)
    run = text === null ? '' : run + text
    const found = text === null ? requiredText(item) : run
    if (found.length > best.length) best = found
  }
  return best
}

/** Whether it can only match at the start of the text. */
export function isAnchored(node: Node): boolean {
  if (node.kind === 'group') return isAnchored(node.item)
  if (node.kind === 'alt') return node.branches.every(isAnchored)
  if (node.kind === 'cat') return node.items[0] !== undefined && isAnchored(node.items[0])
  return node.kind === 'assert' && node.what === 'text-start'
}
