import { useState, type ReactNode } from 'react'
import { useSaving, type EarlierLab, type SavingState } from '../../store/saving.ts'
import { STARTING_LABS } from '../../store/labs.ts'
import { useLabWords } from '../i18n/labWords.ts'
import { usePartWords } from '../i18n/partWords.ts'
import { useText } from '../i18n/text.ts'
import { ImportForm } from '../import/ImportForm.tsx'
import { IMPORT_WORDS } from '../import/importWords.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useLabContext } from './labContext.ts'
import styles from './Sheets.module.css'

const selectEarlier = (s: SavingState): readonly EarlierLab[] => s.earlier

/** Labs to start from, and one's own that were open before. */
export function LabsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  const { saving } = useLabContext()
  const earlier = useSaving(saving, selectEarlier)
  const wordsOf = useLabWords()
  const say = usePartWords(IMPORT_WORDS)
  const [importing, setImporting] = useState(false)
  const open = (text: string): void => {
    saving.openAsMine(text)
    onClose()
  }
  if (importing) {
    return (
      <Dialog title={say('openText')} width={640} onClose={onClose}>
        <ImportForm onBack={() => setImporting(false)} onOpened={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t('labs.title')} width={520} onClose={onClose}>
      <p className={styles.intro}>{t('labs.intro')}</p>
      <Button className={styles.import} onClick={() => setImporting(true)}>
        {say('open')}
      </Button>
      <ul className={styles.labs}>
        {STARTING_LABS.map((lab) => (
          <li key={lab.id}>
            <button type="button" className={styles.lab} onClick={() => open(lab.text)}>
              <b>{wordsOf(lab).title}</b>
              <span>{wordsOf(lab).summary}</span>
            </button>
          </li>
        ))}
      </ul>
      {earlier.length > 0 ? (
        <>
          <h3 className={styles.heading}>{t('labs.earlier')}</h3>
          <ul className={styles.labs}>
            {earlier.map(({ title, text }) => (
              <li key={text}>
                <button type="button" className={styles.lab} onClick={() => open(text)}>
                  <b>{title || t('bar.untitled')}</b>
                  <span className={styles.last}>{lastCommand(text)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  )
}

/** What was typed last, to know a lab again by. */
function lastCommand(text: string): string {
  return text.split('\n').findLast((line) => /^[\w-]*\$ /.test(line)) ?? ''
}
