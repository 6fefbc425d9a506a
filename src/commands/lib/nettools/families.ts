// Which tables of routes net-tools is asked for: each family once, in the order of the words. Ref: lib/af.c:aftrans_opt()
import type { Tool } from '../tool.ts'

export type RouteFamily = 'inet' | 'inet6'

/** What net-tools knows besides; this kernel has none of them. */
const OTHERS: ReadonlySet<string> = new Set([
  'unix',
  'ax25',
  'netrom',
  'rose',
  'ipx',
  'ddp',
  'appletalk',
  'x25',
  'ash',
  'econet',
])

interface GivenFamily {
  readonly id: string
  readonly value: string | null
}

/** Nothing said is IPv4. A number is the status to exit with; what is wrong was said. */
export function readFamilies(tool: Tool, options: readonly GivenFamily[]): readonly RouteFamily[] | number {
  const families = new Set<RouteFamily>()
  for (const { id, value } of options) {
    if (id === '4' || id === 'inet') families.add('inet')
    if (id === '6' || id === 'inet6') families.add('inet6')
    if (id !== 'A') continue
    for (const name of (value ?? '').split(',')) {
      if (OTHERS.has(name)) return tool.unsupported(`-A ${name}`)
      if (name !== 'inet' && name !== 'inet6') {
        tool.p.io.err(`Unknown address family \`${name}'.\n`)
        return 1
      }
      families.add(name)
    }
  }
  return families.size === 0 ? ['inet'] : [...families]
}
