// The layout as React Flow takes it. A node or an edge that did not change stays the same object, so that only what did
// is rendered again.
import { Position, type Edge, type Node } from '@xyflow/react'
import { noticeNow } from '../i18n/languages.ts'
import { type CableEnd, depthOf, type Route, type Router, routesOf, type Side } from './cables.ts'
import type { View } from './gestures/gesture.ts'
import { type Layout, layoutOf, NO_LAYOUT } from './layout.ts'
import { bridgeName, cableName, machineName, netnsDescription, netnsName } from './naming.ts'
import { type Box, type BoxKind, NO_SCENE, type Scene, sceneOf } from './scene.ts'
import type { Rect } from './space.ts'
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
  /** What a screen reader says of it after its name. */
  readonly description: string
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
  scene: NO_SCENE,
  layout: NO_LAYOUT,
  routes: new Map(),
  nodes: [],
  edges: [],
}

/** Above this many boxes the Tab key goes from box to box only; interfaces and cables are reached by the arrows. */
const MOST_TAB_STOPS = 60

export function draw(
  view: View,
  placements: LabStoreState['placements'],
  before: Drawing,
  router: Router = routesOf,
): Drawing {
  const scene = sceneOf(view, before.scene)
  return drawn(view, scene, layoutOf(scene, placements, layoutBefore(scene, before)), before, router)
}

/** What a layout has to keep to: nothing, when most of what stood is gone. A different lab need not keep to old places. */
export function layoutBefore(scene: Scene, before: Drawing): Layout {
  const old = before.scene.boxes
  let left = 0
  for (const id of old.keys()) if (scene.boxes.has(id)) left++
  return old.size >= 4 && left * 2 < old.size ? NO_LAYOUT : before.layout
}

/** The drawing of a scene that was laid out. */
export function drawn(
  view: View,
  scene: Scene,
  layout: Layout,
  before: Drawing,
  router: Router = routesOf,
): Drawing {
  const routes = router(scene, layout, before)
  const seats = seatsOf(scene, layout, routes)
  const oldNodes = new Map(before.nodes.map((n) => [n.id, n]))
  const nodes: BoxNode[] = []
  for (const box of scene.boxes.values()) {
    const facts = factsOf(view, scene, layout, box, seats.get(box.id) ?? [])
    nodes.push(keptNode(oldNodes.get(box.id), facts) ?? nodeOf(facts))
  }
  const oldEdges = new Map(before.edges.map((e) => [e.id, e]))
  const edges: CableEdge[] = []
  for (const { id, kind, a, b } of scene.cables) {
    const route = routes.get(id)
    if (!route) continue
    const stop = kind === 'cable' && scene.boxes.size <= MOST_TAB_STOPS
    edges.push(keptEdge(oldEdges.get(id), route, cableName(kind, a, b), stop))
  }
  return { scene, layout, routes, nodes, edges }
}

function seatsOf(
  scene: Scene,
  layout: Layout,
  routes: ReadonlyMap<string, Route>,
): ReadonlyMap<string, readonly Seat[]> {
  const ends = new Map<string, CableEnd>()
  for (const { kind, a, b } of routes.values()) if (kind === 'cable') ends.set(a.device, a).set(b.device, b)
  const seats = new Map<string, readonly Seat[]>()
  for (const box of scene.boxes.values()) {
    const packed = layout.packed.has(box.id)
    const own: Seat[] = []
    for (const { id } of box.chips) {
      const rect = layout.chips.get(id)
      const end = ends.get(id)
      if (rect)
        own.push({ device: id, ...rect, side: end?.side ?? null, reach: packed ? 0 : (end?.reach ?? 0) })
    }
    seats.set(box.id, own)
  }
  return seats
}

/** What a node is made from. */
interface Facts {
  readonly box: Box
  readonly rect: Rect
  readonly depth: number
  readonly draggable: boolean
  readonly name: { readonly label: string; readonly description: string }
  readonly seats: readonly Seat[]
}

function factsOf(view: View, scene: Scene, layout: Layout, box: Box, seats: readonly Seat[]): Facts {
  const named = box.kind !== 'interface'
  return {
    box,
    rect: layout.boxes.get(box.id) ?? { x: 0, y: 0, w: 0, h: 0 },
    depth: depthOf(scene, box.id),
    // A machine that is alone is the ground itself: dragging it pans.
    draggable: named && (box.kind !== 'machine' || view.order.length > 1),
    name: named ? nameOf(view, box) : { label: '', description: '' },
    seats,
  }
}

/** The old node, if it was made from the same. */
function keptNode(old: BoxNode | undefined, { box, rect, draggable, name, seats }: Facts): BoxNode | null {
  const same =
    old?.type === box.kind &&
    old.position.x === rect.x &&
    old.position.y === rect.y &&
    old.width === rect.w &&
    old.height === rect.h &&
    old.parentId === (box.parent ?? undefined) &&
    old.draggable === draggable &&
    (old.ariaLabel ?? '') === name.label &&
    old.data.description === name.description &&
    old.data.path === box.path &&
    old.data.seats.length === seats.length &&
    old.data.seats.every((seat, i) => seats[i] && sameSeat(seat, seats[i]))
  return same ? old : null
}

function sameSeat(a: Seat, b: Seat): boolean {
  return (
    a.device === b.device &&
    a.x === b.x &&
    a.y === b.y &&
    a.w === b.w &&
    a.h === b.h &&
    a.side === b.side &&
    a.reach === b.reach
  )
}

function nodeOf({ box, rect: { x, y, w, h }, depth, draggable, name, seats }: Facts): BoxNode {
  const named = box.kind !== 'interface'
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
    draggable,
    focusable: named,
    data: { ref: box.target.id, path: box.path, description: name.description, seats },
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
  return {
    label: bridge ? bridgeName(bridge) : '',
    description: noticeNow(ports === 1 ? '1 port' : `${ports} ports`),
  }
}

function keptEdge(old: CableEdge | undefined, route: Route, label: string, focusable: boolean): CableEdge {
  const same = old?.data?.route === route && old.ariaLabel === label && old.focusable === focusable
  return same ? old : edgeOf(route, label, focusable)
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
