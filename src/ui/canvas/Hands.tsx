import { useLayoutEffect, type ReactNode } from 'react'
import { useCanvas } from './canvasContext.ts'
import { CanvasMenu } from './CanvasMenu.tsx'
import type { Drawing } from './drawing.ts'
import type { Hand } from './hand.ts'
import { InlineEditor } from './InlineEditor.tsx'
import { GhostBox, LooseCable, Prompt } from './Overlays.tsx'
import type { Tool } from './tools.ts'
import { useBoxDrag } from './useBoxDrag.ts'
import { useGestures } from './useGestures.ts'
import { useLooseCable } from './useLooseCable.ts'
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
  const gestures = useGestures({ parts, drawing, region, tool, onToolDone })
  const pointerDown = useLooseCable(parts, region, tool === 'Cable')
  const drop = usePaletteDrop(parts, gestures, region)
  const drag = useBoxDrag(parts, drawing, region, restore)
  useLayoutEffect(() => take({ ...gestures, pointerDown, ...drop, ...drag }))
  return (
    <>
      <Prompt tool={tool} />
      <LooseCable />
      <GhostBox />
      <CanvasMenu />
      <InlineEditor />
    </>
  )
}
