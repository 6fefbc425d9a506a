// Services and their tasks as the manager keeps them. (Ref: swarmkit manager/controlapi/service.go, api/types.proto)
import type { Process } from '../../../os/program.ts'
import { isApiError, notFound, systemError, type ApiError } from '../libnetwork/apiError.ts'
import type { ServiceSpec } from '../api/service.ts'
import { newId } from './identity.ts'
import {
  TASK_STATES,
  type Meta,
  type NetworkObject,
  type NodeObject,
  type ServiceObject,
  type ServiceTask,
  type TaskState,
} from './objects.ts'
import { rpcError } from './rpcError.ts'

export function isOver({ state }: ServiceTask): boolean {
  return TASK_STATES.indexOf(state) >= TASK_STATES.indexOf('complete')
}

/** What services need of the cluster's store. */
interface Home {
  meta(): Meta
  changed(object: { readonly meta: Meta }): void
  findNetwork(term: string): NetworkObject | null
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
    if (this.#named(spec.Name))
      return rpcError(
        'AlreadyExists',
        409,
        `name conflicts with an existing object: service ${spec.Name} already exists`,
      )
    const resolved = this.#resolved(spec)
    if (isApiError(resolved)) return resolved
    const service = {
      id: newId(this.#p),
      meta: this.#store.meta(),
      spec: resolved,
      previous: null,
    }
    this.services.set(service.id, service)
    return service
  }

  update(service: ServiceObject, spec: ServiceSpec): ApiError | null {
    const resolved = this.#resolved(spec)
    if (isApiError(resolved)) return resolved
    service.previous = service.spec
    service.spec = resolved
    this.#store.changed(service)
    return null
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

  addTask(service: ServiceObject, slot: number, node: NodeObject | null): ServiceTask {
    const task: ServiceTask = {
      id: newId(this.#p),
      meta: this.#store.meta(),
      serviceId: service.id,
      name: `${service.spec.Name}.${slot === 0 ? (node?.id ?? '') : slot}`,
      slot,
      spec: service.spec,
      nodeId: node?.id ?? '',
      networks: [],
      desired: 'running',
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

  /** Networks are kept by their ids. What needs IPVS is refused. */
  #resolved(spec: ServiceSpec): ServiceSpec | ApiError {
    const targets: { Target: string }[] = []
    for (const { Target } of spec.TaskTemplate.Networks ?? []) {
      const network = this.#store.findNetwork(Target)
      if (!network) return notFound(`network ${Target} not found`)
      targets.push({ Target: network.id })
    }
    const vip = spec.EndpointSpec.Mode !== 'dnsrr'
    if (vip && targets.length > 0)
      return systemError(
        'a virtual address of a service needs IPVS, which is not supported in vethlab: use --endpoint-mode dnsrr',
      )
    if (spec.EndpointSpec.Ports?.some(({ PublishMode }) => PublishMode !== 'host'))
      return systemError(
        'the routing mesh needs IPVS, which is not supported in vethlab: use --publish mode=host,target=PORT,published=PORT',
      )
    const { TaskTemplate } = spec
    return targets.length === 0 ? spec : { ...spec, TaskTemplate: { ...TaskTemplate, Networks: targets } }
  }

  #named(name: string): ServiceObject | undefined {
    return [...this.services.values()].find(({ spec }) => spec.Name === name)
  }
}
