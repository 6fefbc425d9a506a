import { ViewportPortal } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import { cablePath } from './cables.ts'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import styles from './FarCables.module.css'
import type { CableKind } from './scene.ts'
import { inBundles } from './space.ts'

const KINDS = ['stack', 'cable', 'tunnel'] as const satisfies readonly CableKind[]

/** All cables as one drawing of a few shapes, for when they are too many and too small to be things of their own. */
export const FarCables = memo(function FarCables({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const origin = (box: string): { x: number; y: number } => absolute(drawing.scene, drawing.layout.boxes, box)
  const routes = [...drawing.routes.values()]
  return (
    <ViewportPortal>
      <svg className={styles.cables} data-layer="cables" aria-hidden>
        {KINDS.map((kind) => {
          const own = routes.filter((r) => r.kind === kind)
          const paths = own.map((r) => cablePath(r, origin(r.a.box), origin(r.b.box)))
          return (
            <g key={kind} data-kind={kind}>
              {inBundles(paths).map((d, i) => (
                <path key={i} d={d} />
              ))}
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
})
