// Labels and what selects by them. (Ref: k8s.io/apimachinery/pkg/labels)
import type { Labels } from './meta.ts'
import type { LabelSelector } from './types.ts'

interface Requirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  readonly values: readonly string[]
}

/** Whether labels answer a selector as objects have it; an empty one selects all. */
export function matches(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  const equal = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => {
    return { key, operator: 'In', values: [value] } as const
  })
  const others = (selector?.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
    return { key, operator: operator as Requirement['operator'], values }
  })
  return [...equal, ...others].every((one) => holds(one, labels ?? {}))
}

/** Whether labels have all pairs of a service's selector. */
export function matchesLabels(wanted: Labels, labels: Labels | undefined): boolean {
  return Object.entries(wanted).every(([key, value]) => labels?.[key] === value)
}

function holds({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = labels[key]
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value)
    case 'NotIn':
      return value === undefined || !values.includes(value)
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
  }
}

/** `-l app=web,tier!=db,env in (a,b),!x`: null when it is none. */
export function parseSelector(text: string): ((labels: Labels | undefined) => boolean) | null {
  const parts = text.match(/[^,()]+(?:\([^)]*\))?/g) ?? []
  const requirements: Requirement[] = []
  for (const part of parts.map((word) => word.trim())) {
    const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(part)
    const equal = /^([^\s=!]+)\s*(=|==|!=)\s*([^\s=!]*)$/.exec(part)
    if (set?.[1] !== undefined) {
      const values = (set[3] ?? '').split(',').map((word) => word.trim())
      requirements.push({ key: set[1], operator: set[2] === 'in' ? 'In' : 'NotIn', values })
    } else if (equal?.[1] !== undefined) {
      const operator = equal[2] === '!=' ? 'NotIn' : 'In'
      requirements.push({ key: equal[1], operator, values: [equal[3] ?? ''] })
    } else if (/^![^\s=!]+$/.test(part)) {
      requirements.push({ key: part.slice(1), operator: 'DoesNotExist', values: [] })
    } else if (/^[^\s=!]+$/.test(part)) requirements.push({ key: part, operator: 'Exists', values: [] })
    else return null
  }
  return (labels) => requirements.every((one) => holds(one, labels ?? {}))
}
