import { useReactFlow } from '@xyflow/react'
import { useEffect, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { useCanvas } from './canvasContext.ts'
import { CanvasMenu } from './CanvasMenu.tsx'
import { openDesk } from './desk.ts'
import { deskOf } from './deskItems.ts'
import type { BoxNode, Drawing } from './drawing.ts'
import type { Hand } from './hand.ts'
import { InlineEditor } from './InlineEditor.tsx'
import { GhostBox, Guides, LooseCable, Marquee, Prompt } from './Overlays.tsx'
import { RunForm } from './run/RunForm.tsx'
import type { Tool } from './tools.ts'
import { useBoxDrag } from './useBoxDrag.ts'
import { useGestures, type Gestures } from './useGestures.ts'
import { useLooseCable } from './useLooseCable.ts'
import { useLongPress } from './useLongPress.ts'
import { useMarquee } from './useMarquee.ts'
import { useSnap } from './useSnap.ts'
import { usePaletteDrop } from './usePaletteDrop.ts'

interface HandsProps {
  readonly drawing: { readonly current: Drawing }
  readonly region: { readonly current: HTMLElement | null }
  readonly tool: Tool | null
  readonly onToolDone: () => void
  /** Puts boxes that were dragged back to where the layout has them. */
  readonly restore: () => void
  readonly take: (hand: Hand) => void
}

/** All that answers to a person's doings, and what is shown while something is being done. */
export function Hands({ drawing, region, tool, onToolDone, restore, take }: HandsProps): ReactNode {
  const parts = useCanvas()
  const flow = useReactFlow<BoxNode>()
  const board = useMemo(() => ({ parts, drawing, flow }), [parts, drawing, flow])
  const gestures = useGestures({ board, region, tool, onToolDone })
  const cable = useLooseCable(parts, region, tool === 'Cable')
  const marquee = useMarquee(board, region, tool === 'Select')
  const longPress = useLongPress(region, gestures)
  const drop = usePaletteDrop(parts, gestures, region)
  const snap = useSnap(board)
  const drag = useBoxDrag(parts, drawing, region, restore, snap)
  useLayoutEffect(() =>
    take({
      ...gestures,
      ...drop,
      ...drag,
      settle: snap.settle,
      pointerDown: (event) => {
        gestures.pointerDown(event)
        if (marquee(event)) return
        longPress(event)
        cable(event)
      },
    }),
  )
  useEffect(() => openDesk(deskOf(board, region)), [board, region])
  useKeysOfNobody(gestures)
  return (
    <>
      <Prompt tool={tool} />
      <LooseCable />
      <GhostBox />
      <Guides />
      <Marquee />
      <CanvasMenu />
      <InlineEditor />
      <RunForm />
    </>
  )
}

/** With the focus nowhere, the canvas has the keys that are for all of it. */
function useKeysOfNobody({ groupKey }: Gestures): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.target !== document.body || document.querySelector('dialog[open]')) return
      if (groupKey(event)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [groupKey])
}
