// A thing on the canvas as an end of a cable.
import type { DeviceView, MachineView, NetnsView } from '../../../store/lab.ts'
import { isBridge, isLoopback, machineOf, netnsOf } from '../view.ts'
import { deviceNames, freeName } from './freeName.ts'
import { type Target, type View, word } from './gesture.ts'

export interface End {
  readonly machine: MachineView
  readonly netns: NetnsView
  readonly bridge: DeviceView | null
  /** An interface that could itself be plugged or moved; null when the box is meant. */
  readonly device: DeviceView | null
}

export function endOf(view: View, target: Target): End | null {
  const netns = netnsOf(view, target)
  const machine = machineOf(view, netns)
  if (!netns || !machine) return null
  const device = target.kind === 'device' ? (view.devices.get(target.id) ?? null) : null
  if (!device || isLoopback(device)) return { machine, netns, bridge: null, device: null }
  return isBridge(device)
    ? { machine, netns, bridge: device, device: null }
    : { machine, netns, bridge: null, device }
}

/** A port stands for its bridge, save where it is itself put onto another. */
export function asBridge(view: View, end: End | null): End | null {
  const master = end?.device?.master ? view.devices.get(end.device.master) : undefined
  return end && master ? { ...end, bridge: master, device: null } : end
}

/** What a NIC needs once its cable is in. */
export function nicLines(nic: string, bridge: DeviceView | null): readonly string[] {
  const up = `ip link set ${word(nic)} up`
  return bridge ? [`ip link set ${word(nic)} master ${word(bridge.name)}`, up] : [up]
}

/** The NIC that is meant, if it is free; else the first free one; else the name of a new one. A switch finds its own. */
export function nicOf(end: End): string | null {
  if (end.machine.kind === 'switch') return null
  const free = (d: DeviceView): boolean => d.kind === 'ethernet' && d.peer === null
  if (end.device && free(end.device)) return end.device.name
  return (
    end.netns.devices.find((d) => free(d) && d.master === null)?.name ??
    freeName(deviceNames(end.netns), 'eth', 0)
  )
}
