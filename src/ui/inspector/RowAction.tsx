import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLabContext } from '../app/labContext.ts'
import { perform, type Plan, type View } from '../canvas/gestures/gesture.ts'
import styles from './Inspector.module.css'

interface Props {
  readonly name: string
  readonly icon: LucideIcon
  /** No command can do it: the cell stays empty. */
  readonly hidden: boolean
  readonly plan: (view: View) => Plan
}

/** The last cell of a row: one button, which types the plan's commands. */
export function RowAction({ name, icon: Icon, hidden, plan }: Props): ReactNode {
  const { store } = useLabContext()
  return (
    <td className={styles.actions}>
      {hidden ? null : (
        <button
          type="button"
          className={styles.action}
          aria-label={name}
          title={name}
          onClick={() => perform(store, plan(store.api.getState()))}
        >
          <Icon size={13} aria-hidden />
        </button>
      )}
    </td>
  )
}
