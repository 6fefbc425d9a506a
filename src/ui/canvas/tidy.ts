// What a person placed goes where the layout would have put it.
import type { ReactFlowInstance } from '@xyflow/react'
import type { LabStore } from '../../store/lab.ts'
import { isMuch, layOut } from './drawer.ts'
import type { BoxNode } from './drawing.ts'
import { type Layout, layoutOf, NO_LAYOUT } from './layout.ts'
import { sceneOf } from './scene.ts'
import { FIT, still } from './useAutoFit.ts'

export async function tidy(
  store: LabStore,
  flow: Pick<ReactFlowInstance<BoxNode>, 'fitView'>,
): Promise<void> {
  const state = store.api.getState()
  const scene = sceneOf(state)
  const here = (): Layout => layoutOf(scene, new Map(), NO_LAYOUT)
  const { boxes } = isMuch(scene, NO_LAYOUT) ? await layOut(scene, new Map(), NO_LAYOUT).catch(here) : here()
  const placed = Array.from(scene.boxes.values()).filter((b) => state.placements.has(b.path))
  store.place(
    placed.map((b) => {
      const { x, y } = boxes.get(b.id) ?? { x: 0, y: 0 }
      return { path: b.path, x: Math.round(x), y: Math.round(y) }
    }),
  )
  requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: still() ? 0 : 220 }))
}
