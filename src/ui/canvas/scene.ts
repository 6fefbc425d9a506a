// What is drawn, from the view alone: boxes in boxes, the interfaces in each, and the cables between interfaces.
// No positions: those are the layout's.
import type { DeviceView, MachineView, NetnsView } from '../../store/lab.ts'
import { sameDevice } from './drawn.ts'
import type { Target, View } from './gestures/gesture.ts'
import { netnsTitle } from './naming.ts'
import { devicePath, netnsPath } from './paths.ts'
import { isBridge, isLoopback } from './view.ts'

export type BoxKind = 'machine' | 'switch' | 'netns' | 'bridge' | 'interface'

/** What the layout sees of an interface. */
export type Chip = Pick<
  DeviceView,
  'id' | 'index' | 'name' | 'kind' | 'up' | 'operstate' | 'peer' | 'note' | 'portState' | 'addresses'
>

export interface Box<C extends Chip = DeviceView> {
  /** `machine:host`, `netns:host/4026531841`, `device:host#3`: what it stands for. */
  readonly id: string
  readonly kind: BoxKind
  readonly target: Target
  readonly path: string
  readonly parent: string | null
  readonly children: readonly string[]
  /** Interfaces drawn in it, in order; of a bridge its own first. Of an interface that stands alone, itself. */
  readonly chips: readonly C[]
  readonly title: string
  /** Lines about what runs in it, above its interfaces; a machine's in one row. */
  readonly processes: readonly string[]
}

/** A cable, what joins a device to the one it stands on, or a tunnel through whatever lies between. */
export type CableKind = 'cable' | 'stack' | 'tunnel'

export interface Cable {
  readonly id: string
  readonly kind: CableKind
  readonly a: DeviceView
  readonly b: DeviceView
}

export interface Scene {
  /** Parents before children. */
  readonly boxes: ReadonlyMap<string, Box>
  readonly cables: readonly Cable[]
  /** The box each interface is drawn in. */
  readonly homes: ReadonlyMap<string, string>
}

export function boxId(target: Target): string {
  return `${target.kind}:${target.id}`
}

/** The same for both directions. */
export function cableId(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`
}

const NONE: readonly string[] = []

export const NO_SCENE: Scene = { boxes: new Map(), cables: [], homes: new Map() }

/** `before`: a box in which the same is to be drawn stays the same object. */
export function sceneOf(view: View, before: Scene = NO_SCENE): Scene {
  const boxes = new Map<string, Box>()
  for (const id of view.order) {
    const machine = view.machines.get(id)
    if (!machine) continue
    if (machine.kind === 'switch') addSwitch(boxes, machine)
    else addMachine(view, boxes, machine)
  }
  for (const [id, box] of boxes) boxes.set(id, keptBox(before.boxes.get(id), box))
  const homes = new Map<string, string>()
  for (const box of boxes.values()) for (const chip of box.chips) homes.set(chip.id, box.id)
  return { boxes, cables: cablesOf(view, homes), homes }
}

function keptBox(old: Box | undefined, box: Box): Box {
  return old &&
    old.kind === box.kind &&
    old.path === box.path &&
    old.title === box.title &&
    old.processes.join() === box.processes.join() &&
    old.children.length === box.children.length &&
    old.children.every((child, i) => child === box.children[i]) &&
    old.chips.length === box.chips.length &&
    old.chips.every((chip, i) => box.chips[i] && sameDevice(chip, box.chips[i]))
    ? old
    : box
}

function addSwitch(boxes: Map<string, Box>, machine: MachineView): void {
  const target: Target = { kind: 'machine', id: machine.id }
  const ports = machine.namespaces.flatMap((n) => n.devices).filter((d) => !isLoopback(d) && !isBridge(d))
  boxes.set(boxId(target), {
    id: boxId(target),
    kind: 'switch',
    target,
    path: machine.name,
    parent: null,
    children: [],
    chips: ports,
    title: machine.name,
    processes: NONE,
  })
}

function addMachine(view: View, boxes: Map<string, Box>, machine: MachineView): void {
  const target: Target = { kind: 'machine', id: machine.id }
  const id = boxId(target)
  const inside: Box[] = []
  for (const netns of byAge(machine.namespaces)) {
    if (!netns.root) inside.push(...netnsBoxes(view, netns, id))
    else
      for (const device of netns.devices)
        if (device.master === null) inside.push(deviceBox(view, netns, device, id))
  }
  const children = inside.filter((b) => b.parent === id).map((b) => b.id)
  boxes.set(id, {
    id,
    kind: 'machine',
    target,
    path: machine.name,
    parent: null,
    children,
    chips: [],
    title: machine.name,
    processes: machine.namespaces.find((n) => n.root)?.processes ?? NONE,
  })
  for (const box of inside) boxes.set(box.id, box)
}

/** Ids end in the inode of the namespace, which rises: as they were made, so that a replay lays them out the same. */
function byAge(namespaces: readonly NetnsView[]): readonly NetnsView[] {
  return namespaces
    .map((netns) => ({ netns, inode: Number(netns.id.slice(netns.id.lastIndexOf('/') + 1)) }))
    .sort((a, b) => a.inode - b.inode || 0)
    .map(({ netns }) => netns)
}

/** A namespace's box, then those of its bridges. */
function netnsBoxes(view: View, netns: NetnsView, parent: string): readonly Box[] {
  const target: Target = { kind: 'netns', id: netns.id }
  const id = boxId(target)
  const bridges = netns.devices.filter(isBridge).map((d) => deviceBox(view, netns, d, id))
  const chips = netns.devices.filter((d) => d.master === null && !isBridge(d))
  const path = netnsPath(view, netns)
  const title = netnsTitle(netns)
  const { processes } = netns
  return [
    { id, kind: 'netns', target, path, parent, children: bridges.map((b) => b.id), chips, title, processes },
    ...bridges,
  ]
}

function deviceBox(view: View, netns: NetnsView, device: DeviceView, parent: string): Box {
  const target: Target = { kind: 'device', id: device.id }
  const path = devicePath(view, device)
  const common = {
    id: boxId(target),
    target,
    path,
    parent,
    children: [],
    title: device.name,
    processes: NONE,
  }
  if (!isBridge(device)) return { ...common, kind: 'interface', chips: [device] }
  return {
    ...common,
    kind: 'bridge',
    chips: [device, ...netns.devices.filter((d) => d.master === device.id)],
  }
}

function cablesOf(view: View, homes: ReadonlyMap<string, string>): readonly Cable[] {
  const cables: Cable[] = []
  for (const a of view.devices.values()) {
    const b = a.peer === null ? undefined : view.devices.get(a.peer)
    if (!b || a.id === b.id || !homes.has(a.id) || !homes.has(b.id)) continue
    // Each end names the other: the cable is drawn once, from the end that comes first.
    if (b.peer === a.id && b.id < a.id) continue
    cables.push({ id: cableId(a.id, b.id), kind: 'cable', a, b })
  }
  cables.push(...stacksOf(view, homes), ...tunnelsOf(view, homes))
  return cables
}

function stacksOf(view: View, homes: ReadonlyMap<string, string>): readonly Cable[] {
  const stacks: Cable[] = []
  for (const a of view.devices.values()) {
    const b = a.parent === null ? undefined : view.devices.get(a.parent)
    if (b && homes.has(a.id) && homes.has(b.id)) stacks.push({ id: `${a.id}^${b.id}`, kind: 'stack', a, b })
  }
  return stacks
}

/** From each VXLAN to those of the same number behind the addresses it sends to. */
function tunnelsOf(view: View, homes: ReadonlyMap<string, string>): readonly Cable[] {
  const ends = [...view.devices.values()].filter((d) => d.tunnel && homes.has(d.id))
  if (ends.length < 2) return []
  const owners = new Map<string, Set<string>>()
  for (const device of view.devices.values()) {
    for (const { text } of device.addresses) {
      const address = text.replace(/\/.*/, '')
      owners.set(address, (owners.get(address) ?? new Set()).add(device.netns))
    }
  }
  const tunnels = new Map<string, Cable>()
  for (const a of ends) {
    for (const b of ends) {
      if (a === b || a.tunnel?.vni !== b.tunnel?.vni || !reaches(a, b, owners)) continue
      const id = cableId(a.id, b.id).replace('~', '=')
      if (!tunnels.has(id)) tunnels.set(id, { id, kind: 'tunnel', a, b })
    }
  }
  return [...tunnels.values()]
}

/** One of a's remotes is an address where b's outer packets arrive, or both are in one group. */
function reaches(a: DeviceView, b: DeviceView, owners: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const under = b.tunnel?.under ?? b.netns
  return (
    a.tunnel?.remotes.some(
      (r) => owners.get(r)?.has(under) || (isGroup(r) && b.tunnel?.remotes.includes(r)),
    ) ?? false
  )
}

function isGroup(address: string): boolean {
  const first = Number(address.split('.')[0])
  return (first >= 224 && first < 240) || address.startsWith('ff')
}
