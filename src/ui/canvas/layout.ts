// Places everything: a pure function of the scene, of what a person placed, and of the layout before, which new things
// leave as it is. Read first: metrics.ts (sizes), chips.ts (inside a box), arrange.ts (boxes in a container).
import type { LabStoreState } from '../../store/lab.ts'
import { arrange, type Arranged, type Item, type Point, type Room, type Service } from './arrange.ts'
import { chipRow, chipRowOf, type ChipRow } from './chips.ts'
import { BOX_PAD, BOX_TOP, MACHINE_MIN, processesWidth, type Size, titleWidth } from './metrics.ts'
import type { Box, Chip, Scene } from './scene.ts'
import { isBridge, isLoopback } from './view.ts'
import { type Rect, Space } from './space.ts'

type End = Pick<Chip, 'id'>

/** What of a scene is laid out. */
export interface Plan extends Pick<Scene, 'homes'> {
  readonly boxes: ReadonlyMap<string, Box<Chip>>
  readonly cables: readonly { readonly a: End; readonly b: End }[]
}

export interface Layout {
  /** From the corner of the parent, or of the canvas. */
  readonly boxes: ReadonlyMap<string, Rect>
  /** From the corner of the interface's box. */
  readonly chips: ReadonlyMap<string, Rect>
  /** Boxes whose interfaces stand in several rows. */
  readonly packed: ReadonlySet<string>
  /** How each container was arranged; null: the canvas. */
  readonly rooms: ReadonlyMap<string | null, Arranged>
}

export const NO_LAYOUT: Layout = { boxes: new Map(), chips: new Map(), packed: new Set(), rooms: new Map() }

/** A machine may be put anywhere. */
const ANYWHERE: Point = { x: -Infinity, y: -Infinity }
const CORNER: Point = { x: 26, y: 38 }
const CANVAS: Room = { corner: { x: 0, y: 0 }, bound: ANYWHERE, gap: 32, across: 72, down: 84, columns: 3 }
const INSIDE: Room = { corner: CORNER, bound: CORNER, gap: 20, across: 32, down: 68, columns: 4 }
/** Below and right of what a container holds. */
const MARGIN = 26
/** With nothing but interfaces in it, a machine has them at its foot and its middle free to be grasped. */
const BARE_DROP = 48

export function layoutOf(scene: Plan, placements: LabStoreState['placements'], before: Layout): Layout {
  const boxes = new Map<string, Rect>()
  const sizes = new Map<string, Size>()
  const rows = new Map<string, ChipRow>()
  const rooms = new Map<string | null, Arranged>()
  const links = linksOf(scene)

  const place = (container: string | null, ids: readonly string[], room: Room): ReadonlyMap<string, Rect> => {
    const serves = servedBy(scene, links.get(container) ?? [], boxes, rows)
    const items = ids.map((id) => itemOf(scene, id, sizes, placements, before, serves))
    const arranged = arrange(items, room, before.rooms.get(container))
    rooms.set(container, arranged)
    for (const [id, rect] of arranged.rects) boxes.set(id, rect)
    return arranged.rects
  }

  // Children before parents: a container's size is that of what it holds.
  for (const box of [...scene.boxes.values()].reverse()) {
    const row = chipRowOf(box)
    rows.set(box.id, row)
    if (box.kind !== 'machine' && box.children.length === 0) {
      sizes.set(box.id, row.size)
      continue
    }
    const corner = { x: CORNER.x, y: box.chips.length > 0 ? row.size.h + 28 : CORNER.y }
    const inner = place(box.id, box.children, { ...INSIDE, corner, bound: corner })
    const least =
      box.kind === 'machine'
        ? { ...MACHINE_MIN, w: Math.max(MACHINE_MIN.w, titleWidth(box.title) + 40, machineStrip(box)) }
        : row.size
    sizes.set(box.id, around(inner, least))
  }
  place(
    null,
    [...scene.boxes.values()].filter((b) => b.parent === null).map((b) => b.id),
    CANVAS,
  )
  return { boxes, rooms, ...chipsOf(scene, boxes, rows) }
}

/**
 * The free place in a container nearest to where a thing was dropped. A lone interface makes way and is not counted.
 * `self`: the box that is moved, if it stands already.
 */
export function freePlace(
  scene: Plan,
  layout: Layout,
  parent: string | null,
  wish: Rect,
  self: string | null,
): Point {
  const space = new Space()
  for (const box of scene.boxes.values()) {
    const rect = layout.boxes.get(box.id)
    if (rect && box.parent === parent && box.id !== self && box.kind !== 'interface') space.add(rect)
  }
  if (parent === null) return space.nearest(wish, CANVAS.gap, ANYWHERE)
  const box = scene.boxes.get(parent)
  const top = box?.kind === 'netns' ? chipRowOf(box).size.h + 28 : CORNER.y
  return space.nearest(wish, INSIDE.gap, { x: CORNER.x, y: top })
}

/** What runs in a machine's own network is told in one row above its boxes. */
function machineStrip({ processes }: Box<Chip>): number {
  return processesWidth([processes.join('   ')]) + 2 * BOX_PAD
}

function around(inner: ReadonlyMap<string, Rect>, least: Size): Size {
  let { w, h } = least
  for (const rect of inner.values()) {
    w = Math.max(w, rect.x + rect.w + MARGIN)
    h = Math.max(h, rect.y + rect.h + MARGIN)
  }
  return { w: Math.ceil(w), h: Math.ceil(h) }
}

function itemOf(
  scene: Plan,
  id: string,
  sizes: ReadonlyMap<string, Size>,
  placements: LabStoreState['placements'],
  before: Layout,
  serves: ReadonlyMap<string, readonly Service[]>,
): Item {
  const box = scene.boxes.get(id)
  const size = sizes.get(id) ?? { w: 0, h: 0 }
  const placed: Point | null = (box && placements.get(box.path)) ?? null
  const served = serves.get(id) ?? []
  const chip = box?.kind === 'interface' ? box.chips[0] : undefined
  const bare =
    chip &&
    box?.parent &&
    scene.boxes.get(box.parent)?.children.every((c) => scene.boxes.get(c)?.kind === 'interface')
  return {
    id,
    ...size,
    role: box && isUpper(scene, box, served) ? 'upper' : 'lower',
    placed,
    // A lone interface follows its cable.
    before: (chip ? null : before.boxes.get(id)) ?? null,
    serves: served,
    edge: chip ? (isLoopback(chip) ? 'left' : 'right') : null,
    drop: chip ? (bare ? BARE_DROP : BOX_TOP) : 0,
  }
}

/** Machines that join several others stand below them, as switches do. */
function isUpper(scene: Plan, box: Box<Chip>, served: readonly Service[]): boolean {
  if (box.kind === 'netns') return true
  if (box.kind !== 'machine') return false
  return (
    new Set(served.map((s) => s.id)).size < 2 ||
    served.every(({ id }) => scene.boxes.get(id)?.kind === 'switch')
  )
}

/** A cable between two boxes of one container, or what stands in them. */
interface Link {
  readonly one: string
  readonly two: string
  readonly a: End
  readonly b: End
}

/** The cables of each container that join two of its boxes. */
function linksOf(scene: Plan): ReadonlyMap<string | null, readonly Link[]> {
  const links = new Map<string | null, Link[]>()
  for (const { a, b } of scene.cables) {
    const [as, bs] = [chainOf(scene, scene.homes.get(a.id)), chainOf(scene, scene.homes.get(b.id))]
    // The outermost boxes of each that are not both's.
    const apart = as.findIndex((id, i) => bs[i] !== id)
    const [one, two] = [as[apart], bs[apart]]
    if (!one || !two) continue
    const container = scene.boxes.get(one)?.parent ?? null
    const list = links.get(container)
    if (list) list.push({ one, two, a, b })
    else links.set(container, [{ one, two, a, b }])
  }
  return links
}

/** For every box of a container, its cables to the others; what stands in them has its place already. */
function servedBy(
  scene: Plan,
  links: readonly Link[],
  boxes: ReadonlyMap<string, Rect>,
  rows: ReadonlyMap<string, ChipRow>,
): ReadonlyMap<string, readonly Service[]> {
  const serves = new Map<string, Service[]>()
  const add = (from: string, service: Service): void => {
    const list = serves.get(from)
    if (list) list.push(service)
    else serves.set(from, [service])
  }
  for (const { one, two, a, b } of links) {
    const [here, there] = [endIn(scene, boxes, rows, one, a), endIn(scene, boxes, rows, two, b)]
    add(one, { id: two, here, there })
    add(two, { id: one, here: there, there: here })
  }
  return serves
}

/** A box and those it stands in, outermost first. */
export function chainOf(scene: Plan, id: string | undefined): readonly string[] {
  const chain: string[] = []
  for (
    let at = id ? scene.boxes.get(id) : undefined;
    at;
    at = at.parent ? scene.boxes.get(at.parent) : undefined
  ) {
    chain.unshift(at.id)
  }
  return chain
}

/** How far from the left of a box the middle of an interface in it is. */
function endIn(
  scene: Plan,
  boxes: ReadonlyMap<string, Rect>,
  rows: ReadonlyMap<string, ChipRow>,
  id: string,
  device: End,
): number {
  const home = scene.homes.get(device.id)
  const chip = home === undefined ? undefined : rows.get(home)?.chips.get(device.id)
  let x = chip ? chip.x + chip.w / 2 : 0
  for (let at = home; at && at !== id; at = scene.boxes.get(at)?.parent ?? undefined)
    x += boxes.get(at)?.x ?? 0
  return x
}

/** Interfaces in their boxes; in the order of what they lead to, so that cables do not cross. */
function chipsOf(
  scene: Plan,
  boxes: ReadonlyMap<string, Rect>,
  rows: ReadonlyMap<string, ChipRow>,
): Pick<Layout, 'chips' | 'packed'> {
  const chips = new Map<string, Rect>()
  const packed = new Set<string>()
  for (const box of scene.boxes.values()) {
    const row = rows.get(box.id)
    if (!row) continue
    if (!row.single) packed.add(box.id)
    const order = row.single && box.chips.length > 1 ? uncrossed(scene, boxes, box) : box.chips
    const ordered = order.every((chip, i) => chip === box.chips[i]) ? row : chipRow(box, order)
    for (const [id, rect] of ordered.chips) chips.set(id, rect)
  }
  return { chips, packed }
}

function uncrossed(scene: Plan, boxes: ReadonlyMap<string, Rect>, box: Box<Chip>): readonly Chip[] {
  const far = (chip: Chip): number => {
    const home = chip.peer === null ? undefined : scene.homes.get(chip.peer)
    return home === undefined ? Infinity : centreX(scene, boxes, home)
  }
  const isFirst = (chip: Chip): boolean => isBridge(chip) || isLoopback(chip)
  const own = box.chips.filter(isFirst)
  const ports = box.chips.filter((c) => !isFirst(c)).map((chip) => ({ chip, x: far(chip) }))
  ports.sort((a, b) => (a.x === b.x ? a.chip.index - b.chip.index : a.x - b.x))
  return [...own, ...ports.map((p) => p.chip)]
}

function centreX(scene: Plan, boxes: ReadonlyMap<string, Rect>, id: string): number {
  const rect = absolute(scene, boxes, id)
  return rect.x + rect.w / 2
}

/** A box from the corner of the canvas. */
export function absolute(scene: Plan, boxes: ReadonlyMap<string, Rect>, id: string): Rect {
  const own = boxes.get(id) ?? { x: 0, y: 0, w: 0, h: 0 }
  let { x, y } = own
  for (let parent = scene.boxes.get(id)?.parent; parent; parent = scene.boxes.get(parent)?.parent ?? null) {
    const rect = boxes.get(parent)
    x += rect?.x ?? 0
    y += rect?.y ?? 0
  }
  return { x, y, w: own.w, h: own.h }
}
