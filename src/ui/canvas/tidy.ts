// What a person placed goes where the layout would have put it.
import type { ReactFlowInstance } from '@xyflow/react'
import type { LabStore } from '../../store/lab.ts'
import { NO_DRAWING, draw, type BoxNode } from './drawing.ts'
import { FIT, still } from './useAutoFit.ts'

export function tidy(store: LabStore, flow: Pick<ReactFlowInstance<BoxNode>, 'fitView'>): void {
  const state = store.api.getState()
  const { scene, layout } = draw(state, new Map(), NO_DRAWING)
  const placed = Array.from(scene.boxes.values()).filter((b) => state.placements.has(b.path))
  store.place(
    placed.map((b) => {
      const { x, y } = layout.boxes.get(b.id) ?? { x: 0, y: 0 }
      return { path: b.path, x: Math.round(x), y: Math.round(y) }
    }),
  )
  requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: still() ? 0 : 220 }))
}
