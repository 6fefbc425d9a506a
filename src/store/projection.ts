// What the lab says, as the store keeps it: things by their ids.
import type {
  DeviceId,
  DeviceView,
  MachineId,
  MachineView,
  NetnsId,
  NetnsView,
  SheetMessage,
} from '../session/protocol.ts'
import type { LabStoreState } from './lab.ts'

export function sheetOf({ placements, notes }: SheetMessage): Pick<LabStoreState, 'placements' | 'notes'> {
  return { placements: new Map(placements.map((p) => [p.path, p])), notes }
}

export function project(
  all: readonly MachineView[],
  order: readonly MachineId[],
): Pick<LabStoreState, 'order' | 'machines' | 'namespaces' | 'devices'> {
  const byId = new Map(all.map((m) => [m.id, m]))
  const machines = new Map<MachineId, MachineView>()
  const namespaces = new Map<NetnsId, NetnsView>()
  const devices = new Map<DeviceId, DeviceView>()
  for (const id of order) {
    const machine = byId.get(id)
    if (!machine) continue
    machines.set(id, machine)
    for (const netns of machine.namespaces) {
      namespaces.set(netns.id, netns)
      for (const device of netns.devices) devices.set(device.id, device)
    }
  }
  return { order, machines, namespaces, devices }
}
