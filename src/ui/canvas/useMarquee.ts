// A rectangle drawn on empty ground takes in what it touches: with shift held, or with the Select tool.
import { useMemo, type PointerEvent } from 'react'
import { type Board, boxesIn, setGroup } from './group.ts'
import type { Point } from './interaction.ts'
import { boxId } from './scene.ts'
import { thingAt } from './things.ts'

/** Pixels before a press becomes a rectangle. */
const THRESHOLD = 4

/** Returns whether the press is a rectangle's. */
export function useMarquee(
  board: Board,
  region: { readonly current: HTMLElement | null },
  armed: boolean,
): (event: PointerEvent) => boolean {
  return useMemo(() => {
    return (event) => {
      const root = region.current
      if (event.button !== 0 || !root || !(event.shiftKey || armed) || !isGround(event.target)) return false
      // Else the canvas itself would be dragged.
      const still = (e: Event): void => e.stopPropagation()
      for (const type of ['mousedown', 'touchstart'])
        root.addEventListener(type, still, { capture: true, once: true })
      draw(board, root, event)
      return true
    }
  }, [board, region, armed])
}

/** A machine is the ground that its namespaces stand on. */
function isGround(target: EventTarget): boolean {
  if (!(target instanceof Element) || !target.closest('.react-flow__renderer')) return false
  if (target.closest('button')) return false
  const thing = thingAt(target)
  return thing === null || thing.kind === 'machine'
}

function draw(board: Board, root: HTMLElement, down: PointerEvent): void {
  const { interaction } = board.parts
  const start: Point = { x: down.clientX, y: down.clientY }
  const before = down.shiftKey ? interaction.getState().group : new Set<string>()
  const { selection } = board.parts.store.api.getState()
  const kept = new Set(before)
  if (down.shiftKey && selection && selection.kind !== 'packet') kept.add(boxId(selection))
  let drawn = false
  const move = (event: globalThis.PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return
    if (!drawn && Math.hypot(event.clientX - start.x, event.clientY - start.y) < THRESHOLD) return
    drawn = true
    const end = { x: event.clientX, y: event.clientY }
    const [a, b] = [board.flow.screenToFlowPosition(start), board.flow.screenToFlowPosition(end)]
    const rect = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      w: Math.abs(a.x - b.x),
      h: Math.abs(a.y - b.y),
    }
    interaction.setState({
      marquee: { start, end },
      group: new Set([
        ...kept,
        ...boxesIn(board.drawing.current, board.parts.store.api.getState().notes, rect),
      ]),
    })
  }
  const done = (event: globalThis.PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return
    stop()
    if (!drawn) return
    setGroup(board.parts, interaction.getState().group)
    const swallow = (e: Event): void => e.stopPropagation()
    root.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => root.removeEventListener('click', swallow, { capture: true }), 0)
  }
  const stop = (): void => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', done)
    window.removeEventListener('pointercancel', done)
    interaction.setState({ marquee: null })
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', done)
  window.addEventListener('pointercancel', done)
}
