// `docker compose logs`, `exec`, `port`, `ls`, `version`: what there is of a project.
import type { ContainerSummary } from '../../api/container.ts'
import type { Blocking } from '../../../../os/program.ts'
import { decodeUtf8 } from '../../../../wire/utf8.ts'
import { isFailure } from '../../http/client.ts'
import { Demultiplexer } from '../../http/rawStream.ts'
import { execInContainer } from '../container/exec.ts'
import { exactArgs, minArgs, NO_ARGS } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import { alignTable } from '../lib/table.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { nameOf, numberOf, projectContainers, serviceOf } from './containers.ts'
import { orderedContainers } from './life.ts'
import { loadProject } from './load.ts'

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
    const project = loadProject(cli, cli.group)
    const own = typeof project === 'string' ? '' : `${project.name}-`
    const label = (container: ContainerSummary) =>
      nameOf(container).startsWith(own) ? nameOf(container).slice(own.length) : nameOf(container)
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
    const container = yield* replicaOf(cli, flags, service)
    if (typeof container === 'string') return cli.fail(container)
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

/** The service's running container that --index asks for, else its first; the words of what is wrong. */
function* replicaOf(
  cli: DockerCli,
  flags: ParsedFlags,
  service: string,
): Blocking<ContainerSummary | string> {
  const project = loadProject(cli, cli.group)
  if (typeof project === 'string') return project
  const found = yield* projectContainers(cli, project.name)
  if (isFailure(found)) return found.message
  const index = flags.int('index')
  const container = found
    .filter((each) => serviceOf(each) === service && each.State === 'running')
    .sort((a, b) => numberOf(a) - numberOf(b))
    .find((each) => index === 0 || numberOf(each) === index)
  const which = index === 0 ? '' : ` container #${index}`
  return container ?? `service "${service}" is not running${which}`
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
    if (!/^\d+$/.test(port))
      return cli.fail(`strconv.ParseUint: parsing ${JSON.stringify(port)}: invalid syntax`)
    const container = yield* replicaOf(cli, flags, service)
    if (typeof container === 'string') return cli.fail(container)
    const protocol = flags.string('protocol', 'tcp')
    const published = container.Ports.find(
      ({ PrivatePort, Type, PublicPort }) =>
        PrivatePort === Number(port) && Type === protocol && PublicPort !== undefined,
    )
    if (!published) {
      const others = container.Ports.map(({ PublicPort = 0, Type }) => `${PublicPort}/${Type}`).join(', ')
      return cli.fail(`no port ${port}/${protocol} for container ${nameOf(container)}: ${others}`)
    }
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
