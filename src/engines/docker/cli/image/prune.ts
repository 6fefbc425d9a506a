import type { ImageDeleted } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { humanSize } from '../../lib/humanize.ts'
import { NO_ARGS } from '../lib/args.ts'
import { confirm } from '../lib/confirm.ts'
import { filterQuery } from '../lib/filters.ts'
import type { CommandSpec } from '../lib/tree.ts'

export const imagePruneSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Remove unused images',
  args: NO_ARGS,
  flags: [
    { name: 'all', short: 'a', type: 'bool', usage: 'Remove all unused images, not just dangling ones' },
    { name: 'filter', type: 'filter', usage: 'Provide filter values (e.g. "until=<timestamp>")' },
    { name: 'force', short: 'f', type: 'bool', usage: 'Do not prompt for confirmation' },
  ],
  *run(cli, flags) {
    const all = flags.bool('all')
    const what = all ? 'all images without at least one container associated to them' : 'all dangling images'
    if (
      !flags.bool('force') &&
      !(yield* confirm(cli, `WARNING! This will remove ${what}.\nAre you sure you want to continue?`))
    ) {
      return 0
    }
    const pruned = yield* cli.api.post<{ ImagesDeleted: ImageDeleted[] | null; SpaceReclaimed: number }>(
      '/images/prune',
      filterQuery(flags, [`dangling=${all ? 'false' : 'true'}`]),
    )
    if (isFailure(pruned)) return cli.fail(pruned)
    if (pruned.ImagesDeleted) {
      const lines = pruned.ImagesDeleted.map((one) =>
        'Deleted' in one ? `deleted: ${one.Deleted}\n` : `untagged: ${one.Untagged}\n`,
      )
      cli.out(`Deleted Images:\n${lines.join('')}\n`)
    }
    cli.out(`Total reclaimed space: ${humanSize(pruned.SpaceReclaimed)}\n`)
    return 0
  },
}
