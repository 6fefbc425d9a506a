// Everything in view: at the start, and for as long as the person has not chosen a view of their own.
import { useReactFlow, useStore as useFlowStore, type FitViewOptions, type OnMove } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import type { NoteNode } from './notes/noteNodes.ts'

/** Room for the titles above and the controls on the left. */
export const FIT = {
  padding: { top: '34px', right: '26px', bottom: '26px', left: '60px' },
  maxZoom: 1.25,
} as const satisfies FitViewOptions

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
    shown.current = true
    if (!first && isInView(drawing, notes, flow.getViewport(), width, height)) return
    // After React Flow has taken the nodes in.
    const frame = requestAnimationFrame(
      () => void flow.fitView({ ...FIT, duration: first || still() ? 0 : 220 }),
    )
    return () => cancelAnimationFrame(frame)
  }, [drawing, notes, flow, width, height])
  return (event) => {
    if (event) own.current = true
  }
}

export function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

function isInView(
  drawing: Drawing,
  notes: readonly NoteNode[],
  view: { x: number; y: number; zoom: number },
  width: number,
  height: number,
): boolean {
  const outer = [...drawing.scene.boxes.values()].filter((box) => box.parent === null)
  const rects = [
    ...outer.map((box) => absolute(drawing.scene, drawing.layout.boxes, box.id)),
    ...notes.map(({ position, width: w = 0, height: h = 0 }) => ({ ...position, w, h })),
  ]
  for (const rect of rects) {
    const left = rect.x * view.zoom + view.x
    const top = rect.y * view.zoom + view.y
    if (left < 0 || top < 8 || left + rect.w * view.zoom > width || top + rect.h * view.zoom > height)
      return false
  }
  return true
}
