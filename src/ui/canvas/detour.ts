// A cable's way around the boxes that stand between its ends: level and upright pieces along the boxes' sides, short and
// with few bends (Dijkstra over the lines beside all boxes).
import type { Rect } from './space.ts'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where a cable may leave its box, and in which direction. */
export interface Exit extends Spot {
  readonly dx: number
  readonly dy: number
  /** What it costs to leave here rather than elsewhere, in pixels. */
  readonly cost: number
}

export interface Detour {
  readonly from: number
  readonly to: number
  /** The bends, from one exit to the other. */
  readonly bends: readonly Spot[]
  readonly cost: number
}

/** A straight piece of a cable. */
export type Piece = readonly [Spot, Spot]

/** Between a cable and a box that it passes; a title hangs over the upper border. */
export const CLEAR = 4
/** How far from a box the first of the lines beside it is, and each next. */
const BESIDE = 8
const LANE = 5
/** A bend is worth that many pixels; what lies on another cable is that many times as long. */
const BEND = 60
const SHARED = 4
/** Nearer than that to another cable is on it. */
const APART = 4

/**
 * `blocked`: boxes, with their titles and some room around them. `taken`: where other cables go. `lane`: how many lines
 * farther from the boxes it goes than the first could.
 */
export function detour(
  from: readonly Exit[],
  to: readonly Exit[],
  blocked: readonly Rect[],
  taken: readonly Piece[],
  lane: number,
): Detour | null {
  const off = BESIDE - CLEAR + LANE * lane
  const starts = from.map((e) => outside(e, off + CLEAR))
  const goals = to.map((e) => outside(e, off + CLEAR))
  const xs = lines(
    [...starts, ...goals].map((p) => p.x),
    blocked.flatMap((r) => [r.x - off, r.x + r.w + off]),
  )
  const ys = lines(
    [...starts, ...goals].map((p) => p.y),
    blocked.flatMap((r) => [r.y - off, r.y + r.h + off]),
  )
  const levels = new Lines((y) => levelLine(y, blocked, taken))
  const columns = new Lines((x) => uprightLine(x, blocked, taken))
  const rows = ys.length
  const nodeOf = (p: Spot): number => (xs.indexOf(p.x) * rows + ys.indexOf(p.y)) * 2
  // Two nodes at each crossing of lines: reached along the level line, and along the upright one.
  const costs = new Float64Array(xs.length * rows * 2).fill(Infinity)
  const previous = new Int32Array(costs.length).fill(-1)
  const queue = new Queue()
  const reach = (node: number, cost: number, before: number): void => {
    if (cost >= (costs[node] ?? 0)) return
    costs[node] = cost
    previous[node] = before
    queue.push(node, cost)
  }
  for (const [i, p] of starts.entries()) {
    const exit = from[i]
    if (exit && !blocked.some((r) => cuts(exit, p, r)))
      reach(nodeOf(p) + (exit.dx === 0 ? 1 : 0), exit.cost, -1)
  }
  const ends = new Map<number, number>()
  for (const [i, p] of goals.entries()) {
    const exit = to[i]
    if (exit && !blocked.some((r) => cuts(exit, p, r))) ends.set(nodeOf(p), i)
  }
  let best = { cost: Infinity, node: -1, goal: -1 }
  for (let node = queue.pop(); node >= 0; node = queue.pop()) {
    const cost = costs[node] ?? Infinity
    if (cost >= best.cost) break
    const upright = node & 1
    const goal = ends.get(node - upright)
    const exit = goal === undefined ? undefined : to[goal]
    if (goal !== undefined && exit) {
      const whole = cost + exit.cost + (upright === (exit.dx === 0 ? 1 : 0) ? 0 : BEND)
      if (whole < best.cost) best = { cost: whole, node, goal }
    }
    reach(node ^ 1, cost + BEND, node)
    const [ix, iy] = [Math.floor(node / 2 / rows), (node >> 1) % rows]
    const at = { x: xs[ix] ?? 0, y: ys[iy] ?? 0 }
    const line = upright ? columns.at(ix, at.x) : levels.at(iy, at.y)
    const here = upright ? at.y : at.x
    for (const step of [-1, 1]) {
      const there = upright ? ys[iy + step] : xs[ix + step]
      if (there === undefined) continue
      const over = node + 2 * step * (upright ? 1 : rows)
      const length = Math.abs(there - here)
      if (cost + length >= (costs[over] ?? 0) || line.blocked.some((b) => overlap(here, there, ...b) > 0))
        continue
      const shared = line.taken.reduce((sum, t) => sum + overlap(here, there, ...t), 0)
      reach(over, cost + length + SHARED * shared, node)
    }
  }
  if (best.node < 0) return null
  const bends: Spot[] = []
  let first = best.node
  for (let node = best.node; node >= 0; node = previous[node] ?? -1) {
    bends.unshift({ x: xs[Math.floor(node / 2 / rows)] ?? 0, y: ys[(node >> 1) % rows] ?? 0 })
    first = node
  }
  return {
    from: starts.findIndex((p, i) => nodeOf(p) + (from[i]?.dx === 0 ? 1 : 0) === first),
    to: best.goal,
    cost: best.cost,
    bends: corners(bends.filter((p, i) => p.x !== bends[i - 1]?.x || p.y !== bends[i - 1]?.y)),
  }
}

/** Whether a straight piece runs through a rectangle (Liang and Barsky). */
export function cuts(a: Spot, b: Spot, r: Rect): boolean {
  if (Math.max(a.x, b.x) <= r.x || Math.min(a.x, b.x) >= r.x + r.w) return false
  if (Math.max(a.y, b.y) <= r.y || Math.min(a.y, b.y) >= r.y + r.h) return false
  let [from, to] = [0, 1]
  for (const [p, q] of [
    [a.x - b.x, a.x - r.x],
    [b.x - a.x, r.x + r.w - a.x],
    [a.y - b.y, a.y - r.y],
    [b.y - a.y, r.y + r.h - a.y],
  ] as const) {
    if (p < 0) from = Math.max(from, q / p)
    else if (p > 0) to = Math.min(to, q / p)
  }
  return from < to
}

type Stretch = readonly [from: number, to: number]

interface Line {
  readonly blocked: readonly Stretch[]
  readonly taken: readonly Stretch[]
}

/** What lies on each line of one direction, found out when it is first asked. */
class Lines {
  readonly #known: Line[] = []
  readonly #look: (at: number) => Line

  constructor(look: (at: number) => Line) {
    this.#look = look
  }

  at(index: number, at: number): Line {
    return (this.#known[index] ??= this.#look(at))
  }
}

function levelLine(y: number, blocked: readonly Rect[], taken: readonly Piece[]): Line {
  return {
    blocked: blocked.filter((r) => r.y < y && y < r.y + r.h).map((r) => [r.x, r.x + r.w]),
    taken: taken.filter(([c, d]) => c.y === d.y && Math.abs(c.y - y) < APART).map(([c, d]) => [c.x, d.x]),
  }
}

function uprightLine(x: number, blocked: readonly Rect[], taken: readonly Piece[]): Line {
  return {
    blocked: blocked.filter((r) => r.x < x && x < r.x + r.w).map((r) => [r.y, r.y + r.h]),
    taken: taken.filter(([c, d]) => c.x === d.x && Math.abs(c.x - x) < APART).map(([c, d]) => [c.y, d.y]),
  }
}

function overlap(a: number, b: number, c: number, d: number): number {
  return Math.max(0, Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d)))
}

function outside({ x, y, dx, dy }: Exit, distance: number): Spot {
  return { x: x + dx * distance, y: y + dy * distance }
}

function lines(own: readonly number[], beside: readonly number[]): readonly number[] {
  return [...new Set([...own, ...beside])].sort((a, b) => a - b)
}

/** Without those in the middle of a straight piece. */
function corners(points: readonly Spot[]): readonly Spot[] {
  return points.filter((p, i) => {
    const [a, b] = [points[i - 1], points[i + 1]]
    return !a || !b || !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y))
  })
}

/** The cheapest first: a binary heap. */
class Queue {
  readonly #nodes: number[] = []
  readonly #costs: number[] = []

  push(node: number, cost: number): void {
    let at = this.#nodes.length
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((this.#costs[up] ?? 0) <= cost) break
      this.#set(at, up)
      at = up
    }
    this.#nodes[at] = node
    this.#costs[at] = cost
  }

  /** -1 when it is empty. */
  pop(): number {
    const [first = -1] = this.#nodes
    const [node, cost] = [this.#nodes.pop(), this.#costs.pop()]
    if (node === undefined || cost === undefined || this.#nodes.length === 0) return first
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= this.#nodes.length) break
      if ((this.#costs[down + 1] ?? Infinity) < (this.#costs[down] ?? 0)) down++
      if ((this.#costs[down] ?? 0) >= cost) break
      this.#set(at, down)
      at = down
    }
    this.#nodes[at] = node
    this.#costs[at] = cost
    return first
  }

  #set(at: number, from: number): void {
    this.#nodes[at] = this.#nodes[from] ?? 0
    this.#costs[at] = this.#costs[from] ?? 0
  }
}
