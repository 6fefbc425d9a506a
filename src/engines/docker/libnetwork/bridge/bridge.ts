// The bridge driver. Read first: config.ts, device.ts, firewall.ts. (Ref: moby libnetwork/drivers/bridge/bridge_linux.go)
import { MILLISECOND, SECOND } from '../../../../sim/clock.ts'
import type { Blocking, Process } from '../../../../os/program.ts'
import { isErrno } from '../../../../uapi/errno.ts'
import type { NetnsRef } from '../../../../uapi/netns.ts'
import { forbidden, invalidParameter, isApiError, systemError, type ApiError } from '../apiError.ts'
import type { ContainerNetworking, NetworkConfig } from '../controller.ts'
import type { Driver, NetworkPlan } from '../drivers/driver.ts'
import { generateIfaceName, randomMac } from '../ids.ts'
import { addLink, deleteLink, goText, inNetns, linkByName, setLink, setLinkUp } from '../netlink.ts'
import type { Endpoint, Network } from '../network.ts'
import { parseAddress, type Address } from '../prefix.ts'
import { parseBridgeConfig, type BridgeConfig } from './config.ts'
import {
  enableBridgeNetfilter,
  enableForwarding,
  routeLocalnet,
  setUpDevice,
  setUpIPv4,
  setUpIPv6,
  setUpMtu,
} from './device.ts'
import { filterDirectAccess, linkRules } from './endpointRules.ts'
import type { FamilyFirewall, Firewall, NetworkFirewall } from './firewall.ts'

const BR_STATE_FORWARDING = 3
const FORWARDING_POLL = MILLISECOND
const FORWARDING_TIMEOUT = 2 * SECOND

interface Bridge {
  readonly config: BridgeConfig
  readonly firewall: NetworkFirewall
  /** False: it was there before, and stays. */
  readonly made: boolean
}

export class BridgeDriver implements Driver {
  readonly scope = 'local'
  readonly addressed = true
  readonly firewall: Firewall
  readonly #p: Process
  readonly #daemon: NetworkConfig
  readonly #bridges = new Map<string, Bridge>()

  constructor(p: Process, daemon: NetworkConfig, firewall: Firewall) {
    this.#p = p
    this.#daemon = daemon
    this.firewall = firewall
  }

  check({ id, options, internal, enableIPv4, enableIPv6 }: NetworkPlan): ApiError | { skipGateway: boolean } {
    const config = parseBridgeConfig(id, options, internal)
    if (isApiError(config)) return config
    if (!enableIPv4 && !enableIPv6) return invalidParameter('IPv4 or IPv6 must be enabled')
    const isolated = config.gatewayMode4 === 'isolated' || config.gatewayMode6 === 'isolated'
    return { skipGateway: isolated || (config.inhibitIPv4 && internal) }
  }

  *createNetwork(network: Network): Blocking<ApiError | null> {
    const { id, record } = network
    const config = parseBridgeConfig(id, record.options, record.internal)
    if (isApiError(config)) return config
    const several = [4, 6].some(
      (f) => network.subnets.filter(({ pool }) => pool.prefix.family === f).length > 1,
    )
    if (several) return forbidden("bridge driver doesn't support multiple subnets")
    const refused = this.#refuse(network, config)
    if (refused) return refused
    const there = linkByName(this.#p, config.bridge)
    if (there && there.linkinfo?.kind !== 'bridge')
      return systemError(`existing interface ${config.bridge} is not a bridge`)
    const device = setUpDevice(this.#p, config.bridge)
    if (isErrno(device)) return systemError(goText(device))
    // One that an earlier daemon made for this network is the network's own.
    const own = device.made || config.bridge === `br-${id.slice(0, 12)}` || config.defaultBridge
    const firewall = firewallOf(network, config)
    this.#bridges.set(id, { config, firewall, made: own })
    const error = this.#setUp(network, config, device.index)
    if (error) {
      this.#bridges.delete(id)
      if (device.made) deleteLink(this.#p, config.bridge)
      return error
    }
    yield* this.#forwarding(network)
    if (!this.#daemon.userlandProxy) routeLocalnet(this.#p, config.bridge)
    if ((!config.icc || !this.#daemon.userlandProxy) && this.#daemon.iptables) enableBridgeNetfilter(this.#p)
    yield* this.firewall.network(firewall, true)
    setLinkUp(this.#p, device.index)
    return null
  }

  *deleteNetwork({ id }: Network): Blocking<void> {
    const bridge = this.#bridges.get(id)
    if (!bridge) return
    this.#bridges.delete(id)
    if (bridge.made && !bridge.config.defaultBridge) deleteLink(this.#p, bridge.config.bridge)
    yield* this.firewall.network(bridge.firewall, false)
  }

  *createEndpoint(endpoint: Endpoint, netns: NetnsRef): Blocking<ApiError | null> {
    const p = this.#p
    const bridge = this.#bridges.get(endpoint.network.id)
    if (!bridge) return systemError(`network ${endpoint.network.id} does not exist`)
    const host = generateIfaceName(p)
    endpoint.hostName = host
    endpoint.srcName = generateIfaceName(p)
    if (endpoint.mac === 0) endpoint.mac = randomMac(p)
    const failed = this.#makeVeth(
      host,
      endpoint.srcName,
      endpoint.forGateway ? p.net.netns() : netns,
      bridge.config,
    )
    if (failed) {
      const what = `failed to create endpoint ${endpoint.name} on network ${endpoint.network.name}`
      return systemError(`${what}: ${failed.message}`)
    }
    for (const address of [endpoint.addr4, endpoint.addr6]) {
      if (address) yield* filterDirectAccess(this.firewall, bridge.firewall, address, true)
    }
    const link = linkByName(p, host)
    if (link) setLinkUp(p, link.index)
    return null
  }

  /** Ref: moby libnetwork/osl/interface_linux.go:waitForBridgePort() */
  *waitForward({ hostName }: Endpoint): Blocking<void> {
    const { clock } = this.#p
    const until = clock.now() + FORWARDING_TIMEOUT
    while (clock.now() < until) {
      const port = linkByName(this.#p, hostName)?.linkinfo?.bridgePort
      if (port?.state === BR_STATE_FORWARDING) return
      yield* clock.sleep(FORWARDING_POLL)
    }
  }

  *deleteEndpoint(endpoint: Endpoint): Blocking<void> {
    const bridge = this.#bridges.get(endpoint.network.id)
    // In one go with its way out of the container, so that the bridge's carrier is looked at once.
    deleteLink(this.#p, endpoint.srcName)
    if (!bridge) return
    for (const address of [endpoint.addr4, endpoint.addr6]) {
      if (address) yield* filterDirectAccess(this.firewall, bridge.firewall, address, false)
    }
  }

  ifacePrefix({ id }: Network): string {
    return this.#bridges.get(id)?.config.ifacePrefix ?? 'eth'
  }

  gateway(network: Network, family: 4 | 6): Address | null {
    if (network.record.internal) return null
    const { gateway = null, aux = {} } = network.subnetOf(family) ?? {}
    const said = aux[family === 4 ? 'DefaultGatewayIPv4' : 'DefaultGatewayIPv6']
    return (said === undefined ? null : parseAddress(said)) ?? gateway
  }

  /** Lets a container and those it is linked to talk, where others may not. */
  *link(network: Network, c: ContainerNetworking, enable: boolean): Blocking<void> {
    const bridge = this.#bridges.get(network.id)
    const parent = parseAddress(c.endpoints.get(network.name)?.IPAddress ?? '')
    if (!bridge || bridge.config.icc || !parent) return
    for (const { container } of c.links) {
      const child = parseAddress(container.endpoints.get(network.name)?.IPAddress ?? '')
      if (!child) continue
      for (const exposed of container.exposedPorts) {
        const [port = '', protocol = 'tcp'] = exposed.split('/')
        const link = { parent, child, port: Number(port), protocol }
        yield* linkRules(this.firewall, bridge.config.bridge, link, enable)
      }
    }
  }

  /** For those who publish ports: what the rules of a network go by. */
  bridgeOf({ id }: Network): { readonly config: BridgeConfig; readonly firewall: NetworkFirewall } | null {
    return this.#bridges.get(id) ?? null
  }

  #refuse({ id }: Network, { bridge }: BridgeConfig): ApiError | null {
    for (const [other, { config }] of this.#bridges) {
      if (config.bridge !== bridge) continue
      return forbidden(
        `cannot create network ${id} (${bridge}): conflicts with network ${other} (${bridge}): networks have same bridge name`,
      )
    }
    return null
  }

  #setUp(network: Network, config: BridgeConfig, index: number): ApiError | null {
    const p = this.#p
    const v4 = network.subnetOf(4)?.gateway ?? null
    const v6 = network.subnetOf(6)?.gateway ?? null
    if (config.defaultBridge) p.fs.writeFile(`/proc/sys/net/ipv6/conf/${config.bridge}/accept_ra`, '0\n')
    const failed =
      setUpMtu(p, index, config.mtu) ??
      (v4 && !config.inhibitIPv4 ? setUpIPv4(p, index, v4) : null) ??
      (v6 ? setUpIPv6(p, config.bridge, index, v6) : null)
    return failed ? systemError(goText(failed)) : null
  }

  *#forwarding({ record }: Network): Blocking<void> {
    if (!this.#daemon.ipForward) return
    for (const family of [4, 6] as const) {
      if (!(family === 4 ? record.enableIPv4 : record.enableIPv6)) continue
      // Who forwarded before has rules of his own.
      if (enableForwarding(this.#p, family) && !this.#daemon.ipForwardNoDrop)
        yield* this.firewall.dropForwarded(family)
    }
  }

  /** One end is made in the container's namespace. */
  #makeVeth(host: string, inner: string, netns: NetnsRef, config: BridgeConfig): ApiError | null {
    const p = this.#p
    const peer = { ifname: inner, txqlen: 0, netns }
    const refused = addLink(p, { ifname: host, txqlen: 0, linkinfo: { kind: 'veth', peer } })
    if (refused) {
      const ends = `the host (${host}) <=> sandbox (${inner}) pair interfaces`
      return systemError(`failed to add ${ends}: ${goText(refused)}`)
    }
    const link = linkByName(p, host)
    const master = linkByName(p, config.bridge)
    const fail = (message: string): ApiError => {
      deleteLink(p, host)
      return systemError(message)
    }
    if (!link) return systemError(`failed to find host side interface ${host}: Link not found`)
    if (config.mtu !== 0) {
      setLink(p, { index: link.index, mtu: config.mtu })
      inNetns(p, netns, () => setLink(p, { index: linkByName(p, inner)?.index ?? 0, mtu: config.mtu }))
    }
    const added = `adding interface ${host} to bridge ${config.bridge} failed`
    if (!master) return fail(`${added}: Device does not exist`)
    const notAdded = setLink(p, { index: link.index, master: master.index })
    if (notAdded) return fail(`${added}: ${goText(notAdded)}`)
    if (!this.#daemon.userlandProxy) setLink(p, { index: link.index, bridgePort: { hairpin: true } })
    return null
  }
}

function firewallOf(network: Network, config: BridgeConfig): NetworkFirewall {
  const { internal } = network.record
  const families = network.subnets.map(({ pool }): FamilyFirewall => {
    const { family } = pool.prefix
    const mode = family === 4 ? config.gatewayMode4 : config.gatewayMode6
    return {
      family,
      prefix: pool.prefix,
      hostAddress: family === 4 ? config.hostIPv4 : config.hostIPv6,
      routed: mode === 'routed',
      unprotected: mode === 'nat-unprotected',
    }
  })
  const { bridge, icc, masquerade } = config
  return { bridge, internal, icc, masquerade, families }
}
