// Services and their tasks as the manager keeps them. (Ref: swarmkit manager/controlapi/service.go, api/types.proto)
import type { Process } from '../../../os/program.ts'
import { isApiError, notFound, type ApiError } from '../libnetwork/apiError.ts'
import type { NetworkAttachment, ServiceSpec } from '../api/service.ts'
import { checkName } from './annotations.ts'
import { parseConstraints } from './constraints.ts'
import { newId } from './identity.ts'
import {
  type Meta,
  type NetworkObject,
  type NodeObject,
  type ServiceObject,
  type ServiceTask,
  type TaskState,
} from './objects.ts'
import { failedPrecondition, rpcError } from './rpcError.ts'
import { allocateEndpoint, checkEndpoint } from './serviceEndpoint.ts'
import { rollbackStatus } from './updater.ts'

/** What services need of the cluster's store. */
interface Home {
  meta(): Meta
  changed(object: { readonly meta: Meta }): void
  findNetwork(term: string): NetworkObject | null
  readonly ingress: NetworkObject | null
  nextAddress(networkId: string): string | null
  release(networkId: string, address: string): void
}

export class ServiceStore {
  readonly services = new Map<string, ServiceObject>()
  readonly tasks = new Map<string, ServiceTask>()
  readonly #p: Process
  readonly #store: Home

  constructor(p: Process, store: Home) {
    this.#p = p
    this.#store = store
  }

  create(spec: ServiceSpec): ServiceObject | ApiError {
    const wrong = checkName(spec.Name) ?? checkTask(spec)
    if (wrong) return wrong
    if (this.#named(spec.Name))
      return rpcError(
        'AlreadyExists',
        409,
        `name conflicts with an existing object: service ${spec.Name} already exists`,
      )
    const resolved = this.#resolved(spec)
    if (isApiError(resolved)) return resolved
    const others = [...this.services.values()]
    const refused = checkEndpoint(resolved, others)
    if (refused) return refused
    const service = {
      id: newId(this.#p),
      meta: this.#store.meta(),
      spec: resolved,
      previous: null,
      endpoint: allocateEndpoint(this.#store, resolved, null, others),
      update: null,
    }
    this.services.set(service.id, service)
    return service
  }

  update(service: ServiceObject, spec: ServiceSpec): ApiError | null {
    const wrong = checkTask(spec)
    if (wrong) return wrong
    const resolved = this.#resolved(spec)
    if (isApiError(resolved)) return resolved
    const others = [...this.services.values()].filter((other) => other !== service)
    const refused = checkEndpoint(resolved, others)
    if (refused) return refused
    service.previous = service.spec
    service.spec = resolved
    service.update = null
    service.endpoint = allocateEndpoint(this.#store, resolved, service.endpoint, others)
    this.#store.changed(service)
    return null
  }

  /** As it was before. */
  rollback(service: ServiceObject): ApiError | null {
    const { previous } = service
    if (!previous) return failedPrecondition(`service ${service.id} does not have a previous spec`)
    const refused = this.update(service, previous)
    if (!refused) service.update = rollbackStatus(this.#p.clock.now())
    return refused
  }

  remove({ id, endpoint }: ServiceObject): void {
    for (const { networkId, address } of endpoint.vips) this.#store.release(networkId, address)
    this.services.delete(id)
  }

  /** By its id, its name, or the beginning of its id. */
  find(term: string): ServiceObject | ApiError {
    const all = [...this.services.values()]
    const found =
      this.services.get(term) ?? this.#named(term) ?? all.find(({ id }) => term !== '' && id.startsWith(term))
    return found ?? notFound(`service ${term} not found`)
  }

  tasksOf({ id }: ServiceObject): readonly ServiceTask[] {
    return [...this.tasks.values()].filter(({ serviceId }) => serviceId === id)
  }

  /** A service that a network is part of. */
  userOf(network: string): ServiceObject | undefined {
    return [...this.services.values()].find(({ spec }) =>
      spec.TaskTemplate.Networks?.some(({ Target }) => Target === network),
    )
  }

  /** Whether a node has a task in a network. */
  uses(nodeId: string, networkId: string): boolean {
    return [...this.tasks.values()].some(
      (task) => task.nodeId === nodeId && task.networks.some((network) => network.networkId === networkId),
    )
  }

  addTask(service: ServiceObject, slot: number, node: NodeObject | null, follows = ''): ServiceTask {
    const task: ServiceTask = {
      id: newId(this.#p),
      meta: this.#store.meta(),
      serviceId: service.id,
      name: `${service.spec.Name}.${slot === 0 ? (node?.id ?? '') : slot}`,
      slot,
      spec: service.spec,
      ports: service.endpoint.ports,
      follows,
      nodeId: node?.id ?? '',
      networks: [],
      desired: follows === '' ? 'running' : 'ready',
      state: 'new',
      since: this.#p.clock.now(),
      message: 'created',
      error: '',
      containerId: '',
      exitCode: 0,
    }
    this.tasks.set(task.id, task)
    return task
  }

  setState(task: ServiceTask, state: TaskState, message: string, error = ''): void {
    task.state = state
    task.message = message
    task.error = error
    task.since = this.#p.clock.now()
    this.#store.changed(task)
  }

  /** Networks are kept by their ids. */
  #resolved(spec: ServiceSpec): ServiceSpec | ApiError {
    const targets: NetworkAttachment[] = []
    for (const { Target, ...said } of spec.TaskTemplate.Networks ?? []) {
      const network = this.#store.findNetwork(Target)
      if (!network) return notFound(`network ${Target} not found`)
      targets.push({ Target: network.id, ...said })
    }
    const { TaskTemplate } = spec
    return targets.length === 0 ? spec : { ...spec, TaskTemplate: { ...TaskTemplate, Networks: targets } }
  }

  #named(name: string): ServiceObject | undefined {
    return [...this.services.values()].find(({ spec }) => spec.Name === name)
  }
}

/** Ref: controlapi/service.go:validateTaskSpec() */
function checkTask({ TaskTemplate }: ServiceSpec): ApiError | null {
  if (TaskTemplate.ContainerSpec.Image === '')
    return rpcError('InvalidArgument', 400, 'ContainerSpec: image reference must be provided')
  const read = parseConstraints(TaskTemplate.Placement.Constraints ?? [])
  return typeof read === 'string' ? rpcError('Unknown', 500, read) : null
}
