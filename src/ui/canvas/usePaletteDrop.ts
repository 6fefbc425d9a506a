// A thing from the palette, dragged over the canvas and dropped.
import type { CanvasParts } from './canvasContext.ts'
import type { Target } from './gestures/gesture.ts'
import type { Hand } from './hand.ts'
import { targetUnder } from './things.ts'
import { markPlug } from './plugLights.ts'
import { placeTool } from './placing.ts'
import { needsMachine, type Tool } from './tools.ts'
import type { Gestures } from './useGestures.ts'

export function usePaletteDrop(
  { store, interaction }: CanvasParts,
  { spotAt }: Gestures,
  region: { readonly current: HTMLElement | null },
): Pick<Hand, 'toolOver' | 'toolLeft' | 'toolDropped'> {
  const clear = (): void => {
    interaction.setState({ ghost: null })
    if (region.current) markPlug(region.current, null)
  }
  return {
    toolOver: (tool, at) => {
      interaction.setState({ ghost: { tool, at } })
      if (region.current)
        markPlug(region.current, receiver(region.current, spotAt(at, tool).container, tool, at))
    },
    toolLeft: clear,
    toolDropped: (tool, at) => {
      clear()
      if (tool === 'Cable') {
        const from = targetUnder(at.x, at.y, () => false)?.target
        if (from) interaction.setState({ waiting: { from, to: 'cable' } })
        return
      }
      const spot = spotAt(at, tool)
      placeTool(store, tool, spot.container || !needsMachine(tool) ? spot : null)
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
