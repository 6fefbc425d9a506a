import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import styles from './Inspector.module.css'

/** Stands where a table has no rows. */
export function Nothing(): ReactNode {
  const t = useText()
  return <p className={styles.nothing}>{t('inspector.nothing')}</p>
}
