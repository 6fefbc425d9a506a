// A program as it was read.
import type { AwkArray } from './array.ts'
import type { BuiltinName } from './lexer.ts'
import type { AwkRegex } from './regex.ts'
import type { Value } from './value.ts'

/** What a name stands for. */
export interface GlobalRef {
  readonly local: false
  readonly name: string
  readonly cell: Cell
}

export interface LocalRef {
  readonly local: true
  readonly name: string
  readonly index: number
}

export type Ref = GlobalRef | LocalRef

/** A variable: a value, or an array. A parameter that was given an unset variable becomes that one's array. */
export class Cell {
  value: Value = null
  array: AwkArray | null = null
  from: Cell | null = null
}

export type Target =
  | { readonly kind: 'var'; readonly ref: Ref }
  /** Assigning it builds $0 anew. */
  | { readonly kind: 'nf' }
  | { readonly kind: 'field' }
  | { readonly kind: 'index'; readonly ref: Ref }

export type Arithmetic = '+' | '-' | '*' | '/' | '%' | '^'
export type Comparison = '<' | '<=' | '==' | '!=' | '>' | '>='

interface Parts {
  /** Operands; of something with a target first those that say which field or element. */
  readonly kids: readonly Expr[]
  /** May have to wait for input or another process, so it cannot be evaluated at once. */
  readonly blocks: boolean
}

export type Expr = Parts &
  (
    | { readonly kind: 'value'; readonly value: Value }
    | { readonly kind: 'regex'; readonly regex: AwkRegex }
    | { readonly kind: 'get'; readonly target: Target }
    /** `(a, b)`, which only `in` and print may follow or hold. */
    | { readonly kind: 'group' }
    | { readonly kind: 'paren' }
    | { readonly kind: 'in'; readonly ref: Ref }
    | { readonly kind: 'assign'; readonly target: Target; readonly operator: Arithmetic | '' }
    | {
        readonly kind: 'step'
        readonly target: Target
        readonly by: number
        readonly before: boolean
      }
    | { readonly kind: 'unary'; readonly operator: '!' | '-' | '+' }
    | { readonly kind: 'arithmetic'; readonly operator: Arithmetic }
    | { readonly kind: 'compare'; readonly operator: Comparison }
    | { readonly kind: 'match'; readonly negated: boolean }
    | { readonly kind: 'concat' }
    | { readonly kind: 'and' }
    | { readonly kind: 'or' }
    | { readonly kind: 'cond' }
    | {
        readonly kind: 'builtin'
        readonly name: BuiltinName
        readonly ref: Ref | null
        readonly target: Target | null
      }
    | { readonly kind: 'call'; readonly callee: Callee }
    | {
        readonly kind: 'getline'
        readonly source: 'main' | 'file' | 'command'
        readonly target: Target | null
      }
  )

export type Stmt =
  | { readonly kind: 'expr'; readonly expr: Expr }
  | {
      readonly kind: 'print'
      readonly formatted: boolean
      readonly args: readonly Expr[]
      readonly output: { readonly how: string; readonly to: Expr } | null
    }
  | { readonly kind: 'block'; readonly body: readonly Stmt[] }
  | { readonly kind: 'if'; readonly test: Expr; readonly body: Stmt; readonly otherwise: Stmt | null }
  | { readonly kind: 'while'; readonly test: Expr; readonly body: Stmt; readonly first: boolean }
  | {
      readonly kind: 'for'
      readonly start: Expr | null
      readonly test: Expr | null
      readonly step: Expr | null
      readonly body: Stmt
    }
  | { readonly kind: 'each'; readonly name: Ref; readonly array: Ref; readonly body: Stmt }
  | { readonly kind: 'delete'; readonly ref: Ref; readonly subs: readonly Expr[] | null }
  | { readonly kind: 'exit' | 'return'; readonly value: Expr | null }
  | { readonly kind: 'next' | 'nextfile' | 'break' | 'continue' }

/** A user's function; `body` is null as long as only calls were read. */
export interface Callee {
  readonly name: string
  parameters: readonly string[]
  body: Stmt | null
}

export interface Rule {
  /** Null: always. */
  readonly pattern: Expr | null
  /** Of a range. */
  readonly until: Expr | null
  /** Null: prints the record. */
  readonly body: Stmt | null
}

export interface AwkProgram {
  readonly begin: readonly Stmt[]
  readonly end: readonly Stmt[]
  readonly hasEnd: boolean
  readonly rules: readonly Rule[]
  readonly globals: ReadonlyMap<string, Cell>
}
