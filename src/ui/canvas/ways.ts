// The way along a cable as points, for what is drawn without the browser's own motion paths.

export interface Point {
  readonly x: number
  readonly y: number
}

/** Points at equal steps of what was drawn, with how far along each is; the last says how long the whole is. */
export type Way = readonly (Point & { readonly at: number })[]

/** Pieces that a curve is cut into. */
const PIECES = 16

/** Of a path that is made of `M`, `L` and `C` alone, as cables.ts makes them. */
export function wayOf(path: string): Way {
  const points: Point[] = []
  for (const [, letter, rest = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const [one, two, end] = pointsOf(rest)
    const start = points.at(-1)
    if (letter === 'C' && start && one && two && end) {
      for (let i = 1; i <= PIECES; i++) points.push(onCurve(start, one, two, end, i / PIECES))
    } else if (one) points.push(one)
  }
  let at = 0
  return points.map((point, i) => {
    const before = points[i - 1] ?? point
    at += Math.hypot(point.x - before.x, point.y - before.y)
    return { ...point, at }
  })
}

/** Where one is after a part of the way, 0 to 1. */
export function along(way: Way, part: number): Point {
  const goal = part * (way.at(-1)?.at ?? 0)
  const next = way.findIndex((point) => point.at >= goal)
  const [a, b] = [way[Math.max(0, next - 1)], way[next]]
  if (!a || !b) return way.at(-1) ?? { x: 0, y: 0 }
  const share = b.at === a.at ? 0 : (goal - a.at) / (b.at - a.at)
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

function pointsOf(text: string): readonly Point[] {
  const numbers = text
    .split(/[ ,]+/)
    .filter((t) => t !== '')
    .map(Number)
  const points: Point[] = []
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 })
  return points
}

function onCurve(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const u = 1 - t
  const mix = (p: number, q: number, r: number, s: number): number =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) }
}
