// What a person puts on the canvas beside what the lab itself has: where things stand, and notes. Changes of it are undone
// in their turn among the commands.
import type { TextNote, TextPlacement } from '../lab/text.ts'

/** What stood at a time. */
export interface SheetState {
  readonly placements: ReadonlyMap<string, TextPlacement>
  readonly notes: readonly TextNote[]
}

/** What stood before a change, and the number of the change among the groups of commands. */
interface Change {
  readonly before: SheetState
  readonly group: number
}

const MOST_CHANGES = 500
const BLANK: SheetState = { placements: new Map(), notes: [] }

export class Sheet {
  #state = BLANK
  #changes: Change[] = []
  /** Rises with every change. */
  version = 0

  get state(): SheetState {
    return this.#state
  }

  /** Another lab's: what was done before is no more. */
  open(placements: readonly TextPlacement[], notes: readonly TextNote[]): void {
    this.#changes = []
    this.#set({ placements: new Map(placements.map((p) => [p.path, p])), notes })
  }

  /** `group` null: it belongs to what is done next, and is no step of its own. `from`: where things stood that nobody had
   *  placed yet. */
  place(places: readonly TextPlacement[], from: readonly TextPlacement[], group: number | null): void {
    const { placements, notes } = this.#state
    const stood = new Map([...from.map((p) => [p.path, p] as const), ...placements])
    if (group !== null) this.#note({ before: { placements: stood, notes }, group })
    this.#set({ placements: new Map([...stood, ...places.map((p) => [p.path, p] as const)]), notes })
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
