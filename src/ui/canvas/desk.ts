// What the canvas can be asked for from elsewhere on the screen: from the moment there is a hand on it.
import type { Target } from './gestures/gesture.ts'
import type { MenuItem } from './interaction.ts'
import type { Spot } from './tools.ts'

export interface Desk {
  /** Selects a thing, has it in view, and gives it the focus. */
  readonly show: (target: Target) => void
  /** What can be done with what is selected; null when nothing is. */
  readonly actions: () => { readonly title: string; readonly items: readonly MenuItem[] } | null
  /** What can be done with the canvas as a whole. */
  readonly acts: () => readonly MenuItem[]
  /** A new note, to be written: around a point of the canvas, or in the middle of what is seen of it. */
  readonly addNote: (at: { readonly x: number; readonly y: number } | null) => void
  /** Asks what container, or pod, is to be run. */
  readonly runForm: (tool: 'Container' | 'Pod', spot: Spot | null) => void
  /** Lights the things that are searched for. */
  readonly light: (targets: readonly Target[]) => void
}

let standing: Desk | null = null
/** What was asked before there was a hand. */
let asked: ((desk: Desk) => void)[] = []

/** Returns how to take it away again. */
export function openDesk(desk: Desk): () => void {
  standing = desk
  for (const act of asked.splice(0)) act(desk)
  return () => {
    if (standing === desk) standing = null
  }
}

/** At once, or as soon as there is a hand on the canvas. */
export function withDesk(act: (desk: Desk) => void): void {
  if (standing) act(standing)
  else asked = [act]
}

export function desk(): Desk | null {
  return standing
}
