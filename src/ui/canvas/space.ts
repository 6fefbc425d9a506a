// Which places are taken: rectangles in a grid of buckets, so that asking costs the same with ten and with thousands.

export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const BUCKET = 256
const STEP = 12
const MOST_RINGS = 400

export class Space {
  readonly #buckets = new Map<number, Rect[]>()
  readonly #all: Rect[] = []
  // Around all of them.
  #left = Infinity
  #top = Infinity
  #right = -Infinity
  #bottom = -Infinity

  get rects(): readonly Rect[] {
    return this.#all
  }

  add(rect: Rect): void {
    this.#all.push(rect)
    this.#left = Math.min(this.#left, rect.x)
    this.#top = Math.min(this.#top, rect.y)
    this.#right = Math.max(this.#right, rect.x + rect.w)
    this.#bottom = Math.max(this.#bottom, rect.y + rect.h)
    const right = Math.floor((rect.x + rect.w) / BUCKET)
    const bottom = Math.floor((rect.y + rect.h) / BUCKET)
    for (let bx = Math.floor(rect.x / BUCKET); bx <= right; bx++) {
      for (let by = Math.floor(rect.y / BUCKET); by <= bottom; by++) {
        const key = keyOf(bx, by)
        const bucket = this.#buckets.get(key)
        if (bucket) bucket.push(rect)
        else this.#buckets.set(key, [rect])
      }
    }
  }

  /** The first rectangle that comes nearer than `gap`. */
  hit(rect: Rect, gap: number): Rect | null {
    const wide = { x: rect.x - gap, y: rect.y - gap, w: rect.w + 2 * gap, h: rect.h + 2 * gap }
    const right = Math.floor((wide.x + wide.w) / BUCKET)
    const bottom = Math.floor((wide.y + wide.h) / BUCKET)
    for (let bx = Math.floor(wide.x / BUCKET); bx <= right; bx++) {
      for (let by = Math.floor(wide.y / BUCKET); by <= bottom; by++) {
        const bucket = this.#buckets.get(keyOf(bx, by))
        if (bucket) for (const other of bucket) if (overlaps(wide, other)) return other
      }
    }
    return null
  }

  /** Of the rectangles that come nearer than `gap` the one that reaches farthest in a direction. */
  #farthest(rect: Rect, gap: number, along: Direction): Rect | null {
    const wide = { x: rect.x - gap, y: rect.y - gap, w: rect.w + 2 * gap, h: rect.h + 2 * gap }
    const left = Math.floor(Math.max(wide.x, this.#left) / BUCKET)
    const right = Math.floor(Math.min(wide.x + wide.w, this.#right) / BUCKET)
    const top = Math.floor(Math.max(wide.y, this.#top) / BUCKET)
    const bottom = Math.floor(Math.min(wide.y + wide.h, this.#bottom) / BUCKET)
    const level = along.x === 0
    const [lines, length] = level ? [bottom - top, right - left] : [right - left, bottom - top]
    // Line by line of buckets, the one that is farthest in that direction first.
    for (let line = 0; line <= lines; line++) {
      let far: Rect | null = null
      for (let i = 0; i <= length; i++) {
        const bx = level ? left + i : along.x > 0 ? right - line : left + line
        const by = level ? (along.y > 0 ? bottom - line : top + line) : top + i
        const bucket = this.#buckets.get(keyOf(bx, by))
        if (bucket)
          for (const other of bucket)
            if (overlaps(wide, other) && (!far || reach(other, along) > reach(far, along))) far = other
      }
      if (far) return far
    }
    return null
  }

  /**
   * The free place nearest to the wished one, sideways rather than up or down, never left of or above `corner`.
   */
  nearest(wish: Rect, gap: number, corner: { readonly x: number; readonly y: number }): Rect {
    const start = { ...wish, x: Math.max(wish.x, corner.x), y: Math.max(wish.y, corner.y) }
    if (!this.hit(start, gap)) return start
    for (let ring = 1; ring <= MOST_RINGS; ring++) {
      const found = this.#onRing(start, ring * STEP, gap, corner)
      if (found) return found
    }
    const bottom = this.#all.reduce((most, r) => Math.max(most, r.y + r.h), corner.y)
    return { ...start, y: bottom + gap }
  }

  /** The ring is half as high as it is wide, as a step down costs twice one sideways. */
  #onRing(
    start: Rect,
    radius: number,
    gap: number,
    corner: { readonly x: number; readonly y: number },
  ): Rect | null {
    let best: Rect | null = null
    let bestCost = Infinity
    for (const { out, along } of WAYS) {
      if (start.x + out.x * radius < corner.x || start.y + (out.y * radius) / 2 < corner.y) continue
      for (let d = 0; d <= radius;) {
        const dx = out.x * radius + along.x * d
        const dy = (out.y * radius + along.y * d) / 2
        const cost = dx * dx + 4 * dy * dy + (dx < 0 ? 1 : 0) + (dy < 0 ? 2 : 0)
        if (cost >= bestCost) break
        const rect = { x: start.x + dx, y: start.y + dy, w: start.w, h: start.h }
        if (rect.x < corner.x || rect.y < corner.y) break
        const hit = this.#farthest(rect, gap, along)
        if (hit) {
          d += Math.max(1, Math.ceil(clearance(rect, hit, gap, along) / STEP)) * STEP
          continue
        }
        best = rect
        bestCost = cost
        break
      }
    }
    return best
  }
}

/** From the middles of a ring's sides to its corners. */
const WAYS = [
  { out: { x: 1, y: 0 }, along: { x: 0, y: 1 } },
  { out: { x: 1, y: 0 }, along: { x: 0, y: -1 } },
  { out: { x: -1, y: 0 }, along: { x: 0, y: 1 } },
  { out: { x: -1, y: 0 }, along: { x: 0, y: -1 } },
  { out: { x: 0, y: 1 }, along: { x: 1, y: 0 } },
  { out: { x: 0, y: 1 }, along: { x: -1, y: 0 } },
  { out: { x: 0, y: -1 }, along: { x: 1, y: 0 } },
  { out: { x: 0, y: -1 }, along: { x: -1, y: 0 } },
] as const

type Direction = (typeof WAYS)[number]['along']

/** How far a rectangle extends in a direction. */
function reach(rect: Rect, along: Direction): number {
  if (along.x !== 0) return along.x > 0 ? rect.x + rect.w : -rect.x
  return along.y > 0 ? rect.y + rect.h : -rect.y
}

/** How much farther a rectangle has to go to come by another; up and down every step is half of one. */
function clearance(rect: Rect, hit: Rect, gap: number, along: Direction): number {
  if (along.x > 0) return hit.x + hit.w + gap - rect.x
  if (along.x < 0) return rect.x + rect.w - hit.x + gap
  return 2 * (along.y > 0 ? hit.y + hit.h + gap - rect.y : rect.y + rect.h - hit.y + gap)
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** An SVG path around it. */
export function outline({ x, y, w, h }: Rect): string {
  return `M${x} ${y}h${w}v${h}h${-w}z`
}

const BUNDLE = 12

/** Paths joined, a few neighbours in one: what is out of sight is left out whole, and all together are few elements. */
export function inBundles(paths: readonly string[]): readonly string[] {
  const bundles: string[] = []
  for (let i = 0; i < paths.length; i += BUNDLE) bundles.push(paths.slice(i, i + BUNDLE).join(''))
  return bundles
}

function keyOf(bx: number, by: number): number {
  return bx * 65536 + by
}
