// Re-plugging: one end of a cable is pulled and put elsewhere, the other stays where it is. A veth end becomes a port, or
// goes into another namespace itself; between machines the cable is pulled and laid anew. What has no other end (a VLAN, a
// macvlan, a free NIC) is plugged the same way.
import type { DeviceView, MachineView } from '../../../store/lab.ts'
import { labMachine, machineOf, netnsLabel } from '../view.ts'
import { ipFor, netnsWord } from './reach.ts'
import { asBridge, endOf, nicLines, nicOf, type End } from './ends.ts'
import { deviceNames, vethName } from './freeName.ts'
import { type Gesture, type Plan, plan, refuse, type Target, type View, word } from './gesture.ts'

/** `held`: the other end of the cable; null where there is none. */
export function planReplug(view: View, loose: string, held: string | null, to: Target): Plan {
  const device = view.devices.get(loose)
  const other = held === null ? undefined : view.devices.get(held)
  const end = asBridge(view, endOf(view, to))
  const netns = device && view.namespaces.get(device.netns)
  const machine = machineOf(view, netns)
  if (!device || !machine || !end) return refuse('One end of that cable is gone.')
  const far = other && machineOf(view, view.namespaces.get(other.netns))
  if (other && far && far.id !== machine.id && end.machine.id !== machine.id)
    return relay(view, device, other, far, end)
  if (end.machine.id !== machine.id) {
    return refuse(
      `${device.name} stays on ${machine.name}: a cable to ${end.machine.name} is made from a NIC.`,
    )
  }
  if (machine.kind === 'switch') return refuse('The ports of a switch have no terminal to be set from.')
  return device.netns === end.netns.id ? here(view, device, end) : there(view, device, end)
}

/** Within its namespace: onto a bridge, or off the one it is on. */
function here(view: View, device: DeviceView, { netns, machine, bridge }: End): Plan {
  const ip = ipFor(netns)
  if (ip === null)
    return refuse('This namespace has no name and no process in it, so no command can reach it.')
  const name = word(device.name)
  if (!bridge && device.master === null)
    return refuse(`${device.name} is in ${netnsLabel(view, netns)} already.`)
  if (!bridge) return plan(machine.name, `${device.name} off its bridge`, [`${ip} link set ${name} nomaster`])
  if (device.master === bridge.id) return refuse(`${device.name} is a port of ${bridge.name} already.`)
  return plan(machine.name, `plug ${device.name} into ${bridge.name}`, [
    `${ip} link set ${name} master ${word(bridge.name)}`,
  ])
}

/** Into another namespace, and there onto a bridge if that was meant. */
function there(view: View, device: DeviceView, { netns, machine, bridge }: End): Plan {
  const from = view.namespaces.get(device.netns)
  const [ip, ipThere, into] = [from && ipFor(from), ipFor(netns), netnsWord(netns)]
  if (!from || !ip || ipThere === null || into === null)
    return refuse('This namespace has no name and no process in it, so no command can reach it.')
  const taken = deviceNames(netns)
  const name = taken.has(device.name) ? vethName(taken, from.name ?? machine.name) : device.name
  const renamed = name === device.name ? '' : ` name ${word(name)}`
  const lines = [`${ip} link set ${word(device.name)} netns ${into}${renamed}`]
  if (bridge) lines.push(`${ipThere} link set ${word(name)} master ${word(bridge.name)}`)
  if (device.up) lines.push(`${ipThere} link set ${word(name)} up`)
  const reasons = [
    ...(renamed === '' ? [] : [`${device.name} is taken there`]),
    ...(device.up ? ['a move takes it down, and its addresses away'] : []),
    ...(bridge ? [`master makes it a port of ${bridge.name}`] : []),
  ]
  const what = `${device.name} into ${bridge?.name ?? netnsLabel(view, netns)}`
  return plan(machine.name, reasons.length === 0 ? what : `${what}: ${reasons.join('; ')}`, lines)
}

/** The cable between two machines, pulled and laid to a third. */
function relay(view: View, loose: DeviceView, held: DeviceView, far: MachineView, end: End): Plan {
  if (!end.netns.root) {
    return refuse(
      `A namespace's cables stay on its machine: plug ${end.machine.name} itself, or a bridge on it.`,
    )
  }
  if (end.machine.id === far.id) return refuse('A cable between machines has its ends on two of them.')
  const near = machineOf(view, view.namespaces.get(loose.netns))
  const on = labMachine(view, far.kind === 'machine' ? far : end.machine)
  const pulled = far.kind === 'machine' ? ([far, held] as const) : ([near, loose] as const)
  if (!on || !pulled[0] || pulled[0].kind !== 'machine')
    return refuse('A cable between two switches goes with one of them.')
  const stays = far.kind === 'machine' ? `${far.name}:${held.name}` : far.name
  const nic = nicOf(end)
  const goes = nic === null ? end.machine.name : `${end.machine.name}:${nic}`
  const up = nic === null ? [] : nicLines(nic, end.bridge)
  const reason = up.length === 0 ? '' : '; a NIC is down until set up'
  const note = `${held.name} to ${end.machine.name}: the cable is pulled, and laid anew${reason}`
  const first = [
    `lab uncable ${word(`${pulled[0].name}:${pulled[1].name}`)}`,
    `lab cable ${word(stays)} ${word(goes)}`,
  ]
  const gestures: Gesture[] = [{ machine: on.name, lines: first, note }]
  if (up.length === 0) return { ok: true, gestures }
  if (end.machine.name === on.name) return plan(on.name, note, [...first, ...up])
  return { ok: true, gestures: [...gestures, { machine: end.machine.name, lines: up, note }] }
}
