// Things from the palette: `ip netns add ns1`, `ip link add br0 type bridge`, `lab add machine web1`.
import type { MachineView, Selection } from '../../../store/lab.ts'
import type { Maker } from '../tools.ts'
import { netnsPath } from '../paths.ts'
import { labMachine, machineOf, netnsOf, rootOf } from '../view.ts'
import { ipFor } from './reach.ts'
import { deviceNames, freeName, machineNames } from './freeName.ts'
import { type Gesture, type Refusal, refuse, type Target, type View, word } from './gesture.ts'

/** `path`: what the new thing is placed by. */
export type CreatePlan =
  | { readonly ok: true; readonly gestures: readonly Gesture[]; readonly path: string }
  | Refusal

/** `container` null: into the machine of what is selected, or the first. */
export function planCreate(
  view: View,
  tool: Maker,
  container: Target | null,
  selection: Selection | null,
): CreatePlan {
  const chosen = container ?? (selection && selection.kind !== 'packet' ? selection : null)
  const netns = chosen ? netnsOf(view, chosen) : undefined
  const machine = labMachine(view, machineOf(view, netns) ?? null)
  if (!machine) return refuse('There is no machine to type the command on.')
  if (tool === 'Machine' || tool === 'Switch') return createNode(view, tool, machine)
  if (container && netns && machine.id !== netns.machine) {
    return refuse(
      `A switch has no namespaces and no bridges of its own: drop the ${tool.toLowerCase()} on a machine.`,
    )
  }
  if (tool === 'Namespace') return createNetns(machine)
  const inside = container && netns ? netns : rootOf(machine)
  const ip = inside && ipFor(inside)
  if (!ip) return refuse('This namespace has no name, so no command can reach it.')
  const name = freeName(deviceNames(inside), 'br', 0)
  return {
    ok: true,
    gestures: [
      {
        machine: machine.name,
        lines: [`${ip} link add ${name} type bridge`, `${ip} link set ${name} up`],
        note: `bridge ${name}${inside.root ? '' : ` in ${inside.name ?? ''}`}: it is down until set up`,
      },
    ],
    path: `${netnsPath(view, inside)}/${name}`,
  }
}

function createNetns(machine: MachineView): CreatePlan {
  const taken = new Set(machine.namespaces.map((n) => n.name ?? ''))
  const name = freeName(taken, 'ns', 1)
  return {
    ok: true,
    gestures: [{ machine: machine.name, lines: [`ip netns add ${word(name)}`], note: `namespace ${name}` }],
    path: `${machine.name}/${name}`,
  }
}

function createNode(view: View, tool: 'Machine' | 'Switch', on: MachineView): CreatePlan {
  const kind = tool === 'Machine' ? 'machine' : 'switch'
  const name = freeName(machineNames(view), tool === 'Machine' ? 'web' : 'sw', 1)
  return {
    ok: true,
    gestures: [{ machine: on.name, lines: [`lab add ${kind} ${name}`], note: `${kind} ${name}` }],
    path: name,
  }
}
