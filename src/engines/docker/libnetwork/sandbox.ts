// The network side of one running container: its endpoints, its way out, its published ports, its resolver.
// (Ref: moby libnetwork/sandbox.go, sandbox_linux.go, endpoint.go, default_gateway.go)
import { MILLISECOND, SECOND } from '../../../sim/clock.ts'
import type { Blocking, Process } from '../../../os/program.ts'
import { isErrno } from '../../../uapi/errno.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'
import type { Waitable } from '../../../uapi/socket.ts'
import { reverseName } from '../../../wire/dns.ts'
import { ApiError, isApiError } from './apiError.ts'
import type { BridgeDriver } from './bridge/bridge.ts'
import { clearConntrack } from './conntrack.ts'
import type { ContainerNetworking } from './controller.ts'
import type { Driver } from './drivers/driver.ts'
import { makeGatewayEndpoint } from './endpoints.ts'
import { addHosts, deleteHosts, ownNames, type HostsEntry } from './hosts.ts'
import { generateId } from './ids.ts'
import {
  addInterface,
  announce,
  holdNetns,
  releaseNetns,
  removeInterface,
  sandboxKey,
  setDefaultRoute,
  unsetDefaultRoute,
} from './interfaces.ts'
import { inNetns, linkByName } from './netlink.ts'
import type { Endpoint, EndpointService, Network } from './network.ts'
import type { PortMapper } from './portMapper.ts'
import { portSpecs } from './portSpec.ts'
import { formatAddr, parseAddress, toUapi, type Address } from './prefix.ts'
import { resolvConf, type DnsSettings } from './resolvConf.ts'
import { Resolver } from './resolver.ts'
import type { LinkTraffic } from './types.ts'

/** How often, and when, neighbours are told of a new address. */
const ANNOUNCEMENTS = 3
const ANNOUNCEMENT_GAP = SECOND
const NETNS_TEARDOWN = 20 * MILLISECOND

export interface SandboxEnvironment {
  readonly p: Process
  readonly bridge: BridgeDriver
  readonly mapper: PortMapper
  driverOf(network: Network): Driver | null
  /** What the container says about DNS, or else the daemon. */
  dnsOf(c: ContainerNetworking): DnsSettings
  /** By which a container gets out whose networks lead nowhere. */
  gatewayNetwork(): Blocking<Network | ApiError>
  /** An endpoint is there, and is about to go. */
  entered(endpoint: Endpoint): void
  gone(endpoint: Endpoint): void
}

export interface SandboxOptions {
  /** False in the host's namespace. */
  readonly own: boolean
  /** Of one that is not a container's: its id, and the name of its file. */
  readonly id?: string
  readonly key?: string
}

export class Sandbox {
  readonly id: string
  readonly key: string
  readonly container: ContainerNetworking
  readonly netns: NetnsRef
  readonly endpoints: Endpoint[] = []
  readonly #env: SandboxEnvironment
  readonly #own: boolean
  readonly #routes = new Map<4 | 6, Endpoint>()
  /** Whose network the ports are published by. */
  #external: Endpoint | null = null
  #resolver: Resolver | null = null
  /** What was written to resolv.conf last: what a user has changed is left alone. */
  #resolvConf = ''
  #announcements: { readonly endpoint: Endpoint; readonly at: number }[] = []

  constructor(
    env: SandboxEnvironment,
    c: ContainerNetworking,
    netns: NetnsRef,
    { own, id, key }: SandboxOptions,
  ) {
    this.#env = env
    this.container = c
    this.netns = netns
    this.#own = own
    this.id = id ?? generateId(env.p)
    this.key = sandboxKey(own ? (key ?? this.id) : 'default')
    if (own) holdNetns(env.p, this.key, netns)
    const text = env.p.fs.readText(`${c.root}/resolv.conf`)
    this.#resolvConf = isErrno(text) ? '' : text
  }

  get external(): Endpoint | null {
    return this.#external
  }

  /** The endpoint is there afterwards, or nothing of it. */
  *join(endpoint: Endpoint): Blocking<ApiError | null> {
    const { network } = endpoint
    const driver = this.#env.driverOf(network)
    if (!driver) return new ApiError(500, `could not find network driver: ${network.driver}`)
    network.endpoints.set(endpoint.id, endpoint)
    this.endpoints.push(endpoint)
    const failed = yield* this.#connect(endpoint, driver)
    if (failed) {
      yield* this.leave(endpoint, false)
      return failed
    }
    return null
  }

  /** `closing`: the others go as well, so that none takes its place. */
  *leave(endpoint: Endpoint, closing: boolean): Blocking<void> {
    const { p } = this.#env
    const { network } = endpoint
    if (this.#external === endpoint) yield* this.#unpublish()
    this.#env.gone(endpoint)
    this.#announcements = this.#announcements.filter((one) => one.endpoint !== endpoint)
    removeInterface(p, this.netns, endpoint)
    for (const [family, via] of this.#routes) if (via === endpoint) this.#routes.delete(family)
    yield* this.#env.driverOf(network)?.deleteEndpoint(endpoint) ?? []
    for (const address of [endpoint.addr4, endpoint.addr6])
      if (address) network.subnetHolding(address)?.pool.release(address)
    network.endpoints.delete(endpoint.id)
    const at = this.endpoints.indexOf(endpoint)
    if (at >= 0) this.endpoints.splice(at, 1)
    if (closing) return
    if (endpoint.forGateway) return
    deleteHosts(p, this.container, this.#hostsOf(endpoint))
    yield* this.#arrangeGateway()
    yield* this.#updateGateway()
  }

  *close(): Blocking<void> {
    this.#resolver?.close()
    this.#resolver = null
    for (const endpoint of this.#sorted()) yield* this.leave(endpoint, true)
    if (!this.#own) return
    releaseNetns(this.#env.p, this.key)
    // The kernel takes a namespace down, and tells of the links that went with it, in its own time.
    yield* this.#env.p.clock.sleep(NETNS_TEARDOWN)
  }

  traffic(): Record<string, LinkTraffic> {
    const { p } = this.#env
    return inNetns(p, this.netns, () =>
      Object.fromEntries(
        this.endpoints.flatMap(({ ifname }) => {
          const link = ifname === '' ? null : linkByName(p, ifname)
          return link ? [[ifname, { rx_bytes: link.stats.rxBytes, tx_bytes: link.stats.txBytes }]] : []
        }),
      ),
    )
  }

  waits(): { readonly on: readonly Waitable[]; readonly until: number } {
    const { on, until } = this.#resolver?.waits() ?? { on: [], until: Infinity }
    return { on, until: Math.min(until, ...this.#announcements.map(({ at }) => at)) }
  }

  serve(): void {
    this.#resolver?.serve()
    const { p } = this.#env
    const due = this.#announcements.filter(({ at }) => at <= p.clock.now())
    if (due.length === 0) return
    this.#announcements = this.#announcements.filter((one) => !due.includes(one))
    for (const { endpoint } of due) announce(p, this.netns, endpoint)
  }

  *#connect(endpoint: Endpoint, driver: Driver): Blocking<ApiError | null> {
    const { p } = this.#env
    const { network } = endpoint
    const failed = yield* driver.createEndpoint(endpoint, this.netns)
    if (failed) return failed
    if (network.hasDns && this.#own && !this.#resolver) yield* this.#startResolver()
    if (driver.addressed) {
      const refused = addInterface(p, this.netns, endpoint, driver.ifacePrefix(network))
      if (refused) return refused
      yield* driver.waitForward(endpoint)
      this.#announce(endpoint)
    }
    if (endpoint.forGateway) return null
    this.#env.entered(endpoint)
    if (!network.record.ingress) addHosts(p, this.container, this.#hostsOf(endpoint))
    return (yield* this.#arrangeGateway()) ?? (yield* this.#updateGateway())
  }

  /** An endpoint for the way out comes when no network of the container leads out, and goes when one does. */
  *#arrangeGateway(): Blocking<ApiError | null> {
    const there = this.endpoints.find(({ forGateway }) => forGateway)
    const needed = this.#needsGateway()
    if (needed === (there !== undefined)) return null
    if (there) {
      yield* this.leave(there, false)
      return null
    }
    const network = yield* this.#env.gatewayNetwork()
    if (isApiError(network)) return network
    const endpoint = makeGatewayEndpoint(this.#env.p, this.container, network, this.id)
    return isApiError(endpoint) ? endpoint : yield* this.join(endpoint)
  }

  /** Ref: default_gateway.go:needDefaultGW() */
  #needsGateway(): boolean {
    const own = this.endpoints.filter(({ forGateway }) => !forGateway)
    // A load balancer's lead nowhere and are not to.
    if (!own.some(({ network }) => network.driver === 'overlay') || this.id.startsWith('lb_')) return false
    return own.every(({ network }) => network.driver === 'overlay' && !network.record.internal)
  }

  #announce(endpoint: Endpoint): void {
    const { p } = this.#env
    if (!endpoint.addr4) return
    announce(p, this.netns, endpoint)
    const now = p.clock.now()
    for (let i = 1; i < ANNOUNCEMENTS; i++)
      this.#announcements.push({ endpoint, at: now + i * ANNOUNCEMENT_GAP })
  }

  *#startResolver(): Blocking<void> {
    const { p, dnsOf } = this.#env
    const host = p.fs.readText('/etc/resolv.conf')
    const conf = resolvConf(isErrno(host) ? '' : host, dnsOf(this.container), 'internal resolver')
    const path = `${this.container.root}/resolv.conf`
    if (p.fs.readText(path) === this.#resolvConf) {
      p.fs.writeFile(path, conf.text)
      this.#resolvConf = conf.text
    }
    const names = {
      lookup: (name: string, family: 4 | 6) => this.#lookup(name, family),
      reverse: (name: string) => this.#reverse(name),
      forwards: () => this.endpoints.some(({ network }) => !network.record.internal),
    }
    this.#resolver = new Resolver(p, this.netns, names, conf.external)
    yield* this.#resolver.setUpRules()
  }

  /** Routes by the endpoint that comes first, and the ports where the routes are. */
  *#updateGateway(): Blocking<ApiError | null> {
    const { p, driverOf } = this.#env
    const sorted = this.#sorted()
    const gatewayOf = ({ network }: Endpoint, family: 4 | 6): Address | 'device' | null =>
      driverOf(network)?.gateway(network, family) ?? null
    const best = (family: 4 | 6): Endpoint | null =>
      sorted.find(
        (endpoint) => (family === 4 ? endpoint.addr4 : endpoint.addr6) && gatewayOf(endpoint, family),
      ) ?? null
    const external = best(4) ?? best(6)
    if (external !== this.#external) yield* this.#unpublish()
    for (const family of [4, 6] as const) {
      const before = this.#routes.get(family) ?? null
      const now = best(family)
      if (before === now) continue
      const old = before ? gatewayOf(before, family) : null
      if (before && old) unsetDefaultRoute(p, this.netns, before, family, old)
      this.#routes.delete(family)
      const next = now ? gatewayOf(now, family) : null
      if (!now || !next) continue
      const failed = setDefaultRoute(p, this.netns, now, family, next)
      if (failed) return failed
      this.#routes.set(family, now)
    }
    if (external === this.#external) return null
    return external ? yield* this.#publish(external) : null
  }

  *#publish(endpoint: Endpoint): Blocking<ApiError | null> {
    const { p, bridge, mapper } = this.#env
    this.#external = endpoint
    const target = bridge.bridgeOf(endpoint.network)
    if (!target) return null
    const { addr4, addr6 } = endpoint
    const specs = portSpecs(this.container)
    const ports = isApiError(specs)
      ? specs
      : yield* mapper.publish({ container: this.container, v4: addr4, v6: addr6, ...target }, specs)
    if (isApiError(ports)) {
      this.#external = null
      const what = `driver failed programming external connectivity on endpoint ${endpoint.name} (${endpoint.id})`
      return new ApiError(ports.status, `${what}: ${ports.message}`)
    }
    endpoint.ports = ports
    clearConntrack(p, endpoint)
    return null
  }

  *#unpublish(): Blocking<void> {
    const endpoint = this.#external
    this.#external = null
    const target = endpoint ? this.#env.bridge.bridgeOf(endpoint.network) : null
    if (!endpoint || !target) return
    yield* this.#env.mapper.unpublish(target.firewall, endpoint.ports)
    clearConntrack(this.#env.p, endpoint)
    endpoint.ports = []
  }

  /** Higher priority first, internal networks last, then by the network's name. */
  #sorted(): Endpoint[] {
    return this.endpoints.toSorted((a, b) => {
      const internal = Number(a.network.record.internal) - Number(b.network.record.internal)
      return b.gwPriority - a.gwPriority || internal || (a.network.name < b.network.name ? -1 : 1)
    })
  }

  #hostsOf({ addr4, addr6 }: Endpoint): readonly HostsEntry[] {
    const names = ownNames(this.container)
    return [addr4, addr6].flatMap((address) => (address ? [{ address: formatAddr(address), names }] : []))
  }

  /** A container's name, or `name.network`. */
  #lookup(asked: string, family: 4 | 6): readonly Address[] | null {
    const name = asked.toLowerCase()
    const dot = name.lastIndexOf('.')
    for (const { network, links } of this.#sorted()) {
      // In the ingress network nobody is known by name.
      if (!network.hasDns || network.record.ingress) continue
      const within = dot > 0 && name.slice(dot + 1) === network.name.toLowerCase()
      for (const wanted of [name, ...(within ? [name.slice(0, dot)] : [])]) {
        const target = links.get(wanted)?.toLowerCase() ?? wanted
        const vip = vipOf(network, target)
        if (vip) return vip.family === family ? [vip] : []
        const here = [...network.endpoints.values()].filter((one) => isCalled(one, target))
        const elsewhere = [...network.remote.values()].filter((one) => isCalled(one, target))
        if (here.length === 0 && elsewhere.length === 0) continue
        return [
          ...here.flatMap(({ addr4, addr6 }) => (family === 4 ? addr4 : addr6) ?? []),
          ...elsewhere.flatMap(({ address }) => (address.family === family ? address : [])),
        ]
      }
    }
    return null
  }

  #reverse(name: string): string | null {
    for (const { network } of this.#sorted()) {
      if (!network.hasDns) continue
      for (const endpoint of network.endpoints.values()) {
        const own = [endpoint.addr4, endpoint.addr6].flatMap((address) => address ?? [])
        if (own.some((address) => reverseName(toUapi(address)) === name))
          return `${endpoint.name}.${network.name}`
      }
      for (const { name: remote, address } of network.remote.values())
        if (reverseName(toUapi(address)) === name) return `${remote}.${network.name}`
    }
    return null
  }
}

type Named = Pick<Endpoint, 'dnsNames' | 'service'>

/** By one of its names, or as a task of a service. (Ref: moby libnetwork/service_common.go:addEndpointNameResolution()) */
function isCalled({ dnsNames, service }: Named, name: string): boolean {
  if (dnsNames.some((dnsName) => dnsName.toLowerCase() === name)) return true
  if (!service || service.disabled) return false
  return namesOf(service).some((own) => name === `tasks.${own}` || (name === own && service.vip === ''))
}

/** The address of the service that is called so. */
function vipOf({ endpoints, remote }: Network, name: string): Address | null {
  const all: readonly Named[] = [...endpoints.values(), ...remote.values()]
  const found = all.find(({ service }) => service && !service.disabled && namesOf(service).includes(name))
  return found?.service?.vip ? parseAddress(found.service.vip) : null
}

function namesOf({ name, aliases }: EndpointService): readonly string[] {
  return [name, ...aliases].map((one) => one.toLowerCase())
}
