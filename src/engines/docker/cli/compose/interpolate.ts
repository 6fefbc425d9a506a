// `${NAME}`, `${NAME:-default}` … in a compose file's strings. Ref: compose-go template/template.go
import type { Json } from './service.ts'

/** The words of what is wrong, or the value with variables put in. */
export function interpolate(
  value: Json,
  env: ReadonlyMap<string, string>,
): { readonly value: Json } | string {
  let wrong: string | null = null
  const walk = (item: Json): Json => {
    if (typeof item === 'string') {
      return item.replace(
        /\$(?:\$|\{(\w+)(?:(:?[-?+])([^}]*))?\}|(\w+))/g,
        (whole: string, braced?: string, operator?: string, word = '', bare?: string) => {
          if (whole === '$$') return '$'
          const name = braced ?? bare ?? ''
          const found = env.get(name)
          const empty = found === undefined || (operator?.startsWith(':') === true && found === '')
          if (operator?.endsWith('?') === true && empty)
            wrong ??= `required variable ${name} is missing a value: ${word}`
          if (operator?.endsWith('+') === true) return empty ? '' : word
          return operator?.endsWith('-') === true && empty ? word : (found ?? '')
        },
      )
    }
    if (Array.isArray(item)) return item.map((one) => walk(one as Json))
    if (typeof item === 'object' && item !== null) {
      return Object.fromEntries(Object.entries(item).map(([key, one]) => [key, walk(one)]))
    }
    return item
  }
  const done = walk(value)
  return wrong ?? { value: done }
}
