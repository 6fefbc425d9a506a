// Services and tasks of a swarm. Ref: moby api/server/router/swarm, daemon/cluster/services.go, tasks.go
import type { ServiceInspect, ServiceSpec, TaskInspect } from '../../api/service.ts'
import { isApiError, notFound, type ApiError } from '../../libnetwork/apiError.ts'
import { randomName } from '../../lib/names.ts'
import type { Filters } from '../../libnetwork/types.ts'
import type { Manager } from '../../swarmkit/manager.ts'
import type { ClusterStore } from '../../swarmkit/store.ts'
import { isDirty } from '../../swarmkit/updater.ts'
import type { ServiceObject, ServiceTask } from '../../swarmkit/objects.ts'
import { metaOf } from '../cluster/convert.ts'
import type { Daemon } from '../daemon.ts'
import { matchLabels, parseFilters } from '../filters.ts'
import { empty, json, type ApiRequest, type ApiResponse } from '../response.ts'
import { sendServiceLogs } from '../serviceLogs.ts'
import { rfc3339 } from '../time.ts'
import { logOptions } from './logOptions.ts'
import { at, bodyOf, flag, type Route } from './route.ts'
import { MULTIPLEXED } from './streams.ts'

/** What only a manager answers. */
function ask(
  method: Route['method'],
  path: string,
  answer: (manager: Manager, request: ApiRequest, d: Daemon) => ApiResponse,
): Route {
  return at(method, path, (d, request) => {
    const manager = d.cluster.manager()
    return isApiError(manager) ? manager : answer(manager, request, d)
  })
}

function found(manager: Manager, request: ApiRequest): ServiceObject | ApiError {
  return manager.store.services.find(request.params['id'] ?? '')
}

export const serviceRoutes: readonly Route[] = [
  ask('GET', '/services', ({ store }, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const all = [...store.services.services.values()].filter(
      ({ id, spec }) =>
        any(filters, 'name', (name) => spec.Name.startsWith(name)) &&
        matchLabels(filters, spec.Labels) &&
        any(filters, 'id', (start) => id.startsWith(start)) &&
        any(filters, 'mode', (mode) => (spec.Mode.Global ? 'global' : 'replicated') === mode),
    )
    return json(all.map((service) => serviceInspect(store, service)))
  }),
  ask('POST', '/services/create', (manager, request, d) => {
    const body = bodyOf<ServiceSpec>(request)
    if (isApiError(body)) return body
    const spec = body.Name === '' ? { ...body, Name: randomName(() => d.p.random(), 0) } : body
    const service = manager.store.services.create(spec)
    if (isApiError(service)) return service
    manager.look()
    d.events.log('service', 'create', service.id, { name: spec.Name })
    return json({ ID: service.id }, 201)
  }),
  ask('GET', '/services/{id}', (manager, request) => {
    const service = found(manager, request)
    if (isApiError(service)) return service
    const whole = flag(request, 'insertDefaults')
    return json(serviceInspect(manager.store, service, whole))
  }),
  ask('POST', '/services/{id}/update', (manager, request, d) => {
    const service = found(manager, request)
    if (isApiError(service)) return service
    const spec = bodyOf<ServiceSpec>(request)
    if (isApiError(spec)) return spec
    const { services } = manager.store
    const back = request.query.get('rollback') === 'previous'
    const refused = back ? services.rollback(service) : services.update(service, spec)
    if (refused) return refused
    manager.look()
    d.events.log('service', 'update', service.id, { name: spec.Name })
    return json({ Warnings: null })
  }),
  ask('DELETE', '/services/{id}', (manager, request, d) => {
    const service = found(manager, request)
    if (isApiError(service)) return service
    manager.store.services.remove(service)
    manager.look()
    d.events.log('service', 'remove', service.id, { name: service.spec.Name })
    return empty(200)
  }),
  ask('GET', '/tasks', (manager, request) => {
    const filters = parseFilters(request.query.get('filters'))
    if (isApiError(filters)) return filters
    const nodes = (filters.get('node') ?? []).map((term) => manager.store.findNode(term))
    const services = (filters.get('service') ?? []).map((term) => manager.store.services.find(term))
    const wrong = [...nodes, ...services].find((one) => isApiError(one))
    if (isApiError(wrong)) return wrong
    const tasks = [...manager.store.services.tasks.values()].filter(
      (task) =>
        any(filters, 'name', (name) => task.name.startsWith(name)) &&
        (!filters.has('_up-to-date') || isUpToDate(manager, task)) &&
        any(filters, 'desired-state', (state) => task.desired === state.toLowerCase()) &&
        (nodes.length === 0 || nodes.some((node) => !isApiError(node) && node.id === task.nodeId)) &&
        (services.length === 0 ||
          services.some((service) => !isApiError(service) && service.id === task.serviceId)),
    )
    return json(tasks.map(taskInspect))
  }),
  ask('GET', '/tasks/{id}', (manager, request) => {
    const task = findTask(manager, request)
    return isApiError(task) ? task : json(taskInspect(task))
  }),
  ask('GET', '/services/{id}/logs', (manager, request, d) => {
    const service = found(manager, request)
    if (isApiError(service)) return service
    const { tasks } = manager.store.services
    return logs(d, manager, request, () => [...tasks.values()].filter((one) => one.serviceId === service.id))
  }),
  ask('GET', '/tasks/{id}/logs', (manager, request, d) => {
    const task = findTask(manager, request)
    return isApiError(task) ? task : logs(d, manager, request, () => [task])
  }),
  ...['/secrets', '/configs'].map((path) => ask('GET', path, () => json([]))),
]

function findTask({ store }: Manager, request: ApiRequest): ServiceTask | ApiError {
  const term = request.params['id'] ?? ''
  const task = [...store.services.tasks.values()].find(({ id }) => id.startsWith(term))
  return task ?? notFound(`task ${term} not found`)
}

function logs(
  d: Daemon,
  manager: Manager,
  request: ApiRequest,
  tasksOf: () => readonly ServiceTask[],
): ApiResponse | ApiError {
  const options = logOptions(request)
  if (isApiError(options)) return options
  return {
    kind: 'stream',
    type: MULTIPLEXED,
    run: (send, channel) => sendServiceLogs(d, manager, tasksOf, options, send, channel),
  }
}

function isUpToDate({ store }: Manager, task: ServiceTask): boolean {
  const service = store.services.services.get(task.serviceId)
  const node = store.nodes.get(task.nodeId) ?? null
  return service !== undefined && !isDirty(task, service, node)
}

function any(filters: Filters, key: string, test: (value: string) => boolean): boolean {
  const values = filters.get(key) ?? []
  return values.length === 0 || values.some(test)
}

const GRACE_PERIOD = 10_000_000_000

/** Ref: api/defaults/service.go, filled in where a client said nothing. */
const UPDATE = {
  Parallelism: 1,
  FailureAction: 'pause',
  Monitor: 5_000_000_000,
  MaxFailureRatio: 0,
  Order: 'stop-first',
}

function serviceInspect(
  { networks }: ClusterStore,
  { id, meta, spec, previous, endpoint, update }: ServiceObject,
  whole = true,
): ServiceInspect {
  const { ports, vips } = endpoint
  const lengthOf = (network: string): string => networks.get(network)?.allocated?.subnet.split('/')[1] ?? '24'
  return {
    ID: id,
    ...metaOf(meta),
    Spec: whole ? withDefaults(spec) : spec,
    ...(previous ? { PreviousSpec: previous } : {}),
    ...(update
      ? {
          UpdateStatus: {
            State: update.state,
            StartedAt: rfc3339(update.started),
            ...(update.completed === null ? {} : { CompletedAt: rfc3339(update.completed) }),
            Message: update.message,
          },
        }
      : {}),
    Endpoint: {
      Spec:
        ports.length > 0 || vips.length > 0 || previous || endpoint.mode === 'dnsrr' ? spec.EndpointSpec : {},
      ...(ports.length > 0 ? { Ports: ports } : {}),
      ...(vips.length > 0
        ? {
            VirtualIPs: vips.map(({ networkId, address }) => ({
              NetworkID: networkId,
              Addr: `${address}/${lengthOf(networkId)}`,
            })),
          }
        : {}),
    },
  }
}

function withDefaults(spec: ServiceSpec): ServiceSpec {
  const { ContainerSpec, Resources, RestartPolicy, Placement, Networks, ForceUpdate, Runtime } =
    spec.TaskTemplate
  const { Init, TTY, StopGracePeriod = GRACE_PERIOD, DNSConfig, Isolation, ...said } = ContainerSpec
  const restart = RestartPolicy ?? { Condition: 'any', Delay: 5_000_000_000, MaxAttempts: 0 }
  return {
    Name: spec.Name,
    Labels: spec.Labels,
    TaskTemplate: {
      ContainerSpec: {
        ...said,
        ...(Init === undefined ? {} : { Init }),
        ...(TTY ? { TTY } : {}),
        StopGracePeriod,
        DNSConfig,
        Isolation,
      },
      Resources,
      RestartPolicy: restart,
      Placement,
      ...(Networks ? { Networks } : {}),
      ForceUpdate,
      Runtime,
    },
    Mode: spec.Mode,
    UpdateConfig: UPDATE,
    RollbackConfig: UPDATE,
    EndpointSpec: spec.EndpointSpec,
  }
}

function taskInspect(task: ServiceTask): TaskInspect {
  return {
    ID: task.id,
    ...metaOf(task.meta),
    Labels: {},
    Spec: task.spec.TaskTemplate,
    ServiceID: task.serviceId,
    ...(task.slot > 0 ? { Slot: task.slot } : {}),
    ...(task.nodeId === '' ? {} : { NodeID: task.nodeId }),
    Status: {
      Timestamp: rfc3339(task.since),
      State: task.state,
      Message: task.message,
      ...(task.error === '' ? {} : { Err: task.error }),
      ...(task.containerId === ''
        ? {}
        : { ContainerStatus: { ContainerID: task.containerId, PID: 0, ExitCode: task.exitCode } }),
      PortStatus: {},
    },
    DesiredState: task.desired,
  }
}
