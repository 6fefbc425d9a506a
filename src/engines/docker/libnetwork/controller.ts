// The networks of a Docker daemon, as libnetwork makes them: what the daemon's API asks of them. A controller belongs to
// one dockerd process and acts through it alone: netlink, sysctl files, /usr/sbin/iptables and docker-proxy as children.
// (Ref: moby daemon/network.go, daemon/container_operations.go, libnetwork/controller.go)
import type { Blocking } from '../../../os/program.ts'
import type { NetnsRef } from '../../../uapi/netns.ts'
import type { ApiError } from './apiError.ts'
import type { EndpointService } from './network.ts'
import type { Peer } from './overlay/overlay.ts'
import type { SwarmNetworks } from './swarm.ts'
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

/** What of /etc/docker/daemon.json and dockerd's flags is about networks; names and defaults are daemon.json's. */
export interface NetworkConfig {
  /** `iptables`, `ip6tables`, `ip-forward`, `ip-masq`, `userland-proxy`, `icc`: all true unless said. */
  readonly iptables: boolean
  readonly ip6tables: boolean
  readonly ipForward: boolean
  readonly ipForwardNoDrop: boolean
  readonly ipMasq: boolean
  readonly userlandProxy: boolean
  readonly icc: boolean
  /** `bridge`: `none` leaves docker0 out, another name is a bridge that exists; empty: docker0. */
  readonly bridge: string
  /** `bip`: docker0's own address with its prefix; empty: from the pools. */
  readonly bip: string
  readonly fixedCidr: string
  readonly defaultGateway: string
  /** `mtu`: 0 is 1500. */
  readonly mtu: number
  /** `ip`: where ports are published unless `-p` says; 0.0.0.0. */
  readonly ip: string
  readonly defaultAddressPools: readonly { readonly base: string; readonly size: number }[]
  readonly dns: readonly string[]
  readonly dnsSearch: readonly string[]
  readonly dnsOpts: readonly string[]
  /** `host-gateway-ip`: what `--add-host x:host-gateway` means; empty: docker0's address. */
  readonly hostGatewayIp: string
  /** `default-network-opts`: by driver. */
  readonly defaultNetworkOpts: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A container as far as networks know it. The daemon keeps one for each container, as long as the container is. */
export interface ContainerNetworking {
  readonly id: string
  /** Without the slash; changed by `rename`. */
  name: string
  readonly hostname: string
  readonly domainname: string
  /** HostConfig.NetworkMode: `bridge`, `none`, `host`, `container:ID`, a network's name or id. */
  readonly networkMode: string
  /** Where its hosts, hostname and resolv.conf are written: /var/lib/docker/containers/ID. The daemon binds them. */
  readonly root: string
  /** Config.ExposedPorts (`80/tcp`), HostConfig.PortBindings and PublishAllPorts. */
  readonly exposedPorts: readonly string[]
  readonly portBindings: PortMap
  readonly publishAllPorts: boolean
  /** HostConfig.Dns, DnsSearch, DnsOptions, ExtraHosts (`name:address`). */
  readonly dns: readonly string[]
  readonly dnsSearch: readonly string[]
  readonly dnsOptions: readonly string[]
  readonly extraHosts: readonly string[]
  /** HostConfig.Links on the default bridge, whose containers the daemon has found. */
  readonly links: readonly { readonly container: ContainerNetworking; readonly alias: string }[]
  /** HostConfig.Sysctls; those under net. are set by the daemon's runtime. */
  readonly sysctls: Readonly<Record<string, string>>
  /** NetworkSettings.Networks by name, kept by the controller. Empty before `configure`. */
  readonly endpoints: Map<string, EndpointSettings>
}

/** A network of the swarm as its manager describes it. */
export interface ManagedNetwork {
  readonly id: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>> | null
  readonly internal: boolean
  readonly attachable: boolean
  readonly ingress: boolean
  readonly enableIPv6: boolean
  readonly options: Readonly<Record<string, string>>
  readonly subnet: string
  readonly gateway: string
  readonly vni: number
}

/** The daemon's place in a swarm, as its networks need it. */
export interface SwarmAgent {
  /** Own address, where VXLAN packets are to be sent. */
  readonly dataPath: string
  /** Asks the manager for a container's address in a network; the API's answer as it is when that cannot be. */
  attach(
    network: string,
    containerId: string,
    wish: string,
  ): Blocking<
    | {
        readonly task: string
        readonly network: ManagedNetwork
        readonly address: string
        readonly nodeAddress: string
      }
    | ApiError
  >
  detach(task: string): Blocking<void>
  /** The node takes part in a network, and no longer. */
  joined(network: string): void
  left(network: string): void
  /** Tells the other nodes of an endpoint; takes it back. */
  announce(peer: Peer, name: string, dnsNames: readonly string[], service: EndpointService | null): void
  withdraw(endpoint: string): void
}

/** What a client may say of one endpoint (EndpointSettings of the request; absent members are defaults). */
export type EndpointRequest = Partial<EndpointSettings>

/** What the controller tells its daemon. */
export interface ControllerHooks {
  /** For `docker events`: type network, action create, connect, disconnect, destroy. */
  event(action: string, networkId: string, attributes: Readonly<Record<string, string>>): void
  /** A line of the daemon's log. */
  log(level: 'info' | 'warning' | 'error', message: string): void
  /** A container by id, name or the beginning of an id, as `container:…` and endpoints name it. */
  container(term: string): ContainerNetworking | null
  /** State.Status of one: `created`, `running`, `exited` … */
  state(c: ContainerNetworking): string
}

/**
 * Order of calls: `start`; for each container `configure` when it is created, `prepare` before its process is, `attach`
 * when its network namespace is there, `release` when its process has ended; `shutdown` after all are released.
 * Errors are the API's answer as it is; a start that failed says `failed to set up container networking: …` already.
 */
export interface NetworkController {
  readonly config: NetworkConfig
  readonly swarm: SwarmNetworks

  /** Finds the networks of the last run, makes docker0 and the rules; why the daemon cannot start, or null. */
  start(): Blocking<string | null>
  /** Forgets nothing on disk, leaves bridges and rules as Docker does. */
  shutdown(): Blocking<void>
  /** A thread of the daemon that answers the containers' DNS questions; it ends at `shutdown`. */
  work(): Blocking<void>

  createNetwork(create: NetworkCreate): Blocking<{ readonly Id: string; readonly Warning: string } | ApiError>
  /** `term` as everywhere: an id, a name, or the beginning of an id. */
  removeNetwork(term: string): Blocking<ApiError | null>
  pruneNetworks(filters: Filters): Blocking<{ readonly NetworksDeleted: readonly string[] | null } | ApiError>
  /** `peersOf`: the nodes that take part in a network of the swarm. */
  inspectNetwork(term: string, scope: string | undefined, peersOf: PeersOf): NetworkInspect | ApiError
  listNetworks(filters: Filters): readonly NetworkInspect[] | ApiError

  /** Checks a new container's mode and endpoints (NetworkingConfig.EndpointsConfig) and fills `endpoints`. */
  configure(c: ContainerNetworking, requests: Readonly<Record<string, EndpointRequest>>): ApiError | null
  /** Writes hostname, hosts and resolv.conf; refuses what cannot start (container:… that does not run). */
  prepare(c: ContainerNetworking): Blocking<ApiError | null>
  /**
   * Connects it to its networks in its own namespace (host and container:… : the one it shares), publishes its ports and
   * starts its resolver. After an error nothing of it is left.
   */
  attach(c: ContainerNetworking, netns: NetnsRef): Blocking<ApiError | null>
  /** Takes its endpoints, ports and proxies away; `endpoints` keeps what was asked for. */
  release(c: ContainerNetworking): Blocking<void>
  /** Whose namespace a container is to be run in: null for one of its own. */
  sharedWith(c: ContainerNetworking): 'host' | ContainerNetworking | ApiError | null

  connect(c: ContainerNetworking, term: string, request: EndpointRequest): Blocking<ApiError | null>
  disconnect(c: ContainerNetworking, term: string, force: boolean): Blocking<ApiError | null>
  /** After `name` has changed: names in DNS follow. */
  renamed(c: ContainerNetworking, before: string): void
  /** NetworkSettings of `docker inspect`. */
  settings(c: ContainerNetworking): NetworkSettings
  /** By interface (`eth0`). */
  traffic(c: ContainerNetworking): Readonly<Record<string, LinkTraffic>>
  /** What is really published (`docker ps`, `docker port`): `settings(c).Ports`. */
  ports(c: ContainerNetworking): PortMap
}
