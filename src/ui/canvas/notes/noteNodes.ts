// Notes as React Flow takes them: above everything else, in the order in which they were written.
import type { Node } from '@xyflow/react'
import type { Note } from '../../../store/lab.ts'
import { noteHeight, noteLines } from './lines.ts'

export type NoteNode = Node<{ readonly index: number }, 'note'>

/** Above boxes and cables of any depth. */
const LEVEL = 60

export function noteId(index: number): string {
  return `note:${index}`
}

/** The number of a note, of the id of its node; null for any other. */
export function noteIndex(id: string): number | null {
  return id.startsWith('note:') ? Number(id.slice('note:'.length)) : null
}

/** What a screen reader calls it. */
export function noteName({ text }: Note): string {
  const [first = ''] = text.trim().split('\n')
  return `note ${first}`
}

export function noteNodes(notes: readonly Note[], group: ReadonlySet<string>): readonly NoteNode[] {
  return notes.map((note, index) => {
    const id = noteId(index)
    const height = noteHeight(noteLines(note.text, note.w))
    return {
      id,
      type: 'note',
      position: { x: note.x, y: note.y },
      width: note.w,
      height,
      measured: { width: note.w, height },
      zIndex: LEVEL,
      selected: group.has(id),
      ariaRole: 'group' as const,
      ariaLabel: noteName(note),
      domAttributes: {
        'aria-roledescription': undefined,
        'aria-describedby': undefined,
        'aria-description': note.text.includes('\n') ? note.text : undefined,
      },
      data: { index },
    }
  })
}
