// Which way every cable takes: the short one of cables.ts, or around the boxes that stand in between. Loaded when a lab
// has so many boxes that some may.
import {
  type Around,
  type CableEnd,
  cablePath,
  endAt,
  MOST_ROUTED,
  OUT,
  routeOf,
  type Route,
  type Side,
  sameRoute,
} from './cables.ts'
import { CLEAR, cuts, type Detour, detour, type Exit, type Piece } from './detour.ts'
import type { Drawing } from './drawing.ts'
import { absolute, chainOf, type Layout } from './layout.ts'
import { titleWidth } from './metrics.ts'
import type { Scene } from './scene.ts'
import type { Rect } from './space.ts'
import { wayOf } from './ways.ts'

/** How far a title hangs over the border of its box. */
const TITLE = 8
/** Cables that can go side by side past a box. */
const LANES = 4
/** To leave by another side than the one that faces the other end. */
const OTHER_SIDE = 40
const TITLE_LEFT = 12
/** From afar a machine's title is large, and within the border. */
const FAR_TITLE = 44
const FAR_CHAR = 24
const SIDES = ['top', 'bottom', 'left', 'right'] as const

/** `before`: a route that did not change stays the same object. */
export function routesAround(
  scene: Scene,
  layout: Layout,
  before: Pick<Drawing, 'layout' | 'routes'>,
): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>()
  const small = scene.boxes.size <= MOST_ROUTED
  const stands = small && sameRects(layout.boxes, before.layout.boxes)
  const taken: Piece[] = []
  for (const cable of scene.cables) {
    const plain = routeOf(scene, layout, cable)
    if (!plain) continue
    const old = before.routes.get(cable.id)
    const same = old && sameRoute(old.around?.plain ?? old, plain)
    const kept = same && (stands || !small)
    const route = kept ? old : (small && detoured(scene, layout, plain, same ? old : null, taken)) || plain
    if (route.around) taken.push(...piecesOf(route, absolute(scene, layout.boxes, route.a.box)))
    routes.set(cable.id, old && sameRoute(old, route) && sameAround(old.around, route.around) ? old : route)
  }
  return routes
}

/** `corner`: of a's box. */
function piecesOf({ around }: Route, corner: Rect): readonly Piece[] {
  const points = (around?.bends ?? []).map(({ x, y }) => ({ x: x + corner.x, y: y + corner.y }))
  return points.slice(1).map((point, i) => [points[i] ?? point, point])
}

function sameRects(one: ReadonlyMap<string, Rect>, two: ReadonlyMap<string, Rect>): boolean {
  if (one.size !== two.size) return false
  for (const [id, a] of one) {
    const b = two.get(id)
    if (a.x !== b?.x || a.y !== b.y || a.w !== b.w || a.h !== b.h) return false
  }
  return true
}

function sameAround(a: Around | null, b: Around | null): boolean {
  if (!a || !b) return a === b
  return (
    a.apart.x === b.apart.x &&
    a.apart.y === b.apart.y &&
    a.bends.length === b.bends.length &&
    a.bends.every((p, i) => p.x === b.bends[i]?.x && p.y === b.bends[i].y)
  )
}

/** null where the short way is free, or there is no other. `old`: the way it took before. */
function detoured(
  scene: Scene,
  layout: Layout,
  plain: Route,
  old: Route | null,
  taken: readonly Piece[],
): Route | null {
  const { a, b } = plain
  if (a.box === b.box) return null
  const [cornerA, cornerB] = [absolute(scene, layout.boxes, a.box), absolute(scene, layout.boxes, b.box)]
  const blocked = between(scene, layout, plain)
  const titles = titlesOf(scene, layout, plain)
  const crosses = (route: Route): boolean => {
    const way = wayOf(cablePath(route, cornerA, cornerB))
    return [...blocked, ...titles].some((r) => way.some((p, i) => i > 0 && cuts(way[i - 1] ?? p, p, r)))
  }
  if (!crosses(plain)) return null
  // A cable does not go elsewhere for what is built beside it.
  if (old?.around && !crosses(old)) return old
  const [outA, outB] = [exitsOf(layout, a, cornerA, blocked), exitsOf(layout, b, cornerB, blocked)]
  const [from = [], to = []] = [outA, outB].map((ends) => ends.map((e) => e.exit))
  let found: Detour | null = null
  for (let lane = 0; lane < LANES; lane++) {
    const other = detour(from, to, [...blocked, ...titles], taken, lane)
    if (other && other.cost < (found?.cost ?? Infinity)) found = other
  }
  const [endA, endB] = [outA[found?.from ?? -1]?.end, outB[found?.to ?? -1]?.end]
  if (!found || !endA || !endB) return null
  const around = {
    bends: found.bends.map(({ x, y }) => ({ x: x - cornerA.x, y: y - cornerA.y })),
    apart: { x: cornerB.x - cornerA.x, y: cornerB.y - cornerA.y },
    plain,
  }
  return { ...plain, a: endA, b: endB, around }
}

/** The boxes that hold neither end, with their titles and some room around them. */
function between(scene: Scene, layout: Layout, { a, b }: Route): readonly Rect[] {
  const own = new Set([...chainOf(scene, a.box), ...chainOf(scene, b.box)])
  const blocked: Rect[] = []
  for (const { id, parent, kind } of scene.boxes.values()) {
    // What stands in another is passed with it.
    if (own.has(id) || (parent !== null && !own.has(parent))) continue
    const { x, y, w, h } = absolute(scene, layout.boxes, id)
    const title = kind === 'interface' ? 0 : TITLE
    blocked.push({ x: x - CLEAR, y: y - CLEAR - title, w: w + 2 * CLEAR, h: h + 2 * CLEAR + title })
  }
  return blocked
}

/** Of the boxes that hold its ends, which it may leave anywhere else. */
function titlesOf(scene: Scene, layout: Layout, { a, b }: Route): readonly Rect[] {
  return [...new Set([...chainOf(scene, a.box), ...chainOf(scene, b.box)])].flatMap((id) => {
    const box = scene.boxes.get(id)
    const { x, y } = absolute(scene, layout.boxes, id)
    if (!box || box.kind === 'interface') return []
    const top = TITLE + CLEAR
    const tab = { x, y: y - top, w: TITLE_LEFT + titleWidth(box.title), h: 2 * top }
    return box.kind === 'machine' ? [tab, { x, y, w: box.title.length * FAR_CHAR, h: FAR_TITLE }] : [tab]
  })
}

/** The sides by which a cable may leave: not past what stands in its own box. */
function exitsOf(
  layout: Layout,
  plain: CableEnd,
  box: Rect,
  blocked: readonly Rect[],
): readonly { readonly end: CableEnd; readonly exit: Exit }[] {
  const chip = layout.chips.get(plain.device)
  if (!chip) return []
  // One that leads to a box within does not reach the border.
  const sides: readonly Side[] = plain.reach === 0 && chip.w !== box.w ? [plain.side] : SIDES
  return sides.flatMap((side) => {
    const level = side === 'left' || side === 'right'
    if (level && side !== plain.side && chip.w !== box.w) return []
    const end = side === plain.side ? plain : endAt(plain.device, plain.box, { box, chip }, side, false)
    const [dx, dy] = OUT[side]
    const start = { x: box.x + end.x, y: box.y + end.y }
    const border = { x: start.x + dx * end.reach, y: start.y + dy * end.reach }
    if (blocked.some((r) => cuts(start, border, r))) return []
    return [{ end, exit: { ...border, dx, dy, cost: end.reach + (side === plain.side ? 0 : OTHER_SIDE) } }]
  })
}
