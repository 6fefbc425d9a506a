// Taints of nodes and what tolerates them. (Ref: k8s.io/component-helpers scheduling/corev1)
import type { Toleration } from './podtypes.ts'
import type { Node } from './types.ts'

export type Taint = NonNullable<Node['spec']['taints']>[number]

export function tolerates(tolerations: readonly Toleration[], taint: Taint): boolean {
  return tolerations.some(({ key, operator = 'Equal', value = '', effect }) => {
    if (effect && effect !== taint.effect) return false
    if (key && key !== taint.key) return false
    return operator === 'Exists' || (key !== undefined && value === (taint.value ?? ''))
  })
}

/** The first that keeps a pod away; null when none does. */
export function untolerated({ spec }: Node, tolerations: readonly Toleration[]): Taint | null {
  const found = (spec.taints ?? []).find(
    (taint) => taint.effect !== 'PreferNoSchedule' && !tolerates(tolerations, taint),
  )
  return found ?? null
}

/** `key=value:effect`, as people write it. */
export function formatTaint({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`
}
