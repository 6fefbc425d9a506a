import { useId, useRef, useState, type ReactNode } from 'react'
import { embedCode, LONG_LINK, shareLink } from '../../store/share.ts'
import type { LabState, LabStoreState } from '../../store/lab.ts'
import { useSlice } from '../app/labContext.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import styles from './Share.module.css'

const selectLab = (s: LabStoreState): LabState => s.lab

/** The lab as a link, as a frame for a page, and as its text. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  const lab = useSlice(selectLab)
  const [said, setSaid] = useState('')
  const link = shareLink(window.location.href, lab.text)
  const long = link.length > LONG_LINK
  const size = t(long ? 'share.long' : 'share.whole', { length: link.length, most: LONG_LINK })
  return (
    <Dialog title={t('share.title')} width={560} onClose={onClose}>
      <Copied label={t('share.link')} button={t('share.copyLink')} value={link} onSaid={setSaid} primary />
      <p className={long ? styles.long : styles.note}>{size}</p>
      <Copied
        label={t('share.embed')}
        button={t('share.copyEmbed')}
        value={embedCode(link, lab.title || 'vethlab')}
        onSaid={setSaid}
      />
      <Copied
        label={t('share.text')}
        button={t('share.copyText')}
        value={lab.text}
        onSaid={setSaid}
        rows={7}
      />
      <p className={styles.said} role="status" aria-live="polite">
        {said}
      </p>
    </Dialog>
  )
}

interface CopiedProps {
  readonly label: string
  readonly button: string
  readonly value: string
  readonly rows?: number
  readonly primary?: boolean
  readonly onSaid: (text: string) => void
}

/** A text that is only read, and its copy button. */
function Copied({ label, button, value, rows = 1, primary = false, onSaid }: CopiedProps): ReactNode {
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
          <input {...same} type="text" autoFocus={primary} onFocus={(event) => event.target.select()} />
        )}
        <Button look={primary ? 'primary' : 'plain'} onClick={() => void copy()}>
          {button}
        </Button>
      </div>
    </div>
  )
}
