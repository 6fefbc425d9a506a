// A shell's variables: scalars, indexed and associative arrays, their attributes, and the frames of `local`.
import { inBashOrder } from './assoc.ts'

export class Variable {
  /** Null: declared, but not set. */
  value: string | null = null
  /** Indexed array, with holes where nothing was set; null when it is no array. */
  list: string[] | null = null
  /** Associative array; null when it is none. */
  map: Map<string, string> | null = null
  /** An array that has been given a value, be it none. */
  assigned = false
  exported = false
  readonly = false
  integer = false
  /** `declare -u`, `-l`. */
  transform: 'upper' | 'lower' | null = null
  nameref = false
  /** `$RANDOM` and its like: worked out whenever it is read. See dynamic.ts. */
  dynamic = false
  /** Which shell may change it; another one, which got it by a fork, makes a copy first. */
  owner: object | null = null

  /** What `$name` gives: of an array its element 0. */
  scalar(): string | null {
    if (this.list) return this.list[0] ?? null
    if (this.map) return this.map.get('0') ?? null
    return this.value
  }

  elements(): string[] {
    if (this.list) return this.list.filter(() => true)
    if (this.map) return inBashOrder(this.map).map(([, value]) => value)
    const value = this.scalar()
    return value === null ? [] : [value]
  }

  keys(): string[] {
    if (this.list) return Object.keys(this.list)
    if (this.map) return inBashOrder(this.map).map(([key]) => key)
    return this.scalar() === null ? [] : ['0']
  }

  /** By index; a negative one counts from the end. Null when there is nothing there. */
  at(index: number): string | null {
    const { list } = this
    if (!list) return index === 0 || index === -1 ? this.scalar() : null
    return list[index < 0 ? index + list.length : index] ?? null
  }

  get isArray(): boolean {
    return this.list !== null || this.map !== null
  }

  get isSet(): boolean {
    if (this.map) return this.map.size > 0
    return this.list ? this.keys().length > 0 : this.scalar() !== null
  }

  clone(): Variable {
    const copy = new Variable()
    copy.value = this.value
    copy.list = this.list && this.list.slice()
    copy.map = this.map && new Map(this.map)
    copy.assigned = this.assigned
    copy.copyAttributes(this)
    return copy
  }

  copyAttributes(from: Variable): void {
    this.exported = from.exported
    this.readonly = from.readonly
    this.integer = from.integer
    this.transform = from.transform
    this.nameref = from.nameref
  }
}

/** What `local` or a command's own assignments hid: null where there was nothing. */
type Frame = Map<string, Variable | null>

/** What a dynamic variable is worth now. */
export type Computed = string | readonly string[]

export class Variables {
  table = new Map<string, Variable>()
  #frames: Frame[] = []
  /** The process's environment: kept equal to the exported variables. */
  env: Map<string, string>
  /** Whose variables these are; a new one after each fork, so that what is shared is copied before it changes. */
  #token: object = {}
  /** What a dynamic variable is worth, and what a change of some variable means to the shell. */
  compute: (name: string) => Computed = () => ''
  onChange: (name: string, variable: Variable | undefined) => void = () => {}

  constructor(env: Map<string, string>) {
    this.env = env
  }

  /** The variable a name stands for, through name references. To be read, not changed. */
  find(name: string): Variable | undefined {
    const found = this.table.get(name)
    if (found?.nameref) return this.peek(this.resolve(name))
    return found?.dynamic ? this.#worth(name) : found
  }

  /** The variable of this very name. To be read, not changed. */
  peek(name: string): Variable | undefined {
    const found = this.table.get(name)
    return found?.dynamic ? this.#worth(name) : found
  }

  #worth(name: string): Variable {
    const worth = this.compute(name)
    const variable = new Variable()
    if (typeof worth === 'string') variable.value = worth
    else variable.list = [...worth]
    return variable
  }

  /** Where a chain of name references ends. */
  resolve(name: string): string {
    let at = name
    for (let i = 0; i < 8; i++) {
      const found = this.table.get(at)
      if (!found?.nameref || !found.value) return at
      at = found.value
    }
    return at
  }

  get(name: string): string | null {
    return this.find(name)?.scalar() ?? null
  }

  /** The variable, to be changed; made when it was not there. */
  ensure(name: string): Variable {
    return this.own(this.resolve(name))
  }

  /** The variable of this very name, to be changed. */
  own(name: string): Variable {
    const found = this.table.get(name)
    if (found && !found.dynamic && found.owner === this.#token) return found
    const mine = found && !found.dynamic ? found.clone() : new Variable()
    mine.owner = this.#token
    this.table.set(name, mine)
    return mine
  }

  /** Sets a scalar without asking for attributes: for what the shell itself keeps ($PWD, $OPTIND, $_). */
  put(name: string, value: string): void {
    const variable = this.ensure(name)
    if (variable.list) variable.list[0] = value
    else if (variable.map) variable.map.set('0', value)
    else variable.value = value
    this.changed(name, variable)
  }

  /** To be called after any change of a variable. */
  changed(name: string, variable: Variable | undefined): void {
    const value = variable?.exported && !variable.isArray ? variable.scalar() : null
    if (value !== null) this.env.set(name, value)
    else if (this.env.has(name)) this.env.delete(name)
    this.onChange(name, variable)
  }

  delete(name: string): void {
    this.table.delete(name)
    this.changed(name, undefined)
  }

  names(): string[] {
    return [...this.table.keys()].sort(byBytes)
  }

  // ---- frames

  get depth(): number {
    return this.#frames.length
  }

  push(): void {
    this.#frames.push(new Map())
  }

  pop(): void {
    for (const [name, old] of this.#frames.pop() ?? []) {
      if (old) this.table.set(name, old)
      else this.table.delete(name)
      this.changed(name, old ?? undefined)
    }
  }

  /** Those that the innermost frame has made. */
  localNames(): string[] {
    return [...(this.#frames.at(-1)?.keys() ?? [])].sort(byBytes)
  }

  /** A fresh variable of this name until the innermost frame ends. */
  local(name: string): Variable {
    const frame = this.#frames.at(-1)
    const old = this.table.get(name)
    if (frame?.has(name) && old) return this.own(name)
    if (frame && !frame.has(name)) frame.set(name, old ?? null)
    const fresh = new Variable()
    fresh.owner = this.#token
    this.table.set(name, fresh)
    this.changed(name, fresh)
    return fresh
  }

  /** What a forked shell starts with. Variables are shared until one side changes them. */
  fork(): Variables {
    const copy = new Variables(this.env)
    copy.table = new Map(this.table)
    if (this.depth > 0) copy.push()
    this.#token = {}
    return copy
  }
}

/** Byte order, as in the C.UTF-8 locale: by code point. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)
}
