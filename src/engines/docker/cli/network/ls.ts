// Ref: docker/cli cli/command/network/list.go, formatter.go
import { isFailure } from '../../http/client.ts'
import type { NetworkInspect } from '../../libnetwork/types.ts'
import { NO_ARGS } from '../lib/args.ts'
import { filterQuery } from '../lib/filters.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { naturalOrder } from '../lib/order.ts'
import { formatTime, parseTime } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { LIST_FORMAT } from '../lib/formatFlag.ts'

const FORMAT: ListFormat = {
  typeName: '*network.networkContext',
  headers: {
    ID: 'NETWORK ID',
    Name: 'NAME',
    Driver: 'DRIVER',
    Scope: 'SCOPE',
    IPv4: 'IPV4',
    IPv6: 'IPV6',
    Internal: 'INTERNAL',
    Labels: 'LABELS',
    CreatedAt: 'CREATED AT',
  },
  table: '{{.ID}}\\t{{.Name}}\\t{{.Driver}}\\t{{.Scope}}',
  quiet: '{{.ID}}',
}

export const networkLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List networks',
  known: 'docker network ls, docker network list',
  args: NO_ARGS,
  flags: [
    { name: 'filter', short: 'f', type: 'filter', usage: 'Provide filter values (e.g. "driver=bridge")' },
    LIST_FORMAT,
    { name: 'no-trunc', type: 'bool', usage: 'Do not truncate the output' },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display network IDs' },
  ],
  *run(cli, flags) {
    const list = yield* cli.api.get<NetworkInspect[]>('/networks', filterQuery(flags))
    if (isFailure(list)) return cli.fail(list)
    const sorted = [...list].sort((a, b) => naturalOrder(a.Name, b.Name))
    const rows = sorted.map((network) => ({
      ID: flags.bool('no-trunc') ? network.Id : network.Id.slice(0, 12),
      Name: network.Name,
      Driver: network.Driver,
      Scope: network.Scope,
      IPv4: String(network.EnableIPv4),
      IPv6: String(network.EnableIPv6),
      Internal: String(network.Internal),
      Labels: Object.entries(network.Labels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
      CreatedAt: formatTime(parseTime(network.Created)),
      Label: (name: unknown) => network.Labels?.[String(name)] ?? '',
    }))
    return printList(cli, FORMAT, rows, { format: flags.string('format'), quiet: flags.bool('quiet') })
  },
}
