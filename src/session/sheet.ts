// What a person gives a lab beside commands: its title, where things stand on the canvas, and notes. Changes of what is on
// the canvas are undone in their turn among the commands.
import type { LabText, TextNote, TextPlacement } from '../lab/text.ts'
import { stands } from './placements.ts'
import type { SheetMessage, ToLab } from './protocol.ts'
import type { Stage } from './stage.ts'

/** What stood at a time. */
export interface SheetState {
  readonly placements: ReadonlyMap<string, TextPlacement>
  readonly notes: readonly TextNote[]
}

type Places = Extract<ToLab, { readonly type: 'place' }>

/** What stood before a change, and the number of the change among the groups of commands. */
interface Change {
  readonly before: SheetState
  readonly group: number
}

const MOST_CHANGES = 500
const BLANK: SheetState = { placements: new Map(), notes: [] }

export class Sheet {
  title = ''
  #state = BLANK
  #changes: Change[] = []
  /** Rises with every change. */
  version = 0

  get state(): SheetState {
    return this.#state
  }

  get message(): SheetMessage {
    const { placements, notes } = this.#state
    return { placements: [...placements.values()], notes }
  }

  /** Another lab's: what was done before is no more. */
  open({ title, placements, notes }: Pick<LabText, 'title' | 'placements' | 'notes'>): void {
    this.#changes = []
    this.title = title
    this.#set({ placements: byPath(placements), notes })
  }

  rename(title: string): void {
    this.title = title
    this.version++
  }

  /** Returns whether it was a step of its own, to be undone: places of things that a gesture is to make are part of that. */
  place({ placements, from = [] }: Places, stage: Pick<Stage, 'views' | 'nextGroup'>): boolean {
    const { notes } = this.#state
    const stood = new Map([...byPath(from), ...this.#state.placements])
    const step = stands(stage.views.view, placements)
    if (step) this.#note({ before: { placements: stood, notes }, group: stage.nextGroup() })
    this.#set({ placements: new Map([...stood, ...byPath(placements)]), notes })
    return step
  }

  write(notes: readonly TextNote[], group: number): void {
    if (JSON.stringify(notes) === JSON.stringify(this.#state.notes)) return
    this.#note({ before: this.#state, group })
    this.#set({ ...this.#state, notes })
  }

  get canUndo(): boolean {
    return this.#changes.length > 0
  }

  /** Takes back the last change, if it was made after a command; gives what stood with it. */
  undo(lastCommand: number): SheetState | null {
    const last = this.#changes.at(-1)
    if (!last || last.group <= lastCommand) return null
    this.#changes.pop()
    const undone = this.#state
    this.#set(last.before)
    return undone
  }

  redo(state: SheetState, group: number): void {
    this.#note({ before: this.#state, group })
    this.#set(state)
  }

  /** The commands are all taken back: what was done among them has no place to be taken back at. */
  forgetChanges(): void {
    this.#changes = []
  }

  #note(change: Change): void {
    this.#changes.push(change)
    if (this.#changes.length > MOST_CHANGES) this.#changes.shift()
  }

  #set(state: SheetState): void {
    this.#state = state
    this.version++
  }
}

function byPath(placements: readonly TextPlacement[]): ReadonlyMap<string, TextPlacement> {
  return new Map(placements.map((p) => [p.path, p]))
}
