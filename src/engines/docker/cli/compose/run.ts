// `docker compose run`: one more container of a service, for one command. Ref: docker/compose pkg/compose/run.go
import type { ContainerCreate } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { randomId } from '../../lib/ids.ts'
import { parsePublish } from '../container/ports.ts'
import { runCreated } from '../container/run.ts'
import { minArgs } from '../lib/args.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { createBody } from './containers.ts'
import { bringUp, makeNetworks } from './convergence.ts'
import { loadProject } from './load.ts'
import type { ComposeService, Project } from './model.ts'
import { chosen } from './up.ts'

const SLUG_LENGTH = 12
const TAKEN: ReadonlySet<string> = new Set(
  (
    'detach entrypoint env interactive label name no-TTY no-deps publish quiet quiet-build quiet-pull rm service-ports ' +
    'use-aliases user workdir'
  ).split(' '),
)

export const composeRunSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE [COMMAND] [ARGS...]',
  short: 'Run a one-off command on a service',
  args: minArgs(1),
  flags: [
    { name: 'build', type: 'bool', usage: 'Build image before starting container' },
    { name: 'cap-add', type: 'list', usage: 'Add Linux capabilities' },
    { name: 'cap-drop', type: 'list', usage: 'Drop Linux capabilities' },
    { name: 'detach', short: 'd', type: 'bool', usage: 'Run container in background and print container ID' },
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'entrypoint', type: 'string', usage: 'Override the entrypoint of the image' },
    { name: 'env', short: 'e', type: 'stringArray', usage: 'Set environment variables' },
    { name: 'env-from-file', type: 'stringArray', usage: 'Set environment variables from file' },
    {
      name: 'interactive',
      short: 'i',
      type: 'bool',
      usage: 'Keep STDIN open even if not attached (default true)',
    },
    { name: 'label', short: 'l', type: 'stringArray', usage: 'Add or override a label' },
    { name: 'name', type: 'string', usage: 'Assign a name to the container' },
    {
      name: 'no-TTY',
      short: 'T',
      type: 'bool',
      usage: 'Disable pseudo-TTY allocation (default: auto-detected) (default true)',
    },
    { name: 'no-deps', type: 'bool', usage: "Don't start linked services" },
    { name: 'publish', short: 'p', type: 'stringArray', usage: "Publish a container's port(s) to the host" },
    {
      name: 'pull',
      type: 'string',
      usage: 'Pull image before running ("always"|"missing"|"never") (default "policy")',
    },
    { name: 'quiet', short: 'q', type: 'bool', usage: "Don't print anything to STDOUT" },
    { name: 'quiet-build', type: 'bool', usage: 'Suppress progress output from the build process' },
    { name: 'quiet-pull', type: 'bool', usage: 'Pull without printing progress information' },
    {
      name: 'remove-orphans',
      type: 'bool',
      usage: 'Remove containers for services not defined in the Compose file',
    },
    { name: 'rm', type: 'bool', usage: 'Automatically remove the container when it exits' },
    {
      name: 'service-ports',
      short: 'P',
      type: 'bool',
      usage: "Run command with all service's ports enabled and mapped to the host",
    },
    {
      name: 'use-aliases',
      type: 'bool',
      usage: "Use the service's network useAliases in the network(s) the container connects to",
    },
    { name: 'user', short: 'u', type: 'string', usage: 'Run as specified username or uid' },
    { name: 'volume', short: 'v', type: 'stringArray', usage: 'Bind mount a volume' },
    { name: 'workdir', short: 'w', type: 'string', usage: 'Working directory inside the container' },
  ],
  optionsFirst: true,
  *run(cli, flags, [name = '', ...command]) {
    const project = loadProject(cli, cli.group)
    if (typeof project === 'string') return cli.fail(project)
    const other = [...flags.names].find((each) => !TAKEN.has(each))
    if (other !== undefined) return cli.fail(`docker compose run --${other} is not supported in vethlab`)
    const services = chosen(project, [name])
    if (typeof services === 'string') return cli.fail(services)
    const service = services.find((each) => each.name === name)
    if (!service) return cli.fail(`no such service: ${name}`)
    const needed = flags.bool('no-deps') ? [] : services.filter((each) => each !== service)
    const failed =
      (yield* makeNetworks(cli, project, services)) ?? (yield* bringUp(cli, project, needed, false))
    if (failed) return cli.fail(failed)
    const detached = flags.bool('detach')
    const tty = !detached && !flags.bool('no-TTY') && cli.p.io.isatty(0) && cli.p.io.isatty(1)
    const slug = randomId(() => cli.p.random()).slice(0, SLUG_LENGTH)
    const body = oneOff(project, service, flags, command, { slug, tty, detached })
    if (typeof body === 'string') return cli.fail(body)
    const container = flags.string('name', `${project.name}-${name}-run-${slug}`)
    const made = yield* cli.api.post<{ Id: string }>('/containers/create', { name: container }, body)
    if (isFailure(made)) return cli.fail(made)
    return yield* runCreated(cli, made.Id, body, {
      detached,
      removed: flags.bool('rm'),
      detachKeys: 'ctrl-p,ctrl-q',
      proxiesSignals: true,
      fail: (words) => cli.fail(words),
    })
  },
}

interface OneOff {
  readonly slug: string
  readonly tty: boolean
  readonly detached: boolean
}

/** What the service says, but for what the command line says; its ports and names only where they are asked for. */
function oneOff(
  project: Project,
  service: ComposeService,
  flags: ParsedFlags,
  command: readonly string[],
  { slug, tty, detached }: OneOff,
): ContainerCreate | string {
  const published = parsePublish(flags.list('publish'))
  if (typeof published === 'string') return published
  const body = createBody(project, service, 1)
  const endpoints = Object.entries(body.NetworkingConfig?.EndpointsConfig ?? {})
  const aliases = flags.bool('use-aliases') ? [service.name] : []
  const ports = {
    ...(flags.bool('service-ports') ? body.HostConfig?.PortBindings : {}),
    ...published.bindings,
  }
  const interactive = flags.bool('interactive', true)
  return {
    ...body,
    ...(command.length > 0 ? { Cmd: command } : {}),
    ...(flags.has('entrypoint') ? { Entrypoint: [flags.string('entrypoint')] } : {}),
    ...(flags.has('user') ? { User: flags.string('user') } : {}),
    ...(flags.has('workdir') ? { WorkingDir: flags.string('workdir') } : {}),
    Env: [...(body.Env ?? []), ...flags.list('env')],
    Labels: {
      ...body.Labels,
      ...Object.fromEntries(flags.list('label').map((label) => label.split('=', 2) as [string, string])),
      'com.docker.compose.oneoff': 'True',
      'com.docker.compose.slug': slug,
    },
    Tty: tty,
    OpenStdin: interactive && !detached,
    StdinOnce: interactive && !detached,
    AttachStdin: interactive && !detached,
    AttachStdout: !detached,
    AttachStderr: !detached,
    HostConfig: {
      ...body.HostConfig,
      PortBindings: ports,
      AutoRemove: flags.bool('rm'),
      RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
    },
    NetworkingConfig: {
      EndpointsConfig: Object.fromEntries(
        endpoints.map(([network, endpoint]) => [network, { ...endpoint, Aliases: aliases }]),
      ),
    },
  }
}
