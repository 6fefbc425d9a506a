// Lining up several boxes, and spacing them evenly. Rectangles in, corners out: all from one corner of the canvas.
import type { Point } from './arrange.ts'
import type { Rect } from './space.ts'

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

/** Where each goes for its edge, or its middle, to be on the line of the outermost, or of the middle of all. */
export function aligned(rects: readonly Rect[], how: Alignment): readonly Point[] {
  const all = bounds(rects)
  return rects.map((r) => {
    switch (how) {
      case 'left':
        return { x: all.x, y: r.y }
      case 'centre':
        return { x: Math.round(all.x + (all.w - r.w) / 2), y: r.y }
      case 'right':
        return { x: all.x + all.w - r.w, y: r.y }
      case 'top':
        return { x: r.x, y: all.y }
      case 'middle':
        return { x: r.x, y: Math.round(all.y + (all.h - r.h) / 2) }
      case 'bottom':
        return { x: r.x, y: all.y + all.h - r.h }
    }
  })
}

/** Where each goes for the gaps between neighbours to be the same; the first and the last stay. */
export function distributed(rects: readonly Rect[], along: 'x' | 'y'): readonly Point[] {
  const side = along === 'x' ? 'w' : 'h'
  const order = rects.map((_, i) => i).sort((a, b) => (rects[a]?.[along] ?? 0) - (rects[b]?.[along] ?? 0))
  const all = bounds(rects)
  const filled = rects.reduce((sum, r) => sum + r[side], 0)
  const gap = rects.length > 1 ? (all[side] - filled) / (rects.length - 1) : 0
  const places = rects.map(({ x, y }) => ({ x, y }))
  let at = all[along]
  for (const i of order) {
    const place = places[i]
    if (place) place[along] = Math.round(at)
    at += (rects[i]?.[side] ?? 0) + gap
  }
  return places
}

/** The smallest rectangle around all of them. */
export function bounds(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((r) => r.x))
  const y = Math.min(...rects.map((r) => r.y))
  return {
    x,
    y,
    w: Math.max(...rects.map((r) => r.x + r.w)) - x,
    h: Math.max(...rects.map((r) => r.y + r.h)) - y,
  }
}
