// The controller: what a daemon asks of its networks, done. Read first: controller.ts (what is asked), networks.ts,
// sandbox.ts. (Ref: moby daemon/network.go, daemon/container_operations.go)
import type { Blocking, Process } from '../../../os/program.ts'
import { WaitQueue } from '../../../sim/wait.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'
import { madeFor } from '../../lib/madeFor.ts'
import { ApiError, conflict, forbidden, invalidParameter, isApiError, notFound } from './apiError.ts'
import { BridgeDriver } from './bridge/bridge.ts'
import { Firewall } from './bridge/firewall.ts'
import type {
  ContainerNetworking,
  ControllerHooks,
  EndpointRequest,
  NetworkConfig,
  NetworkController,
} from './controller.ts'
import { defaultBridge } from './defaultBridge.ts'
import type { Driver } from './drivers/driver.ts'
import { plainDriver } from './drivers/plain.ts'
import { IPVLAN, MACVLAN, StackedDriver } from './drivers/stacked.ts'
import { makeEndpoint } from './endpoints.ts'
import { clearSettings, dnsNamesOf, fillSettings, newSettings, validateEndpoint } from './endpointSettings.ts'
import { excluded, notRunning, sharing } from './excluded.ts'
import { prepareFiles } from './files.ts'
import { linkedHosts } from './hosts.ts'
import { IngressPorts } from './ingress.ts'
import { localIpam } from './ipam.ts'
import { Iptables } from './iptables.ts'
import { deleteLink } from './netlink.ts'
import { isPredefined, type Network } from './network.ts'
import { listed, prunable } from './networkFilters.ts'
import { Networks } from './networks.ts'
import { OverlayDriver } from './overlay/overlay.ts'
import { PortAllocator } from './portAllocator.ts'
import { PortMapper } from './portMapper.ts'
import { formatAddr } from './prefix.ts'
import { FOR_DAEMON, forContainer, forLinks } from './provenance.ts'
import { dnsSettings } from './resolvConf.ts'
import { Sandbox, type SandboxEnvironment } from './sandbox.ts'
import { settingsOf } from './settings.ts'
import { SwarmNetworks } from './swarm.ts'
import type {
  EndpointSettings,
  Filters,
  LinkTraffic,
  NetworkCreate,
  NetworkInspect,
  NetworkSettings,
  PeersOf,
  PortMap,
} from './types.ts'

export class Libnetwork implements NetworkController {
  readonly config: NetworkConfig
  readonly swarm: SwarmNetworks
  readonly #p: Process
  readonly #hooks: ControllerHooks
  readonly #firewall: Firewall
  readonly #networks: Networks
  readonly #env: SandboxEnvironment
  readonly #sandboxes = new Map<string, Sandbox>()
  /** A container came, went or changed: `work` looks again at what it waits for. */
  readonly #changed = new WaitQueue()
  #ended = false

  constructor(p: Process, config: NetworkConfig, hooks: ControllerHooks) {
    this.config = config
    this.#p = p
    this.#hooks = hooks
    const { iptables: ipv4, ip6tables: ipv6, userlandProxy } = config
    this.#firewall = new Firewall({ ipv4, ipv6, hairpin: !userlandProxy }, new Iptables(p, null))
    const bridge = new BridgeDriver(p, config, this.#firewall)
    const only = (driver: string): boolean => this.#networks.all().some((n) => n.driver === driver)
    const overlay = new OverlayDriver(p)
    const drivers = new Map<string, Driver>([
      ['bridge', bridge],
      ['overlay', overlay],
      ['macvlan', new StackedDriver(p, MACVLAN)],
      ['ipvlan', new StackedDriver(p, IPVLAN)],
      ['host', plainDriver('host', () => only('host'))],
      ['null', plainDriver('null', () => this.#networks.named('none') !== null)],
    ])
    this.#networks = new Networks(p, config, hooks, localIpam(p, config.defaultAddressPools), drivers)
    this.swarm = new SwarmNetworks(
      p,
      this.#networks,
      overlay,
      this.#sandboxes,
      () => this.#env,
      ({ id, name, driver: type }) => hooks.event('create', id, { name, type }),
      new IngressPorts(p, this.#firewall.iptables, ipv4),
      () => this.#changed.wake(),
    )
    this.#env = {
      p,
      bridge,
      mapper: new PortMapper(p, this.#firewall, new PortAllocator(p), userlandProxy),
      driverOf: (network) => this.#networks.driverOf(network),
      dnsOf: (c) => dnsSettings(c, config),
      gatewayNetwork: () => this.swarm.gatewayNetwork(),
      entered: (endpoint) => this.swarm.entered(endpoint),
      gone: (endpoint) => this.swarm.gone(endpoint),
    }
  }

  *start(): Blocking<string | null> {
    const networks = this.#networks
    const { config } = this
    const wrong = config.bridge === 'none' ? null : defaultBridge(this.#p, config)
    if (typeof wrong === 'string') return wrong
    yield* madeFor(this.#p, FOR_DAEMON, () => this.#firewall.start())
    yield* networks.restore()
    yield* madeFor(this.#p, FOR_DAEMON, () => this.#firewall.arrangeUserChain())
    // The default bridge is another network each time; from pools of one's own it is another device as well.
    const before = networks.named('bridge')
    if (before) yield* networks.drop(before)
    const none = config.bridge === 'none'
    if (none || (before && config.defaultAddressPools.length > 0)) deleteLink(this.#p, 'docker0')
    for (const [Name, Driver] of [
      ['none', 'null'],
      ['host', 'host'],
    ] as const) {
      if (networks.named(Name)) continue
      yield* networks.add({ Name, Driver }, null)
    }
    const bridge = none ? null : defaultBridge(this.#p, config)
    if (!bridge || typeof bridge === 'string') return bridge
    const made = yield* networks.add(bridge, null)
    if (!isApiError(made)) return null
    return `Error initializing network controller: error creating default "bridge" network: ${made.message}`
  }

  *shutdown(): Blocking<void> {
    this.#ended = true
    this.#changed.wake()
    for (const sandbox of this.#sandboxes.values()) yield* sandbox.close()
    this.#sandboxes.clear()
  }

  *work(): Blocking<void> {
    while (!this.#ended) {
      yield* this.swarm.bindings.settle()
      for (const sandbox of this.#sandboxes.values()) sandbox.serve()
      const waits = [...this.#sandboxes.values()].map((sandbox) => sandbox.waits())
      yield* this.#p.clock.wait(
        [this.#changed, ...waits.flatMap(({ on }) => on)],
        Math.min(...waits.map(({ until }) => until)),
      )
    }
  }

  *createNetwork(
    create: NetworkCreate,
  ): Blocking<{ readonly Id: string; readonly Warning: string } | ApiError> {
    const network = yield* this.#networks.create(create)
    if (isApiError(network)) return network
    this.#hooks.event('create', network.id, { name: network.name, type: network.driver })
    return { Id: network.id, Warning: '' }
  }

  *removeNetwork(term: string): Blocking<ApiError | null> {
    const network = this.#networks.find(term)
    return isApiError(network) ? network : yield* this.#networks.remove(network)
  }

  *pruneNetworks(
    filters: Filters,
  ): Blocking<{ readonly NetworksDeleted: readonly string[] | null } | ApiError> {
    const networks = prunable(this.#networks.all(), filters, this.#p.clock.epoch())
    if (isApiError(networks)) return networks
    const deleted: string[] = []
    for (const network of networks) {
      if ((yield* this.#networks.remove(network)) === null) deleted.push(network.name)
    }
    return { NetworksDeleted: deleted.length > 0 ? deleted : null }
  }

  inspectNetwork(term: string, scope: string | undefined, peersOf: PeersOf): NetworkInspect | ApiError {
    const network = this.#networks.find(term)
    if (isApiError(network)) return network
    if (scope && scope !== network.record.scope) return notFound(`network ${term} not found`)
    return network.record.scope === 'swarm'
      ? network.inspect(true, peersOf(network.id))
      : network.inspect(true)
  }

  listNetworks(filters: Filters): readonly NetworkInspect[] | ApiError {
    return listed(
      this.#networks.all().map((network) => network.inspect(false)),
      filters,
    )
  }

  configure(c: ContainerNetworking, requests: Readonly<Record<string, EndpointRequest>>): ApiError | null {
    if (c.networkMode.startsWith('container:')) return null
    const wanted = Object.entries(requests)
    if (!wanted.some(([name]) => this.#nameOf(name) === this.#nameOf(c.networkMode)))
      wanted.unshift([this.#nameOf(c.networkMode), {}])
    for (const [term, request] of wanted) {
      const found = this.#networks.find(term === 'default' ? 'bridge' : term)
      const network = isApiError(found) ? null : found
      const name = network?.name ?? this.#nameOf(term)
      const wrong = validateEndpoint(name, network, request)
      if (wrong) return invalidParameter(`invalid config for network ${name}: ${wrong.message}`)
      const settings = newSettings(request)
      if (network) settings.DNSNames = dnsNamesOf(c, network, settings.Aliases ?? [])
      c.endpoints.set(name, settings)
    }
    return null
  }

  *prepare(c: ContainerNetworking): Blocking<ApiError | null> {
    const shared = this.sharedWith(c)
    yield* []
    if (isApiError(shared)) {
      const { status, message } = shared
      return new ApiError(status, `joining network namespace of container: ${message}`)
    }
    if (shared !== null && shared !== 'host') return notRunning(shared, this.#hooks.state(shared))
    prepareFiles(this.#p, c, this.#env.dnsOf(c), this.#hostGateway(), linkedHosts(c))
    return null
  }

  *attach(c: ContainerNetworking, netns: NetnsRef): Blocking<ApiError | null> {
    if (c.networkMode.startsWith('container:')) return null
    const sandbox = new Sandbox(this.#env, c, netns, { own: c.networkMode !== 'host' })
    this.#sandboxes.set(c.id, sandbox)
    const first = this.#nameOf(c.networkMode)
    const names = [...c.endpoints.keys()].toSorted((a, b) =>
      a === first ? -1 : b === first ? 1 : Number(a > b) - Number(a < b),
    )
    const gone = names.length > 1 && !this.swarm.active ? this.#networks.gone(first) : null
    if (gone) return gone
    for (const [i, name] of names.entries()) {
      if (name === 'bridge' && this.config.bridge === 'none') continue
      const failed = (i > 0 ? excluded(c, name, names) : null) ?? (yield* this.#join(sandbox, name))
      if (!failed) continue
      yield* this.release(c)
      return new ApiError(failed.status, `failed to set up container networking: ${failed.message}`)
    }
    yield* this.#link(c, true)
    this.#changed.wake()
    return null
  }

  *release(c: ContainerNetworking): Blocking<void> {
    const sandbox = this.#sandboxes.get(c.id)
    if (!sandbox) return
    yield* this.#link(c, false)
    const gone = [...sandbox.endpoints]
    yield* sandbox.close()
    this.#sandboxes.delete(c.id)
    for (const { network, forGateway } of gone) {
      if (forGateway) continue
      const settings = c.endpoints.get(network.name)
      yield* this.swarm.released(settings)
      if (settings) clearSettings(settings)
      this.#told('disconnect', network, c)
    }
  }

  sharedWith(c: ContainerNetworking): 'host' | ContainerNetworking | ApiError | null {
    if (c.networkMode === 'host') return 'host'
    const [, term] = /^container:(.*)$/.exec(c.networkMode) ?? []
    if (term === undefined) return null
    return this.#hooks.container(term) ?? notFound(`No such container: ${term}`)
  }

  *connect(c: ContainerNetworking, term: string, request: EndpointRequest): Blocking<ApiError | null> {
    const found = this.#networks.find(term)
    // One of the swarm may be no network of this node's yet.
    const network = isApiError(found) && this.swarm.active ? null : found
    if (isApiError(network)) return network
    const refused = network && this.#refuseConnect(c, network, request)
    if (refused) return refused
    const settings = newSettings(request)
    if (network) settings.DNSNames = dnsNamesOf(c, network, settings.Aliases ?? [])
    const name = network?.name ?? term
    c.endpoints.set(name, settings)
    const sandbox = this.#sandboxes.get(c.id)
    if (!sandbox) return null
    const failed = yield* this.#join(sandbox, name)
    if (failed) c.endpoints.delete(name)
    this.#changed.wake()
    return failed
  }

  *disconnect(c: ContainerNetworking, term: string, force: boolean): Blocking<ApiError | null> {
    const network = this.#networks.find(term)
    if (isApiError(network)) return network
    if (c.networkMode === 'host' && network.name === 'host')
      return conflict(
        'cannot disconnect container from host network - container was created in host network mode',
      )
    const sandbox = this.#sandboxes.get(c.id)
    const endpoint = sandbox?.endpoints.find((one) => one.network === network)
    if (!c.endpoints.has(network.name) && !(force && endpoint))
      return forbidden(`container ${c.id} is not connected to network ${network.name}`)
    // Another network may become its way out.
    if (sandbox && endpoint)
      yield* madeFor(this.#p, forContainer(c, network), () => sandbox.leave(endpoint, false))
    yield* this.swarm.released(c.endpoints.get(network.name))
    c.endpoints.delete(network.name)
    if (endpoint) this.#told('disconnect', network, c)
    return null
  }

  renamed(c: ContainerNetworking, before: string): void {
    for (const [name, settings] of c.endpoints) {
      const network = this.#networks.named(name)
      if (network && settings.DNSNames) settings.DNSNames = dnsNamesOf(c, network, settings.Aliases ?? [])
    }
    for (const endpoint of this.#sandboxes.get(c.id)?.endpoints ?? []) {
      if (endpoint.name === before) endpoint.name = c.name
      endpoint.dnsNames = c.endpoints.get(endpoint.network.name)?.DNSNames ?? []
    }
  }

  settings(c: ContainerNetworking): NetworkSettings {
    return settingsOf(c, this.#sandboxes.get(c.id) ?? null)
  }

  traffic(c: ContainerNetworking): Readonly<Record<string, LinkTraffic>> {
    return this.#sandboxes.get(c.id)?.traffic() ?? {}
  }

  ports(c: ContainerNetworking): PortMap {
    return this.settings(c).Ports
  }

  *#join(sandbox: Sandbox, name: string): Blocking<ApiError | null> {
    const c = sandbox.container
    const settings = c.endpoints.get(name)
    // One that was there before is known by its id, but for those that every daemon has.
    const known = settings?.NetworkID && !isPredefined(name) ? this.#networks.find(settings.NetworkID) : null
    const found = known ?? this.#networks.find(name)
    if (!settings) return isApiError(found) ? found : null
    const network = yield* this.swarm.networkFor(c, settings.NetworkID || name, settings, found)
    if (isApiError(network)) return network
    settings.DNSNames = dnsNamesOf(c, network, settings.Aliases ?? [])
    const endpoint = makeEndpoint(this.#p, c, network, settings)
    const failed = isApiError(endpoint)
      ? endpoint
      : yield* madeFor(this.#p, forContainer(c, network), () => sandbox.join(endpoint))
    if (!isApiError(endpoint) && !failed) yield* this.swarm.redirect(endpoint, sandbox, settings)
    if (isApiError(endpoint) || failed) {
      yield* this.swarm.released(settings)
      return failed
    }
    if (network.name !== name) {
      c.endpoints.delete(name)
      c.endpoints.set(network.name, settings)
    }
    this.#fill(settings, endpoint.network, sandbox)
    this.#told('connect', network, c)
    return null
  }

  #fill(settings: EndpointSettings, network: Network, sandbox: Sandbox): void {
    const endpoint = sandbox.endpoints.find((one) => one.network === network)
    if (!endpoint) return
    const gateway = (family: 4 | 6): string => {
      const by = this.#env.driverOf(network)?.gateway(network, family)
      return by && by !== 'device' && (family === 4 ? endpoint.addr4 : endpoint.addr6) ? formatAddr(by) : ''
    }
    fillSettings(settings, endpoint, { v4: gateway(4), v6: gateway(6) })
  }

  #refuseConnect(c: ContainerNetworking, network: Network, request: EndpointRequest): ApiError | null {
    const { name } = network
    if (c.networkMode.startsWith('container:')) return sharing(this.#hooks.state(c))
    const wrong = excluded(c, name, [...c.endpoints.keys()]) ?? validateEndpoint(name, network, request)
    if (wrong) return wrong
    if (!c.endpoints.has(name)) return null
    return forbidden(`endpoint with name ${c.name} already exists in network ${name}`)
  }

  /** The name of a network as it is typed: `default` is the bridge. */
  #nameOf(term: string): string {
    if (term === 'default') return 'bridge'
    const found = this.#networks.find(term)
    return isApiError(found) ? term : found.name
  }

  #hostGateway(): string {
    const gateway = this.#networks.named('bridge')?.subnetOf(4)?.gateway
    return this.config.hostGatewayIp || (gateway ? formatAddr(gateway) : '')
  }

  #told(action: string, network: Network, c: ContainerNetworking): void {
    this.#hooks.event(action, network.id, { container: c.id, name: network.name, type: network.driver })
  }

  /** Rules for links, where containers of the default bridge may not talk otherwise. */
  *#link(c: ContainerNetworking, enable: boolean): Blocking<void> {
    const bridge = this.#networks.named('bridge')
    if (!bridge || !isPredefined(c.networkMode)) return
    yield* madeFor(this.#p, forLinks(c), () => this.#env.bridge.link(bridge, c, enable))
  }
}
