// A box that is dropped on another is plugged into it and goes back to its place; anywhere else it stays.
import type { OnNodeDrag } from '@xyflow/react'
import type { LabStore } from '../../store/lab.ts'
import type { CanvasParts } from './canvasContext.ts'
import type { BoxNode, Drawing } from './drawing.ts'
import { planConnect } from './gestures/connect.ts'
import { perform } from './gestures/gesture.ts'
import type { Hand } from './hand.ts'
import { moveBoxes } from './moving.ts'
import type { NoteNode } from './notes/noteNodes.ts'
import { freePlace } from './layout.ts'
import type { Snap } from './useSnap.ts'
import { targetOfBox, targetUnder } from './things.ts'
import { markPlug } from './plugLights.ts'

type CanvasNode = BoxNode | NoteNode

export function useBoxDrag(
  parts: CanvasParts,
  latest: { readonly current: Drawing },
  region: { readonly current: HTMLElement | null },
  restore: () => void,
  snap: Snap,
): Pick<Hand, 'boxMoved' | 'boxDropped'> {
  const over = (
    event: Parameters<OnNodeDrag<CanvasNode>>[0],
    node: BoxNode,
  ): ReturnType<typeof targetUnder> => {
    const at = 'changedTouches' in event ? event.changedTouches[0] : event
    if (!at) return null
    const found = targetUnder(at.clientX, at.clientY, (element) => {
      const box = element.closest('.react-flow__node')?.getAttribute('data-id')
      return box !== null && box !== undefined && isWithin(latest.current, box, node.id)
    })
    // The box it stands in is where it is moved about, not what it is dropped on.
    return found?.element.getAttribute('data-id') === node.parentId ? null : found
  }
  return {
    boxMoved: (event, node, nodes) => {
      if (nodes.length > 1 || node.type === 'note') return
      const found = over(event, node)
      const from = targetOfBox(node.id)
      const takes = found && from && planConnect(parts.store.api.getState(), from, found.target).ok
      if (region.current) markPlug(region.current, takes ? found.element : null)
    },
    boxDropped: (event, node, dropped) => {
      const settled = snap.end()
      const nodes = dropped.map((n) => ({ ...n, position: settled.get(n.id) ?? n.position }))
      if (nodes.length > 1) {
        if (region.current) markPlug(region.current, null)
        restore()
        const boxes = nodes.filter((n) => n.type !== 'note')
        if (boxes.length > 0)
          moveBoxes(
            parts.store,
            latest.current,
            boxes.map((n) => ({ path: n.data.path, ...n.position })),
          )
        const written = nodes.filter((n) => n.type === 'note')
        if (written.length > 0) moveTo(parts.store, written)
        return
      }
      const at = settled.get(node.id) ?? node.position
      if (node.type === 'note') return moveTo(parts.store, [{ ...node, position: at }])
      const found = over(event, node)
      if (region.current) markPlug(region.current, null)
      const from = targetOfBox(node.id)
      if (found && from) {
        restore()
        perform(parts.store, planConnect(parts.store.api.getState(), from, found.target))
        return
      }
      const drawing = latest.current
      const size = { w: node.width ?? 0, h: node.height ?? 0 }
      const wish = { x: Math.round(at.x), y: Math.round(at.y), ...size }
      const { x, y } = freePlace(drawing.scene, drawing.layout, node.parentId ?? null, wish, node.id)
      restore()
      moveBoxes(parts.store, drawing, [{ path: node.data.path, x, y }])
    },
  }
}

function moveTo(store: LabStore, nodes: readonly NoteNode[]): void {
  const places = new Map(nodes.map((n) => [n.data.index, n.position]))
  store.write(
    store.api.getState().notes.map((note, i) => {
      const { x, y } = places.get(i) ?? note
      return { ...note, x: Math.round(x), y: Math.round(y) }
    }),
  )
}

function isWithin(drawing: Drawing, box: string, outer: string): boolean {
  for (let at: string | null = box; at !== null; at = drawing.scene.boxes.get(at)?.parent ?? null) {
    if (at === outer) return true
  }
  return false
}
