// Plugging a cable. One shape everywhere:
//   within a machine     ip link add A type veth peer name B netns RED, then A's bridge, then both ends up
//                        (begun with `ip -n NETNS` when A's end is in a named namespace)
//   onto a bridge        of an interface that stands in the bridge's own namespace: ip link set X master br0
//   between machines     lab cable host:eth1 web1:eth0, lab cable host:eth1 sw1, then the NICs up
// Names: an end in a named namespace is eth0, eth1, …; one in the machine's own namespace, and a bridge's port, is
// called after where the cable goes: veth-red.
import type { DeviceView } from '../../../store/lab.ts'
import { labMachine, netnsLabel } from '../view.ts'
import { ipFor, netnsWord } from './reach.ts'
import { asBridge, endOf, nicLines, nicOf, type End } from './ends.ts'
import { deviceNames, freeName, vethName } from './freeName.ts'
import { type Gesture, type Plan, plan, refuse, type Target, type View, word } from './gesture.ts'
import { planReplug } from './replug.ts'

export function planConnect(view: View, from: Target, to: Target): Plan {
  const b = asBridge(view, endOf(view, to))
  const a = b?.bridge ? endOf(view, from) : asBridge(view, endOf(view, from))
  if (!a || !b) return refuse('One end of that cable is gone.')
  if (a.machine.id !== b.machine.id) return betweenMachines(view, a, b)
  if (a.machine.kind === 'switch') return refuse('A switch is not plugged into itself.')
  if (a.device && isLoose(view, a.device) && a.netns !== b.netns && !b.device)
    return planReplug(view, a.device.id, null, to)
  if (a.device && b.bridge) return ontoBridge(view, a, a.device, b, b.bridge) ?? within(view, a, b)
  if (b.device && a.bridge) return ontoBridge(view, b, b.device, a, a.bridge) ?? within(view, b, a)
  return within(view, a, b)
}

/** Nothing hangs on it where it is: it goes itself. A pair whose ends are still together waits to be moved apart. */
function isLoose(view: View, device: DeviceView): boolean {
  if (device.peer === null) return true
  const peer = view.devices.get(device.peer)
  return peer?.netns === device.netns && device.master === null && peer.master === null
}

/** The interface, or the far end of its cable, becomes a port; null when neither stands beside the bridge. */
function ontoBridge(view: View, end: End, device: DeviceView, at: End, bridge: DeviceView): Plan | null {
  const peer = device.peer ? view.devices.get(device.peer) : undefined
  const port = device.netns === bridge.netns ? device : peer?.netns === bridge.netns ? peer : null
  if (!port) return null
  if (port.master === bridge.id) return refuse(`${port.name} is a port of ${bridge.name} already.`)
  const ip = ipFor(at.netns)
  if (!ip) return refuse('This namespace has no name, so no command can reach it.')
  return plan(end.machine.name, `plug ${port.name} into ${bridge.name}`, [
    `${ip} link set ${word(port.name)} master ${word(bridge.name)}`,
  ])
}

function within(view: View, a: End, b: End): Plan {
  if (a.netns === b.netns && !(a.bridge && b.bridge && a.bridge !== b.bridge))
    return refuse(sameNamespace(view, a, b))
  // The first end is where the command is typed: a bridge's, else the machine's own namespace, else as dragged.
  const swap = !a.bridge && (b.bridge !== null || (b.netns.root && !a.netns.root))
  const [first, second] = swap ? [b, a] : [a, b]
  const ip = ipFor(first.netns)
  const peerIp = ipFor(second.netns)
  if (!ip || !peerIp) return refuse('This namespace has no name, so no command can reach it.')
  const name = endName(view, first, second, deviceNames(first.netns))
  const taken = deviceNames(second.netns)
  if (first.netns === second.netns) taken.add(name)
  const peer = endName(view, second, first, taken)
  const there = first.netns === second.netns ? '' : ` netns ${netnsWord(second.netns) ?? '1'}`
  const lines = [`${ip} link add ${name} type veth peer name ${peer}${there}`]
  if (first.bridge) lines.push(`${ip} link set ${name} master ${word(first.bridge.name)}`)
  if (second.bridge) lines.push(`${peerIp} link set ${peer} master ${word(second.bridge.name)}`)
  lines.push(`${ip} link set ${name} up`, `${peerIp} link set ${peer} up`)
  const ports = portsMade([first.bridge && [name, first.bridge], second.bridge && [peer, second.bridge]])
  const note = `cable ${label(view, a)} – ${label(view, b)}: ${ports}both ends of a new pair are down until set up`
  return plan(a.machine.name, note, lines)
}

/** Why `master` is typed. */
function portsMade(made: readonly (readonly [name: string, bridge: DeviceView] | null)[]): string {
  const ports = made
    .filter((port) => port !== null)
    .map(([name, bridge]) => `${name} a port of ${bridge.name}`)
  return ports.length === 0 ? '' : `master makes ${ports.join(' and ')}, `
}

function sameNamespace(view: View, a: End, b: End): string {
  const bridge = a.bridge ?? b.bridge
  if (bridge && a.bridge !== b.bridge) {
    return `${netnsLabel(view, a.netns)} is on ${bridge.name} already, by the interface ${bridge.name}: give that an address.`
  }
  return 'A cable has its ends in two different places.'
}

function endName(view: View, end: End, other: End, taken: ReadonlySet<string>): string {
  if (end.bridge || end.netns.root)
    return vethName(taken, other.netns === end.netns ? label(view, other) : towards(view, other))
  return freeName(taken, 'eth', 0)
}

function towards(view: View, end: End): string {
  return end.netns.root && end.bridge ? end.bridge.name : netnsLabel(view, end.netns)
}

function label(view: View, end: End): string {
  return end.bridge?.name ?? netnsLabel(view, end.netns)
}

function betweenMachines(view: View, a: End, b: End): Plan {
  for (const end of [a, b]) {
    if (!end.netns.root) {
      return refuse(
        `A namespace's cables stay on its machine: plug ${end.machine.name} itself, or a bridge on it.`,
      )
    }
  }
  const on = labMachine(view, a.machine.kind === 'machine' ? a.machine : b.machine)
  if (!on) return refuse('There is no machine to type the command on.')
  const nics = [a, b].map(nicOf)
  const names = [a, b].map((end, i) => (nics[i] ? `${end.machine.name}:${nics[i]}` : end.machine.name))
  const gestures: Gesture[] = []
  const ports = portsMade([a, b].map(({ bridge }, i) => bridge && [nics[i] ?? '', bridge]))
  const note = `cable ${label(view, a)} – ${label(view, b)}: ${ports}a NIC is down until set up`
  const first = `lab cable ${names.map(word).join(' ')}`
  for (const [i, end] of [a, b].entries()) {
    const nic = nics[i]
    if (!nic) continue
    gestures.push({ machine: end.machine.name, lines: nicLines(nic, end.bridge), note })
  }
  const here = gestures.find((g) => g.machine === on.name)
  const rest = gestures.filter((g) => g !== here)
  return { ok: true, gestures: [{ machine: on.name, lines: [first, ...(here?.lines ?? [])], note }, ...rest] }
}
