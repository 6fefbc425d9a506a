// $0 and its fields: split when they are first asked for, joined when $0 is asked for after one was assigned.
// Ref: mawk field.c
import { AwkRegex } from './regex.ts'
import { toText } from './format.ts'
import { fromOutside, toNumber, type Value } from './value.ts'

/** How a text is split: at blanks, into octets, at one octet, at matches. */
export type Separator = { readonly kind: 'blanks' | 'octets' } | { readonly at: string } | AwkRegex

export const BLANKS: Separator = { kind: 'blanks' }

/** What stands for itself in FS and in the last argument of split. */
export function plainSeparator(text: string): Separator | null {
  if (text === ' ') return BLANKS
  if (text === '') return { kind: 'octets' }
  return text.length === 1 ? { at: text } : null
}

export function splitText(text: string, separator: Separator): readonly string[] {
  if (text === '') return []
  if (separator instanceof AwkRegex) return splitAt(text, separator)
  if ('at' in separator) return text.split(separator.at)
  if (separator.kind === 'octets') return text.split('')
  return text.split(/[ \t\n]+/).filter((part) => part !== '')
}

function splitAt(text: string, regex: AwkRegex): readonly string[] {
  const parts: string[] = []
  let from = 0
  let search = 0
  while (search <= text.length) {
    const found = regex.find(text, search)
    if (!found) break
    if (found.end === found.start) {
      search = found.end + 1
      continue
    }
    parts.push(text.slice(from, found.start))
    from = found.end
    search = found.end
  }
  parts.push(text.slice(from))
  return parts
}

export interface RecordSettings {
  separator(): Separator
  /** OFS */
  joint(): string
  /** CONVFMT */
  format(): string
}

export class Record {
  readonly #settings: RecordSettings
  /** Null: to be joined from the fields. */
  #whole: Value = null
  #joined = true
  /** Null: to be split from the whole. */
  #fields: Value[] | null = []

  constructor(settings: RecordSettings) {
    this.#settings = settings
  }

  set(text: Value): void {
    const format = this.#settings.format()
    this.#whole = typeof text === 'string' ? fromOutside(text) : text
    if (typeof text === 'number') this.#whole = fromOutside(toText(text, format))
    this.#joined = true
    this.#fields = null
  }

  get whole(): Value {
    if (!this.#joined) {
      const format = this.#settings.format()
      const parts = (this.#fields ?? []).map((field) => toText(field, format))
      this.#whole = fromOutside(parts.join(this.#settings.joint()))
      this.#joined = true
    }
    return this.#whole
  }

  /** Splits now what would be split later: FS is about to change. */
  split(): Value[] {
    this.#fields ??= splitText(toText(this.#whole, this.#settings.format()), this.#settings.separator()).map(
      fromOutside,
    )
    return this.#fields
  }

  field(index: number): Value {
    return index === 0 ? this.whole : (this.split()[index - 1] ?? null)
  }

  setField(index: number, value: Value): void {
    if (index === 0) {
      this.set(value)
      return
    }
    const fields = this.split()
    while (fields.length < index) fields.push('')
    fields[index - 1] = value
    this.#joined = false
  }

  get count(): number {
    return this.split().length
  }

  setCount(value: Value): void {
    const fields = this.split()
    const count = Math.min(Math.max(0, Math.trunc(toNumber(value))), 1_000_000)
    fields.length = Math.min(fields.length, count)
    while (fields.length < count) fields.push('')
    this.#joined = false
  }
}
