// `docker compose up` and `down`: networks and containers come in the order they need each other, and go in the other.
import type { Blocking } from '../../../../os/program.ts'
import type { ContainerSummary } from '../../api/container.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { startAttached } from './attached.ts'
import { projectContainers, serviceOf } from './containers.ts'
import { makeAll, startAll, step, takeDown, type Made } from './convergence.ts'
import { loadProject, projectName } from './load.ts'
import { inOrder, type ComposeService, type Project } from './model.ts'
import { scaled, scaleOptions } from './scaled.ts'

/** Options that are done, or that change nothing where images are not built and nobody is attached. */
const TAKEN: ReadonlySet<string> = new Set(
  'detach force-recreate no-build no-color no-log-prefix quiet-build quiet-pull scale timestamps yes'.split(
    ' ',
  ),
)

export const upSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'Create and start containers',
  args: minArgs(0),
  flags: [
    {
      name: 'abort-on-container-exit',
      type: 'bool',
      usage: 'Stops all containers if any container was stopped. Incompatible with -d',
    },
    {
      name: 'abort-on-container-failure',
      type: 'bool',
      usage: 'Stops all containers if any container exited with failure. Incompatible with -d',
    },
    {
      name: 'always-recreate-deps',
      type: 'bool',
      usage: 'Recreate dependent containers. Incompatible with --no-recreate.',
    },
    {
      name: 'attach',
      type: 'stringArray',
      usage: 'Restrict attaching to the specified services. Incompatible with --attach-dependencies.',
    },
    {
      name: 'attach-dependencies',
      type: 'bool',
      usage: 'Automatically attach to log output of dependent services',
    },
    { name: 'build', type: 'bool', usage: 'Build images before starting containers' },
    { name: 'detach', short: 'd', type: 'bool', usage: 'Detached mode: Run containers in the background' },
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    {
      name: 'exit-code-from',
      type: 'string',
      usage: 'Return the exit code of the selected service container. Implies --abort-on-container-exit',
    },
    {
      name: 'force-recreate',
      type: 'bool',
      usage: "Recreate containers even if their configuration and image haven't changed",
    },
    {
      name: 'menu',
      type: 'bool',
      usage:
        'Enable interactive shortcuts when running attached. Incompatible with --detach. Can also be enable/disable by setting COMPOSE_MENU environment var.',
    },
    {
      name: 'no-attach',
      type: 'stringArray',
      usage: 'Do not attach (stream logs) to the specified services',
    },
    { name: 'no-build', type: 'bool', usage: "Don't build an image, even if it's policy" },
    { name: 'no-color', type: 'bool', usage: 'Produce monochrome output' },
    { name: 'no-deps', type: 'bool', usage: "Don't start linked services" },
    { name: 'no-log-prefix', type: 'bool', usage: "Don't print prefix in logs" },
    {
      name: 'no-recreate',
      type: 'bool',
      usage: "If containers already exist, don't recreate them. Incompatible with --force-recreate.",
    },
    { name: 'no-start', type: 'bool', usage: "Don't start the services after creating them" },
    {
      name: 'pull',
      type: 'string',
      usage: 'Pull image before running ("always"|"missing"|"never") (default "policy")',
    },
    { name: 'quiet-build', type: 'bool', usage: 'Suppress the build output' },
    { name: 'quiet-pull', type: 'bool', usage: 'Pull without printing progress information' },
    {
      name: 'remove-orphans',
      type: 'bool',
      usage: 'Remove containers for services not defined in the Compose file',
    },
    {
      name: 'renew-anon-volumes',
      short: 'V',
      type: 'bool',
      usage: 'Recreate anonymous volumes instead of retrieving data from the previous containers',
    },
    {
      name: 'scale',
      type: 'scale',
      usage: 'Scale SERVICE to NUM instances. Overrides the scale setting in the Compose file if present.',
    },
    {
      name: 'timeout',
      short: 't',
      type: 'int',
      usage:
        'Use this timeout in seconds for container shutdown when attached or when containers are already running',
    },
    { name: 'timestamps', type: 'bool', usage: 'Show timestamps' },
    { name: 'wait', type: 'bool', usage: 'Wait for services to be running|healthy. Implies detached mode.' },
    {
      name: 'wait-timeout',
      type: 'int',
      usage: 'Maximum duration in seconds to wait for the project to be running|healthy',
    },
    {
      name: 'watch',
      short: 'w',
      type: 'bool',
      usage: 'Watch source code and rebuild/refresh containers when files are updated.',
    },
    {
      name: 'yes',
      short: 'y',
      type: 'bool',
      usage: 'Assume "yes" as answer to all prompts and run non-interactively',
    },
  ],
  *run(cli, flags, names) {
    const loaded = loadProject(cli, cli.group)
    if (typeof loaded === 'string') return cli.fail(loaded)
    const other = [...flags.names].find((name) => !TAKEN.has(name))
    if (other !== undefined) return cli.fail(`docker compose up --${other} is not supported in vethlab`)
    const made = yield* wanted(cli, flags, loaded, names)
    if (typeof made === 'string') return cli.fail(made)
    if (isFailure(made)) return cli.fail(made)
    if (!flags.bool('detach')) return yield* startAttached(cli, loaded.name, made, flags)
    const failed = yield* startAll(cli, made)
    return failed ? cli.fail(failed) : 0
  },
}

/** Those named and what they need; all when none is named. */
export function chosen(project: Project, names: readonly string[]): readonly ComposeService[] | string {
  const ordered = inOrder(project.services)
  if (typeof ordered === 'string') return ordered
  if (names.length === 0) return ordered
  const wanted = new Set<string>()
  const want = (name: string): string | null => {
    const service = ordered.find((candidate) => candidate.name === name)
    if (!service) return `no such service: ${name}`
    wanted.add(name)
    for (const needed of service.depends_on) if (!wanted.has(needed)) want(needed)
    return null
  }
  for (const name of names) {
    const wrong = want(name)
    if (wrong !== null) return wrong
  }
  return ordered.filter(({ name }) => wanted.has(name))
}

/** As `up`, without a start. */
export const createSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICE...]',
  short: 'Creates containers for a service',
  args: minArgs(0),
  flags: [
    { name: 'build', type: 'bool', usage: 'Build images before starting containers' },
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    {
      name: 'force-recreate',
      type: 'bool',
      usage: "Recreate containers even if their configuration and image haven't changed",
    },
    { name: 'no-build', type: 'bool', usage: "Don't build an image, even if it's policy" },
    {
      name: 'no-recreate',
      type: 'bool',
      usage: "If containers already exist, don't recreate them. Incompatible with --force-recreate.",
    },
    {
      name: 'pull',
      type: 'string',
      usage: 'Pull image before running ("always"|"missing"|"never"|"build") (default "policy")',
    },
    { name: 'quiet-pull', type: 'bool', usage: 'Pull without printing progress information' },
    {
      name: 'remove-orphans',
      type: 'bool',
      usage: 'Remove containers for services not defined in the Compose file',
    },
    {
      name: 'scale',
      type: 'scale',
      usage: 'Scale SERVICE to NUM instances. Overrides the scale setting in the Compose file if present.',
    },
    {
      name: 'yes',
      short: 'y',
      type: 'bool',
      usage: 'Assume "yes" as answer to all prompts and run non-interactively',
    },
  ],
  *run(cli, flags, names) {
    const loaded = loadProject(cli, cli.group)
    if (typeof loaded === 'string') return cli.fail(loaded)
    const other = [...flags.names].find((name) => !TAKEN.has(name))
    if (other !== undefined) return cli.fail(`docker compose create --${other} is not supported in vethlab`)
    const made = yield* wanted(cli, flags, loaded, names)
    if (typeof made === 'string') return cli.fail(made)
    return isFailure(made) ? cli.fail(made) : 0
  },
}

/** Networks and containers as the file and --scale say; the words of what is wrong. */
function* wanted(
  cli: DockerCli,
  flags: ParsedFlags,
  loaded: Project,
  names: readonly string[],
): Blocking<Made | ApiFailure | string> {
  const counts = scaleOptions(flags.list('scale'))
  if (typeof counts === 'string') return counts
  const project = scaled(loaded, counts)
  if (typeof project === 'string') return `${project}: not found`
  const services = chosen(project, names)
  if (typeof services === 'string') return services
  return yield* makeAll(cli, project, services, flags.bool('force-recreate'))
}

export const downSpec: CommandSpec = {
  use: '[OPTIONS] [SERVICES]',
  short: 'Stop and remove containers, networks',
  args: minArgs(0),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    {
      name: 'remove-orphans',
      type: 'bool',
      usage: 'Remove containers for services not defined in the Compose file',
    },
    {
      name: 'rmi',
      type: 'string',
      usage:
        'Remove images used by services. "local" remove only images that don\'t have a custom tag ("local"|"all")',
    },
    { name: 'timeout', short: 't', type: 'int', usage: 'Specify a shutdown timeout in seconds' },
    {
      name: 'volumes',
      short: 'v',
      type: 'bool',
      usage:
        'Remove named volumes declared in the "volumes" section of the Compose file and anonymous volumes attached to containers',
    },
  ],
  *run(cli, flags, names) {
    const project = loadProject(cli, cli.group)
    const name = typeof project === 'string' ? projectName(cli, cli.group, undefined, '') : project.name
    if (typeof project === 'string' && name === '') return cli.fail(project)
    const containers = yield* projectContainers(cli, name, true)
    if (isFailure(containers)) return cli.fail(containers)
    const order = typeof project === 'string' ? [] : inOrder(project.services)
    const rank = (container: ContainerSummary) =>
      typeof order === 'string' ? 0 : order.findIndex((service) => service.name === serviceOf(container))
    const going = containers
      .filter((container) => names.length === 0 || names.includes(serviceOf(container)))
      .sort((a, b) => rank(b) - rank(a))
    for (const container of going) {
      const failed = yield* takeDown(
        cli,
        container,
        flags.has('timeout') ? flags.int('timeout') : null,
        flags.bool('volumes'),
      )
      if (failed) return cli.fail(failed)
    }
    if (names.length > 0 || typeof project === 'string') return 0
    for (const network of Object.values(project.networks)) {
      if (network.external || isFailure(yield* cli.api.get(`/networks/${network.name}`))) continue
      step(cli, 'Network', network.name, 'Removing')
      const removed = yield* cli.api.delete(`/networks/${network.name}`)
      if (isFailure(removed)) return cli.fail(removed)
      step(cli, 'Network', network.name, 'Removed')
    }
    return 0
  },
}
