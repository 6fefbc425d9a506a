// Where the boxes of one container stand: what a person placed stays, then what stood already, then new things in free
// space. Upper things (namespaces, machines) fill rows; lower ones (bridges, switches, a machine's own interfaces) stand
// under those they serve.
import type { Size } from './metrics.ts'
import { type Rect, Space } from './space.ts'

export interface Item extends Size {
  readonly id: string
  readonly role: 'upper' | 'lower'
  /** Where a person put it, or where it stood before, from the container's corner. */
  readonly placed: Point | null
  readonly before: Point | null
  /** Cables to other items of the container. */
  readonly serves: readonly Service[]
  /** Where it goes among lower ones that serve nothing here. */
  readonly edge: 'left' | 'right' | null
  /** How much lower than a bridge its box begins, for its chip to stand level with the bridge's. */
  readonly drop: number
}

/** A cable to another item, and how far from the left its ends are in the two. */
export interface Service {
  readonly id: string
  readonly here: number
  readonly there: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Room {
  /** Where rows begin. */
  readonly corner: Point
  /** Nothing is put left of or above it. */
  readonly bound: Point
  readonly gap: number
  /** Between things side by side, and between a row and what it is cabled to. */
  readonly across: number
  readonly down: number
  /** Upper things in a row, at least. */
  readonly columns: number
}

/** Where the items of a container stand; and where those would that stand at an edge, were there room. */
export interface Arranged {
  readonly rects: ReadonlyMap<string, Rect>
  readonly wishes: ReadonlyMap<string, Point>
}

/** `last`: how the container was arranged before. */
export function arrange(items: readonly Item[], room: Room, last?: Arranged): Arranged {
  const space = new Space()
  const rects = new Map<string, Rect>()
  const put = (item: Item, rect: Rect): void => {
    rects.set(item.id, rect)
    space.add(rect)
  }
  const wishes = new Map<string, Point>()
  /** Everything that stood when it was arranged last stands where it stood: a place that was taken still is. */
  let stands = false
  const settle = (item: Item, at: Point): void => {
    if (item.edge !== null) wishes.set(item.id, at)
    const old = stands ? stoodAt(item, at, last) : null
    const found =
      old && !space.hit(old, room.gap)
        ? old
        : space.nearest({ ...at, w: item.w, h: item.h }, room.gap, room.bound)
    put(item, found)
    if (stands && found !== old) stands = !last?.rects.has(item.id)
  }
  /** What stands where it stood is in nobody's way, for as long as all before it do. */
  let undisturbed = true
  const stay = (item: Item, at: Point): void => {
    const old = undisturbed ? last?.rects.get(item.id) : undefined
    undisturbed = old?.x === at.x && old.y === at.y && old.w === item.w && old.h === item.h
    if (!old || !undisturbed) return settle(item, at)
    if (item.edge !== null) wishes.set(item.id, at)
    put(item, old)
  }
  for (const item of items) if (item.placed) stay(item, item.placed)
  for (const item of items) if (!item.placed && item.before) stay(item, item.before)

  const fresh = items.filter((i) => !rects.has(i.id))
  stands = last !== undefined && allStand(last.rects, rects, fresh)
  const uppers = fresh.filter((i) => i.role === 'upper')
  const lowers = fresh.filter((i) => i.role === 'lower').sort((a, b) => rank(a) - rank(b))
  const limit = rowLimit(items, room)
  const joined = lowers.some((i) => rank(i) === 0)
  const aboveLowers = joined ? uppersAbove(uppers, limit, room) : uppers.length
  const rows = new Rows(items, rects, space, room, limit)
  for (const item of uppers.slice(0, aboveLowers)) put(item, rows.next(item))
  for (const item of lowers) settle(item, under(item, items, rects, space, room))
  for (const item of uppers.slice(aboveLowers)) put(item, rows.next(item))
  return { rects, wishes }
}

/** Where it stood, if it would stand there by itself again. */
function stoodAt(item: Item, at: Point, last: Arranged | undefined): Rect | null {
  const [rect, wish] = [last?.rects.get(item.id), last?.wishes.get(item.id)]
  const same = wish?.x === at.x && wish.y === at.y && rect?.w === item.w && rect.h === item.h
  return same ? rect : null
}

/** Of `fresh` it is seen when they are put. */
function allStand(
  before: ReadonlyMap<string, Rect>,
  now: ReadonlyMap<string, Rect>,
  fresh: readonly Item[],
): boolean {
  const open = new Set(fresh.map((i) => i.id))
  for (const [id, old] of before) {
    const rect = now.get(id)
    const same = rect?.x === old.x && rect.y === old.y && rect.w === old.w && rect.h === old.h
    if (!same && !open.has(id)) return false
  }
  return true
}

function rank(item: Item): number {
  if (item.edge === null || item.serves.length > 0) return 0
  if (item.edge === 'right') return 2
  return 1
}

function columnsFor(count: number, room: Room): number {
  return Math.max(room.columns, Math.ceil(Math.sqrt(count) * 1.3))
}

function rowLimit(items: readonly Item[], room: Room): number {
  const uppers = items.filter((i) => i.role === 'upper')
  if (uppers.length === 0) return room.corner.x
  const mean = uppers.reduce((sum, i) => sum + i.w, 0) / uppers.length
  return room.corner.x + columnsFor(uppers.length, room) * (mean + room.across)
}

/** Of several rows of upper things half stand above the lower ones, so that cables stay short. */
function uppersAbove(uppers: readonly Item[], limit: number, room: Room): number {
  const rows: number[] = [0]
  let x = room.corner.x
  for (const item of uppers) {
    if (x > room.corner.x && x + item.w > limit) {
      rows.push(0)
      x = room.corner.x
    }
    x += item.w + room.across
    rows[rows.length - 1] = (rows.at(-1) ?? 0) + 1
  }
  return rows.slice(0, Math.ceil(rows.length / 2)).reduce((sum, n) => sum + n, 0)
}

/** Rows of upper things: those that stand, top down, then new ones below everything. */
class Rows {
  readonly #space: Space
  readonly #room: Room
  readonly #limit: number
  readonly #rows: { y: number; x: number }[]

  constructor(
    items: readonly Item[],
    rects: ReadonlyMap<string, Rect>,
    space: Space,
    room: Room,
    limit: number,
  ) {
    const ys = items.filter((i) => i.role === 'upper').map((i) => rects.get(i.id)?.y)
    const known = [...new Set(ys.filter((y) => y !== undefined))].sort((a, b) => a - b)
    this.#rows = known.map((y) => ({ y, x: room.corner.x }))
    this.#space = space
    this.#room = room
    this.#limit = limit
  }

  next(item: Item): Rect {
    for (const row of this.#rows) {
      const rect = this.#inRow(row, item)
      if (rect) return rect
    }
    const bottom = this.#space.rects.reduce((most, r) => Math.max(most, r.y + r.h), -Infinity)
    const row = {
      y: bottom === -Infinity ? this.#room.corner.y : bottom + this.#room.down,
      x: this.#room.corner.x,
    }
    this.#rows.push(row)
    return this.#inRow(row, item) ?? { x: row.x, y: row.y, w: item.w, h: item.h }
  }

  /** The first gap of the row that holds it. What is left of the row's mark is known to be full. */
  #inRow(row: { y: number; x: number }, item: Item): Rect | null {
    let x = row.x
    for (;;) {
      const rect = { x, y: row.y, w: item.w, h: item.h }
      const hit = this.#space.hit(rect, this.#room.gap)
      if (x > this.#room.corner.x && x + item.w > this.#limit) return null
      if (!hit) {
        row.x = x + item.w + this.#room.across
        return rect
      }
      x = hit.x + hit.w + this.#room.across
    }
  }
}

/** Where a lower thing would stand best: centred under those it serves, below the first row of upper things. */
function under(
  item: Item,
  items: readonly Item[],
  rects: ReadonlyMap<string, Rect>,
  space: Space,
  room: Room,
): Point {
  const uppers = items
    .filter((i) => i.role === 'upper')
    .map((i) => rects.get(i.id))
    .filter((r) => r !== undefined)
  const ends = item.serves.flatMap(({ id, here, there }) => {
    const rect = rects.get(id)
    return rect ? [{ rect, x: rect.x + there - here }] : []
  })
  const served = ends.map((e) => e.rect)
  const row = served.length > 0 ? served : uppers
  const top = row.reduce((least, r) => Math.min(least, r.y), Infinity)
  const first = row.filter((r) => r.y < top + 60)
  const y = first.reduce((most, r) => Math.max(most, r.y + r.h + room.down), room.corner.y) + item.drop
  const corner = { x: room.corner.x, y, w: item.w, h: item.h }
  if (item.edge === 'left' && served.length === 0 && !space.hit(corner, room.gap)) return corner
  const lowers = items
    .filter((i) => i.role === 'lower')
    .map((i) => rects.get(i.id))
    .filter((r) => r !== undefined)
  if (item.edge !== null && served.length === 0) {
    const beside = lowers.filter((r) => Math.abs(r.y + r.h / 2 - (y + item.h / 2)) < 60)
    return { x: beside.reduce((most, r) => Math.max(most, r.x + r.w + room.across), room.corner.x), y }
  }
  if (served.length === 0 && first.length === 0) return { x: room.corner.x, y }
  if (ends.length > 0) return { x: Math.round(ends.reduce((sum, e) => sum + e.x, 0) / ends.length), y }
  const [left, right] = [Math.min(...first.map((r) => r.x)), Math.max(...first.map((r) => r.x + r.w))]
  return { x: Math.round((left + right - item.w) / 2), y }
}
