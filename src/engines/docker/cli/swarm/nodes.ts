// `docker node`. Ref: docker/cli cli/command/node
import type { NodeInspect, NodeSpec } from '../../api/swarm.ts'
import type { SystemInfo } from '../../api/others.ts'
import { isFailure, type ApiFailure } from '../../http/client.ts'
import { exactArgs, minArgs, NO_ARGS } from '../lib/args.ts'
import type { Blocking } from '../../../../os/program.ts'
import type { DockerCli } from '../lib/cli.ts'
import { forEach } from '../lib/each.ts'
import { filterQuery } from '../lib/filters.ts'
import { INSPECT_FORMAT, LIST_FILTER, LIST_FORMAT } from '../lib/formatFlag.ts'
import { printList } from '../lib/formatter.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import { naturalOrder } from '../lib/order.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { printTasks, TASK_FLAGS } from './services.ts'
import { prettyNode, title } from './prettyNode.ts'

const LIST = {
  typeName: '*node.nodeContext',
  headers: {
    ID: 'ID',
    Self: '',
    Hostname: 'HOSTNAME',
    Status: 'STATUS',
    Availability: 'AVAILABILITY',
    ManagerStatus: 'MANAGER STATUS',
    EngineVersion: 'ENGINE VERSION',
    TLSStatus: 'TLS STATUS',
  },
  table:
    '{{.ID}} {{if .Self}}*{{else}} {{ end }}\\t{{.Hostname}}\\t{{.Status}}\\t{{.Availability}}\\t{{.ManagerStatus}}\\t{{.EngineVersion}}',
  quiet: '{{.ID}}',
}

export const nodeLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List nodes in the swarm',
  known: 'docker node ls, docker node list',
  args: NO_ARGS,
  flags: [LIST_FILTER, LIST_FORMAT, { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display IDs' }],
  *run(cli, flags) {
    const nodes = yield* cli.api.get<NodeInspect[]>('/nodes', filterQuery(flags))
    if (isFailure(nodes)) return cli.fail(nodes)
    const info = yield* cli.api.get<SystemInfo>('/info')
    if (isFailure(info)) return cli.fail(info)
    const rows = nodes
      .toSorted((a, b) => naturalOrder(a.Description.Hostname, b.Description.Hostname))
      .map((node) => ({
        ID: node.ID,
        Self: node.ID === info.Swarm.NodeID,
        Hostname: node.Description.Hostname,
        Status: title(node.Status.State),
        Availability: title(node.Spec.Availability),
        ManagerStatus: node.ManagerStatus?.Leader ? 'Leader' : title(node.ManagerStatus?.Reachability ?? ''),
        EngineVersion: node.Description.Engine.EngineVersion,
        TLSStatus: 'Ready',
      }))
    return printList(cli, LIST, rows, {
      format: flags.string('format'),
      quiet: flags.bool('quiet'),
    })
  },
}

/** `self` is the node that the daemon is. */
function* find(cli: DockerCli, name: string): Blocking<NodeInspect | ApiFailure> {
  if (name !== 'self') return yield* cli.api.get<NodeInspect>(`/nodes/${name}`)
  const info = yield* cli.api.get<SystemInfo>('/info')
  if (isFailure(info)) return info
  const { NodeID } = info.Swarm
  // Where there is none the daemon says why.
  return NodeID === '' ? yield* noNode(cli) : yield* cli.api.get<NodeInspect>(`/nodes/${NodeID}`)
}

function* noNode(cli: DockerCli): Blocking<NodeInspect | ApiFailure> {
  const nodes = yield* cli.api.get<NodeInspect[]>('/nodes')
  return isFailure(nodes) ? nodes : yield* cli.api.get<NodeInspect>('/nodes/self')
}

export const nodeInspectSpec: CommandSpec = {
  use: '[OPTIONS] self|NODE [NODE...]',
  short: 'Display detailed information on one or more nodes',
  args: minArgs(1),
  flags: [
    INSPECT_FORMAT,
    { name: 'pretty', type: 'bool', usage: 'Print the information in a human friendly format' },
  ],
  *run(cli, flags, args) {
    if (!flags.bool('pretty'))
      return yield* inspectAll(cli, args, flags.string('format'), (name) => find(cli, name))
    if (flags.string('format') !== '') return cli.fail('--format is incompatible with human friendly format')
    const failures: string[] = []
    for (const name of args) {
      const node = yield* find(cli, name)
      if (isFailure(node)) failures.push(node.message)
      else cli.out(prettyNode(node))
    }
    return failures.length > 0 ? cli.fail(failures.join('\n')) : 0
  },
}

export const nodePsSpec: CommandSpec = {
  use: '[OPTIONS] [NODE...]',
  short: 'List tasks running on one or more nodes, defaults to current node',
  args: { kind: 'min', count: 0 },
  flags: TASK_FLAGS,
  *run(cli, flags, args) {
    const failures: string[] = []
    const ids: string[] = []
    for (const name of args.length > 0 ? args : ['self']) {
      const node = yield* find(cli, name)
      if (isFailure(node)) failures.push(node.message)
      else ids.push(node.ID)
    }
    if (failures.length > 0) return cli.fail(failures.join('\n'))
    return yield* printTasks(cli, flags, { node: ids })
  },
}

export const nodeRmSpec: CommandSpec = {
  use: '[OPTIONS] NODE [NODE...]',
  short: 'Remove one or more nodes from the swarm',
  known: 'docker node rm, docker node remove',
  args: minArgs(1),
  flags: [{ name: 'force', short: 'f', type: 'bool', usage: 'Force remove a node from the swarm' }],
  *run(cli, flags, args) {
    return yield* forEach(cli, args, (name) =>
      cli.api.delete(`/nodes/${name}`, { force: flags.bool('force') }),
    )
  },
}

/** Changes one node's specification; null: nothing is to change. */
function* update(
  cli: DockerCli,
  name: string,
  change: (node: NodeInspect) => NodeSpec | null,
): Blocking<NodeInspect | ApiFailure | null> {
  const node = yield* cli.api.get<NodeInspect>(`/nodes/${name}`)
  if (isFailure(node)) return node
  const spec = change(node)
  if (!spec) return null
  const updated = yield* cli.api.post(`/nodes/${node.ID}/update`, { version: node.Version.Index }, spec)
  return isFailure(updated) ? updated : node
}

export const nodeUpdateSpec: CommandSpec = {
  use: '[OPTIONS] NODE',
  short: 'Update a node',
  args: exactArgs(1),
  flags: [
    {
      name: 'availability',
      type: 'string',
      usage: 'Availability of the node ("active", "pause", "drain")',
    },
    { name: 'label-add', type: 'list', usage: 'Add or update a node label ("key=value")' },
    { name: 'label-rm', type: 'list', usage: 'Remove a node label if exists' },
    { name: 'role', type: 'string', usage: 'Role of the node ("worker", "manager")' },
  ],
  *run(cli, flags, [name = '']) {
    const missing: string[] = []
    const updated = yield* update(cli, name, ({ Spec }) => {
      const labels = { ...Spec.Labels, ...flags.map('label-add') }
      for (const key of flags.list('label-rm')) {
        if (!(key in labels)) missing.push(key)
        delete labels[key]
      }
      return {
        Labels: labels,
        Role: flags.string('role', Spec.Role) as NodeSpec['Role'],
        Availability: flags.string('availability', Spec.Availability),
      }
    })
    if (isFailure(updated)) return cli.fail(updated)
    const [first] = missing
    if (first !== undefined) return cli.fail(`key ${first} doesn't exist in node's labels`)
    cli.out(`${name}\n`)
    return 0
  },
}

/** `promote` and `demote`. */
function roleSpec(verb: string, short: string, role: NodeSpec['Role'], done: string): CommandSpec {
  return {
    use: 'NODE [NODE...]',
    short,
    args: minArgs(1),
    flags: [],
    *run(cli, _flags, args) {
      for (const name of args) {
        let id = name
        const updated = yield* update(cli, name, ({ ID, Spec }) => {
          id = ID
          return Spec.Role === role ? null : { ...Spec, Role: role }
        })
        if (isFailure(updated)) return cli.fail(updated)
        cli.out(
          updated
            ? `${verb === 'promote' ? 'Node' : 'Manager'} ${name} ${done} in the swarm.\n`
            : `Node ${id} is already a ${role}.\n`,
        )
      }
      return 0
    },
  }
}

export const nodePromoteSpec = roleSpec(
  'promote',
  'Promote one or more nodes to manager in the swarm',
  'manager',
  'promoted to a manager',
)
export const nodeDemoteSpec = roleSpec(
  'demote',
  'Demote one or more nodes from manager in the swarm',
  'worker',
  'demoted',
)
