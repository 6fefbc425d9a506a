// Lining up while a thing is dragged: its edges and middles come to lie on those of others that are near, or the gaps to
// its neighbours become the same (spacing.ts).
import type { Rect } from './space.ts'
import { evenShift, type Gap, gapsOf } from './spacing.ts'

/** A line along which things are level: x of a vertical one, y of a level one, and how far it reaches. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Snapped {
  /** How far it moves from where it was dragged. */
  readonly dx: number
  readonly dy: number
  readonly guides: readonly (Guide | Gap)[]
}

/** Sums of positions are compared; what differs by less lies on the same line. */
const LEVEL = 0.01

/** `reach`: how near a line, or a place with even gaps, must be. */
export function snapped(rect: Rect, others: readonly Rect[], reach: number): Snapped {
  const dx = lesser(
    nearest(
      rect.x,
      rect.w,
      others.map((r) => [r.x, r.w] as const),
      reach,
    ),
    evenShift('x', rect, others, reach),
  )
  const dy = lesser(
    nearest(
      rect.y,
      rect.h,
      others.map((r) => [r.y, r.h] as const),
      reach,
    ),
    evenShift('y', rect, others, reach),
  )
  const at = { ...rect, x: rect.x + (dx ?? 0), y: rect.y + (dy ?? 0) }
  return {
    dx: dx ?? 0,
    dy: dy ?? 0,
    guides: [
      ...(dx === null ? [] : [...guidesOf('x', at, others), ...gapsOf('x', at, others)]),
      ...(dy === null ? [] : [...guidesOf('y', at, others), ...gapsOf('y', at, others)]),
    ],
  }
}

/** Of two shifts; a line goes before even gaps that are as near. */
function lesser(line: number | null, even: number | null): number | null {
  if (line === null || even === null) return line ?? even
  return Math.abs(even) < Math.abs(line) ? even : line
}

function linesOf(start: number, size: number): readonly number[] {
  return [start, start + size / 2, start + size]
}

/** The least shift that puts an edge or the middle on one of another; null when none is in reach. */
function nearest(
  start: number,
  size: number,
  others: readonly (readonly [start: number, size: number])[],
  reach: number,
): number | null {
  let best: number | null = null
  for (const [from, length] of others) {
    for (const line of linesOf(from, length)) {
      for (const own of linesOf(start, size)) {
        const shift = line - own
        if (Math.abs(shift) <= reach && (best === null || Math.abs(shift) < Math.abs(best))) best = shift
      }
    }
  }
  return best
}

function guidesOf(axis: 'x' | 'y', at: Rect, others: readonly Rect[]): readonly Guide[] {
  const along = (r: Rect): readonly number[] => (axis === 'x' ? linesOf(r.x, r.w) : linesOf(r.y, r.h))
  const across = (r: Rect): readonly [number, number] => (axis === 'x' ? [r.y, r.y + r.h] : [r.x, r.x + r.w])
  return along(at).flatMap((line) => {
    const level = others.filter((r) => along(r).some((l) => Math.abs(l - line) < LEVEL))
    if (level.length === 0) return []
    const ends = [at, ...level].flatMap(across)
    return [{ axis, at: line, from: Math.min(...ends), to: Math.max(...ends) }]
  })
}
