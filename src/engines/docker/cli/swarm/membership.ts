// `docker swarm init`, `join`, `leave`. Ref: docker/cli cli/command/swarm/init.go, join.go, leave.go
import type { InitRequest, JoinSwarmRequest } from '../../api/swarm.ts'
import type { SystemInfo } from '../../api/others.ts'
import { isFailure } from '../../http/client.ts'
import { exactArgs, NO_ARGS } from '../lib/args.ts'
import type { ParsedFlags } from '../lib/flags.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { printJoinCommand, RAFT_FLAGS } from './tokens.ts'

export const swarmInitSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Initialize a swarm',
  args: NO_ARGS,
  flags: [
    {
      name: 'advertise-addr',
      type: 'string',
      usage: 'Advertised address (format: "<ip|interface>[:port]")',
    },
    {
      name: 'autolock',
      type: 'bool',
      usage: 'Enable manager autolocking (requiring an unlock key to start a stopped manager)',
      refused: true,
    },
    {
      name: 'availability',
      type: 'string',
      usage: 'Availability of the node ("active", "pause", "drain") (default "active")',
    },
    {
      name: 'cert-expiry',
      type: 'duration',
      usage: 'Validity period for node certificates (ns|us|ms|s|m|h) (default 2160h0m0s)',
      refused: true,
    },
    {
      name: 'data-path-addr',
      type: 'string',
      usage: 'Address or interface to use for data path traffic (format: "<ip|interface>")',
    },
    {
      name: 'data-path-port',
      type: 'uint32',
      usage:
        'Port number to use for data path traffic (1024 - 49151). If no value is set or is set to 0, the default port (4789) is used.',
    },
    {
      name: 'default-addr-pool',
      type: 'ipNetSlice',
      usage: 'default address pool in CIDR format (default [])',
    },
    {
      name: 'default-addr-pool-mask-length',
      type: 'uint32',
      usage: 'default address pool subnet mask length (default 24)',
    },
    {
      name: 'dispatcher-heartbeat',
      type: 'duration',
      usage: 'Dispatcher heartbeat period (ns|us|ms|s|m|h) (default 5s)',
      refused: true,
    },
    {
      name: 'external-ca',
      type: 'external-ca',
      usage: 'Specifications of one or more certificate signing endpoints',
      refused: true,
    },
    {
      name: 'force-new-cluster',
      type: 'bool',
      usage: 'Force create a new cluster from current state',
      refused: true,
    },
    {
      name: 'listen-addr',
      type: 'node-addr',
      usage: 'Listen address (format: "<ip|interface>[:port]") (default 0.0.0.0:2377)',
    },
    ...RAFT_FLAGS,
  ],
  *run(cli, flags) {
    const made = yield* cli.api.post<string>('/swarm/init', {}, initRequest(flags))
    if (isFailure(made)) return cli.fail(withAdvice(made.message))
    cli.out(`Swarm initialized: current node (${made}) is now a manager.\n\n`)
    const failed = yield* printJoinCommand(cli, made, 'worker')
    if (failed !== 0) return failed
    cli.out(
      "To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.\n",
    )
    return 0
  },
}

export const swarmJoinSpec: CommandSpec = {
  use: '[OPTIONS] HOST:PORT',
  short: 'Join a swarm as a node and/or manager',
  args: exactArgs(1),
  flags: [
    {
      name: 'advertise-addr',
      type: 'string',
      usage: 'Advertised address (format: "<ip|interface>[:port]")',
    },
    {
      name: 'availability',
      type: 'string',
      usage: 'Availability of the node ("active", "pause", "drain") (default "active")',
    },
    {
      name: 'data-path-addr',
      type: 'string',
      usage: 'Address or interface to use for data path traffic (format: "<ip|interface>")',
    },
    {
      name: 'listen-addr',
      type: 'node-addr',
      usage: 'Listen address (format: "<ip|interface>[:port]") (default 0.0.0.0:2377)',
    },
    { name: 'token', type: 'string', usage: 'Token for entry into the swarm' },
  ],
  *run(cli, flags, [remote = '']) {
    const request: JoinSwarmRequest = {
      ListenAddr: flags.string('listen-addr', '0.0.0.0:2377'),
      AdvertiseAddr: flags.string('advertise-addr'),
      DataPathAddr: flags.string('data-path-addr'),
      RemoteAddrs: [remote],
      JoinToken: flags.string('token'),
      Availability: flags.string('availability', 'active').toLowerCase(),
    }
    const joined = yield* cli.api.post('/swarm/join', {}, request)
    if (isFailure(joined)) return cli.fail(joined)
    const info = yield* cli.api.get<SystemInfo>('/info')
    if (isFailure(info)) return cli.fail(info)
    const role = info.Swarm.ControlAvailable ? 'manager' : 'worker'
    cli.out(`This node joined a swarm as a ${role}.\n`)
    return 0
  },
}

export const swarmLeaveSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Leave the swarm',
  args: NO_ARGS,
  flags: [
    {
      name: 'force',
      short: 'f',
      type: 'bool',
      usage: 'Force this node to leave the swarm, ignoring warnings',
    },
  ],
  *run(cli, flags) {
    const left = yield* cli.api.post('/swarm/leave', { force: flags.bool('force') })
    if (isFailure(left)) return cli.fail(left)
    cli.out('Node left the swarm.\n')
    return 0
  },
}

function initRequest(flags: ParsedFlags): InitRequest {
  return {
    ListenAddr: flags.string('listen-addr', '0.0.0.0:2377'),
    AdvertiseAddr: flags.string('advertise-addr'),
    DataPathAddr: flags.string('data-path-addr'),
    DataPathPort: flags.int('data-path-port'),
    DefaultAddrPool: flags.strings('default-addr-pool'),
    SubnetSize: flags.int('default-addr-pool-mask-length'),
    Availability: flags.string('availability', 'active').toLowerCase(),
    Spec: flags.has('task-history-limit')
      ? { Orchestration: { TaskHistoryRetentionLimit: flags.int('task-history-limit') } }
      : {},
  }
}

/** The client knows which option helps. */
function withAdvice(message: string): string {
  const ambiguous = /could not choose an IP address to advertise|could not find the system's IP address/
  return ambiguous.test(message) ? `${message} - specify one with --advertise-addr` : message
}
