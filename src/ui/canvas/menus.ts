// What can be done with a thing: the items of its menu. Each runs a plan, opens an editor, or asks for a second thing.
import type { DeviceView, LabStore } from '../../store/lab.ts'
import { askReach } from '../app/asked.ts'
import type { CanvasParts } from './canvasContext.ts'
import { editAddress, editGateway, editName, openTerminal } from './edits.ts'
import { planContainer, planStart } from './gestures/containers.ts'
import { planConnect } from './gestures/connect.ts'
import { planCreate } from './gestures/create.ts'
import {
  planChangeAddress,
  planDelete,
  planForwarding,
  planMoveToNetns,
  planTakeFromBridge,
  planUnplug,
  planUpDown,
} from './gestures/edit.ts'
import { perform, type Plan, type Target, type View } from './gestures/gesture.ts'
import { pingTargets, planPing } from './gestures/ping.ts'
import { handWords } from './handWords.ts'
import type { MenuItem, Point } from './interaction.ts'
import { pasteNotes, removeNotes, widen } from './notes/edits.ts'
import { noteIndex } from './notes/noteNodes.ts'
import { bridgeName, interfaceName, machineName, netnsName } from './naming.ts'
import { cableId } from './scene.ts'
import { isBridge, isLoopback, machineOf, netnsKind, netnsLabel, netnsOf } from './view.ts'
import { wordsNow } from './words.ts'

/** A thing of the canvas: one that gestures are about, a cable between two interfaces, or a note. */
export type Thing =
  | Target
  | { readonly kind: 'cable'; readonly id: string }
  | { readonly kind: 'note'; readonly id: string }

/** A menu's heading and items; null for a thing that is gone. */
export function menuOf(
  parts: CanvasParts,
  thing: Thing,
  at: Point,
): { title: string; items: readonly MenuItem[] } | null {
  const view = parts.store.api.getState()
  if (thing.kind === 'cable') return cableMenu(parts.store, view, thing.id)
  if (thing.kind === 'note') return noteMenu(parts, thing.id)
  const title = titleOf(view, thing)
  if (title === null) return null
  const device = thing.kind === 'device' ? view.devices.get(thing.id) : undefined
  const machine = machineOf(view, netnsOf(view, thing))
  const items = device
    ? deviceItems(parts, view, device, at)
    : machine?.kind === 'switch'
      ? [connectItem(parts.store, view, thing)]
      : placeItems(parts, view, thing, at)
  const words = wordsNow()
  const remove = {
    ...run(parts.store, 'delete', words.delete, () => planDelete(parts.store.api.getState(), thing)),
    danger: true,
  }
  return { title, items: machine?.kind === 'switch' && device ? items : [...items, remove] }
}

function titleOf(view: View, target: Target): string | null {
  if (target.kind === 'machine') {
    const machine = view.machines.get(target.id)
    return machine ? machineName(machine) : null
  }
  if (target.kind === 'netns') {
    const netns = view.namespaces.get(target.id)
    return netns ? netnsName(view, netns) : null
  }
  const device = view.devices.get(target.id)
  if (!device) return null
  return isBridge(device) ? bridgeName(device) : interfaceName(view, device)
}

function deviceItems(parts: CanvasParts, view: View, device: DeviceView, at: Point): readonly MenuItem[] {
  const { store } = parts
  const words = wordsNow()
  const target: Target = { kind: 'device', id: device.id }
  if (machineOf(view, netnsOf(view, target))?.kind === 'switch') return [connectItem(store, view, target)]
  const items: MenuItem[] = [
    step('address', words.addAddress, () => editAddress(parts, device.id, null, at)),
    run(store, 'state', device.up ? words.bringDown : words.bringUp, () =>
      planUpDown(view, device.id, !device.up),
    ),
    step('rename', words.rename, () => editName(parts, device.id, at)),
  ]
  const address = device.addresses.find((a) => a.scope === 'global')
  if (address) {
    items.splice(
      1,
      0,
      step('change', words.changeAddress, () => editAddress(parts, device.id, address.text, at)),
      choice('remove', words.removeAddress, () =>
        device.addresses.map((a) =>
          run(store, a.text, a.text, () => planChangeAddress(view, device.id, a.text, '')),
        ),
      ),
    )
  }
  if (!isLoopback(device)) items.push(connectItem(store, view, target))
  if (device.master !== null)
    items.push(run(store, 'nomaster', words.takeFromBridge, () => planTakeFromBridge(view, device.id)))
  if (!isLoopback(device) && !isBridge(device)) items.push(moveItem(store, view, device))
  return [...items, pingItem(parts, view, target), terminalItem(store, target)]
}

function placeItems(parts: CanvasParts, view: View, target: Target, at: Point): readonly MenuItem[] {
  const { store } = parts
  const words = wordsNow()
  const forwarding = netnsOf(view, target)?.forwarding ?? false
  const add: MenuItem[] = [
    run(store, 'bridge', words.addBridge, () => planCreate(view, 'Bridge', target, null)),
  ]
  if (target.kind === 'machine') {
    add.push(...runItems(parts, view, target.id))
    add.unshift(
      run(store, 'namespace', words.addNamespace, () => planCreate(view, 'Namespace', target, null)),
    )
  }
  return [
    connectItem(store, view, target),
    pingItem(parts, view, target),
    step('can-reach', words.canReach, () => askReach(netnsOf(view, target)?.id ?? null)),
    terminalItem(store, target),
    ...containerItems(store, view, target),
    step('route', words.defaultRoute, () => editGateway(parts, target, at)),
    run(store, 'forwarding', forwarding ? words.forwardingOff : words.forwardingOn, () =>
      planForwarding(view, target, !forwarding),
    ),
    ...add,
  ]
}

function noteMenu(parts: CanvasParts, id: string): { title: string; items: readonly MenuItem[] } {
  const { store, interaction } = parts
  const words = handWords()
  const index = noteIndex(id) ?? -1
  const note = store.api.getState().notes[index]
  return {
    title: words.note,
    items: [
      { ...step('edit', words.edit, () => interaction.setState({ writing: index })), hint: 'F2' },
      step('duplicate', words.duplicate, () => pasteNotes(parts, note ? [note] : [])),
      step('wider', words.wider, () => widen(store, index, 1)),
      step('narrower', words.narrower, () => widen(store, index, -1)),
      { ...step('delete', words.delete, () => removeNotes(parts, [index])), hint: 'Del', danger: true },
    ],
  }
}

/** What its runtime can do with a container; its end is Delete's. */
function containerItems(store: LabStore, view: View, target: Target): readonly MenuItem[] {
  const netns = target.kind === 'netns' ? view.namespaces.get(target.id) : undefined
  const kind = netns && netnsKind(netns)
  if (!netns || kind === 'namespace') return []
  const words = handWords()
  const verbs = kind === 'container' ? (['logs', 'restart', 'stop'] as const) : (['logs'] as const)
  return verbs.map((verb) => run(store, verb, words[verb], () => planContainer(view, netns, verb)))
}

/** Containers that a machine could run, and those that it could run again. */
function runItems({ store, interaction }: CanvasParts, view: View, id: string): readonly MenuItem[] {
  const words = handWords()
  const machine = view.machines.get(id)
  const form = step('run', words.runContainer, () =>
    interaction.setState({ form: { tool: 'Container', machine: id, spot: null } }),
  )
  const stopped = machine?.docker?.stopped ?? []
  if (!machine || stopped.length === 0) return [form]
  const start = choice('start', words.start, () =>
    stopped.map((name) => run(store, name, name, () => planStart(machine, name))),
  )
  return [form, start]
}

function cableMenu(
  store: LabStore,
  view: View,
  id: string,
): { title: string; items: readonly MenuItem[] } | null {
  const ends = cableEnds(view, id)
  if (!ends) return null
  const words = wordsNow()
  const [a, b] = ends
  return {
    title: [a.name, b.name].sort().join(' – '),
    items: [{ ...run(store, 'delete', words.delete, () => planUnplug(view, a.id, b.id)), danger: true }],
  }
}

/** The interfaces at both ends of a drawn cable. */
export function cableEnds(view: View, id: string): readonly [DeviceView, DeviceView] | null {
  for (const device of view.devices.values()) {
    if (device.peer === null || cableId(device.id, device.peer) !== id) continue
    const peer = view.devices.get(device.peer)
    if (peer) return [device, peer]
  }
  return null
}

function connectItem(store: LabStore, view: View, from: Target): MenuItem {
  return choice('connect', wordsNow().connect, () =>
    plugTargets(view, from).map((to) =>
      run(store, `${to.kind}:${to.id}`, titleOf(view, to) ?? '', () => planConnect(view, from, to)),
    ),
  )
}

/** Everything a cable from here could lead to: what a plan can be made for. */
function plugTargets(view: View, from: Target): readonly Target[] {
  const all: Target[] = []
  for (const id of view.order) {
    const machine = view.machines.get(id)
    if (!machine) continue
    all.push({ kind: 'machine', id })
    for (const netns of machine.namespaces) {
      if (!netns.root) all.push({ kind: 'netns', id: netns.id })
      if (machine.kind === 'switch') continue
      for (const device of netns.devices) if (isBridge(device)) all.push({ kind: 'device', id: device.id })
    }
  }
  return all.filter((to) => planConnect(view, from, to).ok)
}

function moveItem(store: LabStore, view: View, device: DeviceView): MenuItem {
  const machine = machineOf(view, view.namespaces.get(device.netns))
  const others = machine?.namespaces.filter((n) => n.id !== device.netns) ?? []
  return choice('move', wordsNow().move, () =>
    others.map((n) => run(store, n.id, netnsLabel(view, n), () => planMoveToNetns(view, device.id, n.id))),
  )
}

function pingItem(parts: CanvasParts, view: View, from: Target): MenuItem {
  const point = step('point', wordsNow().point, () =>
    parts.interaction.setState({ waiting: { from, to: 'ping' } }),
  )
  return choice('ping', wordsNow().ping, () => [
    ...pingTargets(view, from).map((to) => ({
      ...run(parts.store, `${to.netns} ${to.address}`, to.name, () => planPing(view, from, to.address)),
      hint: to.address,
    })),
    point,
  ])
}

function terminalItem(store: LabStore, target: Target): MenuItem {
  return step('terminal', wordsNow().openTerminal, () => openTerminal(store, target))
}

function run(store: LabStore, id: string, label: string, make: () => Plan): MenuItem {
  return step(id, label, () => perform(store, make()))
}

function step(id: string, label: string, act: () => void): MenuItem {
  return {
    id,
    label,
    choose: () => {
      act()
      return undefined
    },
  }
}

function choice(id: string, label: string, items: () => readonly MenuItem[]): MenuItem {
  return { id, label, more: true, choose: items }
}
