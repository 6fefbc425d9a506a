// What a patch makes of an object. (RFC 7396; Ref: apimachinery/pkg/util/strategicpatch)

import { copyOf } from './jsonpatch.ts'

type Map = Record<string, unknown>

export function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** By what the members of a list are told apart. */
export function mergeKey(list: readonly unknown[]): string | null {
  const keys = ['mountPath', 'name', 'containerPort', 'port', 'key', 'ip']
  return keys.find((key) => list.every((item) => isMap(item) && key in item)) ?? null
}

/** null takes a member away; lists of named members are merged when `strategic`, others replaced. */
export function mergePatch(before: unknown, patch: unknown, strategic: boolean): unknown {
  if (strategic && Array.isArray(before) && Array.isArray(patch)) return mergeLists(before, patch)
  if (!isMap(patch)) return patch
  const result: Map = isMap(before) ? { ...before } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else if (!key.startsWith('$')) result[key] = mergePatch(result[key], value, strategic)
  }
  return result
}

/** Without the member at `spec.containers[0].image`. */
export function withoutPath(value: object, path: string): object {
  const whole = copyOf(value)
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  const last = steps.pop()
  let holder: unknown = whole
  for (const step of steps) holder = (holder as Map)[step]
  if (last !== undefined) delete (holder as Map)[last]
  return whole
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
    } else if (at >= 0) result[at] = mergePatch(result[at], item, true)
    else result.push(item)
  }
  return result
}
