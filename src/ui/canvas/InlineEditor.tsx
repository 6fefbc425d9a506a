import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useCanvas } from './canvasContext.ts'
import { perform, type Plan } from './gestures/gesture.ts'
import styles from './InlineEditor.module.css'
import type { OpenEditor } from './interaction.ts'
import { useWords } from './words.ts'
import { noticeNow } from '../i18n/languages.ts'

export function InlineEditor(): ReactNode {
  const { interaction } = useCanvas()
  const editor = useStore(interaction, (s) => s.editor)
  return editor ? <Open key={editor.label + editor.value} editor={editor} /> : null
}

/** A field where the thing stands, and the lines it will type, as they are being written. */
function Open({ editor }: { readonly editor: OpenEditor }): ReactNode {
  const { store, interaction } = useCanvas()
  const words = useWords()
  const id = useId()
  const [text, setText] = useState(editor.value)
  const field = useRef<HTMLInputElement>(null)
  const close = (): void => interaction.setState({ editor: null })
  useEffect(() => {
    const before = document.activeElement
    field.current?.focus()
    field.current?.select()
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true })
    }
  }, [])

  const plan = editor.plan(text.trim())
  const run = (): void => {
    close()
    if (plan) perform(store, plan)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
    if (event.key !== 'Enter') return
    event.preventDefault()
    run()
  }
  return (
    <div
      className={styles.editor}
      style={{
        left: Math.min(editor.at.x, window.innerWidth - 300),
        top: Math.min(editor.at.y, window.innerHeight - 110),
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {editor.label}
      </label>
      <div className={styles.row}>
        <input
          ref={field}
          id={id}
          className={styles.field}
          value={text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={`${id}-lines`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.run} onClick={run}>
          {words.run}
        </button>
      </div>
      <div id={`${id}-lines`} className={styles.lines}>
        {linesOf(plan).map((line) => (
          <code key={line}>{line}</code>
        ))}
        <span>{words.enter}</span>
      </div>
    </div>
  )
}

function linesOf(plan: Plan | null): readonly string[] {
  if (!plan) return []
  return plan.ok ? plan.gestures.flatMap((g) => g.lines) : [noticeNow(plan.reason)]
}
