// `docker swarm join-token`, `unlock-key`, `unlock`, `update`, `ca`. Ref: docker/cli cli/command/swarm/join_token.go …
import type { Blocking } from '../../../../os/program.ts'
import type { NodeInspect, SwarmInspect } from '../../api/swarm.ts'
import type { SystemInfo } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { exactArgs, NO_ARGS } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import type { Flag } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { commandHelp } from '../lib/usage.ts'

type Role = 'worker' | 'manager'

const QUIET: Flag = { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display token' }

/** What is to be typed on another machine. */
export function* printJoinCommand(cli: DockerCli, nodeId: string, role: Role): Blocking<number> {
  const node = yield* cli.api.get<NodeInspect>(`/nodes/${nodeId}`)
  if (isFailure(node)) return cli.fail(node)
  const swarm = yield* cli.api.get<SwarmInspect>('/swarm')
  if (isFailure(swarm)) return cli.fail(swarm)
  const token = tokenOf(swarm, role)
  const addr = node.ManagerStatus?.Addr ?? ''
  cli.out(`To add a ${role} to this swarm, run the following command:\n\n`)
  cli.out(`    docker swarm join --token ${token} ${addr}\n\n`)
  return 0
}

function tokenOf({ JoinTokens }: SwarmInspect, role: Role): string {
  return role === 'worker' ? JoinTokens.Worker : JoinTokens.Manager
}

export const joinTokenSpec: CommandSpec = {
  use: '[OPTIONS] (worker|manager)',
  short: 'Manage join tokens',
  args: exactArgs(1),
  flags: [QUIET, { name: 'rotate', type: 'bool', usage: 'Rotate join token' }],
  *run(cli, flags, [role = '']) {
    if (role !== 'worker' && role !== 'manager') return cli.fail(`unknown role ${role}`)
    const quiet = flags.bool('quiet')
    if (flags.bool('rotate')) {
      const before = yield* cli.api.get<SwarmInspect>('/swarm')
      if (isFailure(before)) return cli.fail(before)
      const query = {
        version: before.Version.Index,
        [`rotate${role === 'worker' ? 'Worker' : 'Manager'}Token`]: true,
      }
      const rotated = yield* cli.api.post('/swarm/update', query, before.Spec)
      if (isFailure(rotated)) return cli.fail(rotated)
      if (!quiet) cli.out(`Successfully rotated ${role} join token.\n\n`)
    }
    const swarm = yield* cli.api.get<SwarmInspect>('/swarm')
    if (isFailure(swarm)) return cli.fail(swarm)
    if (quiet) {
      cli.out(`${tokenOf(swarm, role)}\n`)
      return 0
    }
    const info = yield* cli.api.get<SystemInfo>('/info')
    return isFailure(info) ? cli.fail(info) : yield* printJoinCommand(cli, info.Swarm.NodeID, role)
  },
}

export const unlockKeySpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Manage the unlock key',
  args: NO_ARGS,
  flags: [QUIET, { name: 'rotate', type: 'bool', usage: 'Rotate unlock key' }],
  *run(cli, flags) {
    if (flags.bool('rotate')) {
      const swarm = yield* cli.api.get<SwarmInspect>('/swarm')
      return isFailure(swarm) ? cli.fail(swarm) : cli.fail('cannot rotate because autolock is not turned on')
    }
    const key = yield* cli.api.get<{ UnlockKey: string }>('/swarm/unlockkey')
    return cli.fail(isFailure(key) ? `could not fetch unlock key: ${key.message}` : 'no unlock key is set')
  },
}

export const unlockSpec: CommandSpec = {
  use: '',
  short: 'Unlock swarm',
  args: NO_ARGS,
  flags: [],
  *run(cli) {
    const info = yield* cli.api.get<SystemInfo>('/info')
    if (isFailure(info)) return cli.fail(info)
    const outside = info.Swarm.LocalNodeState === 'inactive'
    return cli.fail(`Error: ${outside ? 'This node is not part of a swarm' : 'swarm is not locked'}`)
  },
}

const EXPIRY: Flag = {
  name: 'cert-expiry',
  type: 'duration',
  usage: 'Validity period for node certificates (ns|us|ms|s|m|h) (default 2160h0m0s)',
  refused: true,
}

const EXTERNAL_CA: Flag = {
  name: 'external-ca',
  type: 'external-ca',
  usage: 'Specifications of one or more certificate signing endpoints',
  refused: true,
}

/** What `swarm init` and `swarm update` say of its log. */
export const RAFT_FLAGS: readonly Flag[] = [
  {
    name: 'max-snapshots',
    type: 'uint',
    usage: 'Number of additional Raft snapshots to retain',
    refused: true,
  },
  {
    name: 'snapshot-interval',
    type: 'uint',
    usage: 'Number of log entries between Raft snapshots (default 10000)',
    refused: true,
  },
  { name: 'task-history-limit', type: 'int', usage: 'Task history retention limit (default 5)' },
]

export const swarmUpdateSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Update the swarm',
  args: NO_ARGS,
  flags: [
    {
      name: 'autolock',
      type: 'bool',
      usage: 'Change manager autolocking setting (true|false)',
      refused: true,
    },
    EXPIRY,
    {
      name: 'dispatcher-heartbeat',
      type: 'duration',
      usage: 'Dispatcher heartbeat period (ns|us|ms|s|m|h) (default 5s)',
      refused: true,
    },
    EXTERNAL_CA,
    ...RAFT_FLAGS,
  ],
  *run(cli, flags) {
    if (!flags.has('task-history-limit')) {
      cli.out(commandHelp('docker swarm update', swarmUpdateSpec, cli.columns))
      return 0
    }
    const swarm = yield* cli.api.get<SwarmInspect>('/swarm')
    if (isFailure(swarm)) return cli.fail(swarm)
    const spec = {
      ...swarm.Spec,
      Orchestration: { TaskHistoryRetentionLimit: flags.int('task-history-limit') },
    }
    const updated = yield* cli.api.post('/swarm/update', { version: swarm.Version.Index }, spec)
    if (isFailure(updated)) return cli.fail(updated)
    cli.out('Swarm updated.\n')
    return 0
  },
}

export const swarmCaSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Display and rotate the root CA',
  args: NO_ARGS,
  flags: [
    {
      name: 'ca-cert',
      type: 'pem-file',
      usage: 'Path to the PEM-formatted root CA certificate to use for the new cluster',
      refused: true,
    },
    {
      name: 'ca-key',
      type: 'pem-file',
      usage: 'Path to the PEM-formatted root CA key to use for the new cluster',
      refused: true,
    },
    EXPIRY,
    {
      name: 'detach',
      short: 'd',
      type: 'bool',
      usage: 'Exit immediately instead of waiting for the root rotation to converge',
      refused: true,
    },
    EXTERNAL_CA,
    { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress progress output', refused: true },
    {
      name: 'rotate',
      type: 'bool',
      usage: 'Rotate the swarm CA - if no certificate or key are provided, new ones will be generated',
      refused: true,
    },
  ],
  *run(cli) {
    const swarm = yield* cli.api.get<SwarmInspect>('/swarm')
    if (isFailure(swarm)) return cli.fail(swarm)
    cli.out(swarm.TLSInfo.TrustRoot)
    return 0
  },
}
