// Even gaps while a thing is dragged: between the two that it stands between, and on from two that stand in a row.
import type { Rect } from './space.ts'

type Axis = 'x' | 'y'

/** A gap that is as wide as the one beside it: from border to border along the axis, and where across it is shown. */
export interface Gap {
  readonly gap: Axis
  readonly from: number
  readonly to: number
  readonly at: number
}

/** Sums of positions are compared; what differs by less is the same. */
const SAME = 0.01
const LEAST_GAP = 1

/** The least shift along an axis that makes two gaps the same; null when none is in reach. */
export function evenShift(axis: Axis, rect: Rect, others: readonly Rect[], reach: number): number | null {
  let best: number | null = null
  for (const { shift } of evenings(axis, rect, others, reach))
    if (Math.abs(shift) <= reach && (best === null || Math.abs(shift) < Math.abs(best))) best = shift
  return best
}

/** The gaps along an axis that are the same where it stands, from left to right or from the top down. */
export function gapsOf(axis: Axis, rect: Rect, others: readonly Rect[]): readonly Gap[] {
  const gaps = new Map<number, Gap>()
  for (const { shift, row } of evenings(axis, rect, others, SAME)) {
    if (Math.abs(shift) > SAME) continue
    const spans = row.map((r) => spanOf(axis, r))
    const at = (Math.max(...spans.map((s) => s.low)) + Math.min(...spans.map((s) => s.high))) / 2
    for (const [i, { end }] of spans.entries()) {
      const next = spans[i + 1]
      if (next) gaps.set(end, gaps.get(end) ?? { gap: axis, from: end, to: next.start, at })
    }
  }
  return [...gaps.values()].sort((a, b) => a.from - b.from)
}

/** A way to stand evenly: how far off it is, and the three in a row, with the one that is dragged where it is. */
interface Evening {
  readonly shift: number
  readonly row: readonly [Rect, Rect, Rect]
}

function evenings(axis: Axis, rect: Rect, others: readonly Rect[], reach: number): readonly Evening[] {
  const own = spanOf(axis, rect)
  const row = others.filter((r) => {
    const { low, high } = spanOf(axis, r)
    return low < own.high && own.low < high
  })
  const before = lastBefore(axis, row, own.start + reach)
  const after = firstAfter(axis, row, own.end - reach)
  const found: Evening[] = []
  if (before && after) {
    const [from, to] = [spanOf(axis, before).end, spanOf(axis, after).start]
    const gap = (to - from - (own.end - own.start)) / 2
    if (gap >= LEAST_GAP) found.push({ shift: from + gap - own.start, row: [before, rect, after] })
  }
  const first = before && lastBefore(axis, row, spanOf(axis, before).start)
  if (before && first) {
    const { start, end } = spanOf(axis, before)
    const gap = start - spanOf(axis, first).end
    if (gap >= LEAST_GAP) found.push({ shift: end + gap - own.start, row: [first, before, rect] })
  }
  const last = after && firstAfter(axis, row, spanOf(axis, after).end)
  if (after && last) {
    const { start, end } = spanOf(axis, after)
    const gap = spanOf(axis, last).start - end
    if (gap >= LEAST_GAP) found.push({ shift: start - gap - own.end, row: [rect, after, last] })
  }
  return found
}

/** The nearest that ends before a place. */
function lastBefore(axis: Axis, row: readonly Rect[], place: number): Rect | null {
  let found: Rect | null = null
  for (const r of row) {
    const { end } = spanOf(axis, r)
    if (end <= place && (!found || end > spanOf(axis, found).end)) found = r
  }
  return found
}

/** The nearest that starts after a place. */
function firstAfter(axis: Axis, row: readonly Rect[], place: number): Rect | null {
  let found: Rect | null = null
  for (const r of row) {
    const { start } = spanOf(axis, r)
    if (start >= place && (!found || start < spanOf(axis, found).start)) found = r
  }
  return found
}

interface Span {
  /** Along the axis. */
  readonly start: number
  readonly end: number
  /** Across it. */
  readonly low: number
  readonly high: number
}

function spanOf(axis: Axis, { x, y, w, h }: Rect): Span {
  return axis === 'x'
    ? { start: x, end: x + w, low: y, high: y + h }
    : { start: y, end: y + h, low: x, high: x + w }
}
