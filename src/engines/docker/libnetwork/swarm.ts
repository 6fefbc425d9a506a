// Networks of the swarm on this node: made when a container is attached to one or the node is told to, with the address
// by which the node balances load; the ingress network; and what is known of containers elsewhere.
// (Ref: moby daemon/container_operations.go:findAndAttachNetwork(), daemon/network.go:setupIngress(),
// libnetwork/network.go:createLoadBalancerSandbox(), agent.go)
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import { madeFor } from '../../lib/madeFor.ts'
import { ApiError, isApiError, systemError } from './apiError.ts'
import type { ContainerNetworking, ManagedNetwork, SwarmAgent } from './controller.ts'
import { makeEndpoint } from './endpoints.ts'
import { redirectRules, type IngressPorts } from './ingress.ts'
import { newSettings } from './endpointSettings.ts'
import { Pool } from './ipam.ts'
import { goText, inNetns, writeSysctl } from './netlink.ts'
import {
  isPredefined,
  type Endpoint,
  type EndpointService,
  type Network,
  type NetworkRecord,
  type RemoteEndpoint,
} from './network.ts'
import type { Networks } from './networks.ts'
import { VNI_OPTION, type OverlayDriver, type Peer } from './overlay/overlay.ts'
import { formatAddr, parseAddress, parsePrefix, type Address, type Prefix } from './prefix.ts'
import { forNetwork } from './provenance.ts'
import { Sandbox, type SandboxEnvironment } from './sandbox.ts'
import { ServiceBindings } from './serviceBindings.ts'
import { timestamp } from './timestamp.ts'
import type { EndpointSettings, ServiceInfo } from './types.ts'

const GATEWAY_NETWORK = 'docker_gwbridge'
const LB_KEY_LENGTH = 9
const INGRESS_SANDBOX = 'ingress-sbox'

export class SwarmNetworks {
  readonly #p: Process
  readonly #networks: Networks
  readonly #overlay: OverlayDriver
  readonly #env: () => SandboxEnvironment
  readonly #sandboxes: Map<string, Sandbox>
  readonly #told: (network: Network) => void
  readonly bindings: ServiceBindings
  #agent: SwarmAgent | null = null

  constructor(
    p: Process,
    networks: Networks,
    overlay: OverlayDriver,
    /** All of the controller's, by their container: those of load balancers are among them. */
    sandboxes: Map<string, Sandbox>,
    env: () => SandboxEnvironment,
    told: (network: Network) => void,
    ingress: IngressPorts,
    /** There is something to be settled. */
    woken: () => void,
  ) {
    this.bindings = new ServiceBindings(
      p,
      ingress,
      (network) => sandboxes.get(balancerOf(network)) ?? null,
      woken,
    )
    this.#p = p
    this.#networks = networks
    this.#overlay = overlay
    this.#sandboxes = sandboxes
    this.#env = env
    this.#told = (network) => {
      told(network)
      woken()
    }
  }

  /** null: the daemon is in no swarm any more. */
  use(agent: SwarmAgent | null, dataPathPort: number): void {
    this.#agent = agent
    this.#overlay.dataPathPort = dataPathPort
  }

  /** A network by a container's settings: one of the swarm is attached to first. */
  *networkFor(
    c: ContainerNetworking,
    name: string,
    settings: EndpointSettings,
    found: Network | ApiError,
  ): Blocking<Network | ApiError> {
    const known = isApiError(found) ? null : found
    if (isPredefined(name) || (known && known.record.scope !== 'swarm')) return found
    const agent = this.#agent
    // A service's is there already, with its address.
    if (!agent || (known && settings.SwarmTask !== undefined)) return found
    const wish = settings.IPAMOperational ? '' : (settings.IPAMConfig?.IPv4Address ?? '')
    const attachment = yield* agent.attach(known?.id ?? name, c.id, wish)
    if (isApiError(attachment)) return refused(attachment, name)
    const network = yield* this.adopt(attachment.network, attachment.nodeAddress)
    if (isApiError(network)) {
      yield* agent.detach(attachment.task)
      return network
    }
    settings.SwarmTask = attachment.task
    if (wish === '') {
      settings.IPAMConfig = { IPv4Address: attachment.address }
      settings.IPAMOperational = true
    }
    return network
  }

  /** After a container has left a network, or could not enter it. */
  *released(settings: EndpointSettings | undefined): Blocking<void> {
    if (settings?.SwarmTask === undefined) return
    const task = settings.SwarmTask
    delete settings.SwarmTask
    yield* this.#agent?.detach(task) ?? []
  }

  /** Makes it a network of this node's, unless it is one. */
  *adopt(managed: ManagedNetwork, nodeAddress: string): Blocking<Network | ApiError> {
    const known = this.#networks.find(managed.id)
    if (managed.ingress) {
      if (!isApiError(known)) return known
      return (yield* this.setUpIngress(managed, nodeAddress)) ?? this.#networks.find(managed.id)
    }
    if (!isApiError(known)) {
      const [balancer] = this.#sandboxes.get(balancerOf(known))?.endpoints ?? []
      if (balancer?.addr4?.value === parseAddress(nodeAddress)?.value) return known
      yield* this.drop(known.id)
    }
    const network = yield* this.#make(managed)
    if (isApiError(network)) return network
    const { name } = network
    const sandboxId = `lb_${managed.id.slice(0, LB_KEY_LENGTH)}`
    const c = standIn(balancerOf(network), `${name}-endpoint`, name)
    const failed = yield* this.#enter(network, c, sandboxId, sandboxId, nodeAddress)
    if (failed) {
      yield* this.drop(network.id)
      return failed
    }
    this.#told(network)
    return network
  }

  *setUpIngress(managed: ManagedNetwork, nodeAddress: string): Blocking<ApiError | null> {
    const network = yield* this.#make(managed)
    if (isApiError(network)) return network
    const c = standIn(balancerOf(network), 'ingress-endpoint', network.name)
    const failed = yield* this.#enter(network, c, INGRESS_SANDBOX, 'ingress_sbox', nodeAddress)
    if (!failed) this.#told(network)
    return failed
  }

  /** No container of this node is in it any more. */
  *drop(id: string): Blocking<void> {
    const network = this.#networks.find(id)
    if (isApiError(network)) return
    yield* this.bindings.leave(network)
    const key = balancerOf(network)
    yield* this.#sandboxes.get(key)?.close() ?? []
    this.#sandboxes.delete(key)
    this.#agent?.left(id)
    yield* this.#networks.drop(network)
  }

  /** Those of the swarm that are this node's at the moment. */
  all(): readonly Network[] {
    return this.#networks.all().filter(({ record }) => record.scope === 'swarm')
  }

  /** What the daemon has for its containers: addresses in there are not the machine's own. */
  subnets(): readonly Prefix[] {
    return this.#networks.all().flatMap(({ subnets }) => subnets.map(({ pool }) => pool.prefix))
  }

  get active(): boolean {
    return this.#agent !== null
  }

  /** By which containers of networks without a way out get out. */
  *gatewayNetwork(): Blocking<Network | ApiError> {
    const known = this.#networks.named(GATEWAY_NETWORK)
    if (known) return known
    return yield* this.#networks.add(
      {
        Name: GATEWAY_NETWORK,
        Driver: 'bridge',
        Options: {
          'com.docker.network.bridge.enable_icc': 'false',
          'com.docker.network.bridge.enable_ip_masquerade': 'true',
          'com.docker.network.bridge.name': GATEWAY_NETWORK,
        },
      },
      null,
    )
  }

  /** A container of this node has entered a network: the others hear of it. */
  entered(endpoint: Endpoint): void {
    const agent = this.#agent
    const peer = agent ? this.#overlay.peerOf(endpoint, agent.dataPath) : null
    if (peer) agent?.announce(peer, endpoint.name, endpoint.dnsNames, endpoint.service)
  }

  gone({ id, network, service }: Endpoint): void {
    if (network.record.scope !== 'swarm') return
    if (service) this.bindings.unbind(network, id, true)
    this.#agent?.withdraw(id)
  }

  /** What it is asked at by the mesh leads to where its program listens. */
  *redirect({ network, addr4 }: Endpoint, sandbox: Sandbox, settings: EndpointSettings): Blocking<void> {
    if (network.record.ingress && addr4)
      yield* redirectRules(this.#p, sandbox.netns, addr4, settings.IngressPorts ?? [])
  }

  /** A task runs, or is about to end: its service's address and ports lead to it from now on, or no more. */
  serve(containerId: string, services: ReadonlyMap<string, EndpointService>): void {
    for (const endpoint of this.#sandboxes.get(containerId)?.endpoints ?? []) {
      const service = services.get(endpoint.network.id)
      if (!service) continue
      endpoint.service = service
      this.entered(endpoint)
      if (endpoint.addr4) this.#bound(endpoint.network, endpoint.id, endpoint.addr4, service)
    }
  }

  #bound(network: Network, endpoint: string, address: Address, service: EndpointService): void {
    if (service.disabled) this.bindings.unbind(network, endpoint, false)
    else this.bindings.bind(network, endpoint, address, service)
  }

  /** A container of another node. */
  remoteAdded(peer: Peer, { name, dnsNames, service }: Omit<RemoteEndpoint, 'address'>): void {
    const network = this.#networks.find(peer.network)
    const address = parseAddress(peer.ip.replace(/\/.*/, ''))
    if (isApiError(network) || !address) return
    network.remote.set(peer.endpoint, { name, dnsNames, address, service })
    this.#overlay.peerAdd(peer)
    if (service) this.#bound(network, peer.endpoint, address, service)
  }

  remoteDeleted(peer: Peer): void {
    const network = this.#networks.find(peer.network)
    if (isApiError(network)) return
    if (network.remote.get(peer.endpoint)?.service) this.bindings.unbind(network, peer.endpoint, true)
    network.remote.delete(peer.endpoint)
    this.#overlay.peerDelete(peer)
  }

  /** By name, those of a network's services that have a task running. (Ref: agent.go:Network.Services()) */
  services(id: string): Readonly<Record<string, ServiceInfo>> {
    const network = this.#networks.find(id)
    if (isApiError(network)) return {}
    const own = [...network.endpoints.values()].map((one) => [one, this.#agent?.dataPath ?? ''] as const)
    const remote = [...network.remote].map(
      ([endpoint, one]) =>
        [{ ...one, id: endpoint, addr4: one.address }, this.#overlay.vtepOf(id, endpoint)] as const,
    )
    const services: Record<string, ServiceInfo> = {}
    for (const [{ id: EndpointID, name: Name, addr4, service }, node] of [...own, ...remote]) {
      if (!service || !addr4) continue
      const { VIP, Ports, LocalLBIndex, Tasks } = services[service.name] ?? {
        VIP: service.vip,
        Ports: service.ports.map((one) => `Target: ${one.TargetPort}, Publish: ${one.PublishedPort}`),
        LocalLBIndex: this.bindings.markOf(network, service),
        Tasks: [],
      }
      const task = { Name, EndpointID, EndpointIP: formatAddr(addr4), Info: { 'Host IP': node } }
      services[service.name] = { VIP, Ports, LocalLBIndex, Tasks: [...Tasks, task] }
    }
    return services
  }

  *#make(managed: ManagedNetwork): Blocking<Network | ApiError> {
    const prefix = parsePrefix(managed.subnet)
    const gateway = parseAddress(managed.gateway)
    if (!prefix || !gateway) return systemError(`invalid subnet ${managed.subnet}`)
    const pool = new Pool(prefix)
    pool.request(gateway, null)
    const subnet = { pool, range: null, gateway: { ...gateway, length: prefix.length }, aux: {} }
    const network = yield* this.#networks.adopt(recordOf(this.#p, managed), [subnet])
    if (!isApiError(network)) this.#agent?.joined(network.id)
    return network
  }

  /** A sandbox of the node's own in a network. */
  *#enter(
    network: Network,
    c: ContainerNetworking,
    id: string,
    key: string,
    address: string,
  ): Blocking<ApiError | null> {
    const netns = this.#p.net.createNetns()
    if (isErrno(netns)) return systemError(goText(netns))
    const sandbox = new Sandbox(this.#env(), c, netns, { own: true, id, key })
    // What comes back from tasks goes on to who asked.
    inNetns(this.#p, netns, () => void writeSysctl(this.#p, 'net/ipv4/ip_forward', '1'))
    const settings = newSettings({ IPAMConfig: { IPv4Address: address } })
    const endpoint = makeEndpoint(this.#p, c, network, settings)
    if (isApiError(endpoint)) return endpoint
    this.#sandboxes.set(c.id, sandbox)
    return yield* madeFor(this.#p, forNetwork(network), () => sandbox.join(endpoint))
  }
}

/** Ref: moby daemon/cluster/networks.go:AttachNetwork(): what the manager says, not that it says nothing. */
function refused(error: ApiError, name: string): ApiError {
  if (!error.message.startsWith('rpc error')) return error
  return new ApiError(error.status, `Could not attach to network ${name}: ${error.message}`)
}

function balancerOf({ name, record }: Network): string {
  return record.ingress ? INGRESS_SANDBOX : `lb-${name}`
}

function recordOf(p: Process, managed: ManagedNetwork): NetworkRecord {
  const { id, name, subnet, gateway, vni, options, labels } = managed
  return {
    name,
    id,
    created: timestamp(p),
    createdAt: p.clock.epoch(),
    driver: 'overlay',
    scope: 'swarm',
    enableIPv4: true,
    enableIPv6: managed.enableIPv6,
    internal: managed.internal,
    attachable: managed.attachable,
    ingress: managed.ingress,
    configOnly: false,
    configFrom: '',
    ipamDriver: 'default',
    ipamOptions: null,
    ipamConfig: [{ Subnet: subnet, Gateway: gateway }],
    options: { ...options, [VNI_OPTION]: String(vni) },
    labels: labels ?? {},
    subnets: [],
  }
}

/** A sandbox is always somebody's: those of the node itself have nobody but this. */
function standIn(id: string, name: string, networkMode: string): ContainerNetworking {
  return {
    id,
    name,
    hostname: '',
    domainname: '',
    networkMode,
    root: `/var/lib/docker/network/files/${id}`,
    exposedPorts: [],
    portBindings: {},
    publishAllPorts: false,
    dns: [],
    dnsSearch: [],
    dnsOptions: [],
    extraHosts: [],
    links: [],
    sysctls: {},
    endpoints: new Map(),
  }
}
