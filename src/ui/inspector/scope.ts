// What of a namespace the inspector shows for what is selected: all of it, or the rows of one device.
import type {
  DeviceView,
  FdbView,
  LabStoreState,
  NeighbourView,
  NetnsView,
  RouteView,
} from '../../store/lab.ts'
import { machineOf, netnsKind, netnsLabel, netnsOf } from '../canvas/view.ts'
import { reachable } from './plans.ts'

export interface Scope {
  readonly title: string
  /** `machine`, `namespace`, `container`, `bridge`, `veth`: what the title is the name of. */
  readonly kind: string
  /** Where it is: `host`, `host / red`; empty for a machine. */
  readonly path: string
  /** The machine's name. */
  readonly machine: string
  readonly netns: NetnsView
  /** Whether commands can change it. */
  readonly reachable: boolean
  /** The one device selected, when it is one. */
  readonly device: DeviceView | null
  readonly devices: readonly DeviceView[]
  readonly routes: readonly RouteView[]
  readonly neighbours: readonly NeighbourView[]
  readonly fdb: readonly FdbView[]
}

/** What the inspector sees of the store. */
export type Seen = Pick<LabStoreState, 'order' | 'machines' | 'namespaces' | 'devices' | 'selection'>

export function selectSeen({ order, machines, namespaces, devices, selection }: LabStoreState): Seen {
  return { order, machines, namespaces, devices, selection }
}

/** Null when nothing is selected that has an inside, or it is gone. */
export function scopeOf(state: Seen): Scope | null {
  const { selection } = state
  if (!selection || selection.kind === 'packet') return null
  const netns = netnsOf(state, selection)
  const machine = machineOf(state, netns)
  if (!netns || !machine) return null
  const place = { machine: machine.name, netns, reachable: reachable(state, netns) }
  if (selection.kind === 'device') {
    const device = state.devices.get(selection.id)
    const path = netns.root ? machine.name : `${machine.name} / ${netnsLabel(state, netns)}`
    return device
      ? { ...place, title: device.name, kind: device.kind, path, ...ofDevice(netns, device) }
      : null
  }
  const { devices, routes, neighbours, fdb } = netns
  const whole = { ...place, device: null, devices, routes, neighbours, fdb }
  if (selection.kind === 'machine') return { ...whole, title: machine.name, kind: machine.kind, path: '' }
  return { ...whole, title: netnsLabel(state, netns), kind: netnsKind(netns), path: machine.name }
}

function ofDevice(
  netns: NetnsView,
  device: DeviceView,
): Pick<Scope, 'device' | 'devices' | 'routes' | 'neighbours' | 'fdb'> {
  const { name } = device
  return {
    device,
    devices: [device, ...netns.devices.filter((d) => d.master === device.id)],
    routes: netns.routes.filter((r) => r.device === name),
    neighbours: netns.neighbours.filter((n) => n.device === name),
    fdb: netns.fdb.filter((f) => f.device === name || f.bridge === name),
  }
}
