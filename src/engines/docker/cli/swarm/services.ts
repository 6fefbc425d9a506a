// `docker service ls`, `ps`, `rm`, `inspect`. Ref: docker/cli cli/command/service, cli/command/task
import type { Blocking } from '../../../../os/program.ts'
import type { NodeInspect } from '../../api/swarm.ts'
import type { ServiceInspect, ServicePort, TaskInspect } from '../../api/service.ts'
import { humanDuration } from '../../lib/humanize.ts'
import { ApiFailure, isFailure } from '../../http/client.ts'
import { minArgs, NO_ARGS } from '../lib/args.ts'
import type { DockerCli } from '../lib/cli.ts'
import { forEach } from '../lib/each.ts'
import { filterQuery } from '../lib/filters.ts'
import type { Flag, ParsedFlags } from '../lib/flags.ts'
import { INSPECT_FORMAT, LIST_FILTER, LIST_FORMAT } from '../lib/formatFlag.ts'
import { printList } from '../lib/formatter.ts'
import { inspectAll } from '../lib/inspectFormat.ts'
import { naturalOrder } from '../lib/order.ts'
import { parseTime } from '../lib/time.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { title } from './prettyNode.ts'
import { prettyService } from './prettyService.ts'

const SERVICES = {
  typeName: '*service.serviceContext',
  headers: {
    ID: 'ID',
    Name: 'NAME',
    Mode: 'MODE',
    Replicas: 'REPLICAS',
    Image: 'IMAGE',
    Ports: 'PORTS',
  },
  table: '{{.ID}}\\t{{.Name}}\\t{{.Mode}}\\t{{.Replicas}}\\t{{.Image}}\\t{{.Ports}}',
  quiet: '{{.ID}}',
}

export const TASKS = {
  typeName: '*task.taskContext',
  headers: {
    ID: 'ID',
    Name: 'NAME',
    Image: 'IMAGE',
    Node: 'NODE',
    DesiredState: 'DESIRED STATE',
    CurrentState: 'CURRENT STATE',
    Error: 'ERROR',
    Ports: 'PORTS',
  },
  table:
    '{{.ID}}\\t{{.Name}}\\t{{.Image}}\\t{{.Node}}\\t{{.DesiredState}}\\t{{.CurrentState}}\\t{{.Error}}\\t{{.Ports}}',
  quiet: '{{.ID}}',
}

const SHORT_ID = 12
const LONGEST_ERROR = 30

export const serviceLsSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'List services',
  known: 'docker service ls, docker service list',
  args: NO_ARGS,
  flags: [LIST_FILTER, LIST_FORMAT, { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display IDs' }],
  *run(cli, flags) {
    const services = yield* cli.api.get<ServiceInspect[]>('/services', filterQuery(flags))
    if (isFailure(services)) return cli.fail(services)
    return yield* printServices(cli, flags, services)
  },
}

export function* printServices(
  cli: DockerCli,
  flags: ParsedFlags,
  services: readonly ServiceInspect[],
): Blocking<number> {
  const tasks = yield* cli.api.get<TaskInspect[]>('/tasks')
  if (isFailure(tasks)) return cli.fail(tasks)
  const nodes = yield* cli.api.get<NodeInspect[]>('/nodes')
  if (isFailure(nodes)) return cli.fail(nodes)
  const up = new Set(nodes.filter(({ Status }) => Status.State !== 'down').map(({ ID }) => ID))
  const rows = services
    .toSorted((a, b) => naturalOrder(a.Spec.Name, b.Spec.Name))
    .map(({ ID, Spec, Endpoint }) => {
      const own = tasks.filter(({ ServiceID }) => ServiceID === ID)
      const running = own.filter(
        ({ Status, NodeID }) => Status.State === 'running' && up.has(NodeID ?? ''),
      ).length
      const wanted = Spec.Mode.Global
        ? own.filter(({ DesiredState, NodeID }) => DesiredState === 'running' && up.has(NodeID ?? '')).length
        : (Spec.Mode.Replicated?.Replicas ?? 1)
      const { MaxReplicas = 0 } = Spec.TaskTemplate.Placement
      return {
        ID: ID.slice(0, SHORT_ID),
        Name: Spec.Name,
        Mode: Spec.Mode.Global ? 'global' : 'replicated',
        Replicas: `${running}/${wanted}${MaxReplicas > 0 ? ` (max ${MaxReplicas} per node)` : ''}`,
        Image: Spec.TaskTemplate.ContainerSpec.Image,
        Ports: meshPorts(Endpoint.Ports ?? []),
      }
    })
  return printList(cli, SERVICES, rows, {
    format: flags.string('format'),
    quiet: flags.bool('quiet'),
  })
}

/** Those of the routing mesh. (Ref: docker/cli cli/command/service/formatter.go:Ports()) */
function meshPorts(ports: readonly ServicePort[]): string {
  return ports
    .filter(({ PublishMode }) => PublishMode === 'ingress')
    .toSorted(
      (a, b) => a.Protocol.localeCompare(b.Protocol) || (a.PublishedPort ?? 0) - (b.PublishedPort ?? 0),
    )
    .map(({ PublishedPort, TargetPort, Protocol }) => `*:${PublishedPort}->${TargetPort}/${Protocol}`)
    .join(', ')
}

export const TASK_FLAGS: readonly Flag[] = [
  LIST_FILTER,
  { name: 'format', type: 'string', usage: 'Pretty-print tasks using a Go template' },
  { name: 'no-resolve', type: 'bool', usage: 'Do not map IDs to Names' },
  { name: 'no-trunc', type: 'bool', usage: 'Do not truncate output' },
  { name: 'quiet', short: 'q', type: 'bool', usage: 'Only display task IDs' },
]

export const servicePsSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE [SERVICE...]',
  short: 'List the tasks of one or more services',
  args: minArgs(1),
  flags: TASK_FLAGS,
  *run(cli, flags, args) {
    const ids: string[] = []
    const missing: string[] = []
    for (const name of args) {
      const service = yield* cli.api.get<ServiceInspect>(`/services/${name}`)
      if (!isFailure(service)) ids.push(service.ID)
      else if (service.status === 404) missing.push(`no such service: ${name}`)
      else return cli.fail(service)
    }
    if (ids.length === 0) return cli.fail(missing.join('\n'))
    const status = yield* printTasks(cli, flags, { service: ids })
    return missing.length > 0 ? cli.fail(missing.join('\n')) : status
  },
}

/** Ref: docker/cli cli/command/task/print.go: by slot and newest first. */
export function* printTasks(
  cli: DockerCli,
  flags: ParsedFlags,
  which: Readonly<Record<string, readonly string[]>>,
): Blocking<number> {
  const said = new Map(flags.list('filter').map((pair) => pair.split('=') as [string, string]))
  const filters = JSON.stringify({
    ...which,
    ...Object.fromEntries([...said].map(([key, value]) => [key, [value]])),
  })
  const tasks = yield* cli.api.get<TaskInspect[]>('/tasks', { filters })
  if (isFailure(tasks)) return cli.fail(tasks)
  const services = yield* cli.api.get<ServiceInspect[]>('/services')
  if (isFailure(services)) return cli.fail(services)
  const nodes = yield* cli.api.get<NodeInspect[]>('/nodes')
  if (isFailure(nodes)) return cli.fail(nodes)
  const whole = flags.bool('no-trunc')
  const plain = flags.bool('no-resolve')
  const named = tasks
    .map((task) => {
      const service = services.find(({ ID }) => ID === task.ServiceID)?.Spec.Name ?? task.ServiceID
      const place = task.Slot === undefined ? (task.NodeID ?? '') : String(task.Slot)
      return { task, name: `${plain ? task.ServiceID : service}.${place}` }
    })
    .toSorted((a, b) => naturalOrder(a.name, b.name) || (a.task.CreatedAt < b.task.CreatedAt ? 1 : -1))
  let before = ''
  const rows = named.map(({ task, name }) => {
    const indented = name === before ? ` \\_ ${name}` : name
    before = name
    const error = task.Status.Err ?? ''
    const shown = !whole && error.length > LONGEST_ERROR ? `${error.slice(0, LONGEST_ERROR - 1)}…` : error
    const node = nodes.find(({ ID }) => ID === task.NodeID)?.Description.Hostname ?? task.NodeID ?? ''
    const ago = humanDuration(cli.now() - parseTime(task.Status.Timestamp)).toLowerCase()
    return {
      ID: whole ? task.ID : task.ID.slice(0, SHORT_ID),
      Name: flags.string('format') === '' ? indented : name,
      Image: task.Spec.ContainerSpec.Image,
      Node: plain ? (task.NodeID ?? '') : node,
      DesiredState: title(task.DesiredState),
      CurrentState: `${title(task.Status.State)} ${ago} ago`,
      Error: shown === '' ? '' : `"${shown}"`,
      Ports: '',
    }
  })
  return printList(cli, TASKS, rows, {
    format: flags.string('format'),
    quiet: flags.bool('quiet'),
  })
}

export const serviceRmSpec: CommandSpec = {
  use: 'SERVICE [SERVICE...]',
  short: 'Remove one or more services',
  known: 'docker service rm, docker service remove',
  args: minArgs(1),
  flags: [],
  *run(cli, _flags, args) {
    return yield* forEach(cli, args, (name) => cli.api.delete(`/services/${name}`))
  },
}

export const serviceInspectSpec: CommandSpec = {
  use: '[OPTIONS] SERVICE [SERVICE...]',
  short: 'Display detailed information on one or more services',
  args: minArgs(1),
  flags: [
    INSPECT_FORMAT,
    {
      name: 'pretty',
      type: 'bool',
      usage: 'Print the information in a human friendly format',
    },
  ],
  *run(cli, flags, args) {
    if (!flags.bool('pretty'))
      return yield* inspectAll(cli, args, flags.string('format'), (name) => find(cli, name))
    if (flags.string('format') !== '') return cli.fail('--format is incompatible with human friendly format')
    const networks = yield* cli.api.get<{ readonly Id: string; readonly Name: string }[]>('/networks')
    if (isFailure(networks)) return cli.fail(networks)
    const names = new Map(networks.map(({ Id, Name }) => [Id, Name]))
    const failures: string[] = []
    for (const name of args) {
      const service = yield* find(cli, name)
      if (isFailure(service)) failures.push(service.message)
      else cli.out(prettyService(service, names, cli.now()))
    }
    return failures.length > 0 ? cli.fail(failures.join('\n')) : 0
  },
}

function* find(cli: DockerCli, name: string): Blocking<ServiceInspect | ApiFailure> {
  const service = yield* cli.api.get<ServiceInspect>(`/services/${name}`, { insertDefaults: true })
  return isFailure(service) && service.status === 404
    ? new ApiFailure(404, `Error: no such service: ${name}`)
    : service
}
