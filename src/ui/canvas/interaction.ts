// What a person is in the middle of: a menu, an edit, a cable with one end in the hand. Nothing of it is the lab's.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Plan, Target } from './gestures/gesture.ts'
import type { NoteNode } from './notes/noteNodes.ts'
import type { Guide } from './snap.ts'
import type { Gap } from './spacing.ts'

/** Pixels of the window. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly danger?: boolean
  /** It gives items to choose from next. */
  readonly more?: boolean
  /** Does it, or gives the items to choose from next. */
  readonly choose: () => readonly MenuItem[] | undefined
}

export interface OpenMenu {
  readonly at: Point
  readonly title: string
  readonly items: readonly MenuItem[]
}

export interface OpenEditor {
  readonly at: Point
  readonly label: string
  readonly value: string
  /** What would be typed for this text; null for nothing. */
  readonly plan: (text: string) => Plan | null
}

/** A cable in the hand: from a thing to the pointer. */
export interface Loose {
  readonly from: Target
  readonly start: Point
  readonly end: Point
}

/** A thing from the palette over the canvas. */
export interface Ghost {
  readonly tool: string
  readonly at: Point
}

/** A container or a pod to be run: asked for in a form. `spot`: where it is to stand. */
export interface OpenForm {
  readonly tool: 'Container' | 'Pod'
  readonly machine: string | null
  readonly spot: { readonly x: number; readonly y: number } | null
}

export interface InteractionState {
  readonly menu: OpenMenu | null
  readonly editor: OpenEditor | null
  readonly form: OpenForm | null
  readonly loose: Loose | null
  readonly ghost: Ghost | null
  /** Lines on which what is dragged lies with others, and gaps that are the same. */
  readonly guides: readonly (Guide | Gap)[]
  /** A rectangle being drawn, from corner to corner. */
  readonly marquee: { readonly start: Point; readonly end: Point } | null
  /** Several things selected at once, by the ids of their boxes; empty when it is one or none. */
  readonly group: ReadonlySet<string>
  /** Things that are searched for. */
  readonly sought: ReadonlySet<string>
  /** The map in the corner, if a person has said whether it is to be there. */
  readonly map: boolean | null
  /** The first end chosen, with the Cable tool or a menu; the second is waited for. */
  readonly waiting: { readonly from: Target; readonly to: 'cable' | 'ping' } | null
  /** Notes as they are drawn; and the number of the one that is being written. */
  readonly notes: readonly NoteNode[]
  readonly writing: number | null
}

export type Interaction = StoreApi<InteractionState>

export function createInteraction(): Interaction {
  return createStore<InteractionState>()(() => ({
    menu: null,
    editor: null,
    form: null,
    loose: null,
    ghost: null,
    guides: [],
    marquee: null,
    group: new Set<string>(),
    sought: new Set<string>(),
    map: null,
    waiting: null,
    notes: [],
    writing: null,
  }))
}
