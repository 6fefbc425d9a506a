// The layout as React Flow takes it. A node or an edge that did not change stays the same object, so that only what did
// is rendered again.
import { Position, type Edge, type Node } from '@xyflow/react'
import { depthOf, routesOf, type Route, type Side } from './cables.ts'
import type { View } from './gestures/gesture.ts'
import { type Layout, layoutOf, NO_LAYOUT } from './layout.ts'
import { bridgeName, cableName, machineName, netnsDescription, netnsName } from './naming.ts'
import { type Box, type BoxKind, type Scene, sceneOf } from './scene.ts'
import type { LabStoreState } from '../../store/lab.ts'

/** Where an interface is drawn in its box, and the side its cable leaves by, if it has one. */
export interface Seat {
  readonly device: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly side: Side | null
  /** From the interface to the border: 0 where the cable is not seen to reach it. */
  readonly reach: number
}

export interface BoxData extends Record<string, unknown> {
  /** Id of the machine, namespace or device. */
  readonly ref: string
  /** What it is placed by. */
  readonly path: string
  readonly seats: readonly Seat[]
}

export type BoxNode = Node<BoxData, BoxKind>
export type CableEdge = Edge<{ readonly route: Route }, 'cable'>

export interface Drawing {
  readonly scene: Scene
  readonly layout: Layout
  readonly routes: ReadonlyMap<string, Route>
  readonly nodes: readonly BoxNode[]
  readonly edges: readonly CableEdge[]
}

export const NO_DRAWING: Drawing = {
  scene: { boxes: new Map(), cables: [], homes: new Map() },
  layout: NO_LAYOUT,
  routes: new Map(),
  nodes: [],
  edges: [],
}

/** Above this many boxes the Tab key goes from box to box only; interfaces and cables are reached by the arrows. */
const MOST_TAB_STOPS = 60

export function draw(view: View, placements: LabStoreState['placements'], before: Drawing): Drawing {
  const scene = sceneOf(view)
  const layout = layoutOf(scene, placements, isAnother(scene, before) ? NO_LAYOUT : before.layout)
  const routes = routesOf(scene, layout)
  const seats = seatsOf(scene, layout, routes)
  const oldNodes = new Map(before.nodes.map((n) => [n.id, n]))
  const nodes: BoxNode[] = []
  for (const box of scene.boxes.values()) {
    const node = nodeOf(view, scene, layout, box, seats.get(box.id) ?? [])
    nodes.push(keep(oldNodes.get(box.id), node))
  }
  const oldEdges = new Map(before.edges.map((e) => [e.id, e]))
  const edges: CableEdge[] = []
  for (const { id, kind, a, b } of scene.cables) {
    const route = routes.get(id)
    if (!route) continue
    const stop = kind === 'cable' && scene.boxes.size <= MOST_TAB_STOPS
    edges.push(keep(oldEdges.get(id), edgeOf(route, cableName(kind, a, b), stop)))
  }
  return { scene, layout, routes, nodes, edges }
}

/** Most of what stood is gone: a different lab, which need not keep to the places of the old one. */
function isAnother(scene: Scene, before: Drawing): boolean {
  const old = before.scene.boxes
  if (old.size < 4) return false
  let left = 0
  for (const id of old.keys()) if (scene.boxes.has(id)) left++
  return left * 2 < old.size
}

function seatsOf(
  scene: Scene,
  layout: Layout,
  routes: ReadonlyMap<string, Route>,
): ReadonlyMap<string, readonly Seat[]> {
  const ends = new Map(
    [...routes.values()].flatMap((r) =>
      r.kind === 'cable' ? [[r.a.device, r.a] as const, [r.b.device, r.b] as const] : [],
    ),
  )
  const seats = new Map<string, readonly Seat[]>()
  for (const box of scene.boxes.values()) {
    seats.set(
      box.id,
      box.chips.flatMap((chip) => {
        const rect = layout.chips.get(chip.id)
        const end = ends.get(chip.id)
        const hidden = !end || layout.packed.has(box.id)
        return rect
          ? [{ device: chip.id, ...rect, side: end?.side ?? null, reach: hidden ? 0 : end.reach }]
          : []
      }),
    )
  }
  return seats
}

function nodeOf(view: View, scene: Scene, layout: Layout, box: Box, seats: readonly Seat[]): BoxNode {
  const { x, y, w, h } = layout.boxes.get(box.id) ?? { x: 0, y: 0, w: 0, h: 0 }
  const depth = depthOf(scene, box.id)
  const named = box.kind !== 'interface'
  const roots = view.order.length
  const name = named ? nameOf(view, box) : { label: '', description: '' }
  return {
    id: box.id,
    type: box.kind,
    position: { x, y },
    width: w,
    height: h,
    measured: { width: w, height: h },
    style: PRESSABLE,
    // One point is enough: a cable knows where its interfaces are from the corner of their box.
    handles: [
      { type: 'source', position: Position.Top, x: 0, y: 0, width: 0, height: 0 },
      { type: 'target', position: Position.Top, x: 0, y: 0, width: 0, height: 0 },
    ],
    zIndex: box.kind === 'machine' ? 0 : Math.max(1, depth) * 2,
    // A machine that is alone is the ground itself: dragging it pans.
    draggable: named && (box.kind !== 'machine' || roots > 1),
    focusable: named,
    data: { ref: box.target.id, path: box.path, seats },
    domAttributes: {
      'aria-roledescription': undefined,
      'aria-describedby': undefined,
      ...(named ? { 'aria-description': name.description } : {}),
    },
    ...(named ? { ariaRole: 'group' as const, ariaLabel: name.label } : {}),
    ...(box.parent ? { parentId: box.parent } : {}),
  }
}

/** Also a box that cannot be dragged is pressed. */
const PRESSABLE = { pointerEvents: 'all' } as const

function nameOf(view: View, box: Box): { readonly label: string; readonly description: string } {
  if (box.target.kind === 'machine') {
    const machine = view.machines.get(box.target.id)
    const root = machine?.namespaces.find((n) => n.root)
    return { label: machine ? machineName(machine) : '', description: root ? netnsDescription(root) : '' }
  }
  if (box.target.kind === 'netns') {
    const netns = view.namespaces.get(box.target.id)
    return { label: netns ? netnsName(view, netns) : '', description: netns ? netnsDescription(netns) : '' }
  }
  const bridge = view.devices.get(box.target.id)
  const ports = box.chips.length - 1
  return { label: bridge ? bridgeName(bridge) : '', description: ports === 1 ? '1 port' : `${ports} ports` }
}

function edgeOf(route: Route, label: string, focusable: boolean): CableEdge {
  return {
    id: route.id,
    type: 'cable',
    source: route.a.box,
    target: route.b.box,
    zIndex: route.layer,
    ariaRole: route.kind === 'cable' ? 'button' : 'img',
    ariaLabel: label,
    focusable,
    data: { route },
    domAttributes: {
      'aria-roledescription': undefined,
      'aria-describedby': undefined,
      ...(focusable ? {} : { tabIndex: -1 }),
    },
  }
}

/** The old object, if the new one says the same. */
function keep<T extends object>(old: T | undefined, fresh: T): T {
  return old && same(old, fresh) ? old : fresh
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [ka, kb] = [Object.entries(a), Object.keys(b)]
  if (ka.length !== kb.length) return false
  const other: { readonly [key: string]: unknown } = { ...b }
  return ka.every(([key, value]) => key in other && same(value, other[key]))
}
