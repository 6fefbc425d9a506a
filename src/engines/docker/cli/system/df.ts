// Ref: docker/cli cli/command/system/df.go, formatter/disk_usage.go
import type { ContainerSummary } from '../../api/container.ts'
import type { DiskUsage } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { humanDuration, humanSize } from '../../lib/humanize.ts'
import { ellipsis } from '../container/ps.ts'
import { NO_ARGS } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { alignTable } from '../lib/table.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

const SHORT_ID = 12
const COMMAND_WIDTH = 20

const FORMAT: ListFormat = {
  typeName: '*formatter.diskUsageContext',
  headers: { Type: 'TYPE', TotalCount: 'TOTAL', Active: 'ACTIVE', Size: 'SIZE', Reclaimable: 'RECLAIMABLE' },
  table: '{{.Type}}\\t{{.TotalCount}}\\t{{.Active}}\\t{{.Size}}\\t{{.Reclaimable}}',
  quiet: '',
}

type Usage = DiskUsage & { readonly Containers: readonly ContainerSummary[] }

export const dfSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Show docker disk usage',
  args: NO_ARGS,
  flags: [
    LIST_FORMAT,
    { name: 'verbose', short: 'v', type: 'bool', usage: 'Show detailed information on space usage' },
  ],
  *run(cli, flags) {
    const usage = yield* cli.api.get<Usage>('/system/df')
    if (isFailure(usage)) return cli.fail(usage)
    if (flags.bool('verbose')) {
      if (flags.has('format'))
        return cli.fail('docker system df --verbose with --format is not supported in vethlab')
      cli.out(verbose(cli, usage))
      return 0
    }
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

/** Ref: formatter/disk_usage.go:verboseWriteTable() */
function verbose(cli: DockerCli, { Images, Containers, Volumes }: Usage): string {
  const images = Images.toSorted((a, b) => b.Created - a.Created).map((image) => {
    const [repository = '<none>', tag = '<none>'] = splitTag(image.RepoTags[0] ?? '')
    return [
      repository,
      tag,
      image.Id.replace('sha256:', '').slice(0, SHORT_ID),
      `${humanDuration(cli.now() - image.Created)} ago`,
      humanSize(image.Size, 3),
      humanSize(image.SharedSize),
      humanSize(image.Size - image.SharedSize),
      String(image.Containers),
    ]
  })
  const containers = Containers.toReversed()
    .sort((a, b) => b.Created - a.Created)
    .map((container) => [
      container.Id.slice(0, SHORT_ID),
      container.Image,
      JSON.stringify(ellipsis(container.Command, COMMAND_WIDTH)),
      String(container.Mounts.filter(({ Type }) => Type === 'volume').length),
      humanSize(container.SizeRw ?? 0, 3),
      `${humanDuration(cli.now() - container.Created)} ago`,
      container.Status,
      container.Names[0]?.slice(1) ?? '',
    ])
  const volumes = Volumes.map(({ Name, UsageData }) => [
    Name,
    String(UsageData.RefCount),
    humanSize(UsageData.Size, 3),
  ])
  const table = (heads: string, rows: readonly (readonly string[])[]) =>
    alignTable([heads.split('|'), ...rows])
  return (
    `Images space usage:\n\n${table('REPOSITORY|TAG|IMAGE ID|CREATED|SIZE|SHARED SIZE|UNIQUE SIZE|CONTAINERS', images)}` +
    `\nContainers space usage:\n\n${table('CONTAINER ID|IMAGE|COMMAND|LOCAL VOLUMES|SIZE|CREATED|STATUS|NAMES', containers)}` +
    `\nLocal Volumes space usage:\n\n${table('VOLUME NAME|LINKS|SIZE', volumes)}` +
    `\nBuild cache usage: 0B\n\n${table('CACHE ID|CACHE TYPE|SIZE|CREATED|LAST USED|USAGE|SHARED', [])}`
  )
}

function splitTag(reference: string): string[] {
  const at = reference.lastIndexOf(':')
  return at < 0 ? [] : [reference.slice(0, at), reference.slice(at + 1)]
}
