// What answers to a person's doings on the canvas. It comes at the first touch (Hands.tsx); what is done before it is
// there waits for it.
import type { NodeChange, OnNodeDrag } from '@xyflow/react'
import { useCallback, useMemo, useRef, type DragEvent, type HTMLAttributes } from 'react'
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import type { BoxNode } from './drawing.ts'
import type { Point } from './interaction.ts'
import type { NoteNode } from './notes/noteNodes.ts'
import { thingAt } from './things.ts'
import { draggedTool, type Tool } from './tools.ts'

export interface Hand {
  readonly click: (event: MouseEvent) => void
  readonly doubleClick: (event: MouseEvent) => void
  readonly contextMenu: (event: MouseEvent) => void
  readonly keyDown: (event: KeyboardEvent) => void
  readonly pointerDown: (event: PointerEvent) => void
  /** A thing from the palette, at a point of the window. */
  readonly toolOver: (tool: Tool, at: Point) => void
  readonly toolLeft: () => void
  readonly toolDropped: (tool: Tool, at: Point) => void
  /** Changes as they are to be: what is dragged comes to lie level with others. */
  readonly settle: (changes: NodeChange<BoxNode | NoteNode>[]) => NodeChange<BoxNode | NoteNode>[]
  readonly boxMoved: OnNodeDrag<BoxNode | NoteNode>
  readonly boxDropped: OnNodeDrag<BoxNode | NoteNode>
}

interface HandEvents {
  /** For the element that holds the canvas. */
  readonly region: Pick<
    HTMLAttributes<HTMLElement>,
    | 'onClick'
    | 'onDoubleClick'
    | 'onContextMenu'
    | 'onKeyDown'
    | 'onPointerDown'
    | 'onDragOver'
    | 'onDragLeave'
    | 'onDrop'
  >
  readonly onNodeDrag: OnNodeDrag<BoxNode | NoteNode>
  readonly onNodeDragStop: OnNodeDrag<BoxNode | NoteNode>
  readonly settle: Hand['settle']
  /** Gives the hand, each time it is made anew. */
  readonly take: (hand: Hand) => void
}

export function useHand(): HandEvents {
  const hand = useRef<Hand | null>(null)
  const waiting = useRef<((hand: Hand) => void)[]>([])
  const give = useCallback((act: (hand: Hand) => void) => {
    if (hand.current) act(hand.current)
    else waiting.current.push(act)
  }, [])
  const take = useCallback((fresh: Hand) => {
    hand.current = fresh
    for (const act of waiting.current.splice(0)) act(fresh)
  }, [])
  return useMemo(
    () => ({
      region: {
        onClick: (event) => give((h) => h.click(event)),
        onDoubleClick: (event) => give((h) => h.doubleClick(event)),
        onContextMenu: (event) => {
          if (event.target instanceof Element && thingAt(event.target)) event.preventDefault()
          give((h) => h.contextMenu(event))
        },
        onKeyDown: (event) => give((h) => h.keyDown(event)),
        onPointerDown: (event) => give((h) => h.pointerDown(event)),
        onDragOver: (event) => {
          const tool = draggedTool(event.dataTransfer.types)
          if (!tool) return
          event.preventDefault()
          event.dataTransfer.dropEffect = 'copy'
          const at = pointOf(event)
          give((h) => h.toolOver(tool, at))
        },
        onDragLeave: (event) => {
          if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
          give((h) => h.toolLeft())
        },
        onDrop: (event) => {
          const tool = draggedTool(event.dataTransfer.types)
          if (!tool) return
          event.preventDefault()
          const at = pointOf(event)
          give((h) => h.toolDropped(tool, at))
        },
      },
      settle: (changes) => hand.current?.settle(changes) ?? changes,
      onNodeDrag: (...drag) => give((h) => h.boxMoved(...drag)),
      onNodeDragStop: (...drag) => give((h) => h.boxDropped(...drag)),
      take,
    }),
    [give, take],
  )
}

function pointOf(event: DragEvent): Point {
  return { x: event.clientX, y: event.clientY }
}
