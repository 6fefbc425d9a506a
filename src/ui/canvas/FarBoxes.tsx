import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import { memo, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useCanvas } from './canvasContext.ts'
import type { Drawing } from './drawing.ts'
import styles from './FarBoxes.module.css'
import { absolute } from './layout.ts'
import { type Box, type BoxKind, boxId } from './scene.ts'
import { inBundles, outline, type Rect } from './space.ts'

/** What stands in what comes first. */
const KINDS = ['netns', 'bridge', 'interface'] as const satisfies readonly BoxKind[]
/** Below this zoom not even the large names can be read. */
const NAMELESS = 0.18
const NAME_CHAR = 20

/** All boxes of a large lab as one drawing, for when they are too many and too small to be things of their own. */
export const FarBoxes = memo(function FarBoxes({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const named = useFlowStore((s) => s.transform[2] >= NAMELESS)
  const inner = useMemo(() => innerOf(drawing), [drawing])
  return (
    <ViewportPortal>
      <svg className={styles.boxes} data-layer="boxes" data-boxes={inner.length} aria-hidden>
        {KINDS.map((kind) => (
          <g key={kind} data-box={kind}>
            {inBundles(inner.filter((i) => i.box.kind === kind).map((i) => outline(i.rect))).map((d, i) => (
              <path key={i} d={d} />
            ))}
          </g>
        ))}
        {named
          ? inner.map(({ box, rect }) => <Name key={box.id} title={box.title} kind={box.kind} {...rect} />)
          : null}
        <Selected drawing={drawing} />
      </svg>
    </ViewportPortal>
  )
})

interface Inner {
  readonly box: Box
  readonly rect: Rect
}

/** Those that stand in another, each from the corner of the canvas. */
function innerOf({ scene, layout }: Drawing): readonly Inner[] {
  return [...scene.boxes.values()]
    .filter((box) => box.parent !== null)
    .map((box) => ({ box, rect: absolute(scene, layout.boxes, box.id) }))
}

const Name = memo(function Name({
  title,
  kind,
  x,
  y,
  w,
  h,
}: Rect & { readonly title: string; readonly kind: BoxKind }): ReactNode {
  if (kind === 'interface') return null
  const most = Math.floor(w / NAME_CHAR)
  return (
    <text data-box={kind} x={x + w / 2} y={y + h / 2}>
      {title.length > most ? `${title.slice(0, most - 1)}…` : title}
    </text>
  )
})

function Selected({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { store, interaction } = useCanvas()
  const selection = useStore(store.api, (s) => s.selection)
  const group = useStore(interaction, (s) => s.group)
  const sought = useStore(interaction, (s) => s.sought)
  const ids = new Set([...group, ...sought])
  if (selection && selection.kind !== 'packet') ids.add(boxId(selection))
  if (ids.size === 0) return null
  const chosen = innerOf(drawing).filter((i) => ids.has(i.box.id))
  return <path data-selected d={chosen.map((i) => outline(i.rect)).join('')} />
}
