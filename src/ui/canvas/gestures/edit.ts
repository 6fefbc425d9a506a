// Changes to one thing: address, state, name, bridge, route, forwarding; and its end.
import type { DeviceView, NetnsView } from '../../../store/lab.ts'
import { labMachine, machineOf, netnsKind, netnsLabel, netnsOf } from '../view.ts'
import { execFor, ipFor, netnsWord } from './reach.ts'
import { planRemove } from './containers.ts'
import { type Plan, plan, refuse, type Target, type View, word } from './gesture.ts'

const UNNAMED = 'This namespace has no name and no process in it, so no command can reach it.'

interface Place {
  readonly device: DeviceView
  readonly netns: NetnsView
  readonly machine: string
  /** `ip` or `ip -n red`. */
  readonly ip: string
  /** ` in red`, or nothing in the machine's own. */
  readonly where: string
}

function onDevice(view: View, id: string, then: (at: Place) => Plan): Plan {
  const device = view.devices.get(id)
  const netns = device && view.namespaces.get(device.netns)
  const machine = machineOf(view, netns)
  if (!device || !netns || !machine) return refuse('That interface is gone.')
  if (machine.kind === 'switch') return refuse('The ports of a switch have no terminal to be set from.')
  const ip = ipFor(netns)
  if (!ip) return refuse(UNNAMED)
  return then({
    device,
    netns,
    machine: machine.name,
    ip,
    where: netns.root ? '' : ` in ${netnsLabel(view, netns)}`,
  })
}

function onNetns(view: View, target: Target, then: (netns: NetnsView, machine: string) => Plan): Plan {
  const netns = netnsOf(view, target)
  const machine = machineOf(view, netns)
  if (!netns || !machine) return refuse('That namespace is gone.')
  if (machine.kind === 'switch') return refuse('A switch has no terminal.')
  return ipFor(netns) ? then(netns, machine.name) : refuse(UNNAMED)
}

export function planAddAddress(view: View, device: string, address: string): Plan {
  return onDevice(view, device, ({ machine, ip, device: d, where }) =>
    plan(machine, `address ${address} on ${d.name}${where}`, [
      `${ip} addr add ${word(address)} dev ${word(d.name)}`,
    ]),
  )
}

/** `next` empty takes the address away. */
export function planChangeAddress(view: View, device: string, old: string, next: string): Plan {
  return onDevice(view, device, ({ machine, ip, device: d, where }) => {
    const lines = [`${ip} addr del ${word(old)} dev ${word(d.name)}`]
    if (next === '') return plan(machine, `no address ${old} on ${d.name}${where}`, lines)
    lines.push(`${ip} addr add ${word(next)} dev ${word(d.name)}`)
    return plan(
      machine,
      `address ${next} on ${d.name}${where}: Linux has no change of an address, so the old one goes first`,
      lines,
    )
  })
}

export function planUpDown(view: View, device: string, up: boolean): Plan {
  const state = up ? 'up' : 'down'
  return onDevice(view, device, ({ machine, ip, device: d, where }) =>
    plan(machine, `${d.name}${where} ${state}`, [`${ip} link set ${word(d.name)} ${state}`]),
  )
}

export function planRename(view: View, device: string, name: string): Plan {
  return onDevice(view, device, ({ machine, ip, device: d, where }) =>
    plan(machine, `${d.name}${where} becomes ${name}`, [`${ip} link set ${word(d.name)} name ${word(name)}`]),
  )
}

export function planTakeFromBridge(view: View, device: string): Plan {
  return onDevice(view, device, ({ machine, ip, device: d, where }) =>
    plan(machine, `${d.name}${where} off its bridge`, [`${ip} link set ${word(d.name)} nomaster`]),
  )
}

export function planDefaultRoute(view: View, target: Target, gateway: string): Plan {
  return onNetns(view, target, (netns, machine) =>
    plan(machine, `default route of ${netnsLabel(view, netns)}`, [
      `${ipFor(netns) ?? 'ip'} route add default via ${word(gateway)}`,
    ]),
  )
}

export function planForwarding(view: View, target: Target, on: boolean): Plan {
  return onNetns(view, target, (netns, machine) =>
    plan(machine, `forwarding ${on ? 'on' : 'off'} in ${netnsLabel(view, netns)}`, [
      `${execFor(netns) ?? ''}sysctl -w net.ipv4.ip_forward=${on ? 1 : 0}`,
    ]),
  )
}

export function planMoveToNetns(view: View, device: string, to: string): Plan {
  const there = view.namespaces.get(to)
  return onDevice(view, device, ({ machine, ip, device: d, netns }) => {
    if (!there || there.machine !== netns.machine) return refuse('An interface stays on its machine.')
    const name = netnsWord(there)
    if (name === null) return refuse(UNNAMED)
    return plan(machine, `${d.name} into ${netnsLabel(view, there)}`, [
      `${ip} link set ${word(d.name)} netns ${name}`,
    ])
  })
}

export function planDelete(view: View, target: Target): Plan {
  if (target.kind === 'device') {
    return onDevice(view, target.id, ({ machine, ip, device: d, where }) =>
      plan(machine, `delete ${d.name}${where}`, [`${ip} link del ${word(d.name)}`]),
    )
  }
  if (target.kind === 'netns' && !view.namespaces.get(target.id)?.root) {
    const whose = view.namespaces.get(target.id)
    if (whose && netnsKind(whose) !== 'namespace') return planRemove(view, whose)
    if (whose?.name === null) return refuse('A namespace without a name goes with the last process in it.')
    return onNetns(view, target, (netns, machine) =>
      plan(machine, `delete namespace ${netns.name ?? ''}`, [`ip netns del ${word(netns.name ?? '')}`]),
    )
  }
  const machine = machineOf(view, netnsOf(view, target)) ?? view.machines.get(target.id)
  const on = labMachine(view, null, machine?.id ?? null)
  if (!machine || !on) return refuse('That machine is gone.')
  return plan(on.name, `delete ${machine.kind} ${machine.name}`, [`lab del ${word(machine.name)}`])
}

/** Pulls a cable: a veth pair is deleted with it, NICs on two machines stay. */
export function planUnplug(view: View, a: string, b: string): Plan {
  const [from, to] = [a, b].map((id) => machineOf(view, netnsOf(view, { kind: 'device', id })))
  if (from === to) return planDelete(view, { kind: 'device', id: reachable(view, a) ? a : b })
  const [machine, id] = from?.kind === 'machine' ? [from, a] : [to, b]
  const device = view.devices.get(id)
  if (machine?.kind === 'machine' && device) {
    return plan(machine.name, `unplug ${device.name}`, [
      `lab uncable ${word(`${machine.name}:${device.name}`)}`,
    ])
  }
  return refuse('A cable between two switches goes with one of them.')
}

function reachable(view: View, device: string): boolean {
  const netns = netnsOf(view, { kind: 'device', id: device })
  return netns !== undefined && ipFor(netns) !== null
}
