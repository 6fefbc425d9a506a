// Ref: docker/cli cli/command/system/prune.go
import { isFailure } from '../../http/client.ts'
import { humanSize } from '../../lib/humanize.ts'
import { NO_ARGS } from '../lib/args.ts'
import { danglingFilter, mayPrune, prune } from '../lib/prune.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const systemPruneSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Remove unused data',
  args: NO_ARGS,
  flags: [
    { name: 'all', short: 'a', type: 'bool', usage: 'Remove all unused images not just dangling ones' },
    { name: 'filter', type: 'filter', usage: 'Provide filter values (e.g. "label=<key>=<value>")' },
    { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
    { name: 'volumes', type: 'bool', usage: 'Prune anonymous volumes' },
  ],
  *run(cli, flags) {
    const all = flags.bool('all')
    const volumes = flags.bool('volumes')
    const what = [
      'all stopped containers',
      'all networks not used by at least one container',
      ...(volumes ? ['all anonymous volumes not used by at least one container'] : []),
      all ? 'all images without at least one container associated to them' : 'all dangling images',
      all ? 'all build cache' : 'unused build cache',
    ]
    if (!(yield* mayPrune(cli, flags, `:\n${what.map((line) => `  - ${line}\n`).join('')}`))) return 0
    let reclaimed = 0
    const kinds = ['Containers', 'Networks', ...(volumes ? (['Volumes'] as const) : []), 'Images'] as const
    for (const kind of kinds) {
      const free = yield* prune(cli, flags, kind, kind === 'Images' ? [danglingFilter(flags)] : [])
      if (isFailure(free)) return cli.fail(free)
      reclaimed += free
    }
    cli.out(`Total reclaimed space: ${humanSize(reclaimed)}\n`)
    return 0
  },
}
