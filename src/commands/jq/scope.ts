// What names mean where a filter stands: a chain of what was bound, the newest first.
import type { Definition, Node } from './ast.ts'
import type { Json } from './value.ts'

/** A filter with the scope it was written in. */
export interface Closure {
  readonly node: Node
  readonly scope: Scope | null
}

export type Scope = { readonly outer: Scope | null } & (
  | { readonly kind: 'value'; readonly name: string; readonly value: Json }
  | { readonly kind: 'function'; readonly key: string; readonly definition: Definition }
  | { readonly kind: 'filter'; readonly key: string; readonly closure: Closure }
  | { readonly kind: 'label'; readonly name: string; readonly mark: object }
)

export function bindValue(outer: Scope | null, name: string, value: Json): Scope {
  return { kind: 'value', outer, name, value }
}

export function bindFunction(outer: Scope | null, definition: Definition): Scope {
  return { kind: 'function', outer, key: `${definition.name}/${definition.params.length}`, definition }
}

export function bindFilter(outer: Scope | null, name: string, closure: Closure): Scope {
  return { kind: 'filter', outer, key: `${name}/0`, closure }
}

export function findValue(scope: Scope | null, name: string): Json | undefined {
  for (let at = scope; at; at = at.outer) if (at.kind === 'value' && at.name === name) return at.value
  return undefined
}

export function findFunction(scope: Scope | null, key: string): Extract<Scope, { key: string }> | null {
  for (let at = scope; at; at = at.outer)
    if ((at.kind === 'function' || at.kind === 'filter') && at.key === key) return at
  return null
}

export function findLabel(scope: Scope | null, name: string): object | null {
  for (let at = scope; at; at = at.outer) if (at.kind === 'label' && at.name === name) return at.mark
  return null
}
