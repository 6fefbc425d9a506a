import { Eraser, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLabContext } from '../app/labContext.ts'
import { perform } from '../canvas/gestures/gesture.ts'
import { useText } from '../i18n/text.ts'
import styles from './Inspector.module.css'
import { Nothing } from './Nothing.tsx'
import { planDeleteFdb, planFlushNeighbours } from './plans.ts'
import type { Scope } from './scope.ts'

/** The neighbours as `ip neigh` shows them. */
export function NeighbourTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  if (scope.neighbours.length === 0) return <Nothing />
  return (
    <table className={styles.table}>
      <tbody>
        {scope.neighbours.map(({ address, device, mac, state }) => {
          const name = t('inspector.flushNeighbours', { name: device })
          return (
            <tr key={`${address} ${device}`}>
              <td>
                {address} dev {device}
                {mac === null ? '' : ` lladdr ${mac}`} <b className={styles.strong}>{state}</b>
              </td>
              <td className={styles.actions}>
                {scope.reachable ? (
                  <button
                    type="button"
                    className={styles.action}
                    aria-label={name}
                    title={name}
                    onClick={() =>
                      perform(store, planFlushNeighbours(store.api.getState(), scope.netns, device))
                    }
                  >
                    <Eraser size={13} aria-hidden />
                  </button>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** What the bridges learnt, and their permanent entries, as `bridge fdb` shows them. */
export function FdbTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  if (scope.fdb.length === 0) return <Nothing />
  return (
    <table className={styles.table}>
      <tbody>
        {scope.fdb.map((entry, n) => {
          const name = t('inspector.flushFdb', { mac: entry.mac, name: entry.device })
          return (
            <tr key={`${n} ${entry.text}`}>
              <td className={entry.permanent ? styles.dim : undefined}>{entry.text}</td>
              <td className={styles.actions}>
                {scope.reachable && !entry.permanent ? (
                  <button
                    type="button"
                    className={styles.action}
                    aria-label={name}
                    title={name}
                    onClick={() => perform(store, planDeleteFdb(store.api.getState(), scope.netns, entry))}
                  >
                    <X size={13} aria-hidden />
                  </button>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
