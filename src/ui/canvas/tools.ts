// What the palette and the canvas agree on. The palette shows TOOLS as buttons:
//   placeTool(store, tool, null)              makes one where there is room, no pointer needed
//   beginToolDrag(event.dataTransfer, tool)   on dragstart; the canvas takes the drop
//   <Canvas tool={tool} onToolDone={disarm}>  armed: the next press on the canvas says where, of a cable its two ends
// Escape on the canvas, and a finished placement, call onToolDone.
import type { LabStore } from '../../store/lab.ts'
import { planCreate } from './gestures/create.ts'
import { perform } from './gestures/gesture.ts'

export const TOOLS = ['Machine', 'Namespace', 'Bridge', 'Cable', 'Switch'] as const
export type Tool = (typeof TOOLS)[number]

/** Types of the drag are this and the tool in lower case: only a type, not its data, can be read while dragging. */
const DRAG_TYPE = 'application/x-vethlab-tool-'

/** Where a thing is dropped: pixels from the corner of the box it is dropped into, or of the canvas. */
export interface Spot {
  readonly container: { readonly kind: 'machine' | 'netns'; readonly id: string } | null
  readonly x: number
  readonly y: number
}

/** Fills the dataTransfer of a drag that starts on a palette button. */
export function beginToolDrag(data: DataTransfer, tool: Tool): void {
  data.effectAllowed = 'copy'
  data.setData(DRAG_TYPE + tool.toLowerCase(), tool)
}

/** The tool that is being dragged, if it is one. */
export function draggedTool(types: readonly string[]): Tool | null {
  return TOOLS.find((tool) => types.includes(DRAG_TYPE + tool.toLowerCase())) ?? null
}

/**
 * Types the commands that make one. `spot` null: onto the machine of what is selected, or the first; the layout finds the place.
 * A cable has two ends and cannot be placed so: nothing happens.
 */
export function placeTool(store: LabStore, tool: Tool, spot: Spot | null): void {
  if (tool === 'Cable') return
  const state = store.api.getState()
  const plan = planCreate(state, tool, spot?.container ?? null, state.selection)
  if (perform(store, plan) && plan.ok && spot)
    store.place([{ path: plan.path, x: Math.round(spot.x), y: Math.round(spot.y) }])
}
