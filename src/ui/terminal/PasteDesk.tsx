import type { Terminal } from '@xterm/xterm'
import { useEffect, useMemo, type ReactNode } from 'react'
import { planPaste } from '../../store/paste.ts'
import type { TerminalId } from '../../store/lab.ts'
import { pasteInto } from './pasteInto.ts'
import { PasteHint } from './PasteHint.tsx'
import { PasteSheet } from './PasteSheet.tsx'

export interface PasteDeskProps {
  readonly id: TerminalId
  /** Another object for each paste. */
  readonly pasted: { readonly text: string }
  readonly terminal: { readonly current: Terminal | null }
  readonly onDone: () => void
}

/** Where a paste is looked at: it goes in, with a hint if need be, or the person is asked which lines run. */
export function PasteDesk({ id, pasted, terminal, onDone }: PasteDeskProps): ReactNode {
  const { text } = pasted
  const paste = (what: string): void => {
    if (terminal.current) pasteInto(terminal.current, what)
  }
  const plan = useMemo(() => planPaste(pasted.text), [pasted])
  useEffect(() => {
    if (plan.kind !== 'as-is') return
    paste(text)
    if (!plan.hint) onDone()
    // Once for each paste: the other three only say how.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [plan])
  if (plan.kind === 'ask') {
    return <PasteSheet id={id} text={text} lines={plan.lines} paste={paste} onDone={onDone} />
  }
  if (!plan.hint) return null
  return <PasteHint id={id} pasted={text} found={plan.hint} paste={paste} onDone={onDone} />
}
