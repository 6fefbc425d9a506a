// Editing in place: what is asked for, what is suggested, and what Enter will type.
import type { LabStore, NetnsView } from '../../store/lab.ts'
import type { CanvasParts } from './canvasContext.ts'
import { shellIn } from './gestures/containers.ts'
import { planAddAddress, planChangeAddress, planDefaultRoute, planRename } from './gestures/edit.ts'
import type { Target } from './gestures/gesture.ts'
import { suggestGateway } from './gestures/ping.ts'
import { suggestAddress } from './gestures/segment.ts'
import type { Point } from './interaction.ts'
import { machineOf, netnsLabel, netnsOf } from './view.ts'
import { focusTerminal } from '../terminal/focus.ts'
import { fill, wordsNow } from './words.ts'

/** `old` null adds one; with an address, an empty answer takes it away. */
export function editAddress(
  { store, interaction }: CanvasParts,
  id: string,
  old: string | null,
  at: Point,
): void {
  const view = store.api.getState()
  const device = view.devices.get(id)
  if (!device) return
  interaction.setState({
    editor: {
      at,
      label: fill(wordsNow().address, device.name),
      value: old ?? suggestAddress(view, device),
      plan: (text) => {
        if (text === (old ?? '')) return null
        return old === null ? planAddAddress(view, id, text) : planChangeAddress(view, id, old, text)
      },
    },
  })
}

export function editName({ store, interaction }: CanvasParts, id: string, at: Point): void {
  const view = store.api.getState()
  const device = view.devices.get(id)
  if (!device) return
  interaction.setState({
    editor: {
      at,
      label: fill(wordsNow().name, device.name),
      value: device.name,
      plan: (text) => (text === '' || text === device.name ? null : planRename(view, id, text)),
    },
  })
}

export function editGateway({ store, interaction }: CanvasParts, target: Target, at: Point): void {
  const view = store.api.getState()
  const netns = netnsOf(view, target)
  if (!netns) return
  interaction.setState({
    editor: {
      at,
      label: fill(wordsNow().gateway, netnsLabel(view, netns)),
      value: suggestGateway(view, target),
      plan: (text) => (text === '' ? null : planDefaultRoute(view, target, text)),
    },
  })
}

/** A terminal in the namespace of a target. */
export function openTerminal(store: LabStore, target: Target): void {
  const view = store.api.getState()
  const netns = netnsOf(view, target)
  const machine = machineOf(view, netns)
  if (!netns || machine?.kind !== 'machine') return
  openShell(store, netns, machine.name)
}

/** In a container, a pod or a namespace without a name by what leads into it. */
export function openShell(store: LabStore, netns: NetnsView, machine: string): void {
  const inside =
    netns.root || (netns.name !== null && !netns.container) ? null : shellIn(store.api.getState(), netns)
  if (inside) store.openTerminal(inside.machine, null, inside)
  else store.openTerminal(machine, netns.name)
  requestAnimationFrame(() => focusTerminal())
}
