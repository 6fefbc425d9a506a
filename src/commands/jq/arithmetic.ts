// Operators on values. Ref: jq src/builtin.c:binop_plus() and its neighbours
import {
  compare,
  dump,
  isArray,
  isObject,
  JqError,
  kindOf,
  makeObject,
  type Json,
  type JsonObject,
} from './value.ts'

/** As messages show a value: its kind, and its beginning. */
export function described(value: Json): string {
  return `${kindOf(value)} (${shortened(value)})`
}

const MOST_SHOWN = 14

export function shortened(value: Json): string {
  const text = dump(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 3)}...` : text
}

export function typeError(value: Json, message: string): never {
  throw new JqError(`${described(value)} ${message}`)
}

export function typeError2(a: Json, b: Json, message: string): never {
  throw new JqError(`${described(a)} and ${described(b)} ${message}`)
}

export function binary(op: string, a: Json, b: Json): Json {
  switch (op) {
    case '+':
      return add(a, b)
    case '-':
      if (typeof a === 'number' && typeof b === 'number') return a - b
      if (isArray(a) && isArray(b)) return a.filter((item) => !b.some((other) => compare(item, other) === 0))
      return typeError2(a, b, 'cannot be subtracted')
    case '*':
      return multiply(a, b)
    case '/':
      if (typeof a === 'string' && typeof b === 'string') return splitText(a, b)
      if (typeof a !== 'number' || typeof b !== 'number') return typeError2(a, b, 'cannot be divided')
      if (b === 0) return typeError2(a, b, 'cannot be divided because the divisor is zero')
      return a / b
    case '%':
      return remainder(a, b)
    case '==':
      return compare(a, b) === 0
    case '!=':
      return compare(a, b) !== 0
    case '<':
      return compare(a, b) < 0
    case '<=':
      return compare(a, b) <= 0
    case '>':
      return compare(a, b) > 0
    default:
      return compare(a, b) >= 0
  }
}

export function add(a: Json, b: Json): Json {
  if (a === null) return b
  if (b === null) return a
  if (typeof a === 'number' && typeof b === 'number') return a + b
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (isArray(a) && isArray(b)) return [...a, ...b]
  if (isObject(a) && isObject(b)) return makeObject([...Object.entries(a), ...Object.entries(b)])
  return typeError2(a, b, 'cannot be added')
}

function multiply(a: Json, b: Json): Json {
  if (typeof a === 'number' && typeof b === 'number') return a * b
  if (typeof a === 'string' && typeof b === 'number') return b <= 0 ? null : a.repeat(Math.ceil(b))
  if (isObject(a) && isObject(b)) return mergeDeep(a, b)
  return typeError2(a, b, 'cannot be multiplied')
}

function mergeDeep(a: JsonObject, b: JsonObject): Json {
  const merged = makeObject(Object.entries(a))
  for (const [key, value] of Object.entries(b)) {
    const old = merged[key]
    merged[key] = old !== undefined && isObject(old) && isObject(value) ? mergeDeep(old, value) : value
  }
  return merged
}

function remainder(a: Json, b: Json): Json {
  if (typeof a !== 'number' || typeof b !== 'number') return typeError2(a, b, 'cannot be divided')
  const divisor = Math.abs(Math.trunc(b))
  if (divisor === 0) return typeError2(a, b, 'cannot be divided (remainder) because the divisor is zero')
  return Math.trunc(a) % divisor
}

export function splitText(text: string, separator: string): string[] {
  if (text === '') return []
  return separator === '' ? Array.from(text) : text.split(separator)
}
