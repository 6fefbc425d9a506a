// Conditions of objects.
import type { Pod } from '../api/podtypes.ts'
import type { Condition } from '../api/meta.ts'

export function conditionOf(object: { readonly status?: unknown }, type: string): Condition | null {
  const { conditions } = (object.status ?? {}) as { conditions?: Condition[] }
  return conditions?.find((one) => one.type === type) ?? null
}

export function isTrue(object: { readonly status?: unknown }, type: string): boolean {
  return conditionOf(object, type)?.status === 'True'
}

/** Conditions with one set; when it changed is kept unless its status did. */
export function withCondition(before: readonly Condition[], now: string, next: Condition): Condition[] {
  const old = before.find(({ type }) => type === next.type)
  const since = old?.status === next.status ? (old.lastTransitionTime ?? now) : now
  const whole = { ...next, lastTransitionTime: since }
  return old ? before.map((one) => (one === old ? whole : one)) : [...before, whole]
}

/** A pod that neither has ended nor is told to. */
export function isActive({ metadata, status }: Pod): boolean {
  return metadata.deletionTimestamp === undefined && status.phase !== 'Succeeded' && status.phase !== 'Failed'
}

export function isReady(pod: Pod): boolean {
  return isTrue(pod, 'Ready')
}
