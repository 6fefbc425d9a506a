import { useStore as useFlowStore } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useCanvas } from './canvasContext.ts'
import { handWords } from './handWords.ts'
import type { Point } from './interaction.ts'
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

/** The lines on which what is dragged lies with others, and the gaps that are the same. */
export function Guides(): ReactNode {
  const guides = useStore(useCanvas().interaction, (s) => s.guides)
  const zoom = useFlowStore((s) => s.transform[2])
  const [x, y] = useFlowStore((s) => s.transform)
  if (guides.length === 0) return null
  return (
    <svg className={styles.guides} aria-hidden>
      {guides.map((guide) => {
        const { at, from, to } = guide
        // A line stands across its axis, a gap lies along it.
        const upright = 'gap' in guide ? guide.gap === 'y' : guide.axis === 'x'
        const spot = (along: number): Point =>
          upright ? { x: at * zoom + x, y: along * zoom + y } : { x: along * zoom + x, y: at * zoom + y }
        const [a, b] = [spot(from), spot(to)]
        if ('gap' in guide) return <GapBar key={`gap${guide.gap}${from}`} a={a} b={b} size={to - from} />
        return <line key={`${guide.axis}${at}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
      })}
    </svg>
  )
}

/** Half the length of the strokes at a bar's ends. */
const TICK = 5

/** From border to border, with how many pixels lie between. */
function GapBar({ a, b, size }: { readonly a: Point; readonly b: Point; readonly size: number }): ReactNode {
  const upright = a.x === b.x
  const tick = ({ x, y }: Point): string =>
    upright ? `M${x - TICK},${y}h${2 * TICK}` : `M${x},${y - TICK}v${2 * TICK}`
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  return (
    <g data-gap={upright ? 'y' : 'x'}>
      <path d={`M${a.x},${a.y}L${b.x},${b.y}${tick(a)}${tick(b)}`} />
      <text {...(upright ? { x: middle.x + 8, y: middle.y + 4 } : { x: middle.x, y: middle.y - 6 })}>
        {Math.round(size)}
      </text>
    </g>
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
