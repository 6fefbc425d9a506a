// A tool of the palette put to use.
import type { LabStore } from '../../store/lab.ts'
import { withDesk } from './desk.ts'
import { planCreate } from './gestures/create.ts'
import { perform } from './gestures/gesture.ts'
import type { Spot, Tool } from './tools.ts'

/**
 * Types the commands that make one. `spot` null: onto the machine of what is selected, or the first; the layout finds the place.
 * A cable has two ends and cannot be placed so: nothing happens.
 */
export function placeTool(store: LabStore, tool: Tool, spot: Spot | null): void {
  if (tool === 'Cable' || tool === 'Select') return
  if (tool === 'Container' || tool === 'Pod') return withDesk((desk) => desk.runForm(tool, spot))
  if (tool === 'Note') return withDesk((desk) => desk.addNote(spot))
  const state = store.api.getState()
  const plan = planCreate(state, tool, spot?.container ?? null, state.selection)
  // Before it is there, so that it is one thing to undo.
  if (plan.ok && spot) store.place([{ path: plan.path, x: Math.round(spot.x), y: Math.round(spot.y) }])
  perform(store, plan)
}
