// Several things at once: which they are, and what can be done with all of them.
import type { ReactFlowInstance } from '@xyflow/react'
import type { Note } from '../../store/lab.ts'
import { ALIGNMENTS, aligned, distributed, type Alignment } from './align.ts'
import type { CanvasParts } from './canvasContext.ts'
import type { BoxNode, Drawing } from './drawing.ts'
import { type Copied, isCopied, planCopy } from './gestures/copy.ts'
import { planDelete, planUpDown } from './gestures/edit.ts'
import { perform, type Plan, type Target, together } from './gestures/gesture.ts'
import { handWords } from './handWords.ts'
import type { MenuItem } from './interaction.ts'
import { absolute } from './layout.ts'
import { chosenNotes, moveNotes, notesOf, pasteNotes, rectOf, removeNotes } from './notes/edits.ts'
import { noteId, noteIndex } from './notes/noteNodes.ts'
import { boxId } from './scene.ts'
import { overlaps, type Rect } from './space.ts'
import { still } from './useAutoFit.ts'
import { moveBoxes } from './moving.ts'
import { targetOfBox } from './things.ts'
import { labMachine, machineOf, netnsOf } from './view.ts'

export interface Board {
  readonly parts: CanvasParts
  readonly drawing: { readonly current: Drawing }
  readonly flow: ReactFlowInstance<BoxNode>
}

/** How far below what was copied its copy is put. */
const BESIDE = 56
/** A copy that does not come within this, in milliseconds, is not waited for. */
const PATIENCE = 4000

/** What was copied last: of this page, whichever lab is open. */
let copied: Copied | null = null
let copiedNotes: readonly Note[] = []

/** What is selected: several things, or the one. */
export function chosen({ store, interaction }: CanvasParts): readonly Target[] {
  const { group } = interaction.getState()
  if (group.size > 0) return [...group].map(targetOfBox).filter((t) => t !== null)
  const { selection } = store.api.getState()
  return selection && selection.kind !== 'packet' ? [selection] : []
}

export function setGroup({ store, interaction }: CanvasParts, ids: Iterable<string>): void {
  const group = new Set(ids)
  const [only] = group
  // One thing alone is selected as ever; of a note nobody else is to know.
  if (group.size === 1 && only !== undefined && noteIndex(only) === null) {
    interaction.setState({ group: new Set() })
    return store.select(targetOfBox(only))
  }
  if (group.size > 0) store.select(null)
  interaction.setState({ group })
}

/** Adds a thing to what is selected, or takes it out. */
export function toggle(parts: CanvasParts, id: string): void {
  const ids = new Set([...chosen(parts).map(boxId), ...chosenNotes(parts).map(noteId)])
  if (!ids.delete(id)) ids.add(id)
  if (ids.size === 0) parts.store.select(null)
  setGroup(parts, ids)
}

/** Everything that stands in a machine; where nothing does, the machines. */
export function selectAll({ parts, drawing }: Board): void {
  const boxes = [...drawing.current.scene.boxes.values()]
  const inside = boxes.filter((b) => b.parent !== null && b.kind !== 'interface' && b.kind !== 'bridge')
  const bridges = boxes.filter((b) => b.kind === 'bridge' && b.parent?.startsWith('machine:'))
  const all = [...inside, ...bridges]
  const notes = notesOf(parts.store).map((_, i) => noteId(i))
  setGroup(parts, [...notes, ...(all.length > 0 ? all : boxes).map((b) => b.id)])
}

/** The boxes that a rectangle of the canvas touches; machines only where it holds nothing else. */
export function boxesIn({ scene, layout }: Drawing, notes: readonly Note[], rect: Rect): readonly string[] {
  const written = notes.flatMap((note, i) => (overlaps(rect, rectOf(note)) ? [noteId(i)] : []))
  const hit = [...scene.boxes.values()].filter((b) => overlaps(rect, absolute(scene, layout.boxes, b.id)))
  const inside = hit.filter((b) => b.kind !== 'machine')
  const ids = new Set((inside.length + written.length > 0 ? inside : hit).map((b) => b.id))
  // What stands in a box that is taken comes with it.
  return [...written, ...[...ids].filter((id) => !ids.has(scene.boxes.get(id)?.parent ?? ''))]
}

/** Moves the view to what is selected. */
export function zoomTo({ drawing, flow }: Board, targets: readonly Target[]): void {
  const { scene, layout } = drawing.current
  const rects = targets.flatMap((t) => {
    const id = scene.boxes.has(boxId(t)) ? boxId(t) : t.kind === 'device' ? scene.homes.get(t.id) : undefined
    return id === undefined ? [] : [absolute(scene, layout.boxes, id)]
  })
  if (rects.length === 0) return
  const x = Math.min(...rects.map((r) => r.x))
  const y = Math.min(...rects.map((r) => r.y))
  const width = Math.max(...rects.map((r) => r.x + r.w)) - x
  const height = Math.max(...rects.map((r) => r.y + r.h)) - y
  // Something of what is around it is to be seen.
  const room = { x: x - 160, y: y - 110, width: width + 320, height: height + 220 }
  void flow.fitBounds(room, { duration: still() ? 0 : 260 })
}

function placeAll(
  { parts, drawing }: Board,
  targets: readonly Target[],
  move: (rects: readonly Rect[]) => readonly { readonly x: number; readonly y: number }[],
): void {
  const { scene, layout } = drawing.current
  const boxes = targets.map((t) => scene.boxes.get(boxId(t))).filter((b) => b !== undefined)
  const rects = boxes.map((b) => absolute(scene, layout.boxes, b.id))
  const places = move(rects)
  moveBoxes(
    parts.store,
    drawing.current,
    boxes.flatMap((box, i) => {
      const [at, whole, own] = [places[i], rects[i], layout.boxes.get(box.id)]
      if (!at || !whole || !own) return []
      return [{ path: box.path, x: own.x + at.x - whole.x, y: own.y + at.y - whole.y }]
    }),
  )
}

/** All as far as an arrow key goes. */
export function nudgeAll(board: Board, dx: number, dy: number): void {
  placeAll(board, chosen(board.parts), (rects) => rects.map((r) => ({ x: r.x + dx, y: r.y + dy })))
  const notes = chosenNotes(board.parts)
  if (notes.length > 0) moveNotes(board.parts.store, notes, dx, dy)
}

export function copy({ parts }: Board): boolean {
  const view = parts.store.api.getState()
  const targets = chosen(parts).filter((t) => isCopied(view, t))
  const notes = chosenNotes(parts).flatMap((i) => notesOf(parts.store)[i] ?? [])
  if (targets.length === 0 && notes.length === 0) {
    parts.store.notify(handWords().notCopied)
    return false
  }
  copiedNotes = notes
  copied = null
  if (targets.length === 0) return true
  const { order, machines, namespaces, devices } = view
  copied = { view: { order, machines, namespaces, devices }, targets }
  return true
}

/** Onto the machine of what is selected, or the one it was copied from. */
export function paste(board: Board): void {
  const { parts } = board
  const { store } = parts
  if (!copied && copiedNotes.length === 0) return store.notify(handWords().nothingCopied)
  if (copiedNotes.length > 0) pasteNotes(parts, copiedNotes)
  if (!copied) return
  const now = store.api.getState()
  const [target] = [...chosen(parts), ...copied.targets]
  const origin = target && machineOf(now, netnsOf(now, target))
  const onto = labMachine(now, origin ?? null)
  if (!onto) return
  const plan = planCopy(copied, now, onto)
  if (!plan.ok) return void perform(store, plan)
  const { scene, layout } = board.drawing.current
  const byPath = new Map([...scene.boxes.values()].map((b) => [b.path, b]))
  const rects = plan.paths.map(([from]) => layout.boxes.get(byPath.get(from)?.id ?? ''))
  const stand = rects.filter((r) => r !== undefined)
  const height = Math.max(...stand.map((r) => r.y + r.h)) - Math.min(...stand.map((r) => r.y))
  store.place(
    plan.paths.flatMap(([, path], i) => {
      const rect = rects[i]
      return rect ? [{ path, x: rect.x, y: rect.y + height + BESIDE }] : []
    }),
  )
  perform(store, plan)
  selectWhenThere(board, new Set(plan.paths.map(([, path]) => path)))
}

function selectWhenThere({ parts, drawing }: Board, paths: ReadonlySet<string>): void {
  const look = (): void => {
    const there = [...drawing.current.scene.boxes.values()].filter((b) => paths.has(b.path))
    if (there.length < paths.size) return
    stop()
    setGroup(
      parts,
      there.map((b) => b.id),
    )
  }
  // The drawing follows the view.
  const unsubscribe = parts.store.api.subscribe(() => requestAnimationFrame(look))
  const timer = setTimeout(() => stop(), PATIENCE)
  const stop = (): void => {
    unsubscribe()
    clearTimeout(timer)
  }
}

export function duplicate(board: Board): void {
  if (copy(board)) paste(board)
}

/** What goes with another that is deleted, or is the other end of its cable, is not deleted again. */
export function removeAll({ parts }: Board): void {
  const { store } = parts
  const view = store.api.getState()
  const targets = chosen(parts)
  const ids = new Set(targets.map(boxId))
  const gone = targets.filter((t) => {
    const device = t.kind === 'device' ? view.devices.get(t.id) : undefined
    if (!device) return t.kind !== 'netns' || !ids.has(`machine:${view.namespaces.get(t.id)?.machine}`)
    if (ids.has(`netns:${device.netns}`)) return false
    const peer = device.kind === 'veth' && device.peer !== null ? view.devices.get(device.peer) : undefined
    if (!peer) return true
    return !ids.has(`netns:${peer.netns}`) && !(ids.has(`device:${peer.id}`) && peer.id < device.id)
  })
  const plan = together(
    gone.map((t) => planDelete(view, t)),
    `delete ${gone.length} things`,
  )
  const notes = chosenNotes(parts)
  if (notes.length > 0) removeNotes(parts, notes, plan.ok && plan.gestures.length > 0)
  perform(store, plan)
  setGroup(parts, [])
}

function setState({ parts }: Board, up: boolean): void {
  const view = parts.store.api.getState()
  const devices = chosen(parts).flatMap((t) =>
    t.kind === 'device' ? [t.id] : (netnsOf(view, t)?.devices ?? []).map((d) => d.id),
  )
  const plans: Plan[] = devices
    .filter((id) => view.devices.get(id)?.up !== up)
    .map((id) => planUpDown(view, id, up))
  perform(parts.store, together(plans, `${plans.length} interfaces ${up ? 'up' : 'down'}`))
}

/** The menu of several things. */
export function groupItems(board: Board): readonly MenuItem[] {
  const words = handWords()
  const targets = chosen(board.parts)
  const line = (how: Alignment): MenuItem =>
    step(how, words[how], () => placeAll(board, targets, (rects) => aligned(rects, how)))
  const space = (id: 'across' | 'down', along: 'x' | 'y'): MenuItem =>
    step(id, words[id], () => placeAll(board, targets, (rects) => distributed(rects, along)))
  return [
    { id: 'align', label: words.align, more: true, choose: () => ALIGNMENTS.map(line) },
    {
      id: 'distribute',
      label: words.distribute,
      more: true,
      choose: () => [space('across', 'x'), space('down', 'y')],
    },
    step('copy', words.copy, () => void copy(board), 'Ctrl+C'),
    step('duplicate', words.duplicate, () => duplicate(board), 'Ctrl+D'),
    step('up', words.allUp, () => setState(board, true)),
    step('down', words.allDown, () => setState(board, false)),
    { ...step('delete', words.deleteAll, () => removeAll(board), 'Del'), danger: true },
  ]
}

export function step(id: string, label: string, act: () => void, hint?: string): MenuItem {
  return {
    id,
    label,
    ...(hint === undefined ? {} : { hint }),
    choose: () => {
      act()
      return undefined
    },
  }
}
