import { useId, useRef, useState, type ReactNode } from 'react'
import type { OpenedImport } from '../../store/import.ts'
import { useLabContext } from '../app/labContext.ts'
import { usePartWords } from '../i18n/partWords.ts'
import { Button } from '../parts/Button.tsx'
import { DialogActions } from '../parts/Dialog.tsx'
import styles from './Import.module.css'
import { IMPORT_WORDS } from './importWords.ts'
import { sayImported } from './sayImported.ts'

interface ImportFormProps {
  readonly onBack: () => void
  readonly onOpened: () => void
}

/** A text to paste or a file to choose; it becomes one's own lab, or a sentence says why not. */
export function ImportForm({ onBack, onOpened }: ImportFormProps): ReactNode {
  const say = usePartWords(IMPORT_WORDS)
  const { store, saving } = useLabContext()
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<OpenedImport | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const id = useId()
  const open = async (source: string | File): Promise<void> => {
    const { openFile, openText } = await import('../../store/import.ts')
    const result = typeof source === 'string' ? openText(saving, source, '') : await openFile(saving, source)
    if ('refusal' in result) {
      setRefusal(result)
      return
    }
    store.notify(sayImported(result, say))
    onOpened()
  }
  const wrong = refusal && sayImported(refusal, say)
  return (
    <>
      <p className={styles.intro}>{say('intro')}</p>
      <label className={styles.label} htmlFor={id}>
        {say('label')}
      </label>
      <textarea
        id={id}
        className={styles.text}
        rows={12}
        autoFocus
        spellCheck={false}
        autoCapitalize="off"
        placeholder={say('placeholder')}
        value={text}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setRefusal(null)
        }}
      />
      <p id={`${id}-wrong`} className={styles.wrong} role="status">
        {wrong}
      </p>
      <input
        ref={file}
        type="file"
        hidden
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? []
          if (chosen) void open(chosen)
          event.currentTarget.value = ''
        }}
      />
      <DialogActions>
        <Button look="quiet" onClick={onBack}>
          {say('back')}
        </Button>
        <Button onClick={() => file.current?.click()}>{say('file')}</Button>
        <Button look="primary" onClick={() => void open(text)}>
          {say('openText')}
        </Button>
      </DialogActions>
    </>
  )
}
