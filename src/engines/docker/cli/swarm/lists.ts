// What is asked of a swarm. Outside of one the daemon says so.
import { isFailure } from '../../http/client.ts'
import { exactArgs, NO_ARGS } from '../lib/args.ts'
import type { CommandSpec } from '../lib/tree.ts'

/** A list that only a manager has. */
function managersList(short: string, known: string, path: string): CommandSpec {
  return {
    use: '[OPTIONS]',
    short,
    known,
    args: NO_ARGS,
    flags: [],
    *run(cli) {
      const list = yield* cli.api.get(path)
      return isFailure(list) ? cli.fail(list) : 0
    },
  }
}

export const nodeLsSpec = managersList(
  'List nodes in the swarm',
  'docker node ls, docker node list',
  '/nodes',
)
export const serviceLsSpec = managersList(
  'List services',
  'docker service ls, docker service list',
  '/services',
)
export const stackLsSpec = managersList('List stacks', 'docker stack ls, docker stack list', '/services')

export const swarmInitSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Initialize a swarm',
  args: NO_ARGS,
  flags: [
    { name: 'advertise-addr', type: 'string', usage: 'Advertised address (format: "<ip|interface>[:port]")' },
    {
      name: 'autolock',
      type: 'bool',
      usage: 'Enable manager autolocking (requiring an unlock key to start a stopped manager)',
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
    },
    {
      name: 'external-ca',
      type: 'external-ca',
      usage: 'Specifications of one or more certificate signing endpoints',
    },
    { name: 'force-new-cluster', type: 'bool', usage: 'Force create a new cluster from current state' },
    {
      name: 'listen-addr',
      type: 'node-addr',
      usage: 'Listen address (format: "<ip|interface>[:port]") (default 0.0.0.0:2377)',
    },
    { name: 'max-snapshots', type: 'uint', usage: 'Number of additional Raft snapshots to retain' },
    {
      name: 'snapshot-interval',
      type: 'uint',
      usage: 'Number of log entries between Raft snapshots (default 10000)',
    },
    { name: 'task-history-limit', type: 'int', usage: 'Task history retention limit (default 5)' },
  ],
  *run(cli) {
    const made = yield* cli.api.post('/swarm/init', {}, {})
    return isFailure(made) ? cli.fail(made) : 0
  },
}

export const swarmJoinSpec: CommandSpec = {
  use: '[OPTIONS] HOST:PORT',
  short: 'Join a swarm as a node and/or manager',
  args: exactArgs(1),
  flags: [
    { name: 'advertise-addr', type: 'string', usage: 'Advertised address (format: "<ip|interface>[:port]")' },
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
  *run(cli) {
    const joined = yield* cli.api.post('/swarm/join', {}, {})
    return isFailure(joined) ? cli.fail(joined) : 0
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
  *run(cli) {
    const left = yield* cli.api.post('/swarm/leave')
    return isFailure(left) ? cli.fail(left) : 0
  },
}
