// `docker compose start`, `stop`, `restart`, `kill`, `pause`, `unpause`: one thing done to each of a project's containers.
import type { Blocking } from '../../../../os/program.ts'
import type { ContainerSummary } from '../../api/container.ts'
import { isFailure } from '../../http/client.ts'
import { minArgs } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { Flag } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { nameOf, projectContainers, serviceOf } from './containers.ts'
import { loadProject } from './load.ts'
import { inOrder, type ComposeService } from './model.ts'
import { step } from './convergence.ts'

interface Act {
  readonly short: string
  readonly use: string
  /** null: it is only told when it is done. */
  readonly doing: string | null
  readonly done: string
  readonly path: string
  /** Those that are needed go last. */
  readonly backwards: boolean
  /** Containers in another are left alone. */
  readonly state?: string
  /** What is said of a project that has no containers; nothing unless it is given. */
  readonly none?: (services: readonly ComposeService[]) => { readonly words: string; readonly status: number }
  readonly flags: readonly Flag[]
}

function life(act: Act): CommandSpec {
  return {
    use: act.use,
    short: act.short,
    args: minArgs(0),
    flags: act.flags,
    *run(cli, flags, names) {
      const found = yield* orderedContainers(cli, names, act.backwards)
      if (typeof found === 'string') return cli.fail(found)
      if (found.length === 0 && names.length === 0 && act.none) {
        const project = loadProject(cli, cli.group)
        const order = typeof project === 'string' ? project : inOrder(project.services)
        if (typeof order === 'string') return cli.fail(order)
        const { words, status } = act.none(order)
        cli.err(words)
        return status
      }
      const query = flags.has('timeout')
        ? { t: flags.int('timeout') }
        : flags.has('signal')
          ? { signal: flags.string('signal') }
          : {}
      for (const container of found) {
        if (act.state !== undefined && container.State !== act.state) continue
        if (act.doing !== null) step(cli, 'Container', nameOf(container), act.doing)
        const done = yield* cli.api.post(`/containers/${container.Id}/${act.path}`, query)
        if (isFailure(done)) return cli.fail(done)
        step(cli, 'Container', nameOf(container), act.done)
      }
      return 0
    },
  }
}

/** The words of what is wrong, or the containers of the services named (all when none is). */
export function* orderedContainers(
  cli: DockerCli,
  names: readonly string[],
  backwards = false,
  oneOffs = false,
): Blocking<ContainerSummary[] | string> {
  const project = loadProject(cli, cli.group)
  if (typeof project === 'string') return project
  const order = inOrder(project.services)
  if (typeof order === 'string') return order
  for (const name of names)
    if (!order.some((service) => service.name === name)) return `no such service: ${name}`
  const containers = yield* projectContainers(cli, project.name, oneOffs)
  if (isFailure(containers)) return containers.message
  const rank = (container: ContainerSummary) => order.findIndex(({ name }) => name === serviceOf(container))
  return containers
    .filter((container) => names.length === 0 || names.includes(serviceOf(container)))
    .sort((a, b) => (backwards ? rank(b) - rank(a) : rank(a) - rank(b)))
}

export const composeStartSpec = life({
  short: 'Start services',
  use: '[SERVICE...]',
  doing: 'Starting',
  done: 'Started',
  path: 'start',
  backwards: false,
  none: (services) => ({
    words: `service "${services[0]?.name ?? ''}" has no container to start\n`,
    status: 1,
  }),
  flags: [],
})

export const composeStopSpec = life({
  short: 'Stop services',
  use: '[OPTIONS] [SERVICE...]',
  doing: 'Stopping',
  done: 'Stopped',
  path: 'stop',
  backwards: true,
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'timeout', short: 't', type: 'int', usage: 'Specify a shutdown timeout in seconds' },
  ],
})

export const composeRestartSpec = life({
  short: 'Restart service containers',
  use: '[OPTIONS] [SERVICE...]',
  doing: 'Restarting',
  done: 'Started',
  path: 'restart',
  backwards: false,
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'no-deps', type: 'bool', usage: "Don't restart dependent services" },
    { name: 'timeout', short: 't', type: 'int', usage: 'Specify a shutdown timeout in seconds' },
  ],
})

export const composeKillSpec = life({
  short: 'Force stop service containers',
  use: '[OPTIONS] [SERVICE...]',
  doing: 'Killing',
  done: 'Killed',
  path: 'kill',
  backwards: true,
  none: () => ({ words: 'no container to kill', status: 0 }),
  flags: [
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    {
      name: 'remove-orphans',
      type: 'bool',
      usage: 'Remove containers for services not defined in the Compose file',
    },
    {
      name: 'signal',
      short: 's',
      type: 'string',
      usage: 'SIGNAL to send to the container (default "SIGKILL")',
    },
  ],
})

export const composePauseSpec = life({
  short: 'Pause services',
  use: '[SERVICE...]',
  doing: null,
  done: 'Paused',
  path: 'pause',
  backwards: false,
  state: 'running',
  flags: [{ name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' }],
})

export const composeUnpauseSpec = life({
  short: 'Unpause services',
  use: '[SERVICE...]',
  doing: null,
  done: 'Unpaused',
  path: 'unpause',
  backwards: false,
  state: 'paused',
  flags: [{ name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' }],
})
