import type { Query } from '../../http/client.ts'
import type { ParsedFlags } from './flags.ts'

/** --filter as the API takes it. */
export function filterQuery(flags: ParsedFlags, extra: readonly string[] = []): Query {
  const filters: Record<string, Record<string, boolean>> = {}
  for (const filter of [...flags.list('filter'), ...extra]) {
    const at = filter.indexOf('=')
    if (at < 0) continue
    const key = filter.slice(0, at).trim().toLowerCase()
    ;(filters[key] ??= {})[filter.slice(at + 1).trim()] = true
  }
  return Object.keys(filters).length > 0 ? { filters: JSON.stringify(filters) } : {}
}
