// What is near the view, in steps: for things that are too many to be drawn where nobody looks.
import { useStore as useFlowStore, type ReactFlowState } from '@xyflow/react'
import { useCallback } from 'react'
import type { Rect } from './space.ts'

/** The rectangle grows and moves by this many pixels of the canvas, so that panning seldom changes it. */
const STEP = 512

/** The part of the canvas in view and somewhat around it; null, and never again, where it is not asked for. */
export function useNearRect(wanted: boolean): Rect | null {
  const select = useCallback((s: ReactFlowState): Rect | null => (wanted ? nearRect(s) : null), [wanted])
  return useFlowStore(select, sameRect)
}

function nearRect({ transform: [x, y, zoom], width, height }: ReactFlowState): Rect {
  const left = Math.floor(-x / zoom / STEP) * STEP
  const top = Math.floor(-y / zoom / STEP) * STEP
  const right = Math.ceil((width - x) / zoom / STEP) * STEP
  const bottom = Math.ceil((height - y) / zoom / STEP) * STEP
  return { x: left, y: top, w: right - left, h: bottom - top }
}

function sameRect(a: Rect | null, b: Rect | null): boolean {
  return a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h)
}
