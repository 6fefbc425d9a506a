import { useEffect, useMemo, type ReactNode } from 'react'
import { planPaste } from '../../store/paste.ts'
import type { TerminalId } from '../../store/lab.ts'
import { PasteHint } from './PasteHint.tsx'
import { PasteSheet } from './PasteSheet.tsx'

export interface PasteDeskProps {
  readonly id: TerminalId
  /** Another object for each paste. */
  readonly pasted: { readonly text: string }
  /** Puts it into the terminal as a terminal does. */
  readonly paste: (text: string) => void
  readonly onDone: () => void
}

/** Where a paste is looked at: it goes in, with a hint if need be, or the person is asked which lines run. */
export function PasteDesk({ id, pasted, paste, onDone }: PasteDeskProps): ReactNode {
  const { text } = pasted
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
