// JSON as Go's encoding/json writes it: members in the order of the struct, keys of maps sorted. Docker's
// encoders leave `<`, `>` and `&` as they are.
import { isNil, type GoValue } from './value.ts'

/** json.Marshal; with an indent, json.MarshalIndent. */
export function goJson(value: GoValue, indent = ''): string {
  return escaped(JSON.stringify(plain(value), null, indent) ?? 'null', /[\u2028\u2029]/g)
}

/** As json.Marshal does unless told otherwise. */
export function goJsonForHtml(value: GoValue): string {
  return escaped(JSON.stringify(plain(value)) ?? 'null', /[<>&\u2028\u2029]/g)
}

function escaped(text: string, which: RegExp): string {
  return text.replace(which, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function plain(value: GoValue): unknown {
  if (typeof value === 'object' && value !== null && isNil(value)) return null
  if (value instanceof Map) {
    const map = value as ReadonlyMap<string, GoValue>
    return Object.fromEntries([...map.keys()].sort().map((key) => [key, plain(map.get(key))]))
  }
  if (Array.isArray(value)) return value.map((item: GoValue) => plain(item))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item as GoValue)]))
  }
  return value ?? null
}
