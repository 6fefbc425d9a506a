// What the manager knows of its cluster, and the choices that are its alone. (Ref: swarmkit manager/state/store,
// manager/controlapi, manager/resourceapi)
import type { Process } from '../../../os/program.ts'
import { conflict, notFound, systemError, type ApiError } from '../libnetwork/apiError.ts'
import { parsePrefix } from '../libnetwork/prefix.ts'
import { AddressPool, allocateNetwork, FIRST_VNI } from './allocator.ts'
import { checkName } from './annotations.ts'
import { newId } from './identity.ts'
import { failedPrecondition, rpcError } from './rpcError.ts'
import { ServiceStore } from './services.ts'
import type {
  AttachmentTask,
  ClusterObject,
  Meta,
  NetworkObject,
  NetworkSpec,
  NodeDescription,
  NodeObject,
  StoreRecord,
} from './objects.ts'

/** What a node needs to make a network of the cluster its own. */
export interface Attachment {
  readonly task: string
  readonly network: NetworkObject
  /** The container's, with the network's length. */
  readonly address: string
  /** The node's own, of its load balancer. */
  readonly nodeAddress: string
}

export class ClusterStore {
  readonly cluster: ClusterObject
  readonly nodes = new Map<string, NodeObject>()
  readonly networks = new Map<string, NetworkObject>()
  readonly tasks = new Map<string, AttachmentTask>()
  readonly services: ServiceStore
  readonly #p: Process
  readonly #pools = new Map<string, AddressPool>()
  #index: number
  #nextVni: number

  constructor(p: Process, cluster: ClusterObject, record?: StoreRecord) {
    this.#p = p
    this.cluster = cluster
    this.services = new ServiceStore(p, this)
    this.#index = record?.index ?? cluster.meta.index
    this.#nextVni = record?.nextVni ?? FIRST_VNI
    for (const node of record?.nodes ?? []) this.nodes.set(node.id, node)
    for (const network of record?.networks ?? []) this.#addNetwork(network)
    for (const task of record?.tasks ?? []) this.tasks.set(task.id, task)
    for (const service of record?.services ?? []) this.services.services.set(service.id, service)
    for (const task of record?.serviceTasks ?? []) this.services.tasks.set(task.id, task)
    for (const { attachments } of this.nodes.values())
      for (const [network, address] of Object.entries(attachments)) this.#pools.get(network)?.take(address)
    for (const { networkId, address } of this.tasks.values()) this.#pools.get(networkId)?.take(address)
    for (const { endpoint } of this.services.services.values())
      for (const { networkId, address } of endpoint.vips) this.#pools.get(networkId)?.take(address)
    for (const { networks } of this.services.tasks.values())
      for (const { networkId, address } of networks) this.#pools.get(networkId)?.take(address)
  }

  record(): StoreRecord {
    return {
      cluster: this.cluster,
      nodes: [...this.nodes.values()],
      networks: [...this.networks.values()],
      tasks: [...this.tasks.values()],
      services: [...this.services.services.values()],
      serviceTasks: [...this.services.tasks.values()],
      index: this.#index,
      nextVni: this.#nextVni,
    }
  }

  meta(): Meta {
    const now = this.#p.clock.now()
    return { created: now, updated: now, index: ++this.#index }
  }

  changed(object: { readonly meta: Meta }): void {
    object.meta.updated = this.#p.clock.now()
    object.meta.index = ++this.#index
  }

  // ---- nodes

  addNode(
    id: string,
    role: NodeObject['role'],
    availability: string,
    description: NodeDescription,
    addr: string,
  ): NodeObject {
    const node: NodeObject = {
      id,
      meta: this.meta(),
      labels: {},
      role,
      availability,
      description,
      addr,
      state: 'unknown',
      attachments: {},
    }
    this.nodes.set(id, node)
    return node
  }

  /** By its id, its hostname, or the beginning of its id. */
  findNode(term: string): NodeObject | ApiError {
    const all = [...this.nodes.values()]
    const exact = this.nodes.get(term)
    if (exact) return exact
    const named = all.filter(({ description }) => description.hostname === term)
    const found = named.length > 0 ? named : all.filter(({ id }) => term !== '' && id.startsWith(term))
    const [only] = found
    if (!only) return notFound(`node ${term} not found`)
    return found.length === 1
      ? only
      : systemError(`node ${term} is ambiguous (${found.length} matches found)`)
  }

  removeNode(node: NodeObject, force: boolean): ApiError | null {
    if (node.role === 'manager')
      return failedPrecondition(
        `node ${node.id} is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal`,
      )
    if (node.state !== 'down' && !force)
      return failedPrecondition(`node ${node.id} is not down and can't be removed`)
    for (const task of this.tasks.values()) if (task.nodeId === node.id) this.detach(task.id)
    for (const [network, address] of Object.entries(node.attachments))
      this.#pools.get(network)?.release(address)
    this.nodes.delete(node.id)
    return null
  }

  // ---- networks

  get ingress(): NetworkObject | null {
    return [...this.networks.values()].find(({ spec }) => spec.ingress) ?? null
  }

  createNetwork(spec: NetworkSpec): NetworkObject | ApiError {
    const wrong = checkName(spec.name)
    if (wrong) return wrong
    if (spec.ingress && this.ingress)
      return rpcError('AlreadyExists', 409, `ingress network (${this.ingress.id}) is already present`)
    if ([...this.networks.values()].some((network) => network.spec.name === spec.name))
      return conflict(`network with name ${spec.name} already exists`)
    const network: NetworkObject = { id: newId(this.#p), meta: this.meta(), spec, allocated: null }
    network.allocated = allocateNetwork(this.cluster, [...this.networks.values()], network, this.#nextVni)
    if (network.allocated?.vni === this.#nextVni) this.#nextVni++
    this.#addNetwork(network)
    return network
  }

  /** By its id, its name, or the beginning of its id; null: there is none. */
  findNetwork(term: string): NetworkObject | null {
    const all = [...this.networks.values()]
    return (
      this.networks.get(term) ??
      all.find(({ spec }) => spec.name === term) ??
      (term === '' ? null : (all.find(({ id }) => id.startsWith(term)) ?? null))
    )
  }

  removeNetwork({ id }: NetworkObject): ApiError | null {
    const service = this.services.userOf(id)
    if (service) return failedPrecondition(`network ${id} is in use by service ${service.id}`)
    const user = [...this.tasks.values()].find(({ networkId }) => networkId === id)
    if (user) return failedPrecondition(`network ${id} is in use by task ${user.id}`)
    for (const node of this.nodes.values()) delete node.attachments[id]
    this.networks.delete(id)
    this.#pools.delete(id)
    return null
  }

  // ---- attachments

  /** The node's own address in a network, chosen when it first takes part. */
  nodeAddress(node: NodeObject, { id }: NetworkObject): string | null {
    const known = node.attachments[id]
    if (known !== undefined) return known
    const address = this.#pools.get(id)?.next() ?? null
    if (address === null) return null
    node.attachments[id] = address
    this.changed(node)
    return address
  }

  /** null: it cannot be had, and whoever asked waits in vain. */
  attach(node: NodeObject, term: string, containerId: string, wish: string): Attachment | ApiError | null {
    const network = this.findNetwork(term)
    if (!network) return rpcError('NotFound', 404, `network ${term} not found`)
    const { spec, allocated, id } = network
    if (!spec.attachable)
      return rpcError('PermissionDenied', 403, `network ${spec.name} not manually attachable`)
    const pool = this.#pools.get(id)
    if (!pool || !allocated) return null
    const address = wish === '' ? pool.next() : pool.take(wish) ? wish : null
    if (address === null) return null
    const nodeAddress = this.nodeAddress(node, network)
    if (nodeAddress === null) return null
    const task = { id: newId(this.#p), nodeId: node.id, networkId: id, containerId, address }
    this.tasks.set(task.id, task)
    return { task: task.id, network, address, nodeAddress }
  }

  /** The network that the task's node takes part in no longer; null when there is none. */
  detach(taskId: string): string | null {
    const task = this.tasks.get(taskId)
    if (!task) return null
    const { nodeId, networkId } = task
    this.tasks.delete(taskId)
    this.#pools.get(networkId)?.release(task.address)
    return this.leaveNetwork(nodeId, networkId) ? networkId : null
  }

  /** Whether a node took part in a network that nothing on it needs any more: it does no longer. */
  leaveNetwork(nodeId: string, networkId: string): boolean {
    const attached = [...this.tasks.values()].some(
      (task) => task.nodeId === nodeId && task.networkId === networkId,
    )
    // In the ingress network every node is.
    if (networkId === this.ingress?.id) return false
    if (attached || this.services.uses(nodeId, networkId)) return false
    const node = this.nodes.get(nodeId)
    const own = node?.attachments[networkId]
    if (node && own !== undefined) {
      this.release(networkId, own)
      delete node.attachments[networkId]
      this.changed(node)
    }
    return true
  }

  /** The next address of a network. */
  nextAddress(networkId: string): string | null {
    return this.#pools.get(networkId)?.next() ?? null
  }

  release(networkId: string, address: string): void {
    this.#pools.get(networkId)?.release(address)
  }

  #addNetwork(network: NetworkObject): void {
    this.networks.set(network.id, network)
    const subnet = network.allocated ? parsePrefix(network.allocated.subnet) : null
    if (network.allocated && subnet)
      this.#pools.set(network.id, new AddressPool(subnet, network.allocated.gateway))
  }
}
