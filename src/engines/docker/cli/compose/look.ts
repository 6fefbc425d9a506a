// `docker compose ps`, `logs`, `exec`, `config`, `port`, `ls`, `version`: what there is of a project.
import { stringify } from 'yaml'
import type { ContainerSummary } from '../../api/container.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import { isFailure } from '../../http/client.ts'
import { Demultiplexer } from '../../http/rawStream.ts'
import { humanDuration } from '../../lib/humanize.ts'
import { execInContainer } from '../container/exec.ts'
import { formatPorts } from '../container/portsColumn.ts'
import { ellipsis } from '../container/ps.ts'
import { exactArgs, minArgs, NO_ARGS } from '../lib/args.ts'
import { printList, type ListFormat } from '../lib/formatter.ts'
import { alignTable } from '../lib/table.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { nameOf, serviceOf } from './containers.ts'
import { orderedContainers } from './life.ts'
import { loadProject } from './load.ts'
import type { ComposeService, Project } from './model.ts'

const FORMAT: ListFormat = {
  typeName: '*formatter.ContainerContext',
  headers: {
    Name: 'NAME',
    Image: 'IMAGE',
    Command: 'COMMAND',
    Service: 'SERVICE',
    RunningFor: 'CREATED',
    Status: 'STATUS',
    Ports: 'PORTS',
    ID: 'CONTAINER ID',
    State: 'STATE',
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
    const found = yield* orderedContainers(cli, names)
    if (typeof found === 'string') return cli.fail(found)
    const shown = found
      .filter(
        ({ State }) =>
          flags.bool('all') || State === 'running' || State === 'paused' || State === 'restarting',
      )
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    if (flags.bool('services')) {
      cli.out(shown.map((container) => `${serviceOf(container)}\n`).join(''))
      return 0
    }
    if (flags.bool('quiet')) {
      cli.out(shown.map(({ Id }) => `${Id}\n`).join(''))
      return 0
    }
    const rows = shown.map((container) => ({
      Name: nameOf(container),
      Image: container.Image,
      Command: JSON.stringify(flags.bool('no-trunc') ? container.Command : ellipsis(container.Command, 20)),
      Service: serviceOf(container),
      RunningFor: `${humanDuration(cli.now() - container.Created)} ago`,
      Status: container.Status,
      Ports: formatPorts(container.Ports),
      ID: container.Id.slice(0, 12),
      State: container.State,
    }))
    return printList(cli, FORMAT, rows, { format: flags.string('format', 'table'), quiet: false })
  },
}

export const composeLogsSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'View output from containers',
  args: minArgs(0),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'follow', short: 'f', type: 'bool', usage: 'Follow log output' },
    { name: 'index', type: 'int', usage: 'index of the container if service has multiple replicas' },
    { name: 'no-color', type: 'bool', usage: 'Produce monochrome output' },
    { name: 'no-log-prefix', type: 'bool', usage: "Don't print prefix in logs" },
    {
      name: 'since',
      type: 'string',
      usage: 'Show logs since timestamp (e.g. 2013-01-02T13:23:37Z) or relative (e.g. 42m for 42 minutes)',
    },
    {
      name: 'tail',
      short: 'n',
      type: 'string',
      usage: 'Number of lines to show from the end of the logs for each container (default "all")',
    },
    { name: 'timestamps', short: 't', type: 'bool', usage: 'Show timestamps' },
    {
      name: 'until',
      type: 'string',
      usage: 'Show logs before a timestamp (e.g. 2013-01-02T13:23:37Z) or relative (e.g. 42m for 42 minutes)',
    },
  ],
  *run(cli, flags, names) {
    const found = yield* orderedContainers(cli, names)
    if (typeof found === 'string') return cli.fail(found)
    if (flags.bool('follow') && found.length > 1)
      return cli.fail('docker compose logs --follow of several services is not supported in vethlab')
    const label = (container: ContainerSummary) => `${serviceOf(container)}-1`
    const width = Math.max(0, ...found.map((container) => label(container).length))
    for (const container of found) {
      const prefix = flags.bool('no-log-prefix') ? '' : `${label(container).padEnd(width)}  | `
      const frames = new Demultiplexer()
      const query = {
        stdout: true,
        stderr: true,
        tail: flags.string('tail', 'all'),
        ...(flags.bool('follow') ? { follow: true } : {}),
        ...(flags.bool('timestamps') ? { timestamps: true } : {}),
      }
      const failed = yield* cli.api.pieces(
        { method: 'GET', path: `/containers/${container.Id}/logs`, query },
        (data) => {
          for (const [, piece] of frames.feed(data))
            cli.out(`${prefix}${decodeUtf8(piece).replace(/\n$/, '')}\n`)
        },
      )
      if (failed) return cli.fail(failed)
    }
    return 0
  },
}

export const composeExecSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE COMMAND [ARGS...]',
  short: 'Execute a command in a running container',
  args: minArgs(2),
  flags: [
    { name: 'detach', short: 'd', type: 'bool', usage: 'Detached mode: Run command in the background' },
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'env', short: 'e', type: 'stringArray', usage: 'Set environment variables' },
    { name: 'index', type: 'int', usage: 'Index of the container if service has multiple replicas' },
    {
      name: 'no-tty',
      short: 'T',
      type: 'bool',
      usage: "Disable pseudo-TTY allocation. By default 'docker compose exec' allocates a TTY.",
    },
    { name: 'privileged', type: 'bool', usage: 'Give extended privileges to the process' },
    { name: 'user', short: 'u', type: 'string', usage: 'Run the command as this user' },
    { name: 'workdir', short: 'w', type: 'string', usage: 'Path to workdir directory for this command' },
  ],
  optionsFirst: true,
  *run(cli, flags, [service = '', ...Cmd]) {
    const found = yield* orderedContainers(cli, [service])
    if (typeof found === 'string') return cli.fail(found)
    const container = found.find(({ State }) => State === 'running')
    if (!container) return cli.fail(`service "${service}" is not running`)
    const tty = !flags.bool('no-tty') && cli.p.io.isatty(0) && cli.p.io.isatty(1)
    return yield* execInContainer(cli, container.Id, {
      Cmd,
      tty,
      stdin: true,
      detached: flags.bool('detach'),
      user: flags.string('user'),
      workdir: flags.string('workdir'),
      privileged: flags.bool('privileged'),
      env: flags.list('env'),
      detachKeys: '',
    })
  },
}

export const composePortSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE PRIVATE_PORT',
  short: 'Print the public port for a port binding',
  args: exactArgs(2),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'index', type: 'int', usage: 'Index of the container if service has multiple replicas' },
    { name: 'protocol', type: 'string', usage: 'tcp or udp (default "tcp")' },
  ],
  *run(cli, flags, [service = '', port = '']) {
    const found = yield* orderedContainers(cli, [service])
    if (typeof found === 'string') return cli.fail(found)
    const protocol = flags.string('protocol', 'tcp')
    const ports = found.flatMap(({ Ports }) => Ports)
    const published = ports.find(
      ({ PrivatePort, Type, PublicPort }) =>
        PrivatePort === Number(port) && Type === protocol && PublicPort !== undefined,
    )
    if (!published)
      return cli.fail(`no port ${port}/${protocol} for container ${found[0] ? nameOf(found[0]) : service}`)
    cli.out(`${published.IP ?? ''}:${published.PublicPort ?? 0}\n`)
    return 0
  },
}

export const composeLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List running compose projects',
  args: NO_ARGS,
  flags: [
    { name: 'all', short: 'a', type: 'bool', usage: 'Show all stopped Compose projects' },
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'filter', type: 'filter', usage: 'Filter output based on conditions provided' },
    { name: 'format', type: 'string', usage: 'Format the output. Values: [table | json] (default "table")' },
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display project names' },
  ],
  *run(cli, flags) {
    const list = yield* cli.api.get<ContainerSummary[]>('/containers/json', {
      all: true,
      filters: JSON.stringify({ label: { 'com.docker.compose.project': true } }),
    })
    if (isFailure(list)) return cli.fail(list)
    const projects = new Map<string, ContainerSummary[]>()
    for (const container of list) {
      const name = container.Labels['com.docker.compose.project'] ?? ''
      projects.set(name, [...(projects.get(name) ?? []), container])
    }
    const rows = [...projects]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, containers]) => {
        const running = containers.some(({ State }) => State === 'running')
        if (!running && !flags.bool('all')) return []
        const states = new Map<string, number>()
        for (const { State } of containers) states.set(State, (states.get(State) ?? 0) + 1)
        const status = [...states]
          .sort()
          .map(([state, count]) => `${state}(${count})`)
          .join(', ')
        return [[name, status, containers[0]?.Labels['com.docker.compose.project.config_files'] ?? '']]
      })
    if (flags.bool('quiet')) cli.out(rows.map(([name]) => `${name ?? ''}\n`).join(''))
    else cli.out(alignTable([['NAME', 'STATUS', 'CONFIG FILES'], ...rows], 20, 1))
    return 0
  },
}

export const composeVersionSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Show the Docker Compose version information',
  args: NO_ARGS,
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    {
      name: 'format',
      short: 'f',
      type: 'string',
      usage: 'Format the output. Values: [pretty | json]. (Default: pretty)',
    },
    { name: 'short', type: 'bool', usage: "Shows only Compose's version number" },
  ],
  *run(cli, flags) {
    cli.out(flags.bool('short') ? '2.40.3-3\n' : 'Docker Compose version 2.40.3-3\n')
    return 0
  },
}

export const composeConfigSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'Parse, resolve and render compose file in canonical format',
  args: minArgs(0),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'environment', type: 'bool', usage: 'Print environment used for interpolation.' },
    { name: 'format', type: 'string', usage: 'Format the output. Values: [yaml | json]' },
    { name: 'hash', type: 'string', usage: 'Print the service config hash, one per line.' },
    { name: 'images', type: 'bool', usage: 'Print the image names, one per line.' },
    { name: 'lock-image-digests', type: 'bool', usage: 'Produces an override file with image digests' },
    { name: 'models', type: 'bool', usage: 'Print the model names, one per line.' },
    { name: 'networks', type: 'bool', usage: 'Print the network names, one per line.' },
    {
      name: 'no-consistency',
      type: 'bool',
      usage: "Don't check model consistency - warning: may produce invalid Compose output",
    },
    { name: 'no-env-resolution', type: 'bool', usage: "Don't resolve service env files" },
    { name: 'no-interpolate', type: 'bool', usage: "Don't interpolate environment variables" },
    { name: 'no-normalize', type: 'bool', usage: "Don't normalize compose model" },
    { name: 'no-path-resolution', type: 'bool', usage: "Don't resolve file paths" },
    { name: 'output', short: 'o', type: 'string', usage: 'Save to file (default to stdout)' },
    { name: 'profiles', type: 'bool', usage: 'Print the profile names, one per line.' },
    {
      name: 'quiet',
      short: 'q',
      type: 'bool',
      usage: "Only validate the configuration, don't print anything",
    },
    { name: 'resolve-image-digests', type: 'bool', usage: 'Pin image tags to digests' },
    { name: 'services', type: 'bool', usage: 'Print the service names, one per line.' },
    { name: 'variables', type: 'bool', usage: 'Print model variables and default values.' },
    { name: 'volumes', type: 'bool', usage: 'Print the volume names, one per line.' },
  ],
  *run(cli, flags) {
    const project = loadProject(cli, cli.group)
    if (typeof project === 'string') return cli.fail(project)
    if (flags.bool('quiet')) return 0
    if (flags.bool('services')) {
      cli.out(project.services.map(({ name }) => `${name}\n`).join(''))
      return 0
    }
    cli.out(stringify(canonical(project), { indent: 2, lineWidth: 0 }))
    return 0
  },
}

/** Members by name, as Go's encoder sorts a service's. */
function canonical(project: Project): unknown {
  return {
    name: project.name,
    services: Object.fromEntries(
      project.services.map((service) => [service.name, canonicalService(service)]),
    ),
    ...(Object.keys(project.networks).length > 0
      ? {
          networks: Object.fromEntries(
            Object.entries(project.networks).map(
              ([key, { name, driver, external, internal, driver_opts: options, subnets }]) => [
                key,
                {
                  name,
                  ...(driver === null ? {} : { driver }),
                  ...(Object.keys(options).length > 0 ? { driver_opts: options } : {}),
                  ...(subnets.length > 0 ? { ipam: { config: subnets } } : {}),
                  ...(external ? { external } : {}),
                  ...(internal ? { internal } : {}),
                },
              ],
            ),
          ),
        }
      : {}),
    ...(project.volumes.length > 0
      ? {
          volumes: Object.fromEntries(
            project.volumes.map((name) => [name, { name: `${project.name}_${name}` }]),
          ),
        }
      : {}),
  }
}

function canonicalService(service: ComposeService): unknown {
  const { name: _, depends_on: needed, ...rest } = service
  const dependencies = Object.fromEntries(
    needed.map((other) => [other, { condition: 'service_started', required: true }]),
  )
  const all: Record<string, unknown> = { ...rest, depends_on: dependencies }
  return Object.fromEntries(
    Object.entries(all)
      .filter(([key, value]) => (key === 'networks' ? value !== null : !isEmpty(value)))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
