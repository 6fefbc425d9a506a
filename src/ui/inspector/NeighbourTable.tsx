import { Eraser, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import styles from './Inspector.module.css'
import { MadeBy } from './MadeBy.tsx'
import { Nothing } from './Nothing.tsx'
import { RowAction } from './RowAction.tsx'
import { planDeleteFdb, planFlushNeighbours } from './plans.ts'
import type { Scope } from './scope.ts'

/** The neighbours as `ip neigh` shows them. */
export function NeighbourTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  if (scope.neighbours.length === 0) return <Nothing />
  return (
    <table className={styles.table}>
      <tbody>
        {scope.neighbours.map(({ address, device, mac, state, provenance }) => {
          const name = t('inspector.flushNeighbours', { name: device })
          return (
            <tr key={`${address} ${device}`}>
              <td>
                {address} dev {device}
                {mac === null ? '' : ` lladdr ${mac}`} <b className={styles.strong}>{state}</b>
                <MadeBy provenance={provenance} />
              </td>
              <RowAction
                name={name}
                icon={Eraser}
                hidden={!scope.reachable}
                plan={(view) => planFlushNeighbours(view, scope.netns, device)}
              />
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
  if (scope.fdb.length === 0) return <Nothing />
  return (
    <table className={styles.table}>
      <tbody>
        {scope.fdb.map((entry, n) => {
          const name = t('inspector.flushFdb', { mac: entry.mac, name: entry.device })
          return (
            <tr key={`${n} ${entry.text}`}>
              <td className={entry.permanent ? styles.dim : undefined}>
                {entry.text}
                <MadeBy provenance={entry.provenance} />
              </td>
              <RowAction
                name={name}
                icon={X}
                hidden={!scope.reachable || entry.permanent}
                plan={(view) => planDeleteFdb(view, scope.netns, entry)}
              />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
