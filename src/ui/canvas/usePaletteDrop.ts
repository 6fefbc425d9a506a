// A thing from the palette, dragged over the canvas and dropped.
import type { DragEvent } from 'react'
import type { CanvasParts } from './canvasContext.ts'
import type { Target } from './gestures/gesture.ts'
import { markPlug, targetUnder } from './things.ts'
import { draggedTool, placeTool, type Tool } from './tools.ts'
import type { Gestures } from './useGestures.ts'

interface Drop {
  readonly onDragOver: (event: DragEvent) => void
  readonly onDragLeave: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
}

export function usePaletteDrop(
  { store, interaction }: CanvasParts,
  { spotAt }: Gestures,
  region: { readonly current: HTMLElement | null },
): Drop {
  const clear = (): void => {
    interaction.setState({ ghost: null })
    if (region.current) markPlug(region.current, null)
  }
  return {
    onDragOver: (event) => {
      const tool = draggedTool(event.dataTransfer.types)
      if (!tool) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      const at = { x: event.clientX, y: event.clientY }
      interaction.setState({ ghost: { tool, at } })
      if (region.current)
        markPlug(region.current, receiver(region.current, spotAt(at, tool).container, tool, at))
    },
    onDragLeave: (event) => {
      if (event.relatedTarget instanceof Node && region.current?.contains(event.relatedTarget)) return
      clear()
    },
    onDrop: (event) => {
      const tool = draggedTool(event.dataTransfer.types)
      clear()
      if (!tool) return
      event.preventDefault()
      const at = { x: event.clientX, y: event.clientY }
      if (tool === 'Cable') {
        const from = targetUnder(at.x, at.y, () => false)?.target
        if (from) interaction.setState({ waiting: { from, to: 'cable' } })
        return
      }
      const spot = spotAt(at, tool)
      placeTool(store, tool, spot.container || tool === 'Machine' || tool === 'Switch' ? spot : null)
    },
  }
}

function receiver(
  root: Element,
  container: Target | null,
  tool: Tool,
  at: { x: number; y: number },
): Element | null {
  if (tool === 'Cable') return targetUnder(at.x, at.y, () => false)?.element ?? null
  if (!container) return null
  return root.querySelector(`.react-flow__node[data-id="${CSS.escape(`${container.kind}:${container.id}`)}"]`)
}
