import { Panel, useReactFlow, type FitViewOptions } from '@xyflow/react'
import { Maximize, Minus, Plus, Workflow } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCanvas } from './canvasContext.ts'
import styles from './Controls.module.css'
import { NO_DRAWING, draw } from './drawing.ts'
import { still } from './useAutoFit.ts'
import { useWords } from './words.ts'

export function Controls({ fit }: { readonly fit: FitViewOptions }): ReactNode {
  const flow = useReactFlow()
  const { store } = useCanvas()
  const words = useWords()
  const duration = (): number => (still() ? 0 : 220)
  /** What a person placed goes where the layout would have put it. */
  const tidy = (): void => {
    const state = store.api.getState()
    const { scene, layout } = draw(state, new Map(), NO_DRAWING)
    const placed = Array.from(scene.boxes.values()).filter((b) => state.placements.has(b.path))
    store.place(
      placed.map((b) => {
        const { x, y } = layout.boxes.get(b.id) ?? { x: 0, y: 0 }
        return { path: b.path, x: Math.round(x), y: Math.round(y) }
      }),
    )
    requestAnimationFrame(() => void flow.fitView({ ...fit, duration: duration() }))
  }
  return (
    <Panel position="bottom-left" className={styles.panel}>
      <Control label={words.zoomIn} onPress={() => void flow.zoomIn({ duration: duration() })}>
        <Plus size={15} aria-hidden />
      </Control>
      <Control label={words.zoomOut} onPress={() => void flow.zoomOut({ duration: duration() })}>
        <Minus size={15} aria-hidden />
      </Control>
      <Control label={words.fit} onPress={() => void flow.fitView({ ...fit, duration: duration() })}>
        <Maximize size={14} aria-hidden />
      </Control>
      <Control label={words.tidy} onPress={tidy}>
        <Workflow size={14} aria-hidden />
      </Control>
    </Panel>
  )
}

interface ControlProps {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function Control({ label, onPress, children }: ControlProps): ReactNode {
  return (
    <button type="button" className={styles.control} aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  )
}
