// Which names are variables, arrays, parameters and functions, as far as the program was read. Ref: mawk parse.y
import { Cell, type Callee, type Expr, type Ref } from './ast.ts'
import type { Lexer } from './lexer.ts'

type Use = 'variable' | 'array'

export class Scope {
  readonly globals = new Map<string, Cell>()
  readonly functions = new Map<string, Callee>()
  readonly #uses = new Map<string, Use>()
  #localUses = new Map<string, Use>()
  readonly #parameterUses = new Map<Callee, ReadonlyMap<string, Use>>()
  #parameters: readonly string[] = []
  readonly #lexer: Lexer
  readonly #complain: (message: string) => void

  constructor(lexer: Lexer, complain: (message: string) => void) {
    this.#lexer = lexer
    this.#complain = complain
    for (const name of VARIABLES) this.#declare(name, 'variable')
    for (const name of ARRAYS) this.#declare(name, 'array')
  }

  #declare(name: string, use: Use): void {
    this.globals.set(name, new Cell())
    this.#uses.set(name, use)
    this.#lexer.variables.add(name)
  }

  enter(parameters: readonly string[]): void {
    this.#parameters = parameters
    this.#localUses = new Map()
  }

  /** `callee` is the function that was read. */
  leave(callee: Callee | null): void {
    if (callee) this.#parameterUses.set(callee, this.#localUses)
    this.#parameters = []
    this.#localUses = new Map()
  }

  /** Whether an argument is what the function takes it for, as far as both are known. */
  fits(callee: Callee, i: number, arg: Expr): boolean {
    const use = this.#parameterUses.get(callee)?.get(callee.parameters[i] ?? '')
    if (use === undefined) return true
    if (arg.kind !== 'get' || arg.target.kind !== 'var') return use !== 'array'
    const { ref } = arg.target
    const given = ref.local ? undefined : this.#uses.get(ref.name)
    return given === undefined || given === use
  }

  isLocal(name: string): boolean {
    return this.#parameters.includes(name)
  }

  /** Null: it is handed on as it is, and what it is shows later. */
  ref(name: string, use: Use | null): Ref {
    const index = this.#parameters.indexOf(name)
    const uses = index >= 0 ? this.#localUses : this.#uses
    const known = uses.get(name)
    if (use !== null && known !== undefined && known !== use) {
      this.#complain(`illegal reference to ${index >= 0 ? 'local ' : ''}${known} ${name}`)
    } else if (use !== null) uses.set(name, use)
    if (index >= 0) return { local: true, name, index }
    let cell = this.globals.get(name)
    if (!cell) {
      cell = new Cell()
      this.globals.set(name, cell)
    }
    // From now on a `(` after it does not make it a function.
    if (use !== null) this.#lexer.variables.add(name)
    return { local: false, name, cell }
  }

  isArray(name: string): boolean {
    return (this.isLocal(name) ? this.#localUses : this.#uses).get(name) === 'array'
  }

  callee(name: string): Callee {
    let callee = this.functions.get(name)
    if (!callee) {
      callee = { name, parameters: [], body: null }
      this.functions.set(name, callee)
      this.#lexer.functions.add(name)
    }
    return callee
  }
}

const VARIABLES = 'NR FNR NF FS OFS RS ORS OFMT CONVFMT SUBSEP RSTART RLENGTH FILENAME ARGC'.split(' ')
const ARRAYS = ['ARGV', 'ENVIRON']
