// What of a lab can be seen: plain values for a screen, no kernel object among them.
import type { Provenance } from '../sim/provenance.ts'
import type { OperState } from '../uapi/if.ts'

/** Stable for the life of a thing: `host`, `host/4026531840`, `host#3`. */
export type MachineId = string
export type NetnsId = string
export type DeviceId = string

export interface LabView {
  readonly machines: readonly MachineView[]
}

export interface MachineView {
  readonly id: MachineId
  readonly name: string
  readonly kind: 'machine' | 'switch'
  /** The machine's own namespace first, then named ones by name, then unnamed ones. */
  readonly namespaces: readonly NetnsView[]
  /** null: no Docker daemon runs on it. */
  readonly docker: DockerView | null
}

/** What there is to run containers from. */
export interface DockerView {
  /** As one writes them: `nginx`, `web:2`. */
  readonly images: readonly string[]
  readonly networks: readonly string[]
  /** Containers that do not run. */
  readonly stopped: readonly string[]
}

export interface NetnsView {
  readonly id: NetnsId
  readonly machine: MachineId
  /** Name below /run/netns; null for the machine's own and for unnamed ones. */
  readonly name: string | null
  /** A process in it, where it has no name to go by. */
  readonly pid: number | null
  /** The machine's own. */
  readonly root: boolean
  /** net.ipv4.ip_forward. */
  readonly forwarding: boolean
  /** By index, lo included. */
  readonly devices: readonly DeviceView[]
  /** Table main, as `ip route` prints each. */
  readonly routes: readonly RouteView[]
  readonly neighbours: readonly NeighbourView[]
  readonly fdb: readonly FdbView[]
  /** Rules of iptables and ip6tables in all their tables. */
  readonly rules: number
  /** Its ports that NAT rules lead elsewhere, in the order in which the rules are met. */
  readonly doors: readonly DoorView[]
  /** The Docker container whose network it is; null when it is none's. */
  readonly container: ContainerView | null
  /** What is worth a line of those that run in it: `1 → 2210 nginx :80`, inside and on the machine. */
  readonly processes: readonly string[]
}

/** Whose a namespace is: a container's, or a pod's with all that it has. */
export interface ContainerView {
  readonly kind: 'container' | 'pod'
  readonly name: string
  /** Of a pod those of all its containers. Empty: it is neither, but a namespace that the daemon has for itself. */
  readonly image: string
  readonly ports: readonly PublishedPort[]
  /** Other containers in the same namespace (`--network container:NAME`). */
  readonly sharing: readonly { readonly name: string; readonly image: string }[]
}

/** A port that a rule of table nat leads elsewhere. */
export interface DoorView {
  /** `8080`, `8000-8010`. */
  readonly port: string
  readonly protocol: string
  /** Where it can be knocked at; empty: at any address. */
  readonly address: string
  /** `172.17.0.2:80`; of several one for each connection. */
  readonly to: readonly string[]
  /** The rule that names the port. */
  readonly chain: string
  readonly handle: number
  /** Who wrote it, and for whom. */
  readonly provenance: Provenance | null
}

/** A port of the machine that docker-proxy leads to one of a container. */
export interface PublishedPort {
  readonly host: number
  readonly container: number
  readonly protocol: string
}

export interface DeviceView {
  readonly id: DeviceId
  readonly netns: NetnsId
  readonly index: number
  readonly name: string
  /** `loopback`, `veth`, `bridge`, `ethernet`, …: IFLA_INFO_KIND, or what it is. */
  readonly kind: string
  readonly up: boolean
  readonly carrier: boolean
  readonly operstate: OperState
  /** As `ip link` shows between the angle brackets. */
  readonly flags: readonly string[]
  readonly mtu: number
  readonly mac: string
  readonly addresses: readonly AddressView[]
  /** The bridge it is a port of. */
  readonly master: DeviceId | null
  /** State of a bridge port: `forwarding`, …; null when it is none. */
  readonly portState: string | null
  /** Other end of its cable. */
  readonly peer: DeviceId | null
  /** The device it stands on: of a VLAN, a macvlan, an ipvlan, and of a VXLAN that was given one. */
  readonly parent: DeviceId | null
  /** What distinguishes it among its kind: `vlan 10`, `macvlan bridge`, `VNI 42`; null when there is nothing to say. */
  readonly note: string | null
  /** Its kind and settings in the words of `ip link add`; null when there are none. */
  readonly details: string | null
  /** Of a VXLAN: its number, where it sends to, and the namespace that its outer packets go through. */
  readonly tunnel: {
    readonly vni: number
    readonly remotes: readonly string[]
    readonly under: NetnsId
  } | null
  /** Who made it, and for whom. */
  readonly provenance: Provenance | null
  readonly rxPackets: number
  readonly txPackets: number
  readonly rxBytes: number
  readonly txBytes: number
}

export interface AddressView {
  readonly family: 4 | 6
  /** `10.0.0.1/24`. */
  readonly text: string
  readonly scope: 'global' | 'link' | 'host'
  readonly provenance: Provenance | null
}

export interface RouteView {
  readonly destination: string
  readonly gateway: string | null
  readonly device: string | null
  readonly text: string
  readonly provenance: Provenance | null
}

export interface NeighbourView {
  readonly address: string
  readonly device: string
  readonly mac: string | null
  readonly state: string
  /** Who wrote it down; null also of what was learnt. */
  readonly provenance: Provenance | null
}

export interface FdbView {
  readonly mac: string
  readonly device: string
  readonly bridge: string | null
  readonly text: string
  readonly permanent: boolean
  readonly provenance: Provenance | null
}
