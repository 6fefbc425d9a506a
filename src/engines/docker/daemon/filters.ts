// The `filters` of the API: JSON, lists of values or objects whose keys are the values. Ref: moby api/types/filters/parse.go
import { invalidParameter, type ApiError } from '../libnetwork/apiError.ts'
import type { Filters } from '../libnetwork/types.ts'

export function parseFilters(text: string | undefined): Filters | ApiError {
  if (text === undefined || text === '') return new Map<string, string[]>()
  try {
    const parsed = JSON.parse(text) as Record<string, string[] | Record<string, boolean>>
    return new Map(
      Object.entries(parsed).map(([key, values]) => [
        key,
        Array.isArray(values) ? values : Object.keys(values),
      ]),
    )
  } catch {
    return invalidParameter('invalid filter')
  }
}

/** The first key that is not known, as the API refuses it. */
export function unknownFilter(filters: Filters, known: readonly string[]): ApiError | null {
  for (const key of filters.keys())
    if (!known.includes(key)) return invalidParameter(`invalid filter '${key}'`)
  return null
}

/** Every `label` asked for is there: `key` or `key=value`. */
export function matchLabels(
  filters: Filters,
  labels: Readonly<Record<string, string>> | null,
  key = 'label',
): boolean {
  return (filters.get(key) ?? []).every((wanted) => {
    const at = wanted.indexOf('=')
    if (at < 0) return labels?.[wanted] !== undefined
    return labels?.[wanted.slice(0, at)] === wanted.slice(at + 1)
  })
}
