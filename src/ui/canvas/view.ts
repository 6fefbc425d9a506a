// Questions to the view that gestures, names and the scene share.
import type { DeviceView, MachineView, NetnsView } from '../../store/lab.ts'
import { type Target, type View, word } from './gestures/gesture.ts'

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

export function isBridge(device: DeviceView | undefined): boolean {
  return device?.kind === 'bridge'
}

export function isLoopback(device: DeviceView | undefined): boolean {
  return device?.kind === 'loopback'
}

export function portsOf(view: View, bridge: DeviceView): readonly DeviceView[] {
  return (view.namespaces.get(bridge.netns)?.devices ?? []).filter((d) => d.master === bridge.id)
}

/** How a command names a process in a namespace that has no name itself; null when there is none. */
function processIn(netns: NetnsView): string | null {
  const { name, pid, container } = netns
  if (name !== null) return null
  if (container && netnsKind(netns) === 'container')
    return `$(docker inspect -f '{{.State.Pid}}' ${word(container.name)})`
  return pid === null ? null : String(pid)
}

/** How `ip` is begun for a namespace: `ip`, `ip -n red`, `nsenter -t 812 -n ip`; null when nothing leads into it. */
export function ipFor(netns: NetnsView): string | null {
  if (netns.root) return 'ip'
  if (netns.name !== null) return `ip -n ${word(netns.name)}`
  const exec = execFor(netns)
  return exec === null ? null : `${exec}ip`
}

/** What goes before any other program: nothing, `ip netns exec red `, or `nsenter -t 812 -n `. */
export function execFor(netns: NetnsView): string | null {
  if (netns.root) return ''
  if (netns.name !== null) return `ip netns exec ${word(netns.name)} `
  const process = processIn(netns)
  return process === null ? null : `nsenter -t ${process} -n `
}

/** As `ip link … netns` takes it: a name, or a process id; 1 is in the machine's own. */
export function netnsWord(netns: NetnsView): string | null {
  if (netns.root) return '1'
  return netns.name === null ? processIn(netns) : word(netns.name)
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
