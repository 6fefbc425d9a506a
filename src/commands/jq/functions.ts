// Builtins that take values and give one. Ref: jq src/builtin.c
import { encodeUtf8 } from '../../wire/utf8.ts'
import { calendarTime, daysTo, strftime } from '../lib/calendar.ts'
import { add, described, splitText, typeError, typeError2 } from './arithmetic.ts'
import { textOf } from './formats.ts'
import { parseJson } from './json.ts'
import { deletePaths, getKey, getPath, indices, setPath } from './paths.ts'
import { matchText } from './regex.ts'
import { compare, dump, isArray, isObject, isTrue, JqError, kindOf, sortedKeys, type Json } from './value.ts'

type Native = (input: Json, args: readonly Json[]) => Json

const DAY = 86400

function numeric(f: (x: number) => number): Native {
  return (value) => (typeof value === 'number' ? f(value) : typeError(value, 'number required'))
}

function numeric2(f: (x: number, y: number) => number): Native {
  return (_, [a = null, b = null]) => {
    if (typeof a !== 'number') return typeError(a, 'number required')
    return typeof b === 'number' ? f(a, b) : typeError(b, 'number required')
  }
}

function list(value: Json, what: string): readonly Json[] {
  return isArray(value) ? value : typeError(value, `cannot be ${what}, as it is not an array`)
}

function length(value: Json): number {
  if (value === null) return 0
  if (typeof value === 'string') return Array.from(value).length
  if (typeof value === 'number') return Math.abs(value)
  if (isArray(value)) return value.length
  return isObject(value) ? Object.keys(value).length : typeError(value, 'has no length')
}

function keys(value: Json, sorted: boolean): Json {
  if (isArray(value)) return value.map((_, i) => i)
  if (!isObject(value)) return typeError(value, 'has no keys')
  return sorted ? sortedKeys(value) : Object.keys(value)
}

function has(value: Json, key: Json): boolean {
  if (isObject(value) && typeof key === 'string') return Object.hasOwn(value, key)
  if (isArray(value) && typeof key === 'number') return key >= 0 && key < value.length
  throw new JqError(`Cannot check whether ${kindOf(value)} has a ${kindOf(key)} key`)
}

function contains(whole: Json, part: Json): boolean {
  if (kindOf(whole) !== kindOf(part)) return typeError2(whole, part, 'cannot have their containment checked')
  if (isObject(whole) && isObject(part))
    return Object.entries(part).every(
      ([key, value]) => key in whole && containsAny(whole[key] ?? null, value),
    )
  if (isArray(whole) && isArray(part)) return part.every((p) => whole.some((w) => containsAny(w, p)))
  if (typeof whole === 'string' && typeof part === 'string') return whole.includes(part)
  return compare(whole, part) === 0
}

function containsAny(whole: Json, part: Json): boolean {
  return kindOf(whole) === kindOf(part) && contains(whole, part)
}

/** Values with the keys they are ordered by. */
function ranked(value: Json, by: Json): [Json, Json][] {
  if (!isArray(value) || !isArray(by))
    return typeError2(value, by, 'cannot be sorted, as they are not both arrays')
  return value.map((item, i): [Json, Json] => [item, by[i] ?? null]).sort((a, b) => compare(a[1], b[1]))
}

function grouped(value: Json, by: Json): Json[][] {
  const groups: Json[][] = []
  let last: Json | undefined
  for (const [item, key] of ranked(value, by)) {
    if (last !== undefined && compare(last, key) === 0) groups.at(-1)?.push(item)
    else groups.push([item])
    last = key
  }
  return groups
}

function extreme(value: Json, by: Json, greatest: boolean): Json {
  if (!isArray(value) || !isArray(by)) return typeError2(value, by, 'cannot be iterated over')
  let best = 0
  for (let i = 1; i < value.length; i++) {
    const order = compare(by[i] ?? null, by[best] ?? null)
    if (greatest ? order >= 0 : order < 0) best = i
  }
  return value[best] ?? null
}

function flatten(value: Json, depth: number): Json[] {
  if (depth < 0) throw new JqError('flatten depth must not be negative')
  const items = isArray(value) ? value : isObject(value) ? Object.values(value) : null
  if (!items) throw new JqError(`Cannot iterate over ${described(value)}`)
  return items.flatMap((item) => (isArray(item) && depth > 0 ? flatten(item, depth - 1) : [item]))
}

function affix(value: Json, part: Json, name: 'startsWith' | 'endsWith'): boolean {
  if (typeof value === 'string' && typeof part === 'string') return value[name](part)
  throw new JqError(`${name.toLowerCase()}() requires string inputs`)
}

function toNumber(value: Json): Json {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return typeError(value, 'cannot be parsed as a number')
  const parsed = fromJson(value)
  return typeof parsed === 'number' ? parsed : typeError(value, 'cannot be parsed as a number')
}

function fromJson(value: Json): Json {
  if (typeof value !== 'string') return typeError(value, 'cannot be parsed as JSON')
  try {
    return parseJson(value)
  } catch (error) {
    if (!(error instanceof JqError)) throw error
    throw new JqError(`${String(error.value)} (while parsing '${value}')`)
  }
}

function implode(value: Json): Json {
  if (!isArray(value)) throw new JqError('implode input must be an array')
  return String.fromCodePoint(...value.map((code) => (typeof code === 'number' ? code : 0xfffd)))
}

function index(value: Json, part: Json, which: 'all' | 'first' | 'last'): Json {
  if (value === null) return null
  const found =
    typeof value === 'string' && typeof part === 'string'
      ? indices(Array.from(value), Array.from(part))
      : isArray(value) && isArray(part)
        ? indices(value, part)
        : isArray(value)
          ? indices(value, [part])
          : getKey(value, part)
  if (which === 'all' || !isArray(found)) return found
  return (which === 'first' ? found[0] : found.at(-1)) ?? null
}

function pathArray(value: Json): readonly Json[] {
  if (!isArray(value)) throw new JqError('Path must be specified as an array')
  return value
}

function seconds(value: Json): number {
  if (typeof value === 'number') return value
  if (!isArray(value)) return typeError(value, 'requires array of 6 numbers')
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = value.map(Number)
  return daysTo(year, month + 1, day) * DAY + hour * 3600 + minute * 60 + Math.floor(second)
}

function gmtime(value: Json): Json {
  if (typeof value !== 'number') throw new JqError('gmtime() requires a number')
  const t = calendarTime(Math.floor(value))
  const fraction = value - Math.floor(value)
  return [t.year, t.month - 1, t.day, t.hour, t.minute, t.second + fraction, t.weekday, t.yearDay - 1]
}

function fromDate(value: Json): Json {
  if (typeof value !== 'string') return typeError(value, 'cannot be parsed as a date')
  const found = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)Z$/.exec(value)
  if (!found) throw new JqError(`date "${value}" does not match format "%Y-%m-%dT%H:%M:%SZ"`)
  const [year = 0, month = 1, ...rest] = found.slice(1).map(Number)
  return seconds([year, month - 1, ...rest])
}

function trim(value: Json, part: Json, left: boolean): Json {
  if (typeof value !== 'string' || typeof part !== 'string' || part === '') return value
  if (left) return value.startsWith(part) ? value.slice(part.length) : value
  return value.endsWith(part) ? value.slice(0, -part.length) : value
}

/** By name and number of arguments. */
export const FUNCTIONS: ReadonlyMap<string, Native> = new Map<string, Native>([
  ['length/0', length],
  [
    'utf8bytelength/0',
    (v) =>
      typeof v === 'string' ? encodeUtf8(v).length : typeError(v, 'only strings have UTF-8 byte length'),
  ],
  ['not/0', (v) => !isTrue(v)],
  ['keys/0', (v) => keys(v, true)],
  ['keys_unsorted/0', (v) => keys(v, false)],
  ['has/1', (v, [key = null]) => has(v, key)],
  ['contains/1', (v, [part = null]) => contains(v, part)],
  ['add/0', (v) => (isArray(v) ? v : isObject(v) ? Object.values(v) : iterate(v)).reduce(add, null)],
  ['type/0', kindOf],
  ['tostring/0', textOf],
  ['tonumber/0', toNumber],
  ['tojson/0', dump],
  ['fromjson/0', fromJson],
  ['sort/0', (v) => list(v, 'sorted').toSorted(compare)],
  ['_sort_by/1', (v, [by = null]) => ranked(v, by).map(([item]) => item)],
  ['_group_by/1', (v, [by = null]) => grouped(v, by)],
  ['_unique_by/1', (v, [by = null]) => grouped(v, by).map(([first = null]) => first)],
  ['_min_by/1', (v, [by = null]) => extreme(v, by, false)],
  ['_max_by/1', (v, [by = null]) => extreme(v, by, true)],
  ['unique/0', (v) => grouped(list(v, 'sorted'), v).map(([first = null]) => first)],
  ['min/0', (v) => extreme(v, v, false)],
  ['max/0', (v) => extreme(v, v, true)],
  [
    'reverse/0',
    (v) =>
      v === null || v === ''
        ? []
        : isArray(v)
          ? v.toReversed()
          : typeError(v, 'cannot be reversed, as it is not an array'),
  ],
  ['flatten/0', (v) => flatten(v, 1e9)],
  ['flatten/1', (v, [depth = null]) => flatten(v, Number(depth))],
  [
    'explode/0',
    (v) => (typeof v === 'string' ? Array.from(v, (c) => c.codePointAt(0) ?? 0) : explodeError()),
  ],
  ['implode/0', implode],
  [
    'split/1',
    (v, [by = null]) => (typeof v === 'string' && typeof by === 'string' ? splitText(v, by) : splitError()),
  ],
  ['startswith/1', (v, [part = null]) => affix(v, part, 'startsWith')],
  ['endswith/1', (v, [part = null]) => affix(v, part, 'endsWith')],
  ['ltrimstr/1', (v, [part = null]) => trim(v, part, true)],
  ['rtrimstr/1', (v, [part = null]) => trim(v, part, false)],
  ['indices/1', (v, [part = null]) => index(v, part, 'all')],
  ['index/1', (v, [part = null]) => index(v, part, 'first')],
  ['rindex/1', (v, [part = null]) => index(v, part, 'last')],
  ['setpath/2', (v, [path = null, to = null]) => setPath(v, pathArray(path), to)],
  ['delpaths/1', (v, [paths = null]) => deletePaths(v, pathArray(paths).map(pathArray))],
  ['_getpath/1', (v, [path = null]) => getPath(v, pathArray(path))],
  ['_match/3', (v, [re = null, flags = null, test = null]) => matchText(v, re, flags, isTrue(test))],
  ['gmtime/0', gmtime],
  ['mktime/0', (v) => seconds(v)],
  ['strftime/1', (v, [format = null]) => strftime(String(format), seconds(v))],
  ['fromdateiso8601/0', fromDate],
  ['infinite/0', () => Infinity],
  ['nan/0', () => NaN],
  ['null/0', () => null],
  ['true/0', () => true],
  ['false/0', () => false],
  ['isinfinite/0', (v) => v === Infinity || v === -Infinity],
  ['isnan/0', (v) => Number.isNaN(v)],
  ['isnormal/0', (v) => typeof v === 'number' && Number.isFinite(v) && v !== 0],
  ['floor/0', numeric(Math.floor)],
  ['ceil/0', numeric(Math.ceil)],
  ['round/0', numeric((x) => Math.sign(x) * Math.round(Math.abs(x)))],
  ['sqrt/0', numeric(Math.sqrt)],
  ['fabs/0', numeric(Math.abs)],
  ['log/0', numeric(Math.log)],
  ['log2/0', numeric(Math.log2)],
  ['log10/0', numeric(Math.log10)],
  ['exp/0', numeric(Math.exp)],
  ['exp2/0', numeric((x) => 2 ** x)],
  ['exp10/0', numeric((x) => 10 ** x)],
  ['trunc/0', numeric(Math.trunc)],
  ['pow/2', numeric2((x, y) => x ** y)],
])

function iterate(value: Json): never {
  throw new JqError(`Cannot iterate over ${described(value)}`)
}

function explodeError(): never {
  throw new JqError('explode input must be a string')
}

function splitError(): never {
  throw new JqError('split input and separator must be strings')
}
