import { Panel, useReactFlow } from '@xyflow/react'
import { Maximize, Minus, Plus, Workflow } from 'lucide-react'
import type { ReactNode } from 'react'
import { useCanvas } from './canvasContext.ts'
import styles from './Controls.module.css'
import type { BoxNode } from './drawing.ts'
import { tidy } from './tidy.ts'
import { FIT, still } from './useAutoFit.ts'
import { useWords } from './words.ts'

export function Controls(): ReactNode {
  const flow = useReactFlow<BoxNode>()
  const { store } = useCanvas()
  const words = useWords()
  const duration = (): number => (still() ? 0 : 220)
  return (
    <Panel position="bottom-left" className={styles.panel}>
      <Control label={words.zoomIn} onPress={() => void flow.zoomIn({ duration: duration() })}>
        <Plus size={15} aria-hidden />
      </Control>
      <Control label={words.zoomOut} onPress={() => void flow.zoomOut({ duration: duration() })}>
        <Minus size={15} aria-hidden />
      </Control>
      <Control label={words.fit} onPress={() => void flow.fitView({ ...FIT, duration: duration() })}>
        <Maximize size={14} aria-hidden />
      </Control>
      <Control label={words.tidy} onPress={() => void tidy(store, flow)}>
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
