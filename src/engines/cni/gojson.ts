// JSON as Go's encoding/json writes and refuses it.

/** json.MarshalIndent(): characters that HTML has a meaning for are written as escapes. */
export function marshalIndent(value: unknown, indent: string): string {
  return JSON.stringify(value, null, indent).replaceAll(/[<>&\u2028\u2029]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** What Go calls a value of JSON that does not fit. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Members in the order in which a map of Go's is written. */
export function byName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byName)
  if (!isObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, byName(item)]))
}
