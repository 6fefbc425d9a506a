// Where a probe failed: its fate, and what can be asked of the lab it failed in. Nothing is changed here.
import type { Pod } from '../../engines/kubernetes/api/podtypes.ts'
import type { KernelApi, Net } from '../../kernel/kernel.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { TracePlace } from '../../sim/trace.ts'
import type { InetDiagMessage } from '../../uapi/sock_diag.ts'
import { isLoopback, parseInet, type Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'

import type { InsideView } from '../netfilterview.ts'
import type { DeviceId, DeviceView, LabView, NetnsView } from '../view.ts'
import { ViewBuilder } from '../viewbuilder.ts'
import { Cluster } from './cluster.ts'
import { Docker, nameOf } from './docker.ts'
import type { Outcome } from './experiment.ts'
import { fateOf, type Fate } from './fate.ts'
import { Links } from './links.ts'
import type { Probe } from './probe.ts'

/** An address on a device. */
export interface Holder {
  readonly netns: NetnsView
  readonly device: DeviceView
  readonly address: Inet
  readonly length: number
}

export interface Listener {
  /** 0: every one. */
  readonly address: Inet
  readonly family: 'inet' | 'inet6'
  /** On an address of lo only. */
  readonly own: boolean
  readonly port: number
  readonly netns: NetnsView
}

const NOTHING_INSIDE: InsideView = { firewall: [], flows: [], processes: [] }
const TCP_LISTEN = 10

export class Scene {
  readonly outcome: Outcome
  readonly view: LabView
  readonly links: Links
  readonly holders: readonly Holder[]
  readonly probe: Probe
  /** What the probe's host stands for; null for a name that could not be resolved. */
  readonly target: Inet | null
  /** The same, of IPv6: then `target` is null, and ipv6.ts looks into it. */
  readonly target6: Inet6 | null
  readonly fate: Fate
  readonly source: NetnsView
  readonly namespaces: readonly NetnsView[]
  readonly #dockers = new Map<string, Docker | null>()
  #cluster: { readonly found: Cluster | null } | null = null

  private constructor(outcome: Outcome, view: LabView, source: NetnsView, target: Inet | Inet6 | null) {
    this.outcome = outcome
    this.view = view
    this.source = source
    this.probe = outcome.probe
    this.target = typeof target === 'number' ? target : null
    this.target6 = typeof target === 'bigint' ? target : null
    this.fate = fateOf(outcome, this.target)
    this.namespaces = view.machines.flatMap((machine) => machine.namespaces)
    this.links = new Links(this.namespaces)
    this.holders = this.namespaces.flatMap(holdersIn)
  }

  /** null when the namespace is gone. */
  static of(outcome: Outcome, target: Inet | Inet6 | null): Scene | null {
    const views = new ViewBuilder(outcome.lab)
    views.update(true)
    const { view } = views
    const id = `${outcome.probe.machine}/${outcome.probe.netns}`
    const source = view.machines.flatMap((m) => m.namespaces).find((n) => n.id === id)
    return source ? new Scene(outcome, view, source, target) : null
  }

  netns({ machine, netns }: Pick<TracePlace, 'machine' | 'netns'>): NetnsView | null {
    return this.namespaces.find((n) => n.id === `${machine}/${netns}`) ?? null
  }

  device(id: DeviceId | null): DeviceView | null {
    return id === null ? null : this.links.device(id)
  }

  netnsOf(device: DeviceView): NetnsView | null {
    return this.namespaces.find((n) => n.id === device.netns) ?? null
  }

  /** What the packet's place is called: `red`, `host`; with its machine where the lab has several of them. */
  name(netns: NetnsView | null): string {
    if (!netns) return '?'
    const machines = this.view.machines.filter((m) => m.kind === 'machine')
    const own = this.#ownName(netns)
    const taken = this.namespaces.filter((n) => (n.name ?? n.machine) === own).length > 1
    return machines.length > 1 && taken && !netns.root ? `${netns.machine}/${own}` : own
  }

  /** A container and a pod are called what a person called them. */
  #ownName(netns: NetnsView): string {
    if (netns.root) return netns.machine
    const container = this.docker(netns.machine)?.in(netns.id)
    if (container) return nameOf(container)
    const pod = this.podIn(netns)
    return pod?.metadata.name ?? netns.name ?? `netns ${netns.id.split('/')[1]}`
  }

  /** What Docker says there; null where it does not run. */
  docker(machine: string): Docker | null {
    let docker = this.#dockers.get(machine)
    if (docker === undefined) this.#dockers.set(machine, (docker = Docker.of(this.outcome.lab, machine)))
    return docker
  }

  get cluster(): Cluster | null {
    this.#cluster ??= { found: Cluster.of(this.outcome.lab, this.#machines) }
    return this.#cluster.found
  }

  podIn(netns: NetnsView): Pod | null {
    if (netns.root || !this.cluster) return null
    const [own] = this.holdersOf(netns)
    return own ? this.cluster.podAt(own.address) : null
  }

  get #machines(): readonly string[] {
    return this.view.machines.filter(({ kind }) => kind === 'machine').map(({ name }) => name)
  }

  /** `eth0 in red`, or in Korean `red의 eth0`: `where` of the sentence decides. */
  place(device: DeviceView): { readonly device: string; readonly netns: string } {
    return { device: device.name, netns: this.name(this.netnsOf(device)) }
  }

  holding(address: Inet): readonly Holder[] {
    return this.holders.filter((holder) => holder.address === address)
  }

  holdersOf(netns: NetnsView): readonly Holder[] {
    return this.holders.filter((holder) => holder.netns === netns && holder.device.kind !== 'loopback')
  }

  sysctl(netns: NetnsView, path: string): string | null {
    const net = this.#net(netns)
    if (!net) return null
    const value = net.kernel.readSysctl(net.net, path)
    return isErrno(value) ? null : value.trim()
  }

  /** Whether it has a route to an address, and by which device and gateway. */
  route(netns: NetnsView, dst: Inet): { readonly oif: number; readonly gateway: Inet | null } | null {
    const found = this.#net(netns)
    if (!found) return null
    const { kernel, net } = found
    const reply = kernel.rtnetlink(net, { type: 'RTM_GETROUTE_LOOKUP', lookup: { dst } })
    const message = reply.messages?.[0]
    if (message?.type !== 'RTM_NEWROUTE' || message.oif === undefined) return null
    return { oif: message.oif, gateway: typeof message.gateway === 'number' ? message.gateway : null }
  }

  listeners(netns: NetnsView, protocol: 'tcp' | 'udp'): readonly Listener[] {
    const found = this.#net(netns)
    if (!found) return []
    const listens = ({ state, family }: InetDiagMessage): boolean =>
      (protocol === 'udp' || state === TCP_LISTEN) && (family === 'inet' || family === 'inet6')
    return found.kernel
      .sockDiag(found.net, protocol)
      .filter(listens)
      .map(({ local, family }) => ({
        address: typeof local.address === 'number' ? local.address : 0,
        family: family === 'inet' ? 'inet' : 'inet6',
        own: typeof local.address === 'number' ? isLoopback(local.address) : local.address === 1n,
        port: local.port,
        netns,
      }))
  }

  inside(netns: NetnsView): InsideView {
    const { lab } = this.outcome
    const node = lab.machine(netns.machine)
    const found = this.#net(netns)
    return (node && found && lab.software.inside?.(node, found.net)) ?? NOTHING_INSIDE
  }

  /** Text of a file as a program in that namespace sees it. */
  file(netns: NetnsView, path: string): string | null {
    const node = this.outcome.lab.machine(netns.machine)
    if (!node) return null
    const own = netns.name === null ? null : path.replace(/^\/etc\//, `/etc/netns/${netns.name}/`)
    for (const candidate of [own, path]) {
      const text = candidate === null ? null : node.machine.init.fs.readText(candidate)
      if (text !== null && !isErrno(text)) return text
    }
    return null
  }

  #net(netns: NetnsView): { readonly kernel: KernelApi; readonly net: Net } | null {
    const kernel = this.outcome.lab.nodes.get(netns.machine)?.kernel
    const inode = Number(netns.id.split('/')[1])
    for (const net of kernel?.nets ?? []) if (kernel && net.inode === inode) return { kernel, net }
    return null
  }
}

export function holdersIn(netns: NetnsView): Holder[] {
  return netns.devices.flatMap((device) =>
    device.addresses.flatMap(({ family, text }) => {
      const [address = '', length = ''] = text.split('/')
      const inet = family === 4 ? parseInet(address) : null
      return inet === null ? [] : [{ netns, device, address: inet, length: Number(length) }]
    }),
  )
}
