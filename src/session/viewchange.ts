// What of a machine's view a page has to be told: a part that it knows already is only named, or left out.
import type {
  DeviceId,
  DeviceView,
  DoorView,
  FdbView,
  MachineView,
  NeighbourView,
  NetnsId,
  NetnsView,
  RouteView,
} from '../lab/view.ts'

/** A whole machine is a change too: of one that was not known. */
export interface MachineChange extends Omit<MachineView, 'namespaces'> {
  readonly namespaces: readonly (NetnsChange | NetnsId)[]
}

export interface NetnsChange extends Omit<NetnsView, 'devices' | 'routes' | 'neighbours' | 'fdb' | 'doors'> {
  readonly devices: readonly (DeviceView | Counters | DeviceId)[]
  /** null: as it was. */
  readonly routes: readonly RouteView[] | null
  readonly neighbours: readonly NeighbourView[] | null
  readonly fdb: readonly FdbView[] | null
  readonly doors: readonly DoorView[] | null
}

/** A device of which nothing else has changed. */
export type Counters = Pick<DeviceView, 'id' | 'rxPackets' | 'txPackets' | 'rxBytes' | 'txBytes'>

/** `known`: as the page has it; the same parts in both are the same objects. */
export function changeOf(known: MachineView | undefined, machine: MachineView): MachineChange {
  if (!known) return machine
  const before = new Map(known.namespaces.map((n) => [n.id, n]))
  const namespaces = machine.namespaces.map((netns) => {
    const old = before.get(netns.id)
    return old === netns ? netns.id : netnsChange(old, netns)
  })
  return { ...machine, namespaces }
}

function netnsChange(known: NetnsView | undefined, netns: NetnsView): NetnsChange {
  if (!known) return netns
  const before = new Map(known.devices.map((d) => [d.id, d]))
  return {
    ...netns,
    devices: netns.devices.map((device) => deviceChange(before.get(device.id), device)),
    routes: known.routes === netns.routes ? null : netns.routes,
    neighbours: known.neighbours === netns.neighbours ? null : netns.neighbours,
    fdb: known.fdb === netns.fdb ? null : netns.fdb,
    doors: known.doors === netns.doors ? null : netns.doors,
  }
}

function deviceChange(known: DeviceView | undefined, device: DeviceView): DeviceView | Counters | DeviceId {
  if (known === device) return device.id
  const { id, rxPackets, txPackets, rxBytes, txBytes } = device
  const counters: Counters = { id, rxPackets, txPackets, rxBytes, txBytes }
  const keys = Object.keys(device) as (keyof DeviceView)[]
  return known && keys.every((key) => key in counters || known[key] === device[key]) ? counters : device
}

/** The machine as it is now; what did not change stays the very same object. */
export function changed(known: MachineView | undefined, change: MachineChange): MachineView {
  const before = new Map(known?.namespaces.map((n) => [n.id, n]))
  const namespaces = change.namespaces.flatMap((netns) => {
    if (typeof netns !== 'string') return [changedNetns(before.get(netns.id), netns)]
    const old = before.get(netns)
    return old ? [old] : []
  })
  return { ...change, namespaces }
}

function changedNetns(known: NetnsView | undefined, change: NetnsChange): NetnsView {
  const before = new Map(known?.devices.map((d) => [d.id, d]))
  const devices = change.devices.flatMap((device) => {
    if (typeof device !== 'string' && 'netns' in device) return [device]
    const old = before.get(typeof device === 'string' ? device : device.id)
    if (!old) return []
    return [typeof device === 'string' ? old : { ...old, ...device }]
  })
  return {
    ...change,
    devices,
    routes: change.routes ?? known?.routes ?? [],
    neighbours: change.neighbours ?? known?.neighbours ?? [],
    fdb: change.fdb ?? known?.fdb ?? [],
    doors: change.doors ?? known?.doors ?? [],
  }
}
