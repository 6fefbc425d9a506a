import type { EdgeProps } from '@xyflow/react'
import { memo, type CSSProperties, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { protocolColour } from '../packets/protocolColour.ts'
import { useCanvas, useDevice } from './canvasContext.ts'
import styles from './CableEdge.module.css'
import { cablePath } from './cables.ts'
import type { CableEdge as CableEdgeType } from './drawing.ts'

/** A cable; React Flow says where the corners of both boxes are, also while one is dragged. */
export const CableEdge = memo(function CableEdge(props: EdgeProps<CableEdgeType>): ReactNode {
  const { id, data, sourceX, sourceY, targetX, targetY } = props
  const lit = useStore(useCanvas().lights, (s) => s.lit.get(id))
  const up = useBothUp(data?.route.a.device ?? '', data?.route.b.device ?? '')
  if (!data) return null
  const path = cablePath(data.route, { x: sourceX, y: sourceY }, { x: targetX, y: targetY })
  const style: CSSProperties & Record<'--lit', string> = {
    '--lit': lit ? protocolColour(lit) : 'transparent',
  }
  return (
    <g
      className={styles.cable}
      data-kind={data.route.kind}
      data-lit={lit !== undefined}
      data-up={up}
      style={style}
    >
      {lit ? <path className={styles.glow} d={path} /> : null}
      {data.route.kind === 'tunnel' ? <path className={styles.tube} d={path} /> : null}
      <path className={styles.line} d={path} />
      {data.route.kind === 'cable' ? <path className={styles.grip} d={path} /> : null}
    </g>
  )
})

function useBothUp(a: string, b: string): boolean {
  const one = useDevice(a)
  const two = useDevice(b)
  return Boolean(one?.up && two?.up)
}
