// Whether two plain values say the same: what a view, or a part of one, is compared by.

export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b)
  for (const key in a) if (!same(a[key as keyof typeof a], b[key as keyof typeof b])) return false
  return true
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false
  return true
}

/** The old object, if the new one says the same. */
export function keep<T>(old: T | undefined, fresh: T): T {
  return old !== undefined && same(fresh, old) ? old : fresh
}
