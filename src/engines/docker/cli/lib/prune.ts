// What `container prune`, `image prune`, `network prune`, `volume prune` and `system prune` have in common.
import type { Blocking } from '../../../../os/program.ts'
import type { ImageDeleted } from '../../api/others.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import { humanSize } from '../../lib/humanize.ts'
import { NO_ARGS } from './args.ts'
import type { DockerCli } from './cli.ts'
import { confirm } from './confirm.ts'
import { filterQuery } from './filters.ts'
import type { Flag, ParsedFlags } from './flags.ts'
import type { CommandSpec } from './tree.ts'

type Pruned = 'Containers' | 'Images' | 'Networks' | 'Volumes'

/** What the API tells of any of them; a null is a list of none. */
interface PruneReport {
  readonly ContainersDeleted?: readonly string[] | null
  readonly ImagesDeleted?: readonly ImageDeleted[] | null
  readonly NetworksDeleted?: readonly string[] | null
  readonly VolumesDeleted?: readonly string[] | null
  /** Networks take none. */
  readonly SpaceReclaimed?: number
}

/** Removes them and lists what is gone; octets that are free now. `filters` are added to --filter. */
export function* prune(
  cli: DockerCli,
  flags: ParsedFlags,
  what: Pruned,
  filters: readonly string[] = [],
): Blocking<number | ApiFailure> {
  const report = yield* cli.api.post<PruneReport>(`/${what.toLowerCase()}/prune`, filterQuery(flags, filters))
  if (isFailure(report)) return report
  const gone = report[`${what}Deleted`] ?? []
  if (gone.length > 0) cli.out(`Deleted ${what}:\n${gone.map((one) => `${lineOf(one)}\n`).join('')}\n`)
  return report.SpaceReclaimed ?? 0
}

function lineOf(gone: string | ImageDeleted): string {
  if (typeof gone === 'string') return gone
  return 'Deleted' in gone ? `deleted: ${gone.Deleted}` : `untagged: ${gone.Untagged}`
}

/** Images without a name, or with --all every one that no container has. */
export function danglingFilter(flags: ParsedFlags): string {
  return `dangling=${flags.bool('all') ? 'false' : 'true'}`
}

/** Unless --force is given. */
export function* mayPrune(cli: DockerCli, flags: ParsedFlags, warning: string): Blocking<boolean> {
  if (flags.bool('force')) return true
  return yield* confirm(cli, `WARNING! This will remove${warning}\nAre you sure you want to continue?`)
}

interface PruneCommand {
  readonly what: Pruned
  readonly short: string
  readonly all?: Flag
  /** The filter that the usage shows. */
  readonly example: string
  readonly warning: (flags: ParsedFlags) => string
  readonly filters?: (flags: ParsedFlags) => readonly string[]
}

export function pruneSpec({ what, short, all, example, warning, filters }: PruneCommand): CommandSpec {
  return {
    use: '[OPTIONS]',
    short,
    args: NO_ARGS,
    flags: [
      ...(all ? [all] : []),
      { name: 'filter', type: 'filter', usage: `Provide filter values (e.g. "${example}")` },
      { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
    ],
    *run(cli, flags) {
      if (!(yield* mayPrune(cli, flags, ` ${warning(flags)}.`))) return 0
      const reclaimed = yield* prune(cli, flags, what, filters?.(flags))
      if (isFailure(reclaimed)) return cli.fail(reclaimed)
      if (what !== 'Networks') cli.out(`Total reclaimed space: ${humanSize(reclaimed)}\n`)
      return 0
    },
  }
}
