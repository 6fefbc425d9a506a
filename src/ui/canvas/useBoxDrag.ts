// A box that is dropped on another is plugged into it and goes back to its place; anywhere else it stays.
import type { OnNodeDrag } from '@xyflow/react'
import type { CanvasParts } from './canvasContext.ts'
import type { BoxNode, Drawing } from './drawing.ts'
import { planConnect } from './gestures/connect.ts'
import { perform } from './gestures/gesture.ts'
import type { Hand } from './hand.ts'
import type { Point } from './interaction.ts'
import { freePlace } from './layout.ts'
import { markPlug, targetOfBox, targetUnder } from './things.ts'

export function useBoxDrag(
  parts: CanvasParts,
  latest: { readonly current: Drawing },
  region: { readonly current: HTMLElement | null },
  restore: () => void,
): Pick<Hand, 'boxMoved' | 'boxDropped'> {
  const over = (event: Parameters<OnNodeDrag<BoxNode>>[0], node: BoxNode): ReturnType<typeof targetUnder> => {
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
      if (nodes.length > 1) return
      const found = over(event, node)
      if (region.current) markPlug(region.current, found?.element ?? null)
    },
    boxDropped: (event, node, nodes) => {
      if (nodes.length > 1) {
        if (region.current) markPlug(region.current, null)
        restore()
        const places = nodes.map((n) => ({ path: n.data.path, ...rounded(n.position) }))
        return parts.store.place(places)
      }
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
      const wish = { x: Math.round(node.position.x), y: Math.round(node.position.y), ...size }
      const { x, y } = freePlace(drawing.scene, drawing.layout, node.parentId ?? null, wish, node.id)
      restore()
      parts.store.place([{ path: node.data.path, x, y }])
    },
  }
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) }
}

function isWithin(drawing: Drawing, box: string, outer: string): boolean {
  for (let at: string | null = box; at !== null; at = drawing.scene.boxes.get(at)?.parent ?? null) {
    if (at === outer) return true
  }
  return false
}
