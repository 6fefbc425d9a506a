import { isFailure } from '../../http/client.ts'
import { humanSize } from '../../lib/humanize.ts'
import { NO_ARGS } from '../lib/args.ts'
import { confirm } from '../lib/confirm.ts'
import { filterQuery } from '../lib/filters.ts'
import type { CommandSpec } from '../lib/tree.ts'

export interface ContainersPruned {
  readonly ContainersDeleted: readonly string[] | null
  readonly SpaceReclaimed: number
}

export const containerPruneSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Remove all stopped containers',
  args: NO_ARGS,
  flags: [
    { name: 'filter', type: 'filter', usage: 'Provide filter values (e.g. "until=<timestamp>")' },
    { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
  ],
  *run(cli, flags) {
    if (
      !flags.bool('force') &&
      !(yield* confirm(
        cli,
        'WARNING! This will remove all stopped containers.\nAre you sure you want to continue?',
      ))
    ) {
      return 0
    }
    const pruned = yield* cli.api.post<ContainersPruned>('/containers/prune', filterQuery(flags))
    if (isFailure(pruned)) return cli.fail(pruned)
    if (pruned.ContainersDeleted)
      cli.out(`Deleted Containers:\n${pruned.ContainersDeleted.map((id) => `${id}\n`).join('')}\n`)
    cli.out(`Total reclaimed space: ${humanSize(pruned.SpaceReclaimed)}\n`)
    return 0
  },
}
