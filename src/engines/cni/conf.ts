// A configuration read member by member as Go's encoding/json fills a structure: names match whatever their case, what
// is absent or null is the zero value, and what is of another kind is refused in Go's words.
import { isObject, kindOf } from './gojson.ts'

export class Conf {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #struct: string
  readonly #path: string
  readonly #fail: (message: string) => never

  /** `struct`: the name of the Go type. `fail` says it with the words that the plugin puts before. */
  constructor(
    values: Readonly<Record<string, unknown>>,
    struct: string,
    fail: (message: string) => never,
    path: string = '',
  ) {
    this.#values = values
    this.#struct = struct
    this.#path = path
    this.#fail = fail
  }

  /** What it is, whatever its kind; undefined when absent or null. */
  raw(key: string): unknown {
    if (key in this.#values) return this.#values[key] ?? undefined
    const lower = key.toLowerCase()
    const found = Object.keys(this.#values).find((name) => name.toLowerCase() === lower)
    return found === undefined ? undefined : (this.#values[found] ?? undefined)
  }

  bool(key: string): boolean {
    return this.boolOr(key) ?? false
  }

  boolOr(key: string): boolean | null {
    const value = this.raw(key)
    if (value === undefined) return null
    return typeof value === 'boolean' ? value : this.#mismatch(key, value, 'bool')
  }

  int(key: string): number {
    return this.intOr(key) ?? 0
  }

  intOr(key: string): number | null {
    const value = this.raw(key)
    if (value === undefined) return null
    if (typeof value !== 'number') return this.#mismatch(key, value, 'int')
    return Number.isInteger(value) ? value : this.#refuse(`number ${value}`, key, 'int')
  }

  string(key: string): string {
    const value = this.raw(key)
    if (value === undefined) return ''
    return typeof value === 'string' ? value : this.#mismatch(key, value, 'string')
  }

  strings(key: string): readonly string[] | null {
    const items = this.list(key, 'string')
    if (!items) return null
    return items.map((item) => (typeof item === 'string' ? item : this.#mismatch(key, item, 'string')))
  }

  list(key: string, element: string): readonly unknown[] | null {
    const value = this.raw(key)
    if (value === undefined) return null
    return Array.isArray(value) ? value : this.#mismatch(key, value, `[]${element}`)
  }

  objects(key: string, struct: string): readonly Conf[] {
    const items = this.list(key, struct) ?? []
    return items.map((item) => {
      if (!isObject(item)) return this.#mismatch(key, item, struct)
      return new Conf(item, struct.replace(/^.*\./, ''), this.#fail, `${this.#path}${key}.`)
    })
  }

  object(key: string, struct: string): Conf | null {
    const value = this.raw(key)
    if (value === undefined) return null
    if (!isObject(value)) return this.#mismatch(key, value, struct)
    return new Conf(value, struct.replace(/^.*\./, ''), this.#fail, `${this.#path}${key}.`)
  }

  fail(message: string): never {
    return this.#fail(message)
  }

  #mismatch(key: string, value: unknown, type: string): never {
    return this.#refuse(kindOf(value), key, type)
  }

  #refuse(what: string, key: string, type: string): never {
    const field = `${this.#struct}.${this.#path}${key}`
    return this.#fail(`json: cannot unmarshal ${what} into Go struct field ${field} of type ${type}`)
  }
}
