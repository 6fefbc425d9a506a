// Brings what runs to what was asked for: makes tasks, replaces those that ended.
// Read first: services.ts, scheduler.ts. (Ref: swarmkit manager/orchestrator)
import type { Blocking, Process } from '../../../os/program.ts'
import { MILLISECOND, SECOND } from '../../../sim/clock.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { ManagedNetwork } from '../libnetwork/controller.ts'
import { managedNetwork } from './managed.ts'
import { isOver, type NodeObject, type ServiceObject, type ServiceTask } from './objects.ts'
import { findNode, isAvailable, mayBeOn } from './scheduler.ts'
import { networksOf } from './serviceEndpoint.ts'
import type { ServiceStore } from './services.ts'
import type { ClusterStore } from './store.ts'
import { updateDeadline, updateService } from './updater.ts'

/** Ref: api/defaults/service.go */
const RESTART_DELAY = 5 * SECOND
/** Changes are taken together. */
const BATCH = 50 * MILLISECOND

/** A task as its node needs it. */
export interface Assignment {
  readonly task: ServiceTask
  readonly service: string
  readonly networks: readonly {
    readonly network: ManagedNetwork
    readonly address: string
    readonly nodeAddress: string
    /** The service's own; empty: it has none. */
    readonly vip: string
  }[]
}

export class Orchestrator {
  readonly #p: Process
  readonly #store: ClusterStore
  readonly #services: ServiceStore
  readonly #assign: (node: string) => void
  readonly #changed = new WaitQueue()
  #dirty = true
  #closed = false

  constructor(p: Process, store: ClusterStore, assign: (node: string) => void) {
    this.#p = p
    this.#store = store
    this.#services = store.services
    this.#assign = assign
  }

  /** Something is not as it was. */
  look(): void {
    this.#dirty = true
    this.#changed.wake()
  }

  close(): void {
    this.#closed = true
    this.#changed.wake()
  }

  /** A thread of the daemon. */
  *run(): Blocking<void> {
    while (!this.#closed) {
      if (this.#dirty) {
        yield { on: [], until: this.#p.clock.now() + BATCH }
        this.#dirty = false
        if (!this.#closed) this.#reconcile()
        continue
      }
      yield { on: [this.#changed], until: this.#nextStart() }
      if (this.#p.clock.now() >= this.#nextStart()) this.#dirty = true
    }
  }

  assignmentsOf(node: string): readonly Assignment[] {
    return [...this.#services.tasks.values()]
      .filter(({ nodeId }) => nodeId === node)
      .map((task) => ({
        task,
        service: task.spec.Name,
        networks: task.networks.flatMap(({ networkId, address }) => {
          const object = this.#store.networks.get(networkId)
          const own = this.#store.nodes.get(node)
          const network = object ? managedNetwork(object) : null
          const nodeAddress = object && own ? this.#store.nodeAddress(own, object) : null
          const vips = this.#services.services.get(task.serviceId)?.endpoint.vips ?? []
          const vip = vips.find((one) => one.networkId === networkId)?.address ?? ''
          return network && nodeAddress !== null ? [{ network, address, nodeAddress, vip }] : []
        }),
      }))
  }

  /** Its container is gone: networks that its node takes part in no longer. */
  forget(task: ServiceTask): readonly string[] {
    this.#services.tasks.delete(task.id)
    const released: string[] = []
    for (const { networkId, address } of task.networks) {
      this.#store.release(networkId, address)
      if (this.#store.leaveNetwork(task.nodeId, networkId)) released.push(networkId)
    }
    return released
  }

  #nextStart(): number {
    return Math.min(
      Infinity,
      ...[...this.#services.tasks.values()].flatMap((task) =>
        task.desired === 'ready' && task.follows === '' ? [task.since + RESTART_DELAY] : [],
      ),
      ...[...this.#services.services.values()].map(updateDeadline),
    )
  }

  #reconcile(): void {
    const touched = new Set<string>()
    for (const task of this.#services.tasks.values()) {
      if (this.#services.services.has(task.serviceId) || task.desired === 'remove') continue
      task.desired = 'remove'
      this.#settle(task, touched)
    }
    for (const task of this.#services.tasks.values()) this.#enforce(task, touched)
    for (const service of this.#services.services.values()) {
      if (service.spec.Mode.Global) this.#global(service, touched)
      else this.#replicated(service, touched)
    }
    for (const task of this.#services.tasks.values()) if (task.state === 'new') this.#place(task, touched)
    for (const task of this.#services.tasks.values()) if (task.state === 'pending') this.#place(task, touched)
    for (const node of touched) this.#assign(node)
  }

  /** A node's labels may have changed since its service did: by then the service's constraints hold for tasks of before,
   *  too. (Ref: orchestrator/constraintenforcer/constraint_enforcer.go) */
  #enforce(task: ServiceTask, touched: Set<string>): void {
    const node = this.#store.nodes.get(task.nodeId)
    if (!node || isOver(task) || task.desired === 'shutdown' || task.desired === 'remove') return
    const service = this.#services.services.get(task.serviceId)
    if (!service || node.meta.index < service.meta.index || mayBeOn(service, node)) return
    const error = 'assigned node no longer meets constraints'
    this.#services.setState(task, 'rejected', 'task rejected by constraint enforcer', error)
    touched.add(node.id)
  }

  #replicated(service: ServiceObject, touched: Set<string>): void {
    const wanted = service.spec.Mode.Replicated?.Replicas ?? 1
    const all = this.#services.tasksOf(service)
    const live = all.filter((task) => this.#isLive(task, touched))
    for (const task of live) if (task.slot > wanted) this.#remove(task, touched)
    for (const task of all) if (isOver(task) && task.slot > wanted) this.#remove(task, touched)
    for (let slot = 1; slot <= wanted; slot++) {
      if (live.some((task) => task.slot === slot)) continue
      this.#make(
        service,
        slot,
        null,
        all.filter((task) => task.slot === slot),
        touched,
      )
    }
    this.#update(
      service,
      live.filter((task) => task.slot <= wanted),
      touched,
    )
  }

  #global(service: ServiceObject, touched: Set<string>): void {
    const all = this.#services.tasksOf(service)
    const live = all.filter((task) => this.#isLive(task, touched))
    for (const node of this.#store.nodes.values()) {
      const own = live.find(({ nodeId }) => nodeId === node.id)
      if (own && node.availability === 'drain') this.#remove(own, touched)
      if (own || !isAvailable(node) || !mayBeOn(service, node)) continue
      this.#make(
        service,
        0,
        node,
        all.filter(({ nodeId }) => nodeId === node.id),
        touched,
      )
    }
    this.#update(service, live, touched)
  }

  #update(service: ServiceObject, live: readonly ServiceTask[], touched: Set<string>): void {
    const bySlot = live
      .filter(({ desired }) => desired === 'running' || desired === 'ready')
      .toSorted((a, b) => a.slot - b.slot)
    const home = {
      now: this.#p.clock.now(),
      task: (id: string) => this.#services.tasks.get(id) ?? null,
      nodeOf: ({ nodeId }: ServiceTask) => this.#store.nodes.get(nodeId) ?? null,
      changed: () => this.#store.changed(service),
      replace: (old: ServiceTask) => {
        old.desired = 'shutdown'
        touched.add(old.nodeId)
        const place = this.#services
          .tasksOf(service)
          .filter(({ slot, nodeId }) => (old.slot > 0 ? slot === old.slot : nodeId === old.nodeId))
        this.#forgetOld(
          place.filter((task) => isOver(task) && task.desired === 'shutdown'),
          touched,
        )
        const node = old.slot === 0 ? (this.#store.nodes.get(old.nodeId) ?? null) : null
        return this.#services.addTask(service, old.slot, node, old.id)
      },
    }
    updateService(home, service, bySlot)
  }

  /** Those that ended, and those on nodes that are lost, are to be replaced. */
  #isLive(task: ServiceTask, touched: Set<string>): boolean {
    if (task.desired === 'remove' || task.desired === 'shutdown') return false
    const node = this.#store.nodes.get(task.nodeId)
    const lost = task.nodeId !== '' && (!node || node.state === 'down' || node.availability === 'drain')
    if (!isOver(task) && !lost) {
      if (task.desired === 'ready' && this.#mayStart(task)) {
        task.desired = 'running'
        touched.add(task.nodeId)
      }
      return true
    }
    task.desired = 'shutdown'
    touched.add(task.nodeId)
    return false
  }

  #make(
    service: ServiceObject,
    slot: number,
    node: NodeObject | null,
    before: readonly ServiceTask[],
    touched: Set<string>,
  ): void {
    const ended = before.filter((task) => isOver(task) && task.desired === 'shutdown')
    const condition = service.spec.TaskTemplate.RestartPolicy?.Condition ?? 'any'
    const last = ended.at(-1)
    if (last && (condition === 'none' || (condition === 'on-failure' && last.state === 'complete'))) return
    const task = this.#services.addTask(service, slot, node)
    // One that follows another waits.
    if (last) task.desired = 'ready'
    this.#forgetOld(ended, touched)
  }

  #forgetOld(ended: readonly ServiceTask[], touched: Set<string>): void {
    const kept = this.#store.cluster.taskHistory - 1
    for (const old of ended.slice(0, Math.max(0, ended.length - kept))) this.#remove(old, touched)
  }

  /** One that takes another's place when that is over, one that is to be tried again after a while. */
  #mayStart({ follows, since }: ServiceTask): boolean {
    if (follows === '') return since + RESTART_DELAY <= this.#p.clock.now()
    const old = this.#services.tasks.get(follows)
    return !old || isOver(old)
  }

  #remove(task: ServiceTask, touched: Set<string>): void {
    task.desired = 'remove'
    this.#settle(task, touched)
  }

  /** One that never had a node, or whose node is gone, has nobody who ends it. */
  #settle(task: ServiceTask, touched: Set<string>): void {
    if (this.#store.nodes.get(task.nodeId)?.state === 'ready') touched.add(task.nodeId)
    else this.forget(task)
  }

  #place(task: ServiceTask, touched: Set<string>): void {
    const own = task.nodeId === '' ? null : this.#store.nodes.get(task.nodeId)
    const nodes = own ? [own] : [...this.#store.nodes.values()]
    const node = findNode(task, nodes, [...this.#services.tasks.values()])
    if (typeof node === 'string') {
      if (task.state !== 'pending' || task.error !== node)
        this.#services.setState(task, 'pending', 'pending task scheduling', node)
      return
    }
    task.nodeId = node.id
    task.networks = networksOf(this.#store, task.spec, task.ports).flatMap((networkId) => {
      const address = this.#store.nextAddress(networkId)
      return address === null ? [] : [{ networkId, address }]
    })
    this.#services.setState(task, 'assigned', 'scheduler assigned task to node')
    touched.add(node.id)
  }
}
