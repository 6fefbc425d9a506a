// The manager: keeps the cluster, answers the nodes that hold a connection to it, and notices those that fall silent.
// Read first: store.ts, rpc.ts. (Ref: swarmkit manager/dispatcher, ca/server.go)
import type { Blocking, Process } from '../../../os/program.ts'
import { SECOND } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import { EAGAIN, isErrno } from '../../../uapi/errno.ts'
import type { StreamSocket } from '../../../uapi/socket.ts'
import type { LogEntry } from '../daemon/logs.ts'
import { invalidParameter, isApiError, type ApiError } from '../libnetwork/apiError.ts'
import type { ManagedNetwork } from '../libnetwork/controller.ts'
import { newId, parseJoinToken } from './identity.ts'
import { managedNetwork } from './managed.ts'
import type { NodeDescription, NodeObject, ServiceTask, TaskState } from './objects.ts'
import { Orchestrator, type Assignment } from './orchestrator.ts'
import { RpcLink } from './rpc.ts'
import { rpcError } from './rpcError.ts'
import type { ClusterStore } from './store.ts'

export const HEARTBEAT = 5 * SECOND
/** Ref: dispatcher.go: a node that missed three is down. */
const GRACE = 3 * HEARTBEAT
/** So long a container may wait for an address that nobody can give. */
export const ATTACH_TIMEOUT = 20 * SECOND
const LOGS_TIMEOUT = 5 * SECOND

export interface JoinRequest {
  readonly token: string
  readonly node: string
  readonly description: NodeDescription
  readonly addr: string
  readonly availability: string
}

/** What a node is told when its session begins. */
export interface SessionStart {
  readonly nodeId: string
  readonly clusterId: string
  readonly managers: readonly { readonly NodeID: string; readonly Addr: string }[]
  readonly dataPathPort: number
  readonly ingress: { readonly network: ManagedNetwork; readonly address: string } | null
}

export interface AttachRequest {
  readonly network: string
  readonly container: string
  readonly wish: string
}

export interface AttachAnswer {
  readonly task: string
  readonly network: ManagedNetwork
  readonly address: string
  readonly nodeAddress: string
}

/** What becomes of a task, as its node tells. */
export interface TaskReport {
  readonly task: string
  /** `gone`: its container is removed. */
  readonly state: TaskState | 'gone'
  readonly message: string
  readonly error: string
  readonly container: string
  readonly exitCode: number
}

/** A task's log, after its first `from` entries. */
export interface LogsRequest {
  readonly task: string
  readonly from: number
}

/** What a manager says to a node, and asks it for. */
export interface NodeDuties {
  /** What it is to run. */
  assigned(assignments: readonly Assignment[]): void
  logs(request: LogsRequest): readonly LogEntry[]
}

/** `NodeDuties`: those of the manager's own node. */
export interface ManagerHooks extends NodeDuties {
  /** A node's state, or what is kept, has changed. */
  changed(node: NodeObject | null, before: NodeObject['state'] | null): void
  /** A node is silent. */
  lost(node: NodeObject): void
}

export class Manager {
  readonly store: ClusterStore
  readonly self: string
  readonly remoteAddr: string
  readonly #p: Process
  readonly #hooks: ManagerHooks
  readonly #start: (body: Blocking<void>) => void
  readonly #links = new Map<string, RpcLink>()
  readonly #heard = new Map<string, number>()
  readonly #joined = new WaitQueue()
  readonly #orchestrator: Orchestrator
  #listener: StreamSocket | null = null
  #closed = false

  constructor(
    p: Process,
    store: ClusterStore,
    own: { readonly id: string; readonly remoteAddr: string },
    hooks: ManagerHooks,
    start: (body: Blocking<void>) => void,
  ) {
    this.#p = p
    this.store = store
    this.self = own.id
    this.remoteAddr = own.remoteAddr
    this.#hooks = hooks
    this.#start = start
    this.#orchestrator = new Orchestrator(p, store, (node) => this.#assign(node))
    // Those of before have so long to come back.
    for (const id of store.nodes.keys()) this.#heard.set(id, p.clock.now())
  }

  get node(): NodeObject | null {
    return this.store.nodes.get(this.self) ?? null
  }

  /** Accepts until it is closed: a thread of the daemon. */
  *serve(listener: StreamSocket): Blocking<void> {
    this.#listener = listener
    this.#start(this.#watch())
    this.#start(this.#orchestrator.run())
    while (!this.#closed) {
      const socket = this.#p.net.accept(listener)
      if (socket === EAGAIN) {
        yield* this.#p.clock.wait([listener])
        continue
      }
      if (isErrno(socket)) return
      const link = new RpcLink(
        this.#p,
        socket,
        (method, body, from) => this.#handle(method, body, from),
        this.#start,
      )
      this.#start(link.run())
    }
  }

  close(): void {
    this.#closed = true
    this.#orchestrator.close()
    this.#joined.wake()
    this.#listener?.close()
    for (const link of this.#links.values()) link.close()
  }

  /** For the node that the manager itself is. */
  sessionOf(node: NodeObject): SessionStart {
    const { cluster, ingress } = this.store
    const network = ingress ? managedNetwork(ingress) : null
    const address = ingress ? this.store.nodeAddress(node, ingress) : null
    return {
      nodeId: node.id,
      clusterId: cluster.id,
      managers: [{ NodeID: this.self, Addr: this.remoteAddr }],
      dataPathPort: cluster.dataPathPort,
      ingress: network && address !== null ? { network, address } : null,
    }
  }

  *attach(node: NodeObject, { network, container, wish }: AttachRequest): Blocking<AttachAnswer | ApiError> {
    const attachment = this.store.attach(node, network, container, wish)
    if (isApiError(attachment)) return attachment
    const managed = attachment ? managedNetwork(attachment.network) : null
    if (attachment && managed) {
      this.#hooks.changed(node, null)
      const { task, address, nodeAddress } = attachment
      return { task, network: managed, address, nodeAddress }
    }
    yield { on: [], until: this.#p.clock.now() + ATTACH_TIMEOUT }
    return invalidParameter(
      'attaching to network failed, make sure your network options are correct and check manager logs: context deadline exceeded',
    )
  }

  detach(task: string): string | null {
    const released = this.store.detach(task)
    this.#hooks.changed(null, null)
    return released
  }

  /** Services, or the nodes for them, have changed. */
  look(): void {
    this.#hooks.changed(null, null)
    this.#orchestrator.look()
  }

  /** What a node tells of a task; networks that it takes part in no longer. */
  report({ task: id, state, message, error, container, exitCode }: TaskReport): readonly string[] {
    const task = this.store.services.tasks.get(id)
    if (!task) return []
    let released: readonly string[] = []
    if (state === 'gone') released = this.#orchestrator.forget(task)
    else {
      task.containerId = container
      task.exitCode = exitCode
      // What the manager itself has ended ends on its node later.
      if (task.state !== 'rejected') this.store.services.setState(task, state, message, error)
    }
    this.look()
    return released
  }

  /** What a task's program has written; nothing where its node does not answer. */
  *logs({ id: task, nodeId }: ServiceTask, from: number): Blocking<readonly LogEntry[]> {
    const request: LogsRequest = { task, from }
    if (nodeId === this.self) return this.#hooks.logs(request)
    const until = this.#p.clock.now() + LOGS_TIMEOUT
    const answer = yield* this.#links.get(nodeId)?.call<readonly LogEntry[]>('logs', request, until) ?? []
    return answer && !isApiError(answer) ? answer : []
  }

  #assign(node: string): void {
    const assignments = this.#orchestrator.assignmentsOf(node)
    this.#hooks.changed(null, null)
    if (node === this.self) return this.#hooks.assigned(assignments)
    const link = this.#links.get(node)
    if (link) this.#start(link.tell('assign', assignments))
  }

  /** A node that has a connection is told to go. */
  dismiss(node: NodeObject): void {
    this.#links.get(node.id)?.close()
    this.#links.delete(node.id)
    this.#heard.delete(node.id)
  }

  *#handle(method: string, body: unknown, link: RpcLink): Blocking<unknown> {
    if (method === 'ca') return this.store.cluster.digest
    if (method === 'join') return this.#join(body as JoinRequest, link)
    if (method === 'session') return this.#session(body as JoinRequest, link)
    const [id = ''] = [...this.#links].find(([, one]) => one === link) ?? []
    const node = this.store.nodes.get(id)
    if (!node) return rpcError('PermissionDenied', 403, 'node is not part of the cluster')
    this.#heard.set(id, this.#p.clock.now())
    if (node.state !== 'ready') this.#setState(node, 'ready')
    if (method === 'attach') return yield* this.attach(node, body as AttachRequest)
    if (method === 'detach') return this.detach(body as string)
    if (method === 'report') return this.report(body as TaskReport)
    return null
  }

  #join(request: JoinRequest, link: RpcLink): SessionStart | ApiError {
    const { cluster, nodes } = this.store
    const token = parseJoinToken(request.token)
    if (token?.secret === cluster.managerSecret)
      return invalidParameter('a second manager is not supported in vethlab: join with a token for workers')
    if (token?.secret !== cluster.workerSecret)
      return rpcError('InvalidArgument', 400, 'A valid join token is necessary to join this cluster')
    let id = newId(this.#p)
    while (nodes.has(id)) id = newId(this.#p)
    const node = this.store.addNode(id, 'worker', request.availability, request.description, request.addr)
    return this.#begin(node, link)
  }

  /** A node that was there before. */
  #session({ node: id, description, addr }: JoinRequest, link: RpcLink): SessionStart | ApiError {
    const node = this.store.nodes.get(id)
    if (!node) return rpcError('PermissionDenied', 403, 'node is not part of the cluster')
    node.description = description
    node.addr = addr
    return this.#begin(node, link)
  }

  #begin(node: NodeObject, link: RpcLink): SessionStart {
    this.#links.get(node.id)?.close()
    this.#links.set(node.id, link)
    this.#heard.set(node.id, this.#p.clock.now())
    this.#joined.wake()
    const start = this.sessionOf(node)
    this.#setState(node, 'ready')
    this.#orchestrator.look()
    this.#assign(node.id)
    return start
  }

  #setState(node: NodeObject, state: NodeObject['state']): void {
    const before = node.state
    node.state = state
    this.store.changed(node)
    this.#hooks.changed(node, before)
  }

  *#watch(): Blocking<void> {
    while (!this.#closed) {
      const now = this.#p.clock.now()
      const others = [...this.store.nodes.values()].filter(
        ({ id, state }) => id !== this.self && state !== 'down',
      )
      for (const node of others) {
        if ((this.#heard.get(node.id) ?? 0) + GRACE > now) continue
        this.dismiss(node)
        this.#setState(node, 'down')
        this.#hooks.lost(node)
        this.#orchestrator.look()
      }
      const until = Math.min(Infinity, ...others.map(({ id }) => (this.#heard.get(id) ?? now) + GRACE))
      yield { on: [this.#joined], until: Math.max(until, now + 1) }
    }
  }
}
