import { X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { LabStoreState } from '../../store/lab.ts'
import { noticeNow } from '../i18n/languages.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import { useLabContext, useSlice } from './labContext.ts'
import styles from './Notices.module.css'

const selectNotice = (s: LabStoreState): string | null => s.notice

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
