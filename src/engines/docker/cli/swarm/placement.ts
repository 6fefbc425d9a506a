// `--constraint`, `--placement-pref`, `--replicas-max-per-node` of services. Ref: docker/cli cli/command/service/opts.go,
// update.go:updatePlacementConstraints(), updatePlacementPreferences()
import type { ServiceSpec } from '../../api/service.ts'
import type { ParsedFlags } from '../lib/flags.ts'

type Placement = ServiceSpec['TaskTemplate']['Placement']

/** Of a flag's value. */
export function checkPreference(text: string): string | null {
  const at = text.indexOf('=')
  if (at < 0) return 'placement preference must be of the format "<strategy>=<arg>"'
  const strategy = text.slice(0, at)
  return strategy === 'spread'
    ? null
    : `unsupported placement preference ${strategy} (only spread is supported)`
}

function descriptorOf(preference: string): string {
  return preference.slice(preference.indexOf('=') + 1)
}

export function placementOf(flags: ParsedFlags): Placement {
  return placement(
    flags.list('constraint'),
    flags.list('placement-pref').map(descriptorOf),
    flags.int('replicas-max-per-node'),
  )
}

/** What `docker service update` makes of it. */
export function placementAfter(before: Placement, flags: ParsedFlags): Placement {
  const constraints = [...(before.Constraints ?? []), ...flags.list('constraint-add')]
  const gone = new Set(flags.list('constraint-rm'))
  const kept = constraints.filter((one) => !gone.has(one))
  const changed = flags.has('constraint-add') || flags.has('constraint-rm')
  const left = new Set(flags.list('placement-pref-rm').map(descriptorOf))
  const spread = (before.Preferences ?? [])
    .map(({ Spread }) => Spread.SpreadDescriptor)
    .filter((one) => !left.has(one))
  return placement(
    changed ? kept.toSorted() : kept,
    [...spread, ...flags.list('placement-pref-add').map(descriptorOf)],
    flags.int('replicas-max-per-node', before.MaxReplicas ?? 0),
  )
}

function placement(
  constraints: readonly string[],
  spread: readonly string[],
  mostPerNode: number,
): Placement {
  return {
    ...(constraints.length > 0 ? { Constraints: constraints } : {}),
    ...(spread.length > 0
      ? { Preferences: spread.map((SpreadDescriptor) => ({ Spread: { SpreadDescriptor } })) }
      : {}),
    ...(mostPerNode > 0 ? { MaxReplicas: mostPerNode } : {}),
  }
}
