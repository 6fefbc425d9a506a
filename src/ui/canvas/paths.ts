// Names of places: `host`, `host/red`, `host/br0`, `host/red/br0`. They outlive a replay, as ids need not.
import type { DeviceView, NetnsView } from '../../store/lab.ts'
import type { View } from './gestures/gesture.ts'
import { machineOf } from './view.ts'

export function netnsPath(view: View, netns: NetnsView): string {
  const machine = machineOf(view, netns)?.name ?? netns.machine
  if (netns.root) return machine
  return `${machine}/${netns.name ?? netns.container?.name ?? netns.id.slice(netns.id.lastIndexOf('/') + 1)}`
}

export function devicePath(view: View, device: DeviceView): string {
  const netns = view.namespaces.get(device.netns)
  return netns ? `${netnsPath(view, netns)}/${device.name}` : device.name
}
