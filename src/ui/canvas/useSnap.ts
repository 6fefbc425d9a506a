// While boxes and notes are dragged they come to lie level with others that are near, or evenly between them; lines and
// bars say with which.
import type { NodeChange } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { bounds } from './align.ts'
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
  /** Where the things that were dragged lie; nothing when they were dragged free. Lines are gone then. */
  readonly end: () => ReadonlyMap<string, Point>
}

interface Move {
  readonly id: string
  /** From the corner of the box it stands in. */
  readonly at: Point
}

const NOWHERE: ReadonlyMap<string, Point> = new Map()

export function useSnap(board: Board): Snap {
  const free = useFreeKey()
  const last = useRef(NOWHERE)
  return useMemo(() => {
    const { interaction } = board.parts
    const clear = (): void => {
      last.current = NOWHERE
      if (interaction.getState().guides.length > 0) interaction.setState({ guides: [] })
    }
    const settle = (changes: NodeChange<BoxNode | NoteNode>[]): NodeChange<BoxNode | NoteNode>[] => {
      const moves = changes.flatMap((c) =>
        c.type === 'position' && c.dragging === true && c.position ? [{ id: c.id, at: c.position }] : [],
      )
      // The last change of a drag says that it is over: what was aligned stays so until it is dropped.
      if (moves.length === 0) return changes
      const found = free.current ? null : aligned(board, moves)
      if (!found) {
        clear()
        return changes
      }
      const places = new Map(moves.map(({ id, at }) => [id, { x: at.x + found.dx, y: at.y + found.dy }]))
      last.current = places
      interaction.setState({ guides: found.guides })
      return changes.map((c) => {
        const position = c.type === 'position' ? places.get(c.id) : undefined
        return c.type === 'position' && position ? { ...c, position } : c
      })
    }
    return {
      settle,
      end: () => {
        const places = last.current
        clear()
        return places
      },
    }
  }, [board, free])
}

/** All that are dragged, as one. null where there is nothing to align. */
function aligned(board: Board, moves: readonly Move[]): ReturnType<typeof snapped> | null {
  const { scene } = board.drawing.current
  const moved = new Set(moves.map((m) => m.id))
  const indices = new Set(moves.map((m) => noteIndex(m.id)))
  const rects = moves.flatMap((move) => rectAt(board, move) ?? [])
  if (rects.length < moves.length) return null
  const boxes = moves.filter((m) => noteIndex(m.id) === null)
  const [parent = null, ...more] = new Set(boxes.map((m) => scene.boxes.get(m.id)?.parent ?? null))
  if (more.length > 0 || (parent !== null && boxes.length < moves.length)) return null
  const beside = boxRects(
    board,
    (other) => !moved.has(other.id) && (boxes.length === 0 || other.parent === parent),
  )
  const notes = board.parts.store.api.getState().notes.filter((_, i) => !indices.has(i))
  const others = parent === null ? [...beside, ...notes.map(rectOf)] : beside
  return snapped(bounds(rects), others, REACH / board.flow.getZoom())
}

/** What is dragged where it would be, from the corner of the canvas. */
function rectAt(board: Board, { id, at }: Move): Rect | null {
  const { scene, layout } = board.drawing.current
  const index = noteIndex(id)
  if (index !== null) {
    const note = board.parts.store.api.getState().notes[index]
    return note ? { ...rectOf(note), ...at } : null
  }
  const box = scene.boxes.get(id)
  const own = layout.boxes.get(id)
  if (!box || !own) return null
  const corner = box.parent === null ? { x: 0, y: 0 } : absolute(scene, layout.boxes, box.parent)
  return { ...own, x: corner.x + at.x, y: corner.y + at.y }
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
