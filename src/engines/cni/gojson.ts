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
