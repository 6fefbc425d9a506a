import { useEffect, useState, type ReactNode } from 'react'
import type { LabStoreState } from '../../store/lab.ts'
import { useLabTitle } from '../i18n/labTitle.ts'
import { useText } from '../i18n/text.ts'
import { useLabContext, useSlice } from './labContext.ts'
import styles from './TopBar.module.css'

const selectTitle = (s: LabStoreState): string => s.lab.title

/** The lab's title, edited where it stands: Enter or leaving keeps it, Escape does not. */
export function LabTitle(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const title = useLabTitle(useSlice(selectTitle))
  useEffect(() => {
    document.title = title === '' ? 'vethlab' : `${title} · vethlab`
  }, [title])
  const [draft, setDraft] = useState<string | null>(null)
  const commit = (): void => {
    const next = draft?.trim()
    setDraft(null)
    if (next !== undefined && next !== title) store.send({ type: 'title', title: next })
  }
  const shown = draft ?? title
  return (
    <input
      className={styles.title}
      aria-label={t('bar.title')}
      placeholder={t('bar.untitled')}
      value={shown}
      size={Math.max(8, Math.min(44, shown.length || t('bar.untitled').length))}
      maxLength={80}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
