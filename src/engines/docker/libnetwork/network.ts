// A network and an endpoint of a container in it, as the controller keeps them.
import type { Mac } from '../../../wire/mac.ts'
import { formatMac } from '../../../wire/mac.ts'
import type { MappedPort } from './bridge/endpointRules.ts'
import type { IngressPort } from './ingress.ts'
import type { Pool } from './ipam.ts'
import { contains, formatAddr, formatPrefix, masked, type Address, type Prefix } from './prefix.ts'
import type { EndpointResource, IpamConfig, NetworkInspect, PeerInfo } from './types.ts'

/** What is known of a network for as long as it exists; what the daemon's database keeps. */
export interface NetworkRecord {
  readonly name: string
  readonly id: string
  /** RFC 3339, and seconds since 1970. */
  readonly created: string
  readonly createdAt: number
  readonly driver: string
  readonly scope: string
  readonly enableIPv4: boolean
  readonly enableIPv6: boolean
  readonly internal: boolean
  readonly attachable: boolean
  readonly ingress: boolean
  readonly configOnly: boolean
  readonly configFrom: string
  readonly ipamDriver: string
  /** null where nobody said any (networks that are there from the start). */
  readonly ipamOptions: Readonly<Record<string, string>> | null
  /** As it was asked for. */
  readonly ipamConfig: readonly IpamConfig[]
  /** What the driver got: the network's own options and, beneath them, the daemon's. */
  readonly options: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  /** What the pools came to, by family. */
  readonly subnets: readonly SubnetRecord[]
}

export interface SubnetRecord {
  readonly subnet: string
  readonly range: string | null
  readonly gateway: string | null
  readonly aux: Readonly<Record<string, string>>
}

export interface Subnet {
  readonly pool: Pool
  readonly range: Prefix | null
  /** The bridge's own address. */
  readonly gateway: Prefix | null
  readonly aux: Readonly<Record<string, string>>
}

/** The service that a task's endpoint is part of, in one network. (Ref: moby libnetwork/agent.proto:EndpointRecord) */
export interface EndpointService {
  readonly id: string
  readonly name: string
  /** Other names that it has in this network. */
  readonly aliases: readonly string[]
  /** Its own address; empty: it has none. */
  readonly vip: string
  /** Of the routing mesh, in the ingress network. */
  readonly ports: readonly IngressPort[]
  /** Its task is about to end. */
  readonly disabled: boolean
}

export interface Endpoint {
  readonly id: string
  /** The container's name. */
  name: string
  readonly containerId: string
  readonly network: Network
  readonly addr4: Prefix | null
  readonly addr6: Prefix | null
  /** 0 where there is no interface. */
  mac: Mac
  /** Name of the interface before it gets the container's (`veth…`); empty where there is none. */
  srcName: string
  /** The other end, on the host's bridge. */
  hostName: string
  /** In the container: `eth0`. */
  ifname: string
  dnsNames: readonly string[]
  /** Of containers that it knows by another name: alias → name. */
  readonly links: ReadonlyMap<string, string>
  readonly driverOpts: Readonly<Record<string, string>>
  /** Addresses of the link alone that were asked for. */
  readonly linkLocal: readonly Prefix[]
  readonly gwPriority: number
  /** It is only there so that its container gets out (docker_gwbridge): no names, no line in hosts. */
  readonly forGateway: boolean
  /** Once its task runs. */
  service: EndpointService | null
  ports: readonly MappedPort[]
}

/** A container on another node of the swarm, as the names of a network know it. */
export interface RemoteEndpoint {
  readonly name: string
  readonly dnsNames: readonly string[]
  readonly address: Address
  readonly service: EndpointService | null
}

export class Network {
  readonly record: NetworkRecord
  readonly subnets: readonly Subnet[]
  readonly endpoints = new Map<string, Endpoint>()
  /** Those elsewhere, of a network that reaches over several nodes. */
  readonly remote = new Map<string, RemoteEndpoint>()

  constructor(record: NetworkRecord, subnets: readonly Subnet[]) {
    this.record = record
    this.subnets = subnets
  }

  get id(): string {
    return this.record.id
  }

  get name(): string {
    return this.record.name
  }

  get driver(): string {
    return this.record.driver
  }

  subnetOf(family: 4 | 6): Subnet | null {
    return this.subnets.find(({ pool }) => pool.prefix.family === family) ?? null
  }

  /** Where an address was taken from. */
  subnetHolding(address: Prefix): Subnet | null {
    return this.subnets.find(({ pool }) => contains(pool.prefix, address)) ?? null
  }

  /** Whether its containers find each other by name. */
  get hasDns(): boolean {
    return !isPredefined(this.name)
  }

  inspect(withContainers: boolean, peers?: readonly PeerInfo[]): NetworkInspect {
    const { record } = this
    const containers = withContainers ? [...this.endpoints.values()] : []
    return {
      Name: record.name,
      Id: record.id,
      Created: record.created,
      Scope: record.scope,
      Driver: record.driver,
      EnableIPv4: record.enableIPv4,
      EnableIPv6: record.enableIPv6,
      IPAM: { Driver: record.ipamDriver, Options: record.ipamOptions, Config: this.#ipamConfig() },
      Internal: record.internal,
      Attachable: record.attachable,
      Ingress: record.ingress,
      ConfigFrom: { Network: record.configFrom },
      ConfigOnly: record.configOnly,
      Containers: Object.fromEntries(
        containers
          .toSorted((a, b) => (a.containerId < b.containerId ? -1 : 1))
          .map((endpoint) => [endpoint.containerId, resourceOf(endpoint)]),
      ),
      Options: sorted(record.options),
      Labels: sorted(record.labels),
      ...(peers ? { Peers: peers } : {}),
    }
  }

  /** What was asked for, then what was chosen for a family of which nothing was. */
  #ipamConfig(): readonly IpamConfig[] | null {
    const { ipamConfig, driver, configOnly } = this.record
    if ((driver === 'host' || driver === 'null') && !configOnly) return null
    const asked = (family: 4 | 6): boolean =>
      ipamConfig.some(({ Subnet = '' }) => Subnet.includes(':') === (family === 6))
    const chosen = this.subnets.filter(({ pool }) => !asked(pool.prefix.family))
    return [
      ...ipamConfig.map(ordered),
      ...chosen.map(({ pool, gateway }) => ({
        Subnet: formatPrefix(masked(pool.prefix)),
        ...(gateway ? { Gateway: formatAddr(gateway) } : {}),
      })),
    ]
  }
}

export function isPredefined(name: string): boolean {
  return name === 'bridge' || name === 'host' || name === 'none'
}

function resourceOf({ name, id, mac, addr4, addr6 }: Endpoint): EndpointResource {
  return {
    Name: name,
    EndpointID: id,
    MacAddress: mac === 0 ? '' : formatMac(mac),
    IPv4Address: addr4 ? formatPrefix(addr4) : '',
    IPv6Address: addr6 ? formatPrefix(addr6) : '',
  }
}

/** Members in the order of the API. */
function ordered({ Subnet, IPRange, Gateway, AuxiliaryAddresses }: IpamConfig): IpamConfig {
  const aux = AuxiliaryAddresses && Object.keys(AuxiliaryAddresses).length > 0
  return {
    ...(Subnet ? { Subnet } : {}),
    ...(IPRange ? { IPRange } : {}),
    ...(Gateway ? { Gateway } : {}),
    ...(aux ? { AuxiliaryAddresses } : {}),
  }
}

/** Go writes maps by their keys. */
function sorted(map: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
