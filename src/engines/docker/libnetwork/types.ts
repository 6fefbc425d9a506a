// The networks of the Engine API 1.51 as values: members are named and ordered as in its JSON, so that what stands here
// can be given to JSON.stringify as it is. (Ref: moby api/types/network/network.go, endpoint.go, api/types/container)
import type { IngressPort } from './ingress.ts'

/** What has crossed an interface of a container. */
export interface LinkTraffic {
  readonly rx_bytes: number
  readonly tx_bytes: number
}

export interface IpamConfig {
  readonly Subnet?: string
  readonly IPRange?: string
  readonly Gateway?: string
  readonly AuxiliaryAddresses?: Readonly<Record<string, string>>
}

export interface Ipam {
  readonly Driver: string
  readonly Options: Readonly<Record<string, string>> | null
  readonly Config: readonly IpamConfig[] | null
}

/** Body of POST /networks/create. */
export interface NetworkCreate {
  readonly Name: string
  readonly Driver?: string
  readonly Scope?: string
  readonly EnableIPv4?: boolean
  readonly EnableIPv6?: boolean
  readonly IPAM?: Partial<Ipam>
  readonly Internal?: boolean
  readonly Attachable?: boolean
  readonly Ingress?: boolean
  readonly ConfigOnly?: boolean
  readonly ConfigFrom?: { readonly Network: string } | null
  readonly Options?: Readonly<Record<string, string>> | null
  readonly Labels?: Readonly<Record<string, string>> | null
}

export interface EndpointResource {
  readonly Name: string
  readonly EndpointID: string
  readonly MacAddress: string
  readonly IPv4Address: string
  readonly IPv6Address: string
}

/** A node that takes part in a network of the swarm. */
export interface PeerInfo {
  readonly Name: string
  readonly IP: string
}

/** A service in one network, as its node knows it by what the others have said. */
export interface ServiceInfo {
  readonly VIP: string
  readonly Ports: readonly string[]
  /** The mark by which this node balances what is for it. */
  readonly LocalLBIndex: number
  readonly Tasks: readonly {
    readonly Name: string
    readonly EndpointID: string
    readonly EndpointIP: string
    readonly Info: Readonly<Record<string, string>>
  }[]
}

/** By the id of a network. */
export type PeersOf = (network: string) => readonly PeerInfo[]

/** What GET /networks and /networks/{id} answer (`Containers` is empty in the list). */
export interface NetworkInspect {
  readonly Name: string
  readonly Id: string
  readonly Created: string
  readonly Scope: string
  readonly Driver: string
  readonly EnableIPv4: boolean
  readonly EnableIPv6: boolean
  readonly IPAM: Ipam
  readonly Internal: boolean
  readonly Attachable: boolean
  readonly Ingress: boolean
  readonly ConfigFrom: { readonly Network: string }
  readonly ConfigOnly: boolean
  /** null: of a network of the swarm that no container of this node is in. */
  readonly Containers: Readonly<Record<string, EndpointResource>> | null
  readonly Options: Readonly<Record<string, string>> | null
  readonly Labels: Readonly<Record<string, string>> | null
  readonly Peers?: readonly PeerInfo[]
}

export interface EndpointIpamConfig {
  readonly IPv4Address?: string
  readonly IPv6Address?: string
  readonly LinkLocalIPs?: readonly string[]
}

/** NetworkSettings.Networks[name]: the first half is what was asked for, from NetworkID on what came of it. */
export interface EndpointSettings {
  IPAMConfig: EndpointIpamConfig | null
  Links: readonly string[] | null
  Aliases: readonly string[] | null
  MacAddress: string
  DriverOpts: Readonly<Record<string, string>> | null
  GwPriority: number
  NetworkID: string
  EndpointID: string
  Gateway: string
  IPAddress: string
  IPPrefixLen: number
  IPv6Gateway: string
  GlobalIPv6Address: string
  GlobalIPv6PrefixLen: number
  DNSNames: readonly string[] | null
  /** What was asked for, kept beside what is shown: never shown itself. */
  DesiredMacAddress?: string
  /** By which the swarm knows that the container is attached, and whether it chose the address: neither is shown. */
  SwarmTask?: string
  /** Of the routing mesh, that lead to it. */
  IngressPorts?: readonly IngressPort[]
  IPAMOperational?: boolean
}

export interface PortBinding {
  readonly HostIp: string
  readonly HostPort: string
}

/** By container port: `80/tcp`. */
export type PortMap = Readonly<Record<string, readonly PortBinding[] | null>>

/** NetworkSettings of GET /containers/{id}/json, whole. */
export interface NetworkSettings {
  readonly Bridge: string
  readonly SandboxID: string
  readonly SandboxKey: string
  readonly Ports: PortMap
  readonly HairpinMode: boolean
  readonly LinkLocalIPv6Address: string
  readonly LinkLocalIPv6PrefixLen: number
  readonly SecondaryIPAddresses: null
  readonly SecondaryIPv6Addresses: null
  readonly EndpointID: string
  readonly Gateway: string
  readonly GlobalIPv6Address: string
  readonly GlobalIPv6PrefixLen: number
  readonly IPAddress: string
  readonly IPPrefixLen: number
  readonly IPv6Gateway: string
  readonly MacAddress: string
  readonly Networks: Readonly<Record<string, EndpointSettings>>
}

/** `filters` of the API: by key, the values asked for. */
export type Filters = ReadonlyMap<string, readonly string[]>
