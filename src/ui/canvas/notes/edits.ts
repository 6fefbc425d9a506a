// What is done to notes. A note has no name but its place among them.
import type { LabStore, Note } from '../../../store/lab.ts'
import type { CanvasParts } from '../canvasContext.ts'
import { LEAST_WIDTH, MOST_WIDTH, NOTE_LINE, NOTE_WIDTH, noteHeight, noteLines } from './lines.ts'
import { noteId, noteIndex } from './noteNodes.ts'

type Parts = Pick<CanvasParts, 'store' | 'interaction'>

/** How far from the one that it would hide. */
const ASIDE = 24
/** A step of a menu's Wider and Narrower. */
const STEP = 40

export function notesOf(store: LabStore): readonly Note[] {
  return store.api.getState().notes
}

/** One without a text, which is then written; `middle`: where it is wished. */
export function addNote(
  { store, interaction }: Parts,
  middle: { readonly x: number; readonly y: number },
): void {
  const notes = notesOf(store)
  let x = Math.round(middle.x - NOTE_WIDTH / 2)
  let y = Math.round(middle.y - noteHeight(['']) / 2)
  while (notes.some((n) => Math.hypot(n.x - x, n.y - y) < NOTE_LINE)) {
    x += ASIDE
    y += ASIDE
  }
  interaction.setState({ group: new Set([noteId(notes.length)]), writing: notes.length })
  store.select(null)
  store.write([...notes, { x, y, w: NOTE_WIDTH, text: '' }])
}

export function changeNote(store: LabStore, index: number, change: Partial<Note>): void {
  store.write(notesOf(store).map((note, i) => (i === index ? { ...note, ...change } : note)))
}

/** By so much, each. */
export function moveNotes(store: LabStore, indices: readonly number[], dx: number, dy: number): void {
  store.write(
    notesOf(store).map((note, i) =>
      indices.includes(i) ? { ...note, x: Math.round(note.x + dx), y: Math.round(note.y + dy) } : note,
    ),
  )
}

/** `joined`: with other things, which a gesture that follows takes away. */
export function removeNotes(
  { store, interaction }: Parts,
  indices: readonly number[],
  joined: boolean = false,
): void {
  interaction.setState({ group: new Set(), writing: null })
  store.write(
    notesOf(store).filter((_, i) => !indices.includes(i)),
    joined,
  )
}

export function widen(store: LabStore, index: number, steps: 1 | -1): void {
  const note = notesOf(store)[index]
  if (note)
    changeNote(store, index, { w: Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, note.w + steps * STEP)) })
}

/** Those of what is selected. */
export function chosenNotes({ interaction }: Pick<CanvasParts, 'interaction'>): readonly number[] {
  return [...interaction.getState().group].map(noteIndex).filter((n) => n !== null)
}

/** Beside where they were copied from; they are selected. */
export function pasteNotes({ store, interaction }: Parts, copied: readonly Note[]): void {
  const notes = notesOf(store)
  const beside = copied.map((note) => ({ ...note, x: note.x + ASIDE, y: note.y + ASIDE }))
  interaction.setState({ group: new Set(copied.map((_, i) => noteId(notes.length + i))) })
  store.write([...notes, ...beside])
}

export function rectOf({ x, y, w, text }: Note): { x: number; y: number; w: number; h: number } {
  return { x, y, w, h: noteHeight(noteLines(text, w)) }
}
