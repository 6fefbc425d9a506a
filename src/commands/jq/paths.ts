// Getting, setting and deleting by path. Ref: jq src/jv_aux.c:jv_get(), jv_set(), jv_dels()
import {
  compare,
  isArray,
  isObject,
  JqError,
  kindOf,
  makeObject,
  type Json,
  type JsonObject,
} from './value.ts'

function fail(message: string): never {
  throw new JqError(message)
}

function isSlice(key: Json): key is JsonObject {
  return isObject(key) && ('start' in key || 'end' in key)
}

/** From and to, within an array or a string. */
export function sliceBounds(length: number, key: JsonObject): [number, number] {
  const bound = (value: Json | undefined, otherwise: number): number => {
    if (value === null || value === undefined) return otherwise
    if (typeof value !== 'number') fail('Start and end indices of an array slice must be numbers')
    return Math.min(Math.max(value < 0 ? value + length : value, 0), length)
  }
  const from = Math.floor(bound(key['start'], 0))
  const to = Math.ceil(bound(key['end'], length))
  return [from, Math.max(from, to)]
}

export function getKey(value: Json, key: Json): Json {
  if (isObject(value) && typeof key === 'string') return value[key] ?? null
  if (isArray(value) && typeof key === 'number') {
    const at = Math.floor(key)
    return value[at < 0 ? at + value.length : at] ?? null
  }
  if (isSlice(key)) {
    if (value === null) return null
    if (isArray(value)) return value.slice(...sliceBounds(value.length, key))
    if (typeof value === 'string') {
      const points = Array.from(value)
      return points.slice(...sliceBounds(points.length, key)).join('')
    }
  }
  if (isArray(value) && isArray(key)) return indices(value, key)
  if (value === null && (typeof key === 'string' || typeof key === 'number' || key === null)) return null
  if (typeof key === 'string') fail(`Cannot index ${kindOf(value)} with string "${key}"`)
  fail(`Cannot index ${kindOf(value)} with ${kindOf(key)}`)
}

/** Where `part` begins in `list`. */
export function indices(list: readonly Json[], part: readonly Json[]): number[] {
  if (part.length === 0) return []
  return list.flatMap((_, at) =>
    part.every((item, i) => at + i < list.length && compare(list[at + i] ?? null, item) === 0) ? [at] : [],
  )
}

function setKey(value: Json, key: Json, to: Json): Json {
  if (typeof key === 'string' && (value === null || isObject(value)))
    return makeObject([...Object.entries(value ?? {}), [key, to]])
  if (typeof key === 'number' && (value === null || isArray(value))) {
    const list = [...(value ?? [])]
    const at = key < 0 ? Math.floor(key) + list.length : Math.floor(key)
    if (at < 0) fail('Out of bounds negative array index')
    while (list.length < at) list.push(null)
    list[at] = to
    return list
  }
  if (isSlice(key) && (value === null || isArray(value))) {
    if (!isArray(to)) fail('A slice of an array can only be assigned another array')
    const list = [...(value ?? [])]
    const [from, end] = sliceBounds(list.length, key)
    list.splice(from, end - from, ...to)
    return list
  }
  if (isSlice(key)) fail('Cannot update field at object index of array')
  if (typeof key === 'string') fail(`Cannot index ${kindOf(value)} with "${key}"`)
  fail(`Cannot update field at ${kindOf(key)} index of ${kindOf(value)}`)
}

export function getPath(value: Json, path: readonly Json[]): Json {
  let at = value
  for (const key of path) {
    if (at === null) return null
    at = getKey(at, key)
  }
  return at
}

export function setPath(value: Json, path: readonly Json[], to: Json): Json {
  const [key, ...rest] = path
  if (key === undefined) return to
  return setKey(value, key, setPath(getKey(value, key), rest, to))
}

/** The longest and last first, so that what is left keeps its place. */
export function deletePaths(value: Json, paths: readonly (readonly Json[])[]): Json {
  let left = value
  for (const path of paths.toSorted(compare).reverse()) left = deletePath(left, path)
  return left
}

function deletePath(value: Json, path: readonly Json[]): Json {
  const [key, ...rest] = path
  if (key === undefined || value === null) return null
  if (rest.length > 0) {
    const inner = getKey(value, key)
    return inner === null ? value : setKey(value, key, deletePath(inner, rest))
  }
  if (isObject(value) && typeof key === 'string')
    return makeObject(Object.entries(value).filter(([name]) => name !== key))
  if (isArray(value) && typeof key === 'number') {
    const at = key < 0 ? key + value.length : key
    return value.filter((_, i) => i !== at)
  }
  if (isArray(value) && isSlice(key)) {
    const [from, to] = sliceBounds(value.length, key)
    return [...value.slice(0, from), ...value.slice(to)]
  }
  if (typeof key === 'string') fail(`Cannot delete field at object index of ${kindOf(value)}`)
  fail(`Cannot delete field at array index of ${kindOf(value)}`)
}
