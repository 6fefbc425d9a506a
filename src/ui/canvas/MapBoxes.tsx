// A large lab on the map: each outermost box with what stands in it as one shape.
import type { MiniMapNodeProps } from '@xyflow/react'
import { useContext, useMemo, type ReactNode } from 'react'
import { DrawingContext } from './canvasContext.ts'
import { absolute } from './layout.ts'
import type { Box } from './scene.ts'
import { outline } from './space.ts'

export function MapBoxes({ id, x, y, width, height, color }: MiniMapNodeProps): ReactNode {
  const { scene, layout } = useContext(DrawingContext)
  const [bridges, others] = useMemo(() => {
    const inner = [...scene.boxes.values()].filter((b) => b.parent === id)
    const shape = (boxes: readonly Box[]): string =>
      boxes.map((b) => outline(absolute(scene, layout.boxes, b.id))).join('')
    return [shape(inner.filter((b) => b.kind === 'bridge')), shape(inner.filter((b) => b.kind === 'netns'))]
  }, [scene, layout, id])
  if (scene.boxes.get(id)?.parent !== null) return null
  return (
    <>
      <rect x={x} y={y} width={width} height={height} fill={color} />
      <path d={others} fill="var(--ns)" />
      <path d={bridges} fill="var(--bridge)" />
    </>
  )
}
