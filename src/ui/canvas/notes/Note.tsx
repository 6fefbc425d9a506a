import { useReactFlow, type NodeProps } from '@xyflow/react'
import {
  memo,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { useStore } from 'zustand'
import { classes } from '../../parts/classes.ts'
import { useCanvas } from '../canvasContext.ts'
import { handWords } from '../handWords.ts'
import { changeNote, removeNotes } from './edits.ts'
import { LEAST_WIDTH, MOST_WIDTH, noteLines } from './lines.ts'
import styles from './Note.module.css'
import { noteId, type NoteNode } from './noteNodes.ts'

/** A piece of paper. One that has no text yet is being written. */
export const Note = memo(function Note({ data: { index } }: NodeProps<NoteNode>): ReactNode {
  const { store, interaction } = useCanvas()
  const note = useStore(store.api, (s) => s.notes[index])
  const written = useStore(interaction, (s) => s.writing === index)
  const selected = useStore(interaction, (s) => s.group.has(noteId(index)))
  const [dragged, setDragged] = useState<number | null>(null)
  if (!note) return null
  const width = dragged ?? note.w
  const writing = written || note.text === ''
  return (
    <div
      className={classes(styles.note, selected && styles.selected)}
      style={{ width }}
      data-writing={writing || undefined}
    >
      {writing ? (
        <Writer index={index} text={note.text} />
      ) : (
        noteLines(note.text, width).map((line, i) => (
          <div key={i} className={styles.line}>
            {line}
          </div>
        ))
      )}
      <Grip
        width={note.w}
        onDrag={setDragged}
        onDone={(w) => {
          setDragged(null)
          changeNote(store, index, { w })
        }}
      />
    </div>
  )
})

function Writer({ index, text: before }: { readonly index: number; readonly text: string }): ReactNode {
  const { store, interaction } = useCanvas()
  const [text, setText] = useState(before)
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(before.length, before.length)
  }, [before])
  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = '0'
    field.current.style.height = `${field.current.scrollHeight}px`
  }, [text])
  const done = (): void => {
    interaction.setState({ writing: null })
    if (text.trim() === '') removeNotes({ store, interaction }, [index])
    else changeNote(store, index, { text: text.trimEnd().replace(/^\s*\n/, '') })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    const node = event.currentTarget.closest<HTMLElement>('.react-flow__node')
    event.currentTarget.blur()
    node?.focus({ preventScroll: true })
  }
  return (
    <textarea
      ref={field}
      className={classes(styles.field, 'nodrag', 'nopan', 'nowheel')}
      aria-label={handWords().noteText}
      placeholder={handWords().noteText}
      value={text}
      rows={1}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={done}
    />
  )
}

interface GripProps {
  readonly width: number
  readonly onDrag: (width: number) => void
  readonly onDone: (width: number) => void
}

/** The right border: dragged, it says how wide the note is. */
function Grip({ width, onDrag, onDone }: GripProps): ReactNode {
  const flow = useReactFlow()
  const onPointerDown = (down: PointerEvent<HTMLElement>): void => {
    if (down.button !== 0) return
    down.stopPropagation()
    const grip = down.currentTarget
    grip.setPointerCapture(down.pointerId)
    const wide = (event: globalThis.PointerEvent): number => {
      const by = (event.clientX - down.clientX) / flow.getZoom()
      return Math.round(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width + by)))
    }
    const move = (event: globalThis.PointerEvent): void => onDrag(wide(event))
    const up = (event: globalThis.PointerEvent): void => {
      grip.removeEventListener('pointermove', move)
      grip.removeEventListener('pointerup', up)
      grip.removeEventListener('pointercancel', up)
      onDone(event.type === 'pointerup' ? wide(event) : width)
    }
    grip.addEventListener('pointermove', move)
    grip.addEventListener('pointerup', up)
    grip.addEventListener('pointercancel', up)
  }
  return (
    <span
      className={classes(styles.grip, 'nodrag', 'nopan')}
      data-part="width"
      onPointerDown={onPointerDown}
      aria-hidden
    />
  )
}
