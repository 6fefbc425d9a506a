// A shell's variables: scalars, indexed and associative arrays, their attributes, and the frames of `local`.

export class Variable {
  /** Null: declared, but not set. */
  value: string | null = null
  /** Indexed array, with holes where nothing was set; null when it is no array. */
  list: string[] | null = null
  /** Associative array; null when it is none. */
  map: Map<string, string> | null = null
  exported = false
  readonly = false
  integer = false
  /** `declare -u`, `-l`. */
  transform: 'upper' | 'lower' | null = null
  nameref = false
  /** `$RANDOM` and its like: worked out whenever it is read. */
  compute: (() => string) | null = null
  /** `${PIPESTATUS[@]}` and its like. */
  computeList: (() => readonly string[]) | null = null

  /** What `$name` gives: of an array its element 0. */
  scalar(): string | null {
    if (this.compute) return this.compute()
    if (this.computeList) return this.computeList()[0] ?? null
    if (this.list) return this.list[0] ?? null
    if (this.map) return this.map.get('0') ?? null
    return this.value
  }

  elements(): string[] {
    if (this.computeList) return [...this.computeList()]
    if (this.list) return this.list.filter(() => true)
    if (this.map) return [...this.map.values()]
    const value = this.scalar()
    return value === null ? [] : [value]
  }

  keys(): string[] {
    if (this.computeList) return this.computeList().map((_, i) => String(i))
    if (this.list) return Object.keys(this.list)
    if (this.map) return [...this.map.keys()]
    return this.scalar() === null ? [] : ['0']
  }

  /** By index; a negative one counts from the end. Null when there is nothing there. */
  at(index: number): string | null {
    const list = this.computeList ? this.computeList() : this.list
    if (!list) return index === 0 || index === -1 ? this.scalar() : null
    return list[index < 0 ? index + list.length : index] ?? null
  }

  get isArray(): boolean {
    return this.list !== null || this.map !== null || this.computeList !== null
  }

  get isSet(): boolean {
    return this.isArray ? this.keys().length > 0 : this.scalar() !== null
  }

  clone(): Variable {
    const copy = new Variable()
    copy.value = this.value
    copy.list = this.list && this.list.slice()
    copy.map = this.map && new Map(this.map)
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

export class Variables {
  readonly table = new Map<string, Variable>()
  readonly #frames: Frame[] = []
  /** The process's environment: kept equal to the exported variables. */
  env: Map<string, string>
  /** Told whenever a variable of this name has changed. */
  readonly watchers = new Map<string, () => void>()

  constructor(env: Map<string, string>) {
    this.env = env
  }

  /** The variable a name stands for, through name references. */
  find(name: string): Variable | undefined {
    const found = this.table.get(name)
    return found?.nameref ? this.table.get(this.resolve(name)) : found
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

  /** The variable, made when it was not there. */
  ensure(name: string): Variable {
    const real = this.resolve(name)
    let found = this.table.get(real)
    if (!found) {
      found = new Variable()
      this.table.set(real, found)
    }
    return found
  }

  /** Sets a scalar without asking for attributes: for what the shell itself keeps ($PWD, $OPTIND, $_). */
  put(name: string, value: string): void {
    const variable = this.ensure(name)
    if (variable.list) variable.list[0] = value
    else if (variable.map) variable.map.set('0', value)
    else variable.value = value
    variable.compute = null
    this.changed(name, variable)
  }

  /** To be called after any change of a variable. */
  changed(name: string, variable: Variable | undefined): void {
    const value = variable?.exported && !variable.isArray ? variable.scalar() : null
    if (value !== null) this.env.set(name, value)
    else if (this.env.has(name)) this.env.delete(name)
    this.watchers.get(name)?.()
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

  /** A fresh variable of this name until the innermost frame ends. */
  local(name: string): Variable {
    const frame = this.#frames.at(-1)
    const old = this.table.get(name)
    if (frame?.has(name) && old) return old
    if (frame && !frame.has(name)) frame.set(name, old ?? null)
    const fresh = new Variable()
    this.table.set(name, fresh)
    this.changed(name, fresh)
    return fresh
  }

  /** A copy for a forked shell; computed variables are left to the caller. */
  copyTo(target: Variables): void {
    for (const [name, variable] of this.table) {
      if (variable.compute || variable.computeList) continue
      target.table.set(name, variable.clone())
    }
  }
}

/** Byte order, as in the C.UTF-8 locale: by code point. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function isName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)
}
