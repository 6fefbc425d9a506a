import { ViewportPortal } from '@xyflow/react'
import { memo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useCanvas } from './canvasContext.ts'
import { cablePath } from './cables.ts'
import type { Drawing } from './drawing.ts'
import { absolute } from './layout.ts'
import styles from './Overlays.module.css'
import type { Tool } from './tools.ts'
import { useWords } from './words.ts'

/** The cable in the hand. */
export function LooseCable(): ReactNode {
  const loose = useStore(useCanvas().interaction, (s) => s.loose)
  if (!loose) return null
  const { start, end } = loose
  const bend = Math.min(90, Math.abs(end.y - start.y) / 2 + 20)
  const path = `M${start.x},${start.y} C${start.x},${start.y + bend} ${end.x},${end.y - bend} ${end.x},${end.y}`
  return (
    <svg className={styles.loose} aria-hidden>
      <path d={path} />
      <circle cx={end.x} cy={end.y} r="5" />
    </svg>
  )
}

/** The thing from the palette that is being dragged. */
export function GhostBox(): ReactNode {
  const ghost = useStore(useCanvas().interaction, (s) => s.ghost)
  if (!ghost) return null
  return (
    <div
      className={styles.ghost}
      style={{ left: ghost.at.x, top: ghost.at.y }}
      data-tool={ghost.tool}
      aria-hidden
    >
      {ghost.tool}
    </div>
  )
}

/** What the canvas waits for. */
export function Prompt({ tool }: { readonly tool: Tool | null }): ReactNode {
  const waiting = useStore(useCanvas().interaction, (s) => s.waiting)
  const words = useWords()
  const text = waiting
    ? waiting.to === 'cable'
      ? words.otherEnd
      : words.pingWhom
    : tool === 'Cable'
      ? words.firstEnd
      : tool
        ? words.where
        : null
  return (
    <div className={styles.prompt} role="status" data-shown={text !== null}>
      {text}
    </div>
  )
}

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
