// Ref: text/template/parse/node.go

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipe: Pipe }
  | {
      readonly kind: 'if' | 'with' | 'range'
      readonly pipe: Pipe
      readonly body: readonly Node[]
      readonly other: readonly Node[]
    }
  | { readonly kind: 'break' | 'continue' }
  | { readonly kind: 'template'; readonly name: string; readonly pipe: Pipe | null; readonly at: number }

export interface Pipe {
  readonly declares: readonly string[]
  /** `=` instead of `:=`. */
  readonly assigns: boolean
  readonly commands: readonly Call[]
  readonly at: number
  readonly text: string
}

/** Operands side by side: the first may be a function or a method, the rest are its arguments. */
export interface Call {
  readonly operands: readonly Operand[]
  readonly at: number
  readonly text: string
}

export type Operand = (
  | { readonly kind: 'dot' | 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'field'; readonly names: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'chain'; readonly pipe: Pipe; readonly names: readonly string[] }
) & { readonly at: number; readonly text: string }

export interface Template {
  readonly source: string
  readonly root: readonly Node[]
  readonly defined: ReadonlyMap<string, readonly Node[]>
}
