import { useStore as useFlowStore } from '@xyflow/react'
import type { ReactNode } from 'react'
import styles from './Ground.module.css'

/** Pixels of the canvas from dot to dot, and of the screen that are left between two at least. */
const GAP = 20
const LEAST = 14

/** The dots below a large lab: moved as they are, where React Flow's own would be painted again at every step. */
export function Ground(): ReactNode {
  const [x, y, zoom] = useFlowStore((s) => s.transform)
  let gap = GAP * zoom
  while (gap < LEAST) gap *= 2
  return (
    <div className={styles.clip} aria-hidden>
      <div
        className={styles.dots}
        data-ground
        style={{
          inset: -gap,
          backgroundSize: `${gap}px ${gap}px`,
          transform: `translate(${x % gap}px, ${y % gap}px)`,
        }}
      />
    </div>
  )
}
