// The way of a cable: out of one interface's box, over to the other's, never across a label. Cables are drawn below the
// boxes they pass, so a box in the way hides the cable and not the other way round.
import { type Layout, absolute } from './layout.ts'
import type { Cable, CableKind, Scene } from './scene.ts'
import type { Rect } from './space.ts'

/** In a lab of more boxes cables are seen from too far for their ways to matter: all take the short one. */
export const MOST_ROUTED = 120

export type Side = 'top' | 'bottom' | 'left' | 'right'

export interface CableEnd {
  readonly device: string
  readonly box: string
  readonly side: Side
  /** Where it leaves the interface, from the corner of the box. */
  readonly x: number
  readonly y: number
  /** From there to the border of the box. */
  readonly reach: number
}

export interface Route {
  readonly id: string
  readonly kind: CableKind
  readonly a: CableEnd
  readonly b: CableEnd
  /** Layer to draw it on: above the box that holds both ends, below their own. */
  readonly layer: number
  /** How it goes around boxes that stand in between. */
  readonly around: Around | null
}

export interface Around {
  /** From the corner of a's box. */
  readonly bends: readonly Origin[]
  /** From the corner of a's box to that of b's: while one is dragged alone the cable takes the short way. */
  readonly apart: Origin
  /** The short way. */
  readonly plain: Route
}

export interface Seat {
  readonly box: Rect
  readonly chip: Rect
}

/** How the ways of all cables are found; `before`: a route that did not change stays the same object. */
export type Router = (
  scene: Scene,
  layout: Layout,
  before: { readonly layout: Layout; readonly routes: ReadonlyMap<string, Route> },
) => ReadonlyMap<string, Route>

/** The short way of every cable. */
export function routesOf(...[scene, layout, before]: Parameters<Router>): ReturnType<Router> {
  const routes = new Map<string, Route>()
  for (const cable of scene.cables) {
    const route = routeOf(scene, layout, cable)
    const old = before.routes.get(cable.id)
    if (route) routes.set(cable.id, old && !old.around && sameRoute(old, route) ? old : route)
  }
  return routes
}

/** But for how they go around boxes. */
export function sameRoute(one: Route, two: Route): boolean {
  return one.kind === two.kind && one.layer === two.layer && sameEnd(one.a, two.a) && sameEnd(one.b, two.b)
}

function sameEnd(a: CableEnd, b: CableEnd): boolean {
  return (
    a.device === b.device &&
    a.box === b.box &&
    a.side === b.side &&
    a.x === b.x &&
    a.y === b.y &&
    a.reach === b.reach
  )
}

/** The way that a cable takes when nothing stands in between. */
export function routeOf(scene: Scene, layout: Layout, { id, kind, a, b }: Cable): Route | null {
  const [homeA, homeB] = [scene.homes.get(a.id), scene.homes.get(b.id)]
  const [chipA, chipB] = [layout.chips.get(a.id), layout.chips.get(b.id)]
  if (!homeA || !homeB || !chipA || !chipB) return null
  const seatA = { box: absolute(scene, layout.boxes, homeA), chip: chipA }
  const seatB = { box: absolute(scene, layout.boxes, homeB), chip: chipB }
  const [inA, inB] = [isWithin(scene, homeB, homeA), isWithin(scene, homeA, homeB)]
  const [sideA, sideB] =
    homeA === homeB
      ? (['bottom', 'bottom'] as const)
      : sides(inA ? bare(seatA) : seatA, inB ? bare(seatB) : seatB)
  return {
    id,
    kind,
    a: endAt(a.id, homeA, seatA, sideA, inA),
    b: endAt(b.id, homeB, seatB, sideB, inB),
    layer: layerOf(scene, homeA, homeB),
    around: null,
  }
}

/** The interface alone, where its cable does not leave its box: it leads to a box within. */
function bare({ box, chip }: Seat): Seat {
  const own = { x: box.x + chip.x, y: box.y + chip.y, w: chip.w, h: chip.h }
  return { box: own, chip: { ...own, x: 0, y: 0 } }
}

function isWithin(scene: Scene, box: string, outer: string): boolean {
  for (let at = scene.boxes.get(box)?.parent; at; at = scene.boxes.get(at)?.parent ?? null)
    if (at === outer) return true
  return false
}

/** Facing sides: above and below where there is room between the boxes, else beside, else both below. */
function sides(a: Seat, b: Seat): readonly [Side, Side] {
  if (b.box.y >= a.box.y + a.box.h - 4) return ['bottom', 'top']
  if (a.box.y >= b.box.y + b.box.h - 4) return ['top', 'bottom']
  const right = b.box.x >= a.box.x + a.box.w
  const left = a.box.x >= b.box.x + b.box.w
  if (right && isLast(a) && isFirst(b)) return ['right', 'left']
  if (left && isFirst(a) && isLast(b)) return ['left', 'right']
  return ['bottom', 'bottom']
}

/** Nothing stands between the interface and that border of its box. */
function isFirst({ chip }: Seat): boolean {
  return chip.x < 20
}

function isLast({ box, chip }: Seat): boolean {
  return chip.x === 0 && chip.w === box.w
}

export function endAt(device: string, box: string, seat: Seat, side: Side, inward: boolean): CableEnd {
  const { chip } = seat
  const x = side === 'left' ? chip.x : side === 'right' ? chip.x + chip.w : chip.x + chip.w / 2
  const y = side === 'top' ? chip.y : side === 'bottom' ? chip.y + chip.h : chip.y + chip.h / 2
  const reach = {
    top: chip.y,
    bottom: seat.box.h - chip.y - chip.h,
    left: chip.x,
    right: seat.box.w - chip.x - chip.w,
  }
  return { device, box, side, x, y, reach: inward ? 0 : reach[side] }
}

/** How many boxes a box stands in. */
export function depthOf(scene: Scene, id: string): number {
  let depth = 0
  for (let at = scene.boxes.get(id)?.parent; at; at = scene.boxes.get(at)?.parent ?? null) depth++
  return depth
}

function layerOf(scene: Scene, a: string, b: string): number {
  if (a === b) return 2 * depthOf(scene, a) + 1
  // A bridge within a namespace is reached over that namespace's box.
  return 2 * Math.max(depthOf(scene, a), depthOf(scene, b), 1) - 1
}

export interface Origin {
  readonly x: number
  readonly y: number
}

export const OUT: Readonly<Record<Side, readonly [number, number]>> = {
  top: [0, -1],
  bottom: [0, 1],
  left: [-1, 0],
  right: [1, 0],
}

/** An SVG path from a's interface to b's, given where the corners of their boxes are. */
export function cablePath(route: Route, a: Origin, b: Origin): string {
  const { a: from, b: to } = route
  const loop = from.box === to.box
  const start = { x: a.x + from.x, y: a.y + from.y }
  const end = { x: b.x + to.x, y: b.y + to.y }
  if (loop) {
    const dip = 12
    return `M${p(start)} C${p({ x: start.x, y: start.y + dip })} ${p({ x: end.x, y: end.y + dip })} ${p(end)}`
  }
  const leave = along(start, from.side, from.reach)
  const arrive = along(end, to.side, to.reach)
  const { around } = route
  if (around && isNear(around.apart, { x: b.x - a.x, y: b.y - a.y }))
    return rounded([start, leave, ...around.bends.map((q) => ({ x: a.x + q.x, y: a.y + q.y })), arrive, end])
  const pull = pullOf(from.side, to.side, leave, arrive)
  const c1 = along(leave, from.side, pull)
  const c2 = along(arrive, to.side, pull)
  return `M${p(start)} L${p(leave)} C${p(c1)} ${p(c2)} ${p(arrive)} L${p(end)}`
}

/** The same cable from its other end. */
export function reversed(route: Route): Route {
  const { a, b, around } = route
  const back = around && {
    plain: around.plain,
    apart: { x: -around.apart.x, y: -around.apart.y },
    bends: around.bends.map(({ x, y }) => ({ x: x - around.apart.x, y: y - around.apart.y })).reverse(),
  }
  return { ...route, a: b, b: a, around: back }
}

function isNear(a: Origin, b: Origin): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1
}

const ROUND = 10

/** A path through points, its corners rounded. */
function rounded(points: readonly Origin[]): string {
  const pieces = points.map((at, i) => {
    const [from, to] = [points[i - 1], points[i + 1]]
    if (!from) return `M${p(at)}`
    if (!to) return `L${p(at)}`
    return `L${p(toward(at, from))} C${p(at)} ${p(at)} ${p(toward(at, to))}`
  })
  return pieces.join(' ')
}

/** A little off a corner, at most half way to the next. */
function toward(at: Origin, next: Origin): Origin {
  const length = Math.hypot(next.x - at.x, next.y - at.y)
  const share = length === 0 ? 0 : Math.min(ROUND, length / 2) / length
  return { x: at.x + (next.x - at.x) * share, y: at.y + (next.y - at.y) * share }
}

function along(at: Origin, side: Side, distance: number): Origin {
  const [dx, dy] = OUT[side]
  return { x: at.x + dx * distance, y: at.y + dy * distance }
}

function pullOf(a: Side, b: Side, from: Origin, to: Origin): number {
  const across = Math.abs(to.x - from.x)
  if (a === b) return Math.min(56, 30 + across * 0.06)
  const straight = a === 'top' || a === 'bottom' ? Math.abs(to.y - from.y) : across
  return Math.max(18, straight * 0.5)
}

function p({ x, y }: Origin): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
}
