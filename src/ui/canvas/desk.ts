// What the canvas can be asked for from elsewhere on the screen: from the moment there is a hand on it.
import type { Target } from './gestures/gesture.ts'
import type { MenuItem } from './interaction.ts'

export interface Desk {
  /** Selects a thing, has it in view, and gives it the focus. */
  readonly show: (target: Target) => void
  /** What can be done with what is selected; null when nothing is. */
  readonly actions: () => { readonly title: string; readonly items: readonly MenuItem[] } | null
  /** What can be done with the canvas as a whole. */
  readonly acts: () => readonly MenuItem[]
  /** Lights the things that are searched for. */
  readonly light: (targets: readonly Target[]) => void
}

let standing: Desk | null = null

/** Returns how to take it away again. */
export function openDesk(desk: Desk): () => void {
  standing = desk
  return () => {
    if (standing === desk) standing = null
  }
}

export function desk(): Desk | null {
  return standing
}
