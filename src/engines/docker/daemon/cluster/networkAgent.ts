// What this node's networks ask of its swarm, and where the daemon stands in it.
import type { Blocking, Process } from '../../../../os/program.ts'
import { MILLISECOND, SECOND } from '../../../../sim/clock.ts'
import { invalidParameter, type ApiError } from '../../libnetwork/apiError.ts'
import type { NetworkController, SwarmAgent } from '../../libnetwork/controller.ts'
import type { EndpointService } from '../../libnetwork/network.ts'
import type { NetworkDb } from '../../libnetwork/networkdb.ts'
import type { Peer } from '../../libnetwork/overlay/overlay.ts'
import type { Agent } from '../../swarmkit/agent.ts'
import { ATTACH_TIMEOUT, type AttachAnswer, type Manager, type SessionStart } from '../../swarmkit/manager.ts'
import type { Executor } from './executor.ts'
import type { SavedNode } from './state.ts'

/** What a node is told reaches it a little later. (Ref: dispatcher.go: batches of assignments) */
export const ASSIGNMENT_DELAY = 100 * MILLISECOND

export interface Membership {
  readonly saved: SavedNode
  manager: Manager | null
  agent: Agent | null
  gossip: NetworkDb | null
  session: SessionStart | null
  executor: Executor | null
  error: string
}

interface Environment {
  readonly p: Process
  readonly networks: NetworkController
  start(body: Blocking<void>): void
}

export class NetworkAgent implements SwarmAgent {
  readonly #env: Environment
  readonly #member: () => Membership | null

  constructor(env: Environment, member: () => Membership | null) {
    this.#env = env
    this.#member = member
  }

  get dataPath(): string {
    return this.#member()?.saved.dataPath ?? ''
  }

  *attach(network: string, container: string, wish: string): Blocking<AttachAnswer | ApiError> {
    const request = { network, container, wish }
    const { manager = null, agent = null } = this.#member() ?? {}
    const node = manager?.node
    if (manager && node) return yield* manager.attach(node, request)
    const until = this.#env.p.clock.now() + ATTACH_TIMEOUT + SECOND
    const answer = yield* agent?.call<AttachAnswer>('attach', request, until) ?? []
    if (answer) return answer
    return invalidParameter(
      'attaching to network failed, make sure your network options are correct and check manager logs: context deadline exceeded',
    )
  }

  *detach(task: string): Blocking<void> {
    const { manager = null, agent = null } = this.#member() ?? {}
    const until = this.#env.p.clock.now() + SECOND
    const released = manager ? manager.detach(task) : yield* agent?.call<string>('detach', task, until) ?? []
    if (typeof released === 'string') this.#env.start(this.release(released))
  }

  joined(network: string): void {
    this.#member()?.gossip?.joined(network)
    this.#member()?.gossip?.replay(network)
  }

  left(network: string): void {
    this.#member()?.gossip?.left(network)
  }

  announce(peer: Peer, name: string, dnsNames: readonly string[], service: EndpointService | null): void {
    this.#member()?.gossip?.announce(peer, name, dnsNames, service)
  }

  withdraw(endpoint: string): void {
    this.#member()?.gossip?.withdraw(endpoint)
  }

  /** No container of this node is attached to it any more. */
  *release(network: string): Blocking<void> {
    const { p, networks } = this.#env
    yield { on: [], until: p.clock.now() + ASSIGNMENT_DELAY }
    const known = networks.swarm.all().find(({ id }) => id === network)
    const inUse = [...(known?.endpoints.values() ?? [])].some(
      ({ containerId }) => !containerId.startsWith('lb-'),
    )
    if (known && !inUse) yield* networks.swarm.drop(network)
  }
}
