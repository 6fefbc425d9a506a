// Makes the lab's view from its kernels, anew only where something changed: a machine of which nothing changed stays
// the very same object.
import type { NetDevice } from '../kernel/core/net.ts'
import { provenanceOf } from '../kernel/core/provenance.ts'
import type { KernelApi, Net } from '../kernel/kernel.ts'
import { isErrno } from '../uapi/errno.ts'
import { IFF_LOWER_UP, IFF_UP } from '../uapi/if.ts'
import {
  AF_BRIDGE,
  AF_INET,
  AF_UNSPEC,
  RT_TABLE_MAIN,
  type AddrMessage,
  type LinkMessage,
  type NeighMessage,
  type RouteMessage,
  type RtnetlinkMessage,
  type RtnetlinkRequest,
} from '../uapi/rtnetlink.ts'
import type { Inet } from '../wire/inet.ts'
import { formatMac } from '../wire/mac.ts'
import type { Lab } from './lab.ts'
import { deviceId } from './hops.ts'
import { namedNets, type MachineNode, type Node } from './nodes.ts'
import type { Containers } from './programs.ts'
import { keep, same } from './same.ts'
import type { ContainerView, DeviceView, LabView, MachineView, NetnsId, NetnsView } from './view.ts'
import { linkDetails, linkNote, tunnelView } from './linkview.ts'
import { addressView, fdbView, flagNames, neighbourViews, routeView, type DeviceNames } from './viewformat.ts'

/** What a namespace is known by. */
type Whose = Pick<NetnsView, 'name' | 'pid' | 'container' | 'processes'>

interface Kept {
  version: number
  /** Packets its devices have counted. */
  packets: number
  name: string | null
  pid: number | null
  view: NetnsView
}

export interface ViewChange {
  /** `known`: as it was; what did not change in it is the very same object in both. */
  readonly changed: readonly { readonly known: MachineView | undefined; readonly machine: MachineView }[]
  /** Ids of all machines, in the lab's order. */
  readonly order: readonly string[]
  /** Nothing is new, and nothing went. */
  readonly same: boolean
}

/** A machine on which all was as plain as it can be: neither containers nor processes to be told, every namespace named. */
interface Plain {
  readonly names: ReadonlyMap<string, Net>
  /** What the versions of its namespaces came to: they only rise. */
  readonly versions: number
  readonly nets: readonly Net[]
}

const NONE: readonly string[] = []
const NO_NAMES: ReadonlyMap<string, Net> = new Map()
const PORT_STATES = ['disabled', 'listening', 'learning', 'forwarding', 'blocking'] as const

export class ViewBuilder {
  readonly #lab: Pick<Lab, 'nodes' | 'software'>
  readonly #nets = new WeakMap<Net, Kept>()
  readonly #plain = new WeakMap<Node, Plain>()
  #machines = new Map<string, { node: Node; view: MachineView }>()

  constructor(lab: Pick<Lab, 'nodes' | 'software'>) {
    this.#lab = lab
  }

  get view(): LabView {
    return { machines: [...this.#machines.values()].map((m) => m.view) }
  }

  /** Brings the view up to date. `counters`: also where nothing but the devices' counters changed; true: everywhere. */
  update(counters: NetnsId | boolean): ViewChange {
    const before = this.#machines
    const machines = new Map<string, { node: Node; view: MachineView }>()
    const changed: ViewChange['changed'][number][] = []
    for (const [name, node] of this.#lab.nodes) {
      const old = before.get(name)
      const view = this.#machine(node, old?.node === node ? old.view : null, counters)
      machines.set(name, { node, view })
      if (view !== old?.view) changed.push({ known: old?.view, machine: view })
    }
    this.#machines = machines
    const order = [...machines.keys()]
    const gone = before.size !== order.length || [...before.keys()].some((name, i) => name !== order[i])
    return { changed, order, same: changed.length === 0 && !gone }
  }

  #machine(node: Node, old: MachineView | null, counters: NetnsId | boolean): MachineView {
    const names = node.kind === 'machine' ? namedNets(node) : NO_NAMES
    const machine = node.kind === 'machine' ? node : null
    const known = this.#lab.software.containers
    const containers = (machine && known?.of(machine)) ?? new Map<Net, ContainerView>()
    const processes = (machine && known?.processes(machine)) ?? new Map<Net, readonly string[]>()
    const docker = keep(old?.docker ?? null, (machine && known?.docker(machine)) ?? null)
    const bare = containers.size === 0 && processes.size === 0
    if (old?.docker === docker && bare && this.#stands(node, names, counters)) return old
    const byNet = new Map([...names].map(([name, net]) => [net, name]))
    const root = node.kernel.initNet
    const unnamed: Net[] = []
    for (const net of node.kernel.nets) if (net !== root && net.alive && !byNet.has(net)) unnamed.push(net)
    const pids = unnamed.length > 0 && node.kind === 'machine' ? pidsIn(node) : new Map<Net, number>()
    // One namespace may have several names; it is shown once.
    const nets = [...new Set([root, ...names.values(), ...unnamed])]
    const namespaces = nets.map((net) =>
      this.#netns(node, net, counters, {
        name: byNet.get(net) ?? null,
        pid: byNet.has(net) ? null : (pids.get(net) ?? null),
        container: containers.get(net) ?? null,
        processes: processes.get(net) ?? NONE,
      }),
    )
    if (bare && unnamed.length === 0) this.#plain.set(node, { names, versions: versionsOf(nets), nets })
    else this.#plain.delete(node)
    const same =
      old?.docker === docker &&
      old?.namespaces.length === namespaces.length &&
      old.namespaces.every((n, i) => n === namespaces[i])
    if (old && same) return old
    return { id: node.name, name: node.name, kind: node.kind, namespaces, docker }
  }

  /** Nothing has changed on a plain machine since it was last looked at: its namespaces need not be gone through. */
  #stands(node: Node, names: ReadonlyMap<string, Net>, counters: NetnsId | boolean): boolean {
    const plain = this.#plain.get(node)
    if (counters === true || plain?.names !== names) return false
    const nets = [...node.kernel.nets]
    if (nets.length !== plain.nets.length || versionsOf(nets) !== plain.versions) return false
    const looked = counters === false ? undefined : plain.nets.find((n) => netnsId(node, n) === counters)
    return !looked || this.#nets.get(looked)?.packets === packetsOf(looked)
  }

  #netns(node: Node, net: Net, counters: NetnsId | boolean, whose: Whose): NetnsView {
    const { name, pid, container, processes } = whose
    const old = this.#nets.get(net)
    const known =
      old?.version === net.version &&
      same(container, old.view.container) &&
      same(processes, old.view.processes)
    const stands = known && old.name === name && old.pid === pid
    if (old && stands && counters !== true && counters !== old.view.id) return old.view
    const packets = packetsOf(net)
    if (old && stands && old.packets === packets) return old.view
    const view =
      old && stands
        ? withCounters(old.view, net)
        : keptParts(old?.view, netnsView(node, net, whose, this.#lab.software.containers))
    this.#nets.set(net, { version: net.version, packets, name, pid, view })
    return view
  }
}

/** Nothing else has changed. */
function withCounters(view: NetnsView, net: Net): NetnsView {
  const devices = view.devices.map((device) => {
    const { rxPackets, txPackets, rxBytes, txBytes } = net.devices.get(device.index)?.stats ?? device
    const same = rxPackets === device.rxPackets && txPackets === device.txPackets
    return same ? device : { ...device, rxPackets, txPackets, rxBytes, txBytes }
  })
  return { ...view, devices }
}

/** Parts that say the same as before are the same objects. */
function keptParts(old: NetnsView | undefined, view: NetnsView): NetnsView {
  if (!old) return view
  const before = new Map(old.devices.map((d) => [d.id, d]))
  return keep(old, {
    ...view,
    devices: view.devices.map((device) => keptDevice(before.get(device.id), device)),
    routes: keep(old.routes, view.routes),
    neighbours: keep(old.neighbours, view.neighbours),
    fdb: keep(old.fdb, view.fdb),
    doors: keep(old.doors, view.doors),
  })
}

function keptDevice(old: DeviceView | undefined, device: DeviceView): DeviceView {
  if (!old) return device
  const kept = {
    ...device,
    flags: keep(old.flags, device.flags),
    addresses: keep(old.addresses, device.addresses),
    tunnel: keep(old.tunnel, device.tunnel),
  }
  return keep(old, kept)
}

function versionsOf(nets: readonly Net[]): number {
  let sum = 0
  for (const net of nets) sum += net.version
  return sum
}

function packetsOf(net: Net): number {
  let packets = 0
  for (const dev of net.devices.values()) packets += dev.stats.rxPackets + dev.stats.txPackets
  return packets
}

/** For each namespace the first process in it. */
function pidsIn({ machine }: MachineNode): ReadonlyMap<Net, number> {
  const pids = new Map<Net, number>()
  for (const { netns, pid } of machine.system.table.all()) if (!pids.has(netns)) pids.set(netns, pid)
  return pids
}

function netnsId(node: Node, net: Net): NetnsId {
  return `${node.name}/${net.inode}`
}

function netnsView(node: Node, net: Net, whose: Whose, containers: Containers | null): NetnsView {
  const kernel: KernelApi = node.kernel
  const ask = (request: RtnetlinkRequest): readonly RtnetlinkMessage[] =>
    kernel.rtnetlink(net, request).messages ?? []
  const id = netnsId(node, net)
  const links = ask({ type: 'RTM_GETLINK' }).filter((m): m is LinkMessage => m.type === 'RTM_NEWLINK')
  const names: DeviceNames = new Map(links.map((l) => [l.index, l.ifname]))
  const addresses = new Map<number, AddrMessage[]>()
  for (const m of ask({ type: 'RTM_GETADDR', family: AF_UNSPEC })) {
    if (m.type !== 'RTM_NEWADDR') continue
    const list = addresses.get(m.index)
    if (list) list.push(m)
    else addresses.set(m.index, [m])
  }
  const routes = ask({ type: 'RTM_GETROUTE', family: AF_UNSPEC }).filter(
    (m): m is RouteMessage => m.type === 'RTM_NEWROUTE' && m.table === RT_TABLE_MAIN,
  )
  const neighbours = ask({ type: 'RTM_GETNEIGH', family: AF_UNSPEC }).filter(isNeigh)
  const fdb = ask({ type: 'RTM_GETNEIGH', family: AF_BRIDGE }).filter(isNeigh)
  const tables = (['ip', 'ip6'] as const).flatMap(
    (family) => kernel.nftables(net, { type: 'GETRULESET', family }).tables ?? [],
  )
  const forward = kernel.readSysctl(net, 'net/ipv4/ip_forward')
  return {
    id,
    machine: node.name,
    ...whose,
    root: net === kernel.initNet,
    forwarding: !isErrno(forward) && forward.trim() === '1',
    devices: links.flatMap((link) => {
      const dev = net.devices.get(link.index)
      return dev ? [deviceView(node.name, id, dev, link, addresses.get(link.index) ?? [], fdb, names)] : []
    }),
    routes: routes.map((route) => routeView(route, names)),
    neighbours: neighbours.filter((n) => n.family !== AF_BRIDGE).flatMap((n) => neighbourViews(n, names)),
    fdb: fdb.map((n) => fdbView(n, names)),
    rules: tables.reduce((sum, { chains }) => sum + chains.reduce((of, c) => of + c.rules.length, 0), 0),
    doors: tables.length === 0 ? [] : (containers?.doors(tables, inetsOf(addresses)) ?? []),
  }
}

function inetsOf(addresses: ReadonlyMap<number, readonly AddrMessage[]>): ReadonlySet<Inet> {
  const own = new Set<Inet>()
  for (const a of [...addresses.values()].flat()) if (a.family === AF_INET) own.add(a.local as Inet)
  return own
}

function isNeigh(m: RtnetlinkMessage): m is NeighMessage {
  return m.type === 'RTM_NEWNEIGH'
}

/** The device it stands on, wherever that is. */
function parentOf(dev: NetDevice, index: number): NetDevice | null {
  const net = dev.ops.linkNet?.(dev) ?? dev.net
  const parent = net.devices.get(index) ?? null
  return parent === dev ? null : parent
}

function deviceView(
  machine: string,
  netns: string,
  dev: NetDevice,
  link: LinkMessage,
  addresses: readonly AddrMessage[],
  fdb: readonly NeighMessage[],
  names: DeviceNames,
): DeviceView {
  const { peer, master } = dev
  const parent = peer === null ? parentOf(dev, link.linkinfo?.vxlan?.link ?? dev.iflink) : null
  const flags = flagNames(link.flags)
  const far = dev.ops.lower?.(dev) ?? (link.linkinfo?.kind === 'veth' ? peer : null)
  if (far && far.net === dev.net && !far.up) flags.push('M-DOWN')
  const state = link.linkinfo?.bridgePort?.state
  return {
    id: deviceId(machine, dev.serial),
    netns,
    index: link.index,
    name: link.ifname,
    kind: link.linkinfo?.kind ?? (link.ifname === 'lo' ? 'loopback' : 'ethernet'),
    up: (link.flags & IFF_UP) !== 0,
    carrier: dev.up ? (link.flags & IFF_LOWER_UP) !== 0 : dev.carrier,
    operstate: link.operstate,
    flags,
    mtu: link.mtu,
    mac: formatMac(link.address),
    addresses: addresses.map(addressView),
    master: master && deviceId(machine, master.serial),
    portState: state === undefined ? null : (PORT_STATES[state] ?? null),
    peer: peer && deviceId(peer.net.stack.machine, peer.serial),
    parent: parent && deviceId(machine, parent.serial),
    note: linkNote(link.linkinfo),
    details: linkDetails(link.linkinfo, names),
    tunnel: tunnelView(link, fdb, `${machine}/${(dev.ops.linkNet?.(dev) ?? dev.net).inode}`),
    provenance: provenanceOf(dev),
    rxPackets: link.stats.rxPackets,
    txPackets: link.stats.txPackets,
    rxBytes: link.stats.rxBytes,
    txBytes: link.stats.txBytes,
  }
}
