import type { ReactNode } from 'react'
import type { Command } from '../../store/asker.ts'
import { Button } from '../parts/Button.tsx'
import styles from './Why.module.css'
import { useWhyText } from './words.ts'

interface TryingProps {
  /** What is tried at the moment; none: the probe itself. */
  readonly commands: readonly Command[]
  readonly onCancel: () => void
}

/** What is being done while somebody waits for an answer. */
export function Trying({ commands, onCancel }: TryingProps): ReactNode {
  const w = useWhyText()
  const lines = commands.map(({ line }) => line).join('; ')
  return (
    <>
      {/* Read aloud once: what is tried changes too fast. */}
      <span className={styles.small}>{w('looking')}</span>
      {lines === '' ? null : (
        <code className={styles.tried} aria-hidden>
          {lines}
        </code>
      )}
      <Button look="quiet" onClick={onCancel}>
        {w('cancel')}
      </Button>
    </>
  )
}
