import { useStore as useFlowStore } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useCanvas } from './canvasContext.ts'
import { handWords } from './handWords.ts'
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

/** The lines on which what is dragged lies with others. */
export function Guides(): ReactNode {
  const guides = useStore(useCanvas().interaction, (s) => s.guides)
  const zoom = useFlowStore((s) => s.transform[2])
  const [x, y] = useFlowStore((s) => s.transform)
  if (guides.length === 0) return null
  return (
    <svg className={styles.guides} aria-hidden>
      {guides.map(({ axis, at, from, to }) => {
        const [a, b] =
          axis === 'x'
            ? [
                { x: at, y: from },
                { x: at, y: to },
              ]
            : [
                { x: from, y: at },
                { x: to, y: at },
              ]
        return (
          <line
            key={`${axis}${at}`}
            x1={a.x * zoom + x}
            y1={a.y * zoom + y}
            x2={b.x * zoom + x}
            y2={b.y * zoom + y}
          />
        )
      })}
    </svg>
  )
}

/** The rectangle that is being drawn. */
export function Marquee(): ReactNode {
  const marquee = useStore(useCanvas().interaction, (s) => s.marquee)
  if (!marquee) return null
  const { start, end } = marquee
  return (
    <div
      className={styles.marquee}
      style={{
        left: Math.min(start.x, end.x),
        top: Math.min(start.y, end.y),
        width: Math.abs(start.x - end.x),
        height: Math.abs(start.y - end.y),
      }}
      aria-hidden
    />
  )
}

/** What the canvas waits for, or how many things are selected. */
export function Prompt({ tool }: { readonly tool: Tool | null }): ReactNode {
  const waiting = useStore(useCanvas().interaction, (s) => s.waiting)
  const several = useStore(useCanvas().interaction, (s) => s.group.size)
  const words = useWords()
  const text = waiting
    ? waiting.to === 'cable'
      ? words.otherEnd
      : words.pingWhom
    : tool === 'Cable'
      ? words.firstEnd
      : tool && tool !== 'Select'
        ? words.where
        : several > 1
          ? handWords().several.replace('{n}', String(several))
          : null
  return (
    <div className={styles.prompt} role="status" data-shown={text !== null}>
      {text}
    </div>
  )
}
