// What a container uses. A lab's processes use no memory that could be measured: what can be is what crossed its devices.
import type { ContainerSummary } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { bytesSize, humanSize } from '../../lib/humanize.ts'
import type { LinkTraffic } from '../../libnetwork/types.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { minArgs } from '../lib/args.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

const FORMAT: ListFormat = {
  typeName: '*container.statsContext',
  headers: {
    Container: 'CONTAINER ID',
    ID: 'CONTAINER ID',
    Name: 'NAME',
    CPUPerc: 'CPU %',
    MemUsage: 'MEM USAGE / LIMIT',
    MemPerc: 'MEM %',
    NetIO: 'NET I/O',
    BlockIO: 'BLOCK I/O',
    PIDs: 'PIDS',
  },
  table:
    '{{.ID}}\\t{{.Name}}\\t{{.CPUPerc}}\\t{{.MemUsage}}\\t{{.MemPerc}}\\t{{.NetIO}}\\t{{.BlockIO}}\\t{{.PIDs}}',
  quiet: '{{.ID}}',
}

interface Stats {
  readonly name: string
  readonly id: string
  readonly pids_stats: { readonly current: number }
  readonly memory_stats: { readonly limit?: number }
  readonly networks: Readonly<Record<string, LinkTraffic>>
}

function crossed({ networks }: Stats, way: keyof LinkTraffic): string {
  return humanSize(
    Object.values(networks).reduce((sum, traffic) => sum + traffic[way], 0),
    3,
  )
}

export const statsSpec: CommandSpec = {
  use: '[OPTIONS] [CONTAINER...]',
  short: 'Display a live stream of container(s) resource usage statistics',
  known: 'docker container stats, docker stats',
  args: minArgs(0),
  flags: [
    { name: 'all', short: 'a', type: 'bool', usage: 'Show all containers (default shows just running)' },
    LIST_FORMAT,
    { name: 'no-stream', type: 'bool', usage: 'Disable streaming stats and only pull the first result' },
    { name: 'no-trunc', type: 'bool', usage: 'Do not truncate output' },
  ],
  *run(cli, flags, args) {
    if (!flags.bool('no-stream'))
      return cli.fail('docker stats without --no-stream is not supported in vethlab')
    let names = args
    if (names.length === 0) {
      const list = yield* cli.api.get<ContainerSummary[]>(
        '/containers/json',
        flags.bool('all') ? { all: true } : {},
      )
      if (isFailure(list)) return cli.fail(list)
      names = list.map(({ Id }) => Id)
    }
    const rows = []
    for (const name of names) {
      const stats = yield* cli.api.get<Stats>(`/containers/${name}/stats`, { stream: false })
      if (isFailure(stats)) return cli.fail(stats)
      const ID = flags.bool('no-trunc') ? stats.id : stats.id.slice(0, 12)
      rows.push({
        Container: name,
        ID,
        Name: stats.name.slice(1),
        CPUPerc: '0.00%',
        MemUsage: `0B / ${bytesSize(stats.memory_stats.limit ?? 0)}`,
        MemPerc: '0.00%',
        NetIO: `${crossed(stats, 'rx_bytes')} / ${crossed(stats, 'tx_bytes')}`,
        BlockIO: '0B / 0B',
        PIDs: String(stats.pids_stats.current),
      })
    }
    return printList(cli, FORMAT, rows, { format: flags.string('format'), quiet: false })
  },
}
