// The daemon in a swarm: as its manager, or as a worker with a connection to one; what its networks ask of either.
// Read first: addresses.ts, ../../swarmkit/manager.ts, agent.ts. (Ref: moby daemon/cluster/cluster.go, swarm.go, noderunner.go)
import type { Blocking, Process } from '../../../../os/program.ts'
import { MILLISECOND, SECOND } from '../../../../sim/clock.ts'
import { WaitQueue } from '../../../../sim/wait.ts'
import { parseInet } from '../../../../wire/inet.ts'
import type { InitRequest, JoinSwarmRequest, SwarmInfo } from '../../api/swarm.ts'
import { randomId } from '../../lib/ids.ts'
import { ApiError, invalidParameter, isApiError, systemError } from '../../libnetwork/apiError.ts'
import type { NetworkController } from '../../libnetwork/controller.ts'
import { NetworkDb } from '../../libnetwork/networkdb.ts'
import type { PeerInfo } from '../../libnetwork/types.ts'
import { Agent } from '../../swarmkit/agent.ts'
import { DEFAULT_VXLAN_PORT, makeCluster } from '../../swarmkit/cluster.ts'
import { newId, parseJoinToken } from '../../swarmkit/identity.ts'
import {
  ATTACH_TIMEOUT,
  Manager,
  type JoinRequest,
  type SessionStart,
  type TaskReport,
  type NodeDuties,
} from '../../swarmkit/manager.ts'
import type { NodeDescription, NodeObject } from '../../swarmkit/objects.ts'
import { ClusterStore } from '../../swarmkit/store.ts'
import type { ContainerStore } from '../containers.ts'
import type { Events } from '../events.ts'
import { joinAddresses, nodeAddresses, parseRemote } from './addresses.ts'
import type { Daemon } from '../daemon.ts'
import { clusterSettings, swarmInfo } from './convert.ts'
import { ALREADY, JOIN_TIMED_OUT, LAST_MANAGER, NO_SWARM, NOT_A_MANAGER, WORKER } from './errors.ts'
import { Executor } from './executor.ts'
import { ASSIGNMENT_DELAY, NetworkAgent, type Membership } from './networkAgent.ts'
import { forgetState, loadState, saveState, type SavedNode } from './state.ts'

/** Keys and certificates are made, the store elects its only member. */
const INIT_TIME = 600 * MILLISECOND
const JOIN_TIME = 60 * MILLISECOND
const JOIN_TIMEOUT = 20 * SECOND
const LEAVE_TIME = 250 * MILLISECOND
const BACKLOG = 4096

export interface ClusterEnvironment {
  readonly p: Process
  readonly networks: NetworkController
  readonly containers: ContainerStore
  readonly events: Events
  describe(): NodeDescription
  daemon(): Daemon
  start(body: Blocking<void>): void
}

export class Cluster {
  readonly #env: ClusterEnvironment
  readonly #changed = new WaitQueue()
  readonly #networks: NetworkAgent
  #member: Membership | null = null

  constructor(env: ClusterEnvironment) {
    this.#env = env
    this.#networks = new NetworkAgent(env, () => this.#member)
  }

  /** `docker info` and the ping's Swarm field show it. */
  get state(): SwarmInfo['LocalNodeState'] {
    if (!this.#member) return 'inactive'
    return this.#member.session ? 'active' : 'pending'
  }

  info(): SwarmInfo {
    const { manager = null, session = null, saved = null, error = '' } = this.#member ?? {}
    return swarmInfo(this.state, { manager, session, addr: saved?.addr ?? '', error })
  }

  /** For what only a manager answers. */
  manager(): Manager | ApiError {
    const manager = this.#member?.manager
    if (manager) return manager
    return new ApiError(503, this.#member ? WORKER : NOT_A_MANAGER)
  }

  /** The nodes that take part in a network. */
  peers(network: string): readonly PeerInfo[] {
    return this.#member?.gossip?.peers(network) ?? []
  }

  *init(request: InitRequest): Blocking<string | ApiError> {
    if (this.#member) return new ApiError(503, ALREADY)
    const { p, describe, networks } = this.#env
    const addresses = nodeAddresses(p, request, networks.swarm.subnets())
    if (isApiError(addresses)) return addresses
    const { listen, advertise, dataPath } = addresses
    const id = newId(p)
    const saved: SavedNode = {
      id,
      role: 'manager',
      addr: advertise.host,
      port: advertise.port,
      listen,
      dataPath,
      remote: null,
      token: '',
      availability: request.Availability || 'active',
    }
    const cluster = makeCluster(p, clusterSettings(request))
    const store = new ClusterStore(p, cluster)
    const node = store.addNode(id, 'manager', saved.availability, describe(), saved.addr)
    yield { on: [], until: p.clock.now() + INIT_TIME }
    const manager = this.#startManager(saved, store)
    if (isApiError(manager)) return manager
    const made = store.createNetwork({
      name: 'ingress',
      driver: 'overlay',
      labels: null,
      internal: false,
      attachable: false,
      ingress: true,
      enableIPv6: false,
      ipam: [],
      options: {},
    })
    if (isApiError(made)) return made
    node.state = 'ready'
    this.#nodeChanged(node, 'unknown')
    this.#beginSession(manager.sessionOf(node))
    return id
  }

  *join(request: JoinSwarmRequest): Blocking<ApiError | null> {
    if (this.#member) return new ApiError(503, ALREADY)
    const { p, start, networks } = this.#env
    const token = request.JoinToken ?? ''
    const remote = parseRemote(request.RemoteAddrs?.[0] ?? '')
    if (isApiError(remote)) return remote
    if (token !== '' && !parseJoinToken(token)) return invalidParameter('invalid join token')
    const advertised = joinAddresses(p, request, remote, networks.swarm.subnets())
    if (isApiError(advertised)) return advertised
    const saved: SavedNode = {
      id: '',
      role: 'worker',
      addr: advertised.advertise.host,
      port: advertised.advertise.port,
      listen: advertised.listen,
      dataPath: advertised.dataPath,
      remote,
      token,
      availability: request.Availability || 'active',
    }
    const member = this.#become(saved)
    const attempt = { outcome: null as SessionStart | ApiError | null }
    const agent = this.#agent(remote)
    member.agent = agent
    start(this.#tryToJoin(member, agent, attempt))
    const until = p.clock.now() + JOIN_TIMEOUT
    while (attempt.outcome === null && p.clock.now() < until) yield { on: [this.#changed], until }
    if (attempt.outcome === null) return systemError(JOIN_TIMED_OUT)
    if (!isApiError(attempt.outcome)) return null
    yield* this.#end()
    return attempt.outcome
  }

  *leave(force: boolean): Blocking<ApiError | null> {
    const member = this.#member
    if (!member) return new ApiError(503, NO_SWARM)
    if (member.manager && !force) return new ApiError(503, LAST_MANAGER)
    const { networks, containers, p } = this.#env
    for (const network of networks.swarm.all()) {
      for (const { networking } of containers.all())
        if (networking.endpoints.has(network.name)) yield* networks.disconnect(networking, network.id, true)
    }
    yield { on: [], until: p.clock.now() + LEAVE_TIME }
    yield* this.#end()
    return null
  }

  /** The swarm of the daemon before this one. */
  *restore(): Blocking<void> {
    const { p, start, describe } = this.#env
    const state = loadState(p)
    if (!state) return
    const { saved, store: record } = state
    if (record) {
      const store = new ClusterStore(p, record.cluster, record)
      const manager = this.#startManager(saved, store)
      if (isApiError(manager)) return
      const node = store.nodes.get(saved.id)
      if (!node) return
      for (const task of [...store.tasks.values()]) if (task.nodeId === node.id) store.detach(task.id)
      node.description = describe()
      this.#beginSession(manager.sessionOf(node))
      return
    }
    if (!saved.remote) return
    const member = this.#become(saved)
    const agent = this.#agent(saved.remote)
    member.agent = agent
    start(agent.keep(this.#request(saved), (session) => this.#begun(session)))
    // Containers are started after this: they need the manager.
    const until = p.clock.now() + SECOND
    while (!member.session && p.clock.now() < until) yield { on: [this.#changed], until }
  }

  /** The daemon ends; its swarm is found again by the next one. */
  *shutdown(): Blocking<void> {
    const member = this.#member
    if (!member) return
    yield* member.gossip?.leave() ?? []
    member.agent?.close()
    member.manager?.close()
  }

  /** What the manager keeps has changed. */
  save(): void {
    const member = this.#member
    if (member) saveState(this.#env.p, member.saved, member.manager?.store.record() ?? null)
  }

  // ----

  *#tryToJoin(
    member: Membership,
    agent: Agent,
    attempt: { outcome: SessionStart | ApiError | null },
  ): Blocking<void> {
    const { p } = this.#env
    yield { on: [], until: p.clock.now() + JOIN_TIME }
    const request = this.#request(member.saved)
    const until = p.clock.now() + JOIN_TIMEOUT
    let session = yield* agent.join(request)
    // After who waited has gone, it goes on.
    while (isApiError(session) && p.clock.now() >= until && !agent.closed)
      session = yield* agent.join(request)
    if (!isApiError(session) && this.#member === member) {
      const saved = { ...member.saved, id: session.nodeId }
      this.#member = { ...member, saved }
      yield* this.#begun(session)
      this.#env.start(agent.keep(this.#request(saved), (again) => this.#begun(again)))
    }
    attempt.outcome = session
    this.#changed.wake()
  }

  *#begun(session: SessionStart): Blocking<void> {
    yield* []
    this.#beginSession(session)
    const [first] = session.managers
    const [host = ''] = first?.Addr.split(':') ?? []
    const gossip = this.#member?.gossip
    if (gossip) this.#env.start(discard(gossip.sync(host)))
  }

  #beginSession(session: SessionStart): void {
    const member = this.#member
    if (!member) return
    member.session = session
    this.#env.networks.swarm.use(this.#networks, session.dataPathPort)
    this.save()
    this.#changed.wake()
    if (session.ingress) this.#env.start(this.#setUpIngress(session.ingress))
  }

  *#setUpIngress({ network, address }: NonNullable<SessionStart['ingress']>): Blocking<void> {
    const { swarm } = this.#env.networks
    yield { on: [], until: this.#env.p.clock.now() + ASSIGNMENT_DELAY }
    if (!this.#member || swarm.all().some(({ id }) => id === network.id)) return
    yield* swarm.setUpIngress(network, address)
  }

  #agent(remote: { readonly address: number; readonly port: number }): Agent {
    const { p, start } = this.#env
    return new Agent(p, remote, start, this.#duties())
  }

  #duties(): NodeDuties {
    return {
      assigned: (assignments) => this.#executor()?.update(assignments),
      logs: ({ task, from }) => this.#executor()?.logs(task).slice(from) ?? [],
    }
  }

  #executor(): Executor | null {
    const member = this.#member
    if (!member?.session) return null
    member.executor ??= new Executor(this.#env.daemon, member.session.nodeId, (report) =>
      this.#report(report),
    )
    return member.executor
  }

  *#report(report: TaskReport): Blocking<void> {
    const { manager = null, agent = null } = this.#member ?? {}
    const until = this.#env.p.clock.now() + ATTACH_TIMEOUT
    const released = manager
      ? manager.report(report)
      : yield* agent?.call<readonly string[]>('report', report, until) ?? []
    if (Array.isArray(released))
      for (const network of released as string[]) this.#env.start(this.#networks.release(network))
  }

  #become(saved: SavedNode): Membership {
    const { p, networks, start } = this.#env
    const self = { name: randomId(() => p.random(), 6), ip: saved.dataPath }
    const gossip = new NetworkDb(p, self, parseInet(saved.listen.host) ?? 0, {
      added: (peer, known) => networks.swarm.remoteAdded(peer, known),
      deleted: (peer) => networks.swarm.remoteDeleted(peer),
    })
    start(gossip.run())
    start(gossip.serve(start))
    const member: Membership = {
      saved,
      manager: null,
      agent: null,
      gossip,
      session: null,
      executor: null,
      error: '',
    }
    this.#member = member
    return member
  }

  #startManager(saved: SavedNode, store: ClusterStore): Manager | ApiError {
    const { p, start } = this.#env
    const { host, port } = saved.listen
    const any = host === '0.0.0.0'
    const listener = p.net.streamSocket(any ? 'inet6' : 'inet')
    listener.options.reuseaddr = true
    listener.options.v6only = false
    const refused =
      listener.bind({ address: any ? 0n : (parseInet(host) ?? 0), port }) ?? listener.listen(BACKLOG)
    if (refused) {
      listener.close()
      const where = `listen tcp ${host}:${port}: bind: ${refused.text.toLowerCase()}`
      return systemError(`error while loading TLS certificate: ${where}`)
    }
    const member = this.#become(saved)
    const hooks = {
      changed: (node: NodeObject | null, before: NodeObject['state'] | null) =>
        this.#nodeChanged(node, before),
      lost: (node: NodeObject) => this.#lost(node),
      ...this.#duties(),
    }
    const own = { id: saved.id, remoteAddr: `${saved.addr}:${saved.port}` }
    member.manager = new Manager(p, store, own, hooks, start)
    start(member.manager.serve(listener))
    return member.manager
  }

  #nodeChanged(node: NodeObject | null, before: NodeObject['state'] | null): void {
    this.save()
    if (!node) return
    const states = before && before !== node.state ? { 'state.new': node.state, 'state.old': before } : {}
    this.#env.events.log('node', 'update', node.id, { name: node.description.hostname, ...states })
  }

  #lost(node: NodeObject): void {
    const gossip = this.#member?.gossip
    if (gossip) this.#env.start(gossip.doubt(node.addr))
  }

  *#end(): Blocking<void> {
    const { networks, p } = this.#env
    const member = this.#member
    yield* member?.gossip?.leave() ?? []
    for (const network of networks.swarm.all()) yield* networks.swarm.drop(network.id)
    member?.agent?.close()
    member?.manager?.close()
    networks.swarm.use(null, DEFAULT_VXLAN_PORT)
    this.#member = null
    forgetState(p)
  }

  #request({ id, token, addr, availability }: SavedNode): JoinRequest {
    return { node: id, token, addr, availability, description: this.#env.describe() }
  }
}

function* discard(work: Blocking<unknown>): Blocking<void> {
  yield* work
}
