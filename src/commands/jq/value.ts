// JSON values as jq 1.6 orders, names and prints them. Ref: jq src/jv.c, jv_aux.c, jv_print.c, jv_dtoa.c:jvp_dtoa_fmt()

export interface JsonObject {
  readonly [key: string]: Json
}
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** There is no room for what a filter would keep. */
export class MemoryExhausted extends Error {}

/** An error that a filter can catch: its value, most often a text. */
export class JqError extends Error {
  readonly value: Json
  constructor(value: Json) {
    super('jq')
    this.value = value
  }
}

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'

export function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isArray(value)
}

export function kindOf(value: Json): Kind {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  const type = typeof value
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'object'
}

export function isTrue(value: Json): boolean {
  return value !== null && value !== false
}

/** An object without a prototype, so that no key means anything. */
export function makeObject(entries: Iterable<readonly [string, Json]> = []): Record<string, Json> {
  const made = Object.create(null) as Record<string, Json>
  for (const [key, value] of entries) made[key] = value
  return made
}

/** By code point, as memcmp(3) of UTF-8 orders. */
export function compareStrings(a: string, b: string): number {
  const left = Array.from(a)
  const right = Array.from(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const by = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (by !== 0) return by
  }
  return left.length - right.length
}

export function sortedKeys(object: JsonObject): string[] {
  return Object.keys(object).sort(compareStrings)
}

const ORDER: readonly Kind[] = ['null', 'boolean', 'number', 'string', 'array', 'object']

/** Ref: jv_cmp() */
export function compare(a: Json, b: Json): number {
  const by = ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b))
  if (by !== 0) return by
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  // Not a number is below every number, itself included.
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) || a < b ? -1 : a === b ? 0 : 1
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  if (a === null || b === null) return 0
  if (isArray(a) && isArray(b)) return compareLists(a, b)
  if (!isObject(a) || !isObject(b)) return 0
  const keys = sortedKeys(a)
  const differ = compareLists(keys, sortedKeys(b))
  if (differ !== 0) return differ
  for (const key of keys) {
    const one = compare(a[key] ?? null, b[key] ?? null)
    if (one !== 0) return one
  }
  return 0
}

function compareLists(a: readonly Json[], b: readonly Json[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const by = compare(a[i] ?? null, b[i] ?? null)
    if (by !== 0) return by
  }
  return a.length - b.length
}

/** The shortest digits that read back, with an exponent where they would be many. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'null'
  if (!Number.isFinite(value)) return value > 0 ? '1.7976931348623157e+308' : '-1.7976931348623157e+308'
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1
  const sign = value < 0 ? '-' : ''
  if (point <= -4 || point > digits.length + 15) {
    const power = String(Math.abs(point - 1)).padStart(2, '0')
    const tail = digits.length > 1 ? `.${digits.slice(1)}` : ''
    return `${sign}${digits[0] ?? ''}${tail}e${point - 1 < 0 ? '-' : '+'}${power}`
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits.padEnd(point, '0')
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
}

function unicode(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}

export function formatString(text: string, ascii: boolean): string {
  let out = '"'
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    const code = text.charCodeAt(i)
    out += ESCAPES[c] ?? (code < 32 || code === 127 || (ascii && code > 126) ? unicode(code) : c)
  }
  return `${out}"`
}

export interface Format {
  /** What one level of indentation is; null: on one line. */
  readonly indent: string | null
  readonly sort: boolean
  readonly ascii: boolean
  readonly color: boolean
}

const COMPACT: Format = { indent: null, sort: false, ascii: false, color: false }

const COLORS: Readonly<Record<Kind, string>> = {
  null: '\x1b[1;30m',
  boolean: '\x1b[0;39m',
  number: '\x1b[0;39m',
  string: '\x1b[0;32m',
  array: '\x1b[1;39m',
  object: '\x1b[1;39m',
}
const RESET = '\x1b[0m'
const FIELD = '\x1b[34;1m'

/** On one line, as `tojson` and messages have it. */
export function dump(value: Json): string {
  return format(value, COMPACT)
}

export function format(value: Json, how: Format, depth = 0): string {
  const color = how.color ? COLORS[kindOf(value)] : ''
  const reset = how.color ? RESET : ''
  if (isArray(value) || isObject(value)) return color + container(value, how, depth, color, reset)
  const text =
    typeof value === 'string'
      ? formatString(value, how.ascii)
      : typeof value === 'number'
        ? formatNumber(value)
        : String(value)
  return color + text + reset
}

function container(
  value: readonly Json[] | JsonObject,
  how: Format,
  depth: number,
  color: string,
  reset: string,
): string {
  const [open, close] = isArray(value) ? '[]' : '{}'
  const items = isArray(value)
    ? value.map((item) => format(item, how, depth + 1))
    : (how.sort ? sortedKeys(value) : Object.keys(value)).map((key) => member(key, value, how, depth, color))
  if (items.length === 0) return `${open}${close}${reset}`
  const line = how.indent === null ? '' : `\n${how.indent.repeat(depth + 1)}`
  const end = how.indent === null ? '' : `\n${how.indent.repeat(depth)}`
  const comma = `${color},${line}`
  const first = isArray(value) ? `${open}${line}` : `${open}${line}${reset}`
  const body = isArray(value) ? items.join(comma) : items.join(`${comma}${reset}`)
  return `${first}${body}${color}${end}${color}${close}${reset}`
}

function member(key: string, value: JsonObject, how: Format, depth: number, color: string): string {
  const name = formatString(key, how.ascii)
  const space = how.indent === null ? '' : ' '
  const shown = format(value[key] ?? null, how, depth + 1)
  if (!how.color) return `${name}:${space}${shown}`
  return `${FIELD}${name}${RESET}${color}:${space}${RESET}${shown}`
}
