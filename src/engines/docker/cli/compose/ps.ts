// `docker compose ps`. Ref: docker/compose cmd/compose/ps.go, cmd/formatter/container.go
import type { GoStruct } from '../../../lib/gotemplate/value.ts'
import type { ContainerSummary } from '../../api/container.ts'
import { PS_HEADERS, rowOf } from '../container/ps.ts'
import { minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { nameOf, serviceOf } from './containers.ts'
import { orderedContainers } from './life.ts'

const FORMAT: ListFormat = {
  typeName: '*formatter.ContainerContext',
  headers: {
    ...PS_HEADERS,
    Name: 'NAME',
    Project: 'PROJECT',
    Service: 'SERVICE',
    Publishers: 'PUBLISHERS',
    ExitCode: 'EXIT CODE',
    Health: 'HEALTH',
  },
  table: '{{.Name}}\\t{{.Image}}\\t{{.Command}}\\t{{.Service}}\\t{{.RunningFor}}\\t{{.Status}}\\t{{.Ports}}',
  quiet: '{{.ID}}',
}

export const composePsSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'List containers',
  args: minArgs(0),
  flags: [
    {
      name: 'all',
      short: 'a',
      type: 'bool',
      usage: 'Show all stopped containers (including those created by the run command)',
    },
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'filter', type: 'string', usage: 'Filter services by a property (supported filters: status)' },
    {
      name: 'format',
      type: 'string',
      usage:
        "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates (default \"table\")",
    },
    { name: 'no-trunc', type: 'bool', usage: "Don't truncate output" },
    {
      name: 'orphans',
      type: 'bool',
      usage: 'Include orphaned services (not declared by project) (default true)',
    },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display IDs' },
    { name: 'services', type: 'bool', usage: 'Display services' },
    {
      name: 'status',
      type: 'stringArray',
      usage:
        'Filter services by status. Values: [paused | restarting | removing | running | dead | created | exited]',
    },
  ],
  *run(cli, flags, names) {
    const found = yield* orderedContainers(cli, names, false, flags.bool('all'))
    if (typeof found === 'string') return cli.fail(found)
    const wanted = statesOf(flags)
    if (typeof wanted === 'string') return cli.fail(wanted)
    const shown = found
      .filter(({ State }) => wanted.length === 0 || wanted.includes(State))
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    if (flags.bool('services')) {
      cli.out([...new Set(shown.map(serviceOf))].map((service) => `${service}\n`).join(''))
      return 0
    }
    if (flags.bool('quiet')) {
      cli.out(shown.map(({ Id }) => `${Id}\n`).join(''))
      return 0
    }
    const rows = shown.map((container) => composeRow(cli, container, !flags.bool('no-trunc')))
    const format = flags.string('format', 'table')
    return printList(cli, FORMAT, rows, { format, quiet: false })
  },
}

/** The states that are listed; none: every one. */
function statesOf(flags: ParsedFlags): readonly string[] | string {
  const filter = flags.string('filter')
  const [name, state] = filter.split('=')
  if (filter !== '' && state === undefined) return 'arguments to --filter should be in form KEY=VAL'
  if (filter !== '' && name !== 'status') return `unknown filter ${name ?? ''}`
  const asked = [...flags.list('status'), ...(state === undefined ? [] : [state])]
  return asked.length > 0 || flags.bool('all') ? asked : ['running', 'paused', 'restarting']
}

function composeRow(cli: DockerCli, container: ContainerSummary, trunc: boolean): GoStruct {
  const { Platform: _platform, Label, ...columns } = rowOf(cli, container, trunc)
  const health = /\((?:health: )?(starting|healthy|unhealthy)\)/.exec(container.Status)
  return {
    ...columns,
    ExitCode: Number(/^Exited \((\d+)\)/.exec(container.Status)?.[1] ?? 0),
    Health: health?.[1] ?? '',
    Name: nameOf(container),
    Project: container.Labels['com.docker.compose.project'] ?? '',
    Publishers: container.Ports.map(({ IP = '', PrivatePort, PublicPort = 0, Type }) => ({
      URL: IP,
      TargetPort: PrivatePort,
      PublishedPort: PublicPort,
      Protocol: Type,
    })),
    Service: serviceOf(container),
    Label,
  }
}
