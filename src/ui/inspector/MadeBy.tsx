import type { ReactNode } from 'react'
import type { Provenance } from '../../store/lab.ts'
import { useText } from '../i18n/text.ts'
import styles from './Inspector.module.css'

/** Which engine made a thing, and for whom; nothing of what a person made. */
export function MadeBy({ provenance }: { readonly provenance: Provenance | null }): ReactNode {
  const t = useText()
  if (provenance === null) return null
  const { by, kind, name, detail } = provenance
  return (
    <span className={styles.madeBy}>
      {t(`made.${kind}`, { by, name })}
      {detail === '' ? null : (
        <>
          {' '}
          <code>{detail}</code>
        </>
      )}
    </span>
  )
}
