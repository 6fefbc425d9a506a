// What a patch makes of an object. (RFC 7396; Ref: apimachinery/pkg/util/strategicpatch)

type Map = Record<string, unknown>

export function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** By what the members of a list are told apart. */
export function mergeKey(list: readonly unknown[]): string | null {
  const keys = ['name', 'containerPort', 'port', 'key', 'ip']
  return keys.find((key) => list.every((item) => isMap(item) && key in item)) ?? null
}

/** null takes a member away; lists of named members are merged, others replaced. */
export function mergePatch(before: unknown, patch: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(patch)) return mergeLists(before, patch)
  if (!isMap(patch)) return patch
  const result: Map = isMap(before) ? { ...before } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else if (!key.startsWith('$')) result[key] = mergePatch(result[key], value)
  }
  return result
}

function mergeLists(before: readonly unknown[], patch: readonly unknown[]): unknown[] {
  const key = mergeKey([...before, ...patch])
  if (key === null || key === 'key') return [...patch]
  const result: unknown[] = [...before]
  for (const item of patch) {
    if (!isMap(item)) continue
    const at = result.findIndex((other) => isMap(other) && other[key] === item[key])
    if (item['$patch'] === 'delete') {
      if (at >= 0) result.splice(at, 1)
    } else if (at >= 0) result[at] = mergePatch(result[at], item)
    else result.push(item)
  }
  return result
}
