import { ViewportPortal } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import { cablePath } from './cables.ts'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import styles from './Canvas.module.css'

/** All cables as one drawing, for when they are too many and too small to be things of their own. */
export const FarCables = memo(function FarCables({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const origin = (box: string): { x: number; y: number } => absolute(drawing.scene, drawing.layout.boxes, box)
  const path = Array.from(drawing.routes.values(), (r) =>
    cablePath(r, origin(r.a.box), origin(r.b.box)),
  ).join(' ')
  return (
    <ViewportPortal>
      <svg className={styles.farCables} aria-hidden>
        <path d={path} />
      </svg>
    </ViewportPortal>
  )
})
