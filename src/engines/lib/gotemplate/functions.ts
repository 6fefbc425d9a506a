// The functions every Go template has. Ref: text/template/funcs.go
import { formatValue, sprintf } from './format.ts'
import { isStruct, isTrue, typeName, zeroOf, type GoMap, type GoValue } from './value.ts'

/** May throw FunctionError: `error calling NAME: …`. */
export type TemplateFunction = (...args: GoValue[]) => GoValue

export class FunctionError extends Error {}

/** An argument is of the wrong type: the complaint names where it stands. */
export class ArgumentError extends Error {
  readonly index: number
  constructor(index: number, words: string) {
    super(words)
    this.index = index
  }
}

function index(item: GoValue, ...keys: GoValue[]): GoValue {
  let value = item
  for (const key of keys) {
    if (value === null || value === undefined) throw new FunctionError('index of untyped nil')
    if (value instanceof Map) {
      if (typeof key !== 'string')
        throw new FunctionError(`value has type ${typeName(key)}; should be string`)
      value = (value as GoMap).has(key) ? (value as GoMap).get(key) : zeroOf(value)
    } else if (Array.isArray(value) || typeof value === 'string') {
      if (typeof key !== 'number')
        throw new FunctionError(`cannot index slice/array with type ${typeName(key)}`)
      if (key < 0 || key >= value.length) throw new FunctionError(`index out of range: ${key}`)
      value = typeof value === 'string' ? value.charCodeAt(key) : (value as readonly GoValue[])[key]
    } else throw new FunctionError(`can't index item of type ${typeName(value)}`)
  }
  return value
}

function slice(item: GoValue, ...bounds: GoValue[]): GoValue {
  if (typeof item !== 'string' && !Array.isArray(item)) {
    throw new FunctionError(`can't slice item of type ${typeName(item)}`)
  }
  const from = bounds[0] ?? 0
  const to = bounds[1] ?? item.length
  if (typeof from !== 'number' || typeof to !== 'number') {
    throw new FunctionError(
      `cannot index slice/array with type ${typeName(typeof from === 'number' ? to : from)}`,
    )
  }
  for (const bound of [from, to]) {
    if (bound < 0 || bound > item.length) throw new FunctionError(`index out of range: ${bound}`)
  }
  if (from > to) throw new FunctionError(`invalid slice index: ${from} > ${to}`)
  return item.slice(from, to)
}

function len(item: GoValue): GoValue {
  if (typeof item === 'string') return utf8Length(item)
  if (Array.isArray(item)) return item.length
  if (item instanceof Map) return item.size
  if (item === null || item === undefined) throw new FunctionError('len of nil pointer')
  throw new FunctionError(`len of type ${typeName(item)}`)
}

function utf8Length(text: string): number {
  let length = 0
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}

function same(a: GoValue, b: GoValue): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null)
  if (typeof a !== typeof b) throw new FunctionError('incompatible types for comparison')
  if (typeof a === 'object' && (Array.isArray(a) || a instanceof Map)) {
    throw new FunctionError('non-comparable type')
  }
  if (isStruct(a) && isStruct(b)) return formatValue(a) === formatValue(b)
  return a === b
}

function eq(first: GoValue, ...others: GoValue[]): boolean {
  if (others.length === 0) throw new FunctionError('missing argument for comparison')
  return others.some((other) => same(first, other))
}

function less(a: GoValue, b: GoValue): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a < b
  if (typeof a === 'number' && typeof b === 'number') return a < b
  throw new FunctionError(
    typeof a === typeof b ? 'invalid type for comparison' : 'incompatible types for comparison',
  )
}

/** fmt.Sprint: a space between operands when neither is a string. */
function print(...args: GoValue[]): string {
  let text = ''
  for (const [i, arg] of args.entries()) {
    if (i > 0 && typeof arg !== 'string' && typeof args[i - 1] !== 'string') text += ' '
    text += formatValue(arg, 1)
  }
  return text
}

const HTML: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&#34;',
  "'": '&#39;',
}

export const BUILTINS: Readonly<Record<string, TemplateFunction>> = {
  // `and` and `or` stop early: exec.ts evaluates their arguments itself.
  and: (...args) => args.find((arg) => !isTrue(arg)) ?? args.at(-1),
  or: (...args) => args.find((arg) => isTrue(arg)) ?? args.at(-1),
  not: (arg) => !isTrue(arg),
  index,
  slice,
  len,
  eq,
  ne: (a, b) => !same(a, b),
  lt: less,
  le: (a, b) => less(a, b) || same(a, b),
  gt: (a, b) => !less(a, b) && !same(a, b),
  ge: (a, b) => !less(a, b),
  print,
  println: (...args) => `${args.map((arg) => formatValue(arg, 1)).join(' ')}\n`,
  printf: (format, ...args) => sprintf(formatValue(format, 1), args),
  html: (...args) => print(...args).replace(/[<>&"']/g, (c) => HTML[c] ?? c),
  js: (...args) => print(...args).replace(/["'\\]/g, (c) => `\\${c}`),
  urlquery: (...args) => encodeURIComponent(print(...args)).replaceAll('%20', '+'),
}
