import { ViewportPortal } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import { cablePath } from './cables.ts'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import styles from './Canvas.module.css'
import { inBundles } from './space.ts'

/** All cables as one drawing of a few shapes, for when they are too many and too small to be things of their own. */
export const FarCables = memo(function FarCables({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const origin = (box: string): { x: number; y: number } => absolute(drawing.scene, drawing.layout.boxes, box)
  const paths = Array.from(drawing.routes.values(), (r) => cablePath(r, origin(r.a.box), origin(r.b.box)))
  return (
    <ViewportPortal>
      <svg className={styles.farCables} aria-hidden>
        {inBundles(paths).map((d, i) => (
          <path key={i} d={d} />
        ))}
      </svg>
    </ViewportPortal>
  )
})
