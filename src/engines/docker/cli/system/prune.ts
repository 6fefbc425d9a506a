// Ref: docker/cli cli/command/system/prune.go
import type { ImageDeleted } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { humanSize } from '../../lib/humanize.ts'
import type { ContainersPruned } from '../container/prune.ts'
import { NO_ARGS } from '../lib/args.ts'
import { confirm } from '../lib/confirm.ts'
import { filterQuery } from '../lib/filters.ts'
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
    const question = `WARNING! This will remove:\n${what.map((line) => `  - ${line}\n`).join('')}\nAre you sure you want to continue?`
    if (!flags.bool('force') && !(yield* confirm(cli, question))) return 0
    let reclaimed = 0
    const list = (title: string, items: readonly string[] | null) => {
      if (items && items.length > 0) cli.out(`${title}:\n${items.map((item) => `${item}\n`).join('')}\n`)
    }
    const containers = yield* cli.api.post<ContainersPruned>('/containers/prune', filterQuery(flags))
    if (isFailure(containers)) return cli.fail(containers)
    list('Deleted Containers', containers.ContainersDeleted)
    reclaimed += containers.SpaceReclaimed
    const networks = yield* cli.api.post<{ NetworksDeleted: string[] | null }>(
      '/networks/prune',
      filterQuery(flags),
    )
    if (isFailure(networks)) return cli.fail(networks)
    list('Deleted Networks', networks.NetworksDeleted)
    if (volumes) {
      const pruned = yield* cli.api.post<{ VolumesDeleted: string[] | null; SpaceReclaimed: number }>(
        '/volumes/prune',
        filterQuery(flags),
      )
      if (isFailure(pruned)) return cli.fail(pruned)
      list('Deleted Volumes', pruned.VolumesDeleted)
      reclaimed += pruned.SpaceReclaimed
    }
    const images = yield* cli.api.post<{ ImagesDeleted: ImageDeleted[] | null; SpaceReclaimed: number }>(
      '/images/prune',
      filterQuery(flags, [`dangling=${all ? 'false' : 'true'}`]),
    )
    if (isFailure(images)) return cli.fail(images)
    list(
      'Deleted Images',
      (images.ImagesDeleted ?? []).map((one) =>
        'Deleted' in one ? `deleted: ${one.Deleted}` : `untagged: ${one.Untagged}`,
      ),
    )
    reclaimed += images.SpaceReclaimed
    cli.out(`Total reclaimed space: ${humanSize(reclaimed)}\n`)
    return 0
  },
}
