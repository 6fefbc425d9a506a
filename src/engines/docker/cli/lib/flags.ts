// Options as Go's pflag reads them. Ref: spf13/pflag flag.go
import { checkValue, TRUE } from './values.ts'

export type FlagType =
  | 'bool'
  | 'string'
  | 'list'
  | 'map'
  | 'strings'
  | 'stringArray'
  | 'int'
  | 'uint'
  | 'uint16'
  | 'uint32'
  | 'float'
  | 'decimal'
  | 'duration'
  | 'bytes'
  | 'filter'
  | 'network'
  | 'mount'
  | 'ulimit'
  | 'gpu-request'
  | 'ipNetSlice'
  | 'node-addr'
  | 'external-ca'
  | 'pem-file'
  | 'config'
  | 'credential-spec'
  | 'secret'
  | 'scale'
  | 'port'
  | 'pref'
  | 'command'

export interface Flag {
  readonly name: string
  readonly short?: string
  readonly type: FlagType
  /** With its default as the usage shows it. */
  readonly usage: string
  readonly hidden?: true
  /** Another name of the flag called so. */
  readonly alias?: string
  /** What is wrong with a value. */
  readonly check?: (value: string) => string | null
  /** Docker has it and vethlab does not: refused in words. */
  readonly refused?: true
}

export class ParsedFlags {
  readonly #values = new Map<string, string[]>()

  add(name: string, value: string): void {
    const values = this.#values.get(name)
    if (values) values.push(value)
    else this.#values.set(name, [value])
  }

  /** pflag's Changed. */
  has(name: string): boolean {
    return this.#values.has(name)
  }

  bool(name: string, fallback = false): boolean {
    const value = this.#values.get(name)?.at(-1)
    return value === undefined ? fallback : TRUE.has(value)
  }

  string(name: string, fallback = ''): string {
    return this.#values.get(name)?.at(-1) ?? fallback
  }

  int(name: string, fallback = 0): number {
    const value = this.#values.get(name)?.at(-1)
    return value === undefined ? fallback : Number(value)
  }

  list(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }

  /** A comma-separated flag that may be repeated. */
  strings(name: string): readonly string[] {
    return this.list(name).flatMap((value) => (value === '' ? [] : value.split(',')))
  }

  /** `key=value` flags, the last of a key counts. */
  map(name: string): Record<string, string> {
    return Object.fromEntries(
      this.list(name).map((item) => {
        const at = item.indexOf('=')
        return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)]
      }),
    )
  }

  get names(): Iterable<string> {
    return this.#values.keys()
  }
}

export type FlagOutcome =
  | { readonly error: string }
  | {
      readonly error: null
      readonly flags: ParsedFlags
      readonly args: readonly string[]
      readonly help: boolean
    }

/** `interspersed`: options may stand behind arguments. */
export function parseFlags(
  known: readonly Flag[],
  words: readonly string[],
  interspersed: boolean,
): FlagOutcome {
  const flags = new ParsedFlags()
  const args: string[] = []
  let help = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--') {
      args.push(...words.slice(i + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      args.push(word)
      if (interspersed) continue
      args.push(...words.slice(i + 1))
      break
    }
    const taken = word.startsWith('--') ? long(known, words, i) : shorts(known, words, i)
    if ('error' in taken) return { error: taken.error }
    for (const [flag, value] of taken.set) {
      if (flag === HELP) {
        help = true
        continue
      }
      const complaint = flag.check?.(value) ?? checkValue(flag.type, value)
      if (complaint !== null) {
        const name = flag.short === undefined ? `--${flag.name}` : `-${flag.short}, --${flag.name}`
        return { error: `invalid argument ${quoted(value)} for "${name}" flag: ${complaint}` }
      }
      flags.add(flag.alias ?? flag.name, value)
    }
    i = taken.last
    if (help) break
  }
  return { error: null, flags, args, help }
}

const HELP: Flag = { name: 'help', type: 'bool', usage: 'Print usage' }

type Taken = { readonly error: string } | { readonly set: (readonly [Flag, string])[]; readonly last: number }

function long(known: readonly Flag[], words: readonly string[], at: number): Taken {
  const body = (words[at] ?? '').slice(2)
  const equals = body.indexOf('=')
  const name = equals < 0 ? body : body.slice(0, equals)
  if (name === '' || name.startsWith('-')) return { error: `bad flag syntax: ${words[at] ?? ''}` }
  const flag = name === 'help' ? HELP : known.find((candidate) => candidate.name === name)
  if (!flag) return { error: `unknown flag: --${name}` }
  if (equals >= 0) return { set: [[flag, body.slice(equals + 1)]], last: at }
  if (flag.type === 'bool') return { set: [[flag, 'true']], last: at }
  const value = words[at + 1]
  if (value === undefined) return { error: `flag needs an argument: --${name}` }
  return { set: [[flag, value]], last: at + 1 }
}

function shorts(known: readonly Flag[], words: readonly string[], at: number): Taken {
  const word = words[at] ?? ''
  const set: (readonly [Flag, string])[] = []
  for (let rest = word.slice(1); rest !== '';) {
    const c = rest[0] ?? ''
    const flag = known.find((candidate) => candidate.short === c) ?? (c === 'h' ? HELP : undefined)
    if (!flag) return { error: `unknown shorthand flag: '${c}' in -${rest}` }
    rest = rest.slice(1)
    if (rest.startsWith('=') && (rest.length > 1 || flag.type !== 'bool')) {
      set.push([flag, rest.slice(1)])
      return { set, last: at }
    }
    if (flag.type === 'bool') {
      set.push([flag, 'true'])
      continue
    }
    if (rest !== '') {
      set.push([flag, rest])
      return { set, last: at }
    }
    const value = words[at + 1]
    if (value === undefined) return { error: `flag needs an argument: '${c}' in ${`-${c}`}` }
    set.push([flag, value])
    return { set, last: at + 1 }
  }
  return { set, last: at }
}

/** Go's %q. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}
