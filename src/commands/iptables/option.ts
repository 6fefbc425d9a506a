// Options of extensions and their values, with the complaints that all extensions share
// (Ref: libxtables/xtoptions.c:xtables_option_parse()).
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'
import { decodeUtf8, encodeUtf8 } from '../../wire/utf8.ts'
import type { Range } from '../../uapi/xt_match.ts'
import { parseHost, parseNetwork, type Network } from './address.ts'
import { parseUnsigned, readUnsigned } from './numbers.ts'
import type { Xtables } from './xtables.ts'

export interface ExtensionOption {
  readonly name: string
  /** Another spelling of that option. */
  readonly of?: string
  readonly argument: boolean
  readonly mandatory?: boolean
  readonly invert?: boolean
  readonly multi?: boolean
  /** Options that have to come along. */
  readonly also?: readonly string[]
  /** Options that must not. */
  readonly excludes?: readonly string[]
  /** It is read as before xtables knew such tables: complaints are the extension's own. */
  readonly bare?: boolean
  /** Real iptables has it, vethlab has not. */
  readonly absent?: boolean
}

/** What one option of an extension was given. */
export class Given {
  constructor(
    readonly x: Xtables,
    readonly extension: string,
    readonly option: ExtensionOption,
    readonly value: string,
    readonly invert: boolean,
    /** Takes the next word of the command line when it is there and neither an option nor `!`. */
    readonly nextWord: () => string | null,
  ) {}

  /** Name of the option, whichever way it was spelt. */
  get id(): string {
    return this.option.of ?? this.option.name
  }

  problem(message: string): never {
    return this.x.problem(message)
  }

  /** `NAME: … option "--foo" …`, with the empty line that such complaints end in. */
  complain(before: string, after: string): never {
    return this.problem(`${this.extension}: ${before} "--${this.option.name}"${after}\n`)
  }

  uint(max = 0xffffffff, min = 0): number {
    const value = parseUnsigned(this.value, max, min)
    return value ?? this.complain('bad value for option', `, or out of range (${min}-${max}).`)
  }

  /** `N` or `N:M`, either of which may be left out. */
  range(max: number, separator = ':'): Range {
    const list = this.list(max, separator)
    const [min = 0, top = min] = list
    return { min, max: top }
  }

  list(max: number, separator: string, most = 2): readonly number[] {
    const values: number[] = []
    let rest = this.value
    for (;;) {
      if (values.length >= most) return this.#tooMany(most)
      if (rest === '' || rest.startsWith(separator)) {
        values.push(values.length === 1 ? max : 0)
      } else {
        const read = readUnsigned(rest)
        if (read === null || read.value > max) {
          return this.complain('bad value for option', ` near "${rest}", or out of range (0-${max}).`)
        }
        if (read.rest !== '' && !read.rest.startsWith(separator)) {
          return this.problem(
            `${this.extension}: Argument to "--${this.option.name}" has unexpected characters near "${read.rest}".\n`,
          )
        }
        values.push(read.value)
        rest = read.rest
      }
      if (rest === '') return values
      rest = rest.slice(1)
    }
  }

  #tooMany(most: number): never {
    return this.problem(
      `${this.extension}: Too many components for option "--${this.option.of ?? this.option.name}" (max: ${most})\n`,
    )
  }

  /** `VALUE[/MASK]` */
  markMask(): { readonly mark: number; readonly mask: number } {
    const mark = readUnsigned(this.value)
    const bad = (): never => this.complain('bad integer value for option', ', or out of range.')
    if (mark === null || mark.value > 0xffffffff) return bad()
    if (mark.rest === '') return { mark: mark.value, mask: 0xffffffff }
    if (!mark.rest.startsWith('/')) return this.complain('trailing garbage after value for option', '.')
    const mask = readUnsigned(mark.rest.slice(1))
    if (mask === null || mask.value > 0xffffffff) return bad()
    if (mask.rest !== '') return this.complain('trailing garbage after value for option', '.')
    return { mark: mark.value, mask: mask.value }
  }

  /** A port by number or by name; names as any of TCP, UDP, SCTP, DCCP has them. */
  port(text = this.value): number {
    const number = parseUnsigned(text, 0xffffffff)
    if (number !== null) return number & 0xffff
    const port = this.x.names.port(text, null)
    return port ?? this.problem(`Port "${text}" does not resolve to anything.\n`)
  }

  ports(): Range {
    const { value } = this
    const colon = value.indexOf(':')
    if (value.includes(':', colon + 1) && colon >= 0) return this.#tooMany(2)
    if (colon < 0) {
      const port = this.port()
      return { min: port, max: port }
    }
    const [low, high] = [value.slice(0, colon), value.slice(colon + 1)]
    return { min: low === '' ? 0 : this.port(low), max: high === '' ? 65535 : this.port(high) }
  }

  /** One address, by number or by name. */
  host(text = this.value): Inet | Inet6 {
    return parseHost(this.x, text)
  }

  network(): Network {
    return parseNetwork(this.x, this.value)
  }

  /** Text cut to that many octets, the zero at its end counted. */
  octets(size: number): string {
    const { value } = this
    const octets = encodeUtf8(value)
    return octets.length < size ? value : decodeUtf8(octets.subarray(0, size - 1))
  }
}

/** What is checked of every option before it is read. */
export function checkGiven(given: Given, before: ReadonlySet<string>): void {
  const { option } = given
  if (option.absent) given.x.unsupported(`--${option.name} of ${given.extension}`)
  if (option.bare) return
  const { problem } = { problem: (what: string) => given.complain('option', ` ${what}.`) }
  if (!option.multi && before.has(given.id)) problem('can only be used once')
  if (given.invert && !option.invert) problem('cannot be inverted')
}

/** Ref: xtables_options_fcheck() */
export function checkOptions(
  x: Xtables,
  extension: string,
  options: readonly ExtensionOption[],
  given: ReadonlySet<string>,
): void {
  for (const option of options) {
    if (option.of !== undefined) continue
    if (option.mandatory && !given.has(option.name)) {
      x.problem(`${extension}: option "--${option.name}" must be specified\n`)
    }
    if (!given.has(option.name)) continue
    for (const other of options) {
      if (other.of !== undefined || other === option) continue
      const has = given.has(other.name)
      if (!has && option.also?.includes(other.name)) {
        x.problem(`${extension}: option "--${option.name}" also requires "--${other.name}".\n`)
      }
      if (has && option.excludes?.includes(other.name)) {
        x.problem(`${extension}: option "--${option.name}" cannot be used together with "--${other.name}".\n`)
      }
    }
  }
}
