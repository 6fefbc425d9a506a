import type { ReactNode } from 'react'
import type { LabStoreState } from '../../store/lab.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { useLabContext, useSlice } from './labContext.ts'
import styles from './Notices.module.css'

const selectReadOnly = (s: LabStoreState): boolean => s.readOnly

/** Says that the lab is somebody's, and the two ways on. */
export function SharedBanner(): ReactNode {
  const t = useText()
  const { saving } = useLabContext()
  const readOnly = useSlice(selectReadOnly)
  const text = t(readOnly ? 'shared.readOnly' : 'shared.banner')
  return (
    <aside className={styles.banner} aria-label={text}>
      <span>{text}</span>
      <Button onClick={saving.keepAsMine}>{t('shared.keep')}</Button>
      <Button look="quiet" onClick={saving.backToMine}>
        {t('shared.back')}
      </Button>
    </aside>
  )
}
