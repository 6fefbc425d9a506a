// Ref: docker/cli cli/command/system/df.go, formatter/disk_usage.go
import type { ContainerSummary } from '../../api/container.ts'
import type { DiskUsage } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { humanSize } from '../../lib/humanize.ts'
import { NO_ARGS } from '../lib/args.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

const FORMAT: ListFormat = {
  typeName: '*formatter.diskUsageContext',
  headers: { Type: 'TYPE', TotalCount: 'TOTAL', Active: 'ACTIVE', Size: 'SIZE', Reclaimable: 'RECLAIMABLE' },
  table: '{{.Type}}\\t{{.TotalCount}}\\t{{.Active}}\\t{{.Size}}\\t{{.Reclaimable}}',
  quiet: '',
}

export const dfSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Show docker disk usage',
  args: NO_ARGS,
  flags: [
    LIST_FORMAT,
    { name: 'verbose', short: 'v', type: 'bool', usage: 'Show detailed information on space usage' },
  ],
  *run(cli, flags) {
    if (flags.bool('verbose')) return cli.fail('docker system df --verbose is not supported in vethlab')
    const usage = yield* cli.api.get<DiskUsage & { readonly Containers: readonly ContainerSummary[] }>(
      '/system/df',
    )
    if (isFailure(usage)) return cli.fail(usage)
    const { Images, Containers, Volumes, LayersSize } = usage
    const active = Images.filter(({ Containers: users }) => users > 0)
    const used = active.reduce((sum, { Size, SharedSize }) => sum + Size - SharedSize, 0)
    const sizes = Containers.reduce((sum, { SizeRw }) => sum + (SizeRw ?? 0), 0)
    const running = Containers.filter(
      ({ State }) => State === 'running' || State === 'paused' || State === 'restarting',
    )
    const stopped = Containers.filter((container) => !running.includes(container)).reduce(
      (sum, { SizeRw }) => sum + (SizeRw ?? 0),
      0,
    )
    const volumes = Volumes.reduce((sum, { UsageData }) => sum + UsageData.Size, 0)
    const unused = Volumes.filter(({ UsageData }) => UsageData.RefCount === 0).reduce(
      (sum, { UsageData }) => sum + UsageData.Size,
      0,
    )
    const row = (Type: string, total: number, busy: number, size: number, reclaimable: number) => ({
      Type,
      TotalCount: String(total),
      Active: String(busy),
      Size: humanSize(size),
      Reclaimable:
        size > 0
          ? `${humanSize(reclaimable)} (${Math.trunc((reclaimable * 100) / size)}%)`
          : humanSize(reclaimable),
    })
    const rows = [
      row('Images', Images.length, active.length, LayersSize, LayersSize - used),
      row('Containers', Containers.length, running.length, sizes, stopped),
      row(
        'Local Volumes',
        Volumes.length,
        Volumes.filter(({ UsageData }) => UsageData.RefCount > 0).length,
        volumes,
        unused,
      ),
      row('Build Cache', 0, 0, 0, 0),
    ]
    return printList(cli, FORMAT, rows, { format: flags.string('format'), quiet: false })
  },
}
