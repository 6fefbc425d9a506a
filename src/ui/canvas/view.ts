// Questions to the view that gestures, names and the scene share.
import type { DeviceView, MachineView, NetnsView } from '../../store/lab.ts'
import type { Target, View } from './gestures/gesture.ts'

export function machineOf(view: View, netns: NetnsView | undefined): MachineView | undefined {
  return netns && view.machines.get(netns.machine)
}

/** The namespace a machine starts with. */
export function rootOf(machine: MachineView | undefined): NetnsView | undefined {
  return machine?.namespaces.find((n) => n.root)
}

/** The namespace that a target is, or is in; a machine's own for a machine. */
export function netnsOf(view: View, target: Target): NetnsView | undefined {
  if (target.kind === 'machine') return rootOf(view.machines.get(target.id))
  if (target.kind === 'netns') return view.namespaces.get(target.id)
  const device = view.devices.get(target.id)
  return device && view.namespaces.get(device.netns)
}

/** `red`, or the machine's name for its own namespace, or what is known of an unnamed one. */
export function netnsLabel(view: View, netns: NetnsView): string {
  const { container } = netns
  const name = container?.kind === 'pod' ? container.name : (netns.name ?? container?.name)
  if (name !== undefined) return name
  const machine = machineOf(view, netns)?.name ?? netns.machine
  return netns.root ? machine : `unnamed (${netns.id.slice(netns.id.lastIndexOf('/') + 1)})`
}

/** Whose network it is. One that Docker's daemon has for itself is a namespace like any other. */
export function netnsKind({ container }: NetnsView): 'namespace' | 'container' | 'pod' {
  return container?.image ? container.kind : 'namespace'
}

export type LinkState = 'up' | 'down' | 'no carrier'

/** Up means that frames can pass, as the interface itself sees it. lo and idle tunnels say UNKNOWN for that. */
export function linkState(device: Pick<DeviceView, 'up' | 'operstate'>): LinkState {
  if (!device.up) return 'down'
  return device.operstate === 'UP' || device.operstate === 'UNKNOWN' ? 'up' : 'no carrier'
}

export function isBridge(device: Pick<DeviceView, 'kind'> | undefined): boolean {
  return device?.kind === 'bridge'
}

export function isLoopback(device: Pick<DeviceView, 'kind'> | undefined): boolean {
  return device?.kind === 'loopback'
}

export function portsOf(view: View, bridge: DeviceView): readonly DeviceView[] {
  return (view.namespaces.get(bridge.netns)?.devices ?? []).filter((d) => d.master === bridge.id)
}

/** The machine a lab-wide command is typed on: the given one if it has a terminal, else the first that has. */
export function labMachine(
  view: View,
  preferred: MachineView | null,
  except: string | null = null,
): MachineView | null {
  if (preferred?.kind === 'machine' && preferred.id !== except) return preferred
  const machines = view.order.map((id) => view.machines.get(id)).filter((m) => m?.kind === 'machine')
  return machines.find((m) => m?.id !== except) ?? machines[0] ?? null
}
