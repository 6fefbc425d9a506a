import { useId, useRef, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import styles from './Share.module.css'

interface CopiedProps {
  readonly label: string
  readonly button: string
  readonly value: string
  readonly rows?: number
  readonly primary?: boolean
  readonly onSaid: (text: string) => void
}

/** A text that is only read, and its copy button. */
export function Copied({ label, button, value, rows = 1, primary = false, onSaid }: CopiedProps): ReactNode {
  const t = useText()
  const id = useId()
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      onSaid(t('share.copied'))
    } catch {
      // A page without the permission: the text is selected for the person to copy.
      field.current?.select()
      onSaid(t('share.notCopied'))
    }
  }
  const same = { ref: field, id, readOnly: true, value, spellCheck: false, className: styles.field }
  return (
    <div className={styles.copied}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        {rows > 1 ? (
          <textarea {...same} rows={rows} />
        ) : (
          <input
            {...same}
            type="text"
            autoFocus={primary}
            data-first={primary || undefined}
            onFocus={(event) => event.target.select()}
          />
        )}
        <Button look={primary ? 'primary' : 'plain'} onClick={() => void copy()}>
          {button}
        </Button>
      </div>
    </div>
  )
}
