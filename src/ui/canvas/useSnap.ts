// While a box or a note is dragged it comes to lie level with others that are near, and lines say with which.
import type { NodeChange } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { BoxNode } from './drawing.ts'
import type { Board } from './group.ts'
import type { Hand } from './hand.ts'
import type { Point } from './interaction.ts'
import { absolute } from './layout.ts'
import { rectOf } from './notes/edits.ts'
import { noteIndex, type NoteNode } from './notes/noteNodes.ts'
import { snapped } from './snap.ts'
import type { Rect } from './space.ts'

/** Pixels of the window. */
const REACH = 7

export interface Snap extends Pick<Hand, 'settle'> {
  /** Where the thing that was dragged lies; null when it was dragged free. Lines are gone then. */
  readonly end: (id: string) => Point | null
}

export function useSnap(board: Board): Snap {
  const free = useFreeKey()
  const last = useRef<{ readonly id: string; readonly at: Point } | null>(null)
  return useMemo(() => {
    const { interaction } = board.parts
    const settle = (changes: NodeChange<BoxNode | NoteNode>[]): NodeChange<BoxNode | NoteNode>[] => {
      const moves = changes.filter((c) => c.type === 'position' && c.dragging === true)
      const [move, ...more] = moves
      // The last change of a drag says that it is over: what was aligned stays so until it is dropped.
      if (!move) return changes
      if (move.type !== 'position' || !move.position || more.length > 0 || free.current) {
        last.current = null
        if (interaction.getState().guides.length > 0) interaction.setState({ guides: [] })
        return changes
      }
      const found = aligned(board, move.id, move.position)
      if (!found) return changes
      const at = { x: move.position.x + found.dx, y: move.position.y + found.dy }
      last.current = { id: move.id, at }
      interaction.setState({ guides: found.guides })
      return changes.map((c) => (c === move ? { ...move, position: at } : c))
    }
    return {
      settle,
      end: (id) => {
        const at = last.current?.id === id ? last.current.at : null
        last.current = null
        interaction.setState({ guides: [] })
        return at
      },
    }
  }, [board, free])
}

/** `at`: from the corner of the box it stands in. null where there is nothing to align. */
function aligned(board: Board, id: string, at: Point): ReturnType<typeof snapped> | null {
  const { scene, layout } = board.drawing.current
  const { notes } = board.parts.store.api.getState()
  const reach = REACH / board.flow.getZoom()
  const index = noteIndex(id)
  if (index !== null) {
    const note = notes[index]
    if (!note) return null
    const others = notes.filter((_, i) => i !== index).map(rectOf)
    return snapped({ ...rectOf(note), ...at }, [...others, ...boxRects(board, () => true)], reach)
  }
  const box = scene.boxes.get(id)
  const own = layout.boxes.get(id)
  if (!box || !own) return null
  const corner = box.parent === null ? { x: 0, y: 0 } : absolute(scene, layout.boxes, box.parent)
  const rect = { ...own, x: corner.x + at.x, y: corner.y + at.y }
  const beside = boxRects(board, (other) => other.id !== id && other.parent === box.parent)
  return snapped(rect, box.parent === null ? [...beside, ...notes.map(rectOf)] : beside, reach)
}

/** A lone interface follows its cable, and is no line to stand on. */
function boxRects(
  { drawing }: Board,
  is: (box: { id: string; parent: string | null }) => boolean,
): readonly Rect[] {
  const { scene, layout } = drawing.current
  return [...scene.boxes.values()]
    .filter((b) => b.kind !== 'interface' && is(b))
    .map((b) => absolute(scene, layout.boxes, b.id))
}

/** Ctrl or Cmd held: things go where they are dragged. */
function useFreeKey(): { readonly current: boolean } {
  const free = useRef(false)
  useEffect(() => {
    const look = (event: KeyboardEvent | PointerEvent): void => {
      free.current = event.ctrlKey || event.metaKey
    }
    const events = ['keydown', 'keyup', 'pointermove'] as const
    for (const name of events) window.addEventListener(name, look, true)
    return () => {
      for (const name of events) window.removeEventListener(name, look, true)
    }
  }, [])
  return free
}
