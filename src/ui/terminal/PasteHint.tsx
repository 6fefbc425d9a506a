import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TerminalId } from '../../store/lab.ts'
import type { Typographic } from '../../store/paste.ts'
import { useLabContext } from '../app/labContext.ts'
import { usePartWords } from '../i18n/partWords.ts'
import { Button } from '../parts/Button.tsx'
import { characterNames } from './characterNames.ts'
import { focusTerminal } from './focus.ts'
import styles from './Paste.module.css'
import { PASTE_WORDS } from './pasteWords.ts'

interface PasteHintProps {
  readonly id: TerminalId
  readonly pasted: string
  readonly found: Typographic
  readonly paste: (text: string) => void
  readonly onDone: () => void
}

/** Says which characters of a paste are not what they look like, and offers it with plain ones. */
export function PasteHint({ id, pasted, found, paste, onDone }: PasteHintProps): ReactNode {
  const say = usePartWords(PASTE_WORDS)
  const { store } = useLabContext()
  const done = (): void => {
    onDone()
    focusTerminal()
  }
  const pastePlain = (): void => {
    // A line that still stands is taken away first: Ctrl-E, Ctrl-U.
    if (!/[\r\n]$/.test(pasted)) store.send({ type: 'terminal-input', id, data: '\x05\x15' })
    paste(found.plain)
    done()
  }
  return (
    <div className={styles.hint} role="status">
      <span>{say('hint', { characters: characterNames(found, say) })}</span>
      <Button onClick={pastePlain}>{say('usePlain')}</Button>
      <Button look="quiet" square aria-label={say('dismiss')} onClick={done}>
        <X size={15} aria-hidden />
      </Button>
    </div>
  )
}
