// A parsed jq program.
import type { Json } from './value.ts'

export type Pattern =
  | { readonly kind: 'var'; readonly name: string }
  | { readonly kind: 'array'; readonly items: readonly Pattern[] }
  | { readonly kind: 'object'; readonly entries: readonly PatternEntry[] }

export interface PatternEntry {
  readonly key: Node
  /** `$name` as a key is bound too. */
  readonly name: string | null
  readonly value: Pattern | null
}

export interface Definition {
  readonly name: string
  /** `$name` is a value, `name` a filter. */
  readonly params: readonly string[]
  readonly body: Node
}

export type Node =
  | { readonly kind: 'identity' }
  | { readonly kind: 'index'; readonly target: Node; readonly key: Node }
  | { readonly kind: 'slice'; readonly target: Node; readonly from: Node | null; readonly to: Node | null }
  | { readonly kind: 'iterate'; readonly target: Node }
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'string'; readonly parts: readonly (string | Node)[]; readonly format: string }
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'array'; readonly body: Node | null }
  | { readonly kind: 'object'; readonly entries: readonly { readonly key: Node; readonly value: Node }[] }
  | { readonly kind: 'negate'; readonly body: Node }
  | {
      readonly kind: 'pipe' | 'comma' | 'alternative' | 'and' | 'or'
      readonly left: Node
      readonly right: Node
    }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'assign'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'if'; readonly condition: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'try'; readonly body: Node; readonly handler: Node | null }
  | {
      readonly kind: 'reduce' | 'foreach'
      readonly source: Node
      readonly pattern: Pattern
      readonly init: Node
      readonly update: Node
      readonly extract: Node | null
    }
  | { readonly kind: 'define'; readonly definition: Definition; readonly rest: Node }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[]; readonly at: number }
  | { readonly kind: 'var'; readonly name: string; readonly at: number }
  | { readonly kind: 'bind'; readonly source: Node; readonly pattern: Pattern; readonly body: Node }
  | { readonly kind: 'label'; readonly name: string; readonly body: Node }
  | { readonly kind: 'break'; readonly name: string; readonly at: number }

/** Variables that a pattern gives. */
export function patternVars(pattern: Pattern): string[] {
  if (pattern.kind === 'var') return [pattern.name]
  if (pattern.kind === 'array') return pattern.items.flatMap(patternVars)
  return pattern.entries.flatMap(({ name, value }) => [
    ...(name === null ? [] : [name]),
    ...(value ? patternVars(value) : []),
  ])
}
