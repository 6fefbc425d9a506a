// Ref: docker/cli cli/command/container/list.go, formatter/container.go
import type { GoStruct } from '../../../lib/gotemplate/value.ts'
import type { ContainerSummary } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { humanDuration, humanSize } from '../../lib/humanize.ts'
import { NO_ARGS } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import { filterQuery } from '../lib/filters.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { formatTime } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { formatPorts } from './portsColumn.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

export const PS_HEADERS = {
  ID: 'CONTAINER ID',
  Names: 'NAMES',
  Image: 'IMAGE',
  Command: 'COMMAND',
  CreatedAt: 'CREATED AT',
  RunningFor: 'CREATED',
  Ports: 'PORTS',
  State: 'STATE',
  Status: 'STATUS',
  Size: 'SIZE',
  Labels: 'LABELS',
  Mounts: 'MOUNTS',
  LocalVolumes: 'LOCAL VOLUMES',
  Networks: 'NETWORKS',
  Platform: 'PLATFORM',
} as const

const FORMAT: ListFormat = {
  typeName: '*formatter.ContainerContext',
  headers: PS_HEADERS,
  table: '{{.ID}}\\t{{.Image}}\\t{{.Command}}\\t{{.RunningFor}}\\t{{.Status}}\\t{{.Ports}}\\t{{.Names}}',
  quiet: '{{.ID}}',
  complaint: 'failed to execute template: ',
}

/** Letters of a command that are shown. */
const COMMAND_WIDTH = 20
const MOUNT_WIDTH = 15

export const psSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List containers',
  known: 'docker container ls, docker container list, docker container ps, docker ps',
  args: NO_ARGS,
  flags: [
    { name: 'all', short: 'a', type: 'bool', usage: 'Show all containers (default shows just running)' },
    { name: 'filter', short: 'f', type: 'filter', usage: 'Filter output based on conditions provided' },
    LIST_FORMAT,
    {
      name: 'last',
      short: 'n',
      type: 'int',
      usage: 'Show n last created containers (includes all states) (default -1)',
    },
    {
      name: 'latest',
      short: 'l',
      type: 'bool',
      usage: 'Show the latest created container (includes all states)',
    },
    { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display container IDs' },
    { name: 'size', short: 's', type: 'bool', usage: 'Display total file sizes' },
  ],
  *run(cli, flags) {
    const format = flags.string('format')
    const size = flags.bool('size') || /{{.*\.Size\b|{{ *json *\. *}}/.test(format)
    const last = flags.int('last', -1)
    const latest = flags.bool('latest')
    const limit = latest && last < 0 ? 1 : last
    const list = yield* cli.api.get<ContainerSummary[]>('/containers/json', {
      ...(flags.bool('all') || limit > 0 ? { all: true } : {}),
      ...(limit > 0 ? { limit } : {}),
      ...(size ? { size: true } : {}),
      ...filterQuery(flags),
    })
    if (isFailure(list)) return cli.fail(list)
    const rows = list.map((container) => rowOf(cli, container, !flags.bool('no-trunc')))
    const table = flags.bool('size') ? { table: `${FORMAT.table}\\t{{.Size}}` } : {}
    return printList(cli, FORMAT, rows, { format, quiet: flags.bool('quiet'), ...table })
  },
}

export function rowOf(cli: DockerCli, c: ContainerSummary, trunc: boolean): GoStruct {
  const names = c.Names.map((name) => name.replace(/^\//, ''))
  const mounts = c.Mounts.map(({ Name, Source }) => Name ?? Source).map((name) =>
    trunc ? ellipsis(name, MOUNT_WIDTH) : name,
  )
  const labels = Object.entries(c.Labels).sort(([a], [b]) => (a < b ? -1 : 1))
  const rw = humanSize(c.SizeRw ?? 0, 3)
  const virtual =
    c.SizeRootFs !== undefined && c.SizeRootFs > 0 ? ` (virtual ${humanSize(c.SizeRootFs, 3)})` : ''
  return {
    ID: trunc ? c.Id.slice(0, 12) : c.Id,
    Names: (trunc ? names.filter((name) => !name.includes('/')) : names).join(','),
    Image:
      c.Image === '' ? '<no image>' : trunc && c.Image.startsWith('sha256:') ? c.Image.slice(7, 19) : c.Image,
    Command: JSON.stringify(trunc ? ellipsis(c.Command, COMMAND_WIDTH) : c.Command),
    CreatedAt: formatTime(c.Created),
    RunningFor: `${humanDuration(cli.now() - c.Created)} ago`,
    Ports: formatPorts(c.Ports),
    State: c.State,
    Status: c.Status,
    Size: `${rw}${virtual}`,
    Labels: labels.map(([key, value]) => `${key}=${value}`).join(','),
    Mounts: mounts.join(','),
    LocalVolumes: String(c.Mounts.filter(({ Driver }) => Driver === 'local').length),
    Networks: Object.keys(c.NetworkSettings.Networks).sort().join(','),
    Platform: null,
    Label: (name) => c.Labels[String(name)] ?? '',
  }
}

/** Ref: docker/cli formatter/displayutils.go:Ellipsis() */
export function ellipsis(text: string, width: number): string {
  const letters = [...text]
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`
}
