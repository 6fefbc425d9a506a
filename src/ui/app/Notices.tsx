import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { LabStoreState } from '../../store/lab.ts'
import { useSaving, type SavingState } from '../../store/saving.ts'
import { noticeNow } from '../i18n/languages.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { useLabContext, useSlice } from './labContext.ts'
import styles from './Notices.module.css'

const selectNotice = (s: LabStoreState): string | null => s.notice
const selectShared = (s: SavingState): string | null => s.shared
const selectReadOnly = (s: LabStoreState): boolean => s.readOnly

/** Milliseconds; long enough to read it twice. */
const LASTS = 20_000

/** One plain sentence over the canvas, read out politely. The region stands always, so that its changes are heard. */
export function Notice(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const notice = useSlice(selectNotice)
  useEffect(() => {
    if (notice === null) return
    const timer = setTimeout(() => store.notify(null), LASTS)
    return () => clearTimeout(timer)
  }, [notice, store])
  return (
    <div className={styles.live} role="status" aria-live="polite">
      {notice === null ? null : (
        <div className={styles.notice}>
          <span>{noticeNow(notice)}</span>
          <Button look="quiet" square aria-label={t('notice.dismiss')} onClick={() => store.notify(null)}>
            <X size={15} aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}

/** Says that the lab is somebody's, and the two ways on. */
export function SharedBanner(): ReactNode {
  const t = useText()
  const { saving } = useLabContext()
  const shared = useSaving(saving, selectShared)
  const readOnly = useSlice(selectReadOnly)
  const text = t(readOnly ? 'shared.readOnly' : 'shared.banner')
  if (shared === null) return null
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
