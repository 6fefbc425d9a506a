// Mouse, touch and keyboard on the canvas: one listener for each kind of event, on the region, and the element under it
// says which thing is meant.
import { useReactFlow } from '@xyflow/react'
import { useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { CanvasParts } from './canvasContext.ts'
import { planConnect } from './gestures/connect.ts'
import { planDelete, planUnplug, planUpDown } from './gestures/edit.ts'
import { perform, type Target } from './gestures/gesture.ts'
import { planPingTo } from './gestures/ping.ts'
import type { Point } from './interaction.ts'
import { editAddress, editName } from './edits.ts'
import type { Drawing } from './drawing.ts'
import {
  type Board,
  copy,
  duplicate,
  groupItems,
  nudgeAll,
  paste,
  removeAll,
  selectAll,
  setGroup,
  toggle,
} from './group.ts'
import { handWords } from './handWords.ts'
import type { Hand } from './hand.ts'
import { freePlace } from './layout.ts'
import { BRIDGE_MIN, MACHINE_MIN, NETNS_MIN, SWITCH_MIN, type Size } from './metrics.ts'
import { boxId } from './scene.ts'
import { isArrow, moveFocus } from './keyboard.ts'
import { moveBoxes } from './moving.ts'
import { cableEnds, menuOf, type Thing } from './menus.ts'
import { isTarget, thingAt } from './things.ts'
import { placeTool } from './placing.ts'
import { needsMachine, type Spot, type Tool } from './tools.ts'
import { isBridge } from './view.ts'
import { wordsNow } from './words.ts'
import { addNote, moveNotes, removeNotes } from './notes/edits.ts'
import { noteIndex } from './notes/noteNodes.ts'

type GroupKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

interface Props {
  readonly board: Board
  readonly region: { readonly current: HTMLElement | null }
  readonly tool: Tool | null
  readonly onToolDone: () => void
}

export interface Gestures extends Pick<
  Hand,
  'click' | 'doubleClick' | 'contextMenu' | 'keyDown' | 'pointerDown'
> {
  readonly openMenu: (thing: Thing, at: Point) => void
  /** Ctrl-A, Ctrl-C, …: also when nothing on the page has the focus. Returns whether it was one of them. */
  readonly groupKey: (event: GroupKey) => boolean
  /** Where a thing from the palette would go, for a point of the window. */
  readonly spotAt: (point: Point, tool: Tool) => Spot
}

/** What a new box will be, at least: it comes to stand around the pointer. */
const SIZES: Readonly<Record<Tool, Size>> = {
  Machine: MACHINE_MIN,
  Namespace: NETNS_MIN,
  Bridge: BRIDGE_MIN,
  Switch: SWITCH_MIN,
  Container: NETNS_MIN,
  Pod: { w: 0, h: 0 },
  Note: { w: 0, h: 0 },
  Cable: { w: 0, h: 0 },
  Select: { w: 0, h: 0 },
}

export function useGestures({ board, region, tool, onToolDone }: Props): Gestures {
  const flow = useReactFlow()
  /**
   * What a finger touches in the picture of a large lab becomes a thing only then; and browsers move the click to what
   * was one before.
   */
  const touched = useRef<Point | null>(null)
  return useMemo(() => {
    const { parts, drawing } = board
    const { store, interaction } = parts

    const spotAt = (point: Point, wanted: Tool): Spot => {
      const at = flow.screenToFlowPosition(point)
      const size = SIZES[wanted]
      if (wanted === 'Note') return { container: null, ...at }
      const machine = needsMachine(wanted) ? machineUnder(point) : null
      const parent = machine && boxId(machine)
      const origin = (parent && flow.getInternalNode(parent)?.internals.positionAbsolute) || { x: 0, y: 0 }
      const wish = { x: at.x - origin.x - size.w / 2, y: at.y - origin.y - size.h / 2, ...size }
      const { scene, layout } = drawing.current
      return { container: machine, ...freePlace(scene, layout, parent, wish, null) }
    }

    const place = (wanted: Tool, point: Point): void => {
      const spot = spotAt(point, wanted)
      // Outside every machine a namespace has no place of its own: the layout finds it one.
      placeTool(store, wanted, spot.container || !needsMachine(wanted) ? spot : null)
      onToolDone()
    }

    /** A thing chosen while something waits for it. Returns whether something did. */
    const answer = (target: Target | null): boolean => {
      const { waiting } = interaction.getState()
      if (!waiting && tool !== 'Cable') return false
      if (!target) return true
      if (!waiting) {
        interaction.setState({ waiting: { from: target, to: 'cable' } })
        return true
      }
      interaction.setState({ waiting: null })
      const view = store.api.getState()
      const plan =
        waiting.to === 'cable'
          ? planConnect(view, waiting.from, target)
          : planPingTo(view, waiting.from, target)
      perform(store, plan)
      if (waiting.to === 'cable') onToolDone()
      return true
    }

    const select = (thing: Thing | null): void => {
      if (thing?.kind === 'cable') {
        const [a] = cableEnds(store.api.getState(), thing.id) ?? []
        if (a) store.select({ kind: 'device', id: a.id })
      } else if (thing?.kind === 'note') {
        setGroup(parts, [thing.id])
        store.select(null)
      } else store.select(thing)
    }

    const inGroup = (thing: Thing): boolean => {
      const { group } = interaction.getState()
      return thing.kind === 'note' ? group.size > 1 && group.has(thing.id) : group.has(idOf(thing))
    }

    const openMenu = (thing: Thing, at: Point): void => {
      const several = handWords().several.replace('{n}', String(interaction.getState().group.size))
      const menu = inGroup(thing) ? { title: several, items: groupItems(board) } : menuOf(parts, thing, at)
      if (menu) interaction.setState({ menu: { at, ...menu } })
    }

    const remove = (thing: Thing): void => {
      if (inGroup(thing)) return removeAll(board)
      if (thing.kind === 'note') return removeNotes(parts, [noteIndex(thing.id) ?? -1])
      const view = store.api.getState()
      if (thing.kind !== 'cable') return void perform(store, planDelete(view, thing))
      const ends = cableEnds(view, thing.id)
      if (ends) perform(store, planUnplug(view, ends[0].id, ends[1].id))
    }

    const edit = (thing: Thing, at: Point): void => {
      if (thing.kind === 'device') editName(parts, thing.id, at)
      else if (thing.kind === 'note') interaction.setState({ writing: noteIndex(thing.id) })
      else if (thing.kind === 'netns') store.notify(wordsNow().netnsName)
      else if (thing.kind === 'machine') store.notify(wordsNow().hostName)
    }

    const letGo = (): void => {
      interaction.setState({ waiting: null, loose: null, ghost: null })
      if (tool) onToolDone()
      else {
        setGroup(parts, [])
        store.select(null)
      }
    }

    /** Of what is seen of the canvas. */
    const middle = (): Point => {
      const rect = region.current?.getBoundingClientRect()
      const [x, y] = rect ? [rect.left + rect.width / 2, rect.top + rect.height / 2] : [0, 0]
      return flow.screenToFlowPosition({ x, y })
    }

    /** Keys of the canvas as a whole. Returns whether it was one. */
    const groupKey = (event: GroupKey): boolean => {
      const control = event.ctrlKey || event.metaKey
      if (!control && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'n') {
        addNote(parts, middle())
        return true
      }
      if (!control || event.altKey || event.shiftKey) {
        if (event.key !== 'Delete' || interaction.getState().group.size === 0) return false
        removeAll(board)
        return true
      }
      const key = event.key.toLowerCase()
      const act = { a: selectAll, c: copy, v: paste, d: duplicate }[key]
      // Text that is marked on the page is copied as text.
      if (!act || (key === 'c' && window.getSelection()?.isCollapsed === false)) return false
      act(board)
      return true
    }

    const tapped = ({ nativeEvent }: MouseEvent): Element | null => {
      const at = touched.current
      if (!at || !('pointerType' in nativeEvent) || nativeEvent.pointerType !== 'touch') return null
      return document.elementFromPoint(at.x, at.y)?.closest('.react-flow__renderer *') ?? null
    }

    return {
      spotAt,
      openMenu,
      pointerDown: ({ pointerType, clientX, clientY }) => {
        touched.current = pointerType === 'touch' ? { x: clientX, y: clientY } : null
      },
      groupKey,
      click: (event) => {
        const element = tapped(event) ?? elementIn(event)
        if (!element) return
        const thing = thingAt(element)
        const at = { x: event.clientX, y: event.clientY }
        if (element.closest('[data-part=menu]') && thing) return openMenu(thing, at)
        if (answer(thing && isTarget(thing) ? thing : null)) return
        if (tool && tool !== 'Select') return place(tool, at)
        if (thing && thing.kind !== 'cable' && (event.shiftKey || event.ctrlKey || event.metaKey))
          return toggle(parts, idOf(thing))
        setGroup(parts, [])
        select(thing)
      },
      doubleClick: (event) => {
        const element = elementIn(event)
        const thing = element && thingAt(element)
        if (!element || tool) return
        if (!thing) return addNote(parts, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
        const at = below(element)
        const part = element.closest<HTMLElement>('[data-part]')
        if (thing.kind !== 'device') return edit(thing, at)
        const view = store.api.getState()
        const device = view.devices.get(thing.id)
        if (!device) return
        if (part?.dataset['part'] === 'state') perform(store, planUpDown(view, device.id, !device.up))
        else if (part?.dataset['part'] === 'address')
          editAddress(parts, device.id, part.dataset['address'] ?? null, at)
        else if (part?.dataset['part'] === 'name') editName(parts, device.id, at)
        else if (element.closest('[data-chip]') || isBridge(device)) editAddress(parts, device.id, null, at)
      },
      contextMenu: (event) => {
        const element = elementIn(event)
        const thing = element && thingAt(element)
        if (!thing) return
        event.preventDefault()
        if (interaction.getState().menu) return
        if (!inGroup(thing)) {
          setGroup(parts, [])
          select(thing)
        }
        openMenu(thing, { x: event.clientX, y: event.clientY })
      },
      keyDown: (event) => {
        const element = elementIn(event)
        const root = region.current
        if (!element || !root || event.altKey) return
        if (groupKey(event)) return event.preventDefault()
        if (event.ctrlKey || event.metaKey) return
        const thing = thingAt(element)
        if (event.key === 'Escape') return letGo()
        if (!thing || element.closest('[data-part=menu]')) return
        const at = below(element)
        if (isArrow(event.key)) {
          if (event.shiftKey && inGroup(thing)) nudgeAll(board, ...stepOf(event.key))
          else if (event.shiftKey) nudge(board, thing, event.key)
          else moveFocus(root, element, event.key)
        } else if (event.key === 'Enter') {
          if (event.shiftKey && thing.kind !== 'cable') {
            toggle(parts, idOf(thing))
            return event.preventDefault()
          }
          if (answer(isTarget(thing) ? thing : null)) return
          if (tool && tool !== 'Select') {
            // Where there is room, on the machine of what has the focus.
            select(thing)
            placeTool(store, tool, null)
            onToolDone()
          } else if (isSelected(parts, thing)) openMenu(thing, at)
          else select(thing)
        } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(thing, at)
        else if (event.key === 'F2') edit(thing, at)
        else if (event.key === 'Delete' || event.key === 'Backspace') {
          remove(thing)
          focusAround(root, drawing.current, thing)
        } else return
        event.preventDefault()
      },
    }
  }, [flow, board, region, tool, onToolDone])
}

/** A bridge within a namespace is made from that namespace's menu: what is dropped on one is its machine's. */
function machineUnder(point: Point): { readonly kind: 'machine'; readonly id: string } | null {
  for (const element of document.elementsFromPoint(point.x, point.y)) {
    const node = element.closest('.react-flow__node')
    const thing = node && thingAt(node)
    if (thing?.kind === 'machine') return { kind: 'machine', id: thing.id }
  }
  return null
}

function isSelected({ store, interaction }: CanvasParts, thing: Thing): boolean {
  const { selection } = store.api.getState()
  if (thing.kind === 'cable') return true
  if (thing.kind === 'note') return interaction.getState().group.has(thing.id)
  return selection?.kind === thing.kind && selection.id === thing.id
}

/** The keyboard's place is not lost with what is deleted: the box that it stood in has it. */
function focusAround(root: Element, { scene }: Drawing, thing: Thing): void {
  if (!isTarget(thing)) return
  const home = thing.kind === 'device' ? scene.homes.get(thing.id) : undefined
  const own = scene.boxes.get(boxId(thing))
  const around = own ? own.parent : home
  const element = around
    ? root.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(around)}"]`)
    : null
  element?.focus()
}

/** A step of the grid, by key. */
const STEP = 20

function nudge({ parts, drawing }: Board, thing: Thing, key: string): void {
  const [dx, dy] = stepOf(key)
  if (thing.kind === 'note') return moveNotes(parts.store, [noteIndex(thing.id) ?? -1], dx, dy)
  const { scene, layout } = drawing.current
  const box = scene.boxes.get(idOf(thing))
  const rect = box && layout.boxes.get(box.id)
  if (box && rect)
    moveBoxes(parts.store, drawing.current, [{ path: box.path, x: rect.x + dx, y: rect.y + dy }])
}

/** Of the node, or the edge, that shows it. */
function idOf(thing: Thing): string {
  return isTarget(thing) ? boxId(thing) : thing.id
}

function stepOf(key: string): readonly [number, number] {
  if (key === 'ArrowLeft') return [-STEP, 0]
  if (key === 'ArrowRight') return [STEP, 0]
  return key === 'ArrowUp' ? [0, -STEP] : [0, STEP]
}

function elementIn(event: MouseEvent | KeyboardEvent): Element | null {
  const { target } = event
  // Menus and fields are the canvas's children but stand outside it.
  return target instanceof Element && target.closest('.react-flow__renderer') ? target : null
}

function below(element: Element): Point {
  const rect = (element.closest('[data-chip]') ?? element).getBoundingClientRect()
  return { x: rect.left, y: Math.min(rect.bottom + 6, rect.top + 60) }
}
