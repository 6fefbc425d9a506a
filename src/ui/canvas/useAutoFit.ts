// Everything in view: at the start, and for as long as the person has not chosen a view of their own.
import {
  getViewportForBounds,
  useReactFlow,
  useStore as useFlowStore,
  type FitViewOptions,
  type OnMove,
  type Viewport,
} from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { bounds } from './align.ts'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import type { NoteNode } from './notes/noteNodes.ts'
import type { Rect } from './space.ts'

/** Room for the titles above and the controls on the left. */
export const FIT = {
  padding: { top: '34px', right: '26px', bottom: '26px', left: '60px' },
  maxZoom: 1.25,
} as const satisfies FitViewOptions

export const MIN_ZOOM = 0.04

/** Returns the listener for moves of the view. */
export function useAutoFit(drawing: Drawing, notes: readonly NoteNode[]): OnMove {
  const flow = useReactFlow()
  const width = useFlowStore((s) => s.width)
  const height = useFlowStore((s) => s.height)
  const own = useRef(false)
  const shown = useRef(false)
  useEffect(() => {
    if (drawing.nodes.length === 0 || width === 0 || height === 0 || (own.current && shown.current)) return
    const first = !shown.current
    const rects = outerRects(drawing, notes)
    if (!first && isInView(rects, flow.getViewport(), width, height)) return
    shown.current = true
    // Reckoned here: React Flow's own fit sees only the nodes it has taken in by now.
    void flow.setViewport(viewOf(rects, width, height), { duration: first || still() ? 0 : 220 })
  }, [drawing, notes, flow, width, height])
  return (event) => {
    if (event) own.current = true
  }
}

export function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

function outerRects(drawing: Drawing, notes: readonly NoteNode[]): readonly Rect[] {
  const outer = [...drawing.scene.boxes.values()].filter((box) => box.parent === null)
  return [
    ...outer.map((box) => absolute(drawing.scene, drawing.layout.boxes, box.id)),
    ...notes.map(({ position, width: w = 0, height: h = 0 }) => ({ ...position, w, h })),
  ]
}

function viewOf(rects: readonly Rect[], width: number, height: number): Viewport {
  const { x, y, w, h } = bounds(rects)
  return getViewportForBounds(
    { x, y, width: w, height: h },
    width,
    height,
    MIN_ZOOM,
    FIT.maxZoom,
    FIT.padding,
  )
}

function isInView(rects: readonly Rect[], view: Viewport, width: number, height: number): boolean {
  for (const rect of rects) {
    const left = rect.x * view.zoom + view.x
    const top = rect.y * view.zoom + view.y
    if (left < 0 || top < 8 || left + rect.w * view.zoom > width || top + rect.h * view.zoom > height)
      return false
  }
  return true
}
