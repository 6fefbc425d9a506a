import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import firewall from './Firewall.module.css'
import { planForgetFlow } from './firewallPlans.ts'
import styles from './Inspector.module.css'
import { RowAction } from './RowAction.tsx'
import type { Scope } from './scope.ts'
import { useInside } from './useInside.ts'

/** The flows that connection tracking knows, each way, with what NAT made of them. */
export function FlowTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const inside = useInside(scope.netns.id)
  if (inside === null) return null
  const { flows } = inside
  if (flows.length === 0) return <p className={styles.nothing}>{t('inspector.noFlows')}</p>
  return (
    <table className={styles.table}>
      <tbody>
        {flows.map((flow) => (
          <tr key={flow.id}>
            <td>
              <b className={styles.strong}>{flow.protocol}</b>
              {flow.state === '' ? '' : ` ${flow.state}`}{' '}
              <span className={firewall.count}>{flow.timeout} s</span>
              <br />
              {flow.original}
              <br />
              <span className={flow.translated ? styles.strong : firewall.count}>↩ {flow.reply}</span>
              {flow.marks === '' ? null : <span className={firewall.count}> {flow.marks}</span>}
            </td>
            <RowAction
              name={t('inspector.forgetFlow', { flow: flow.original })}
              icon={X}
              hidden={!scope.reachable}
              plan={(view) => planForgetFlow(view, scope.netns, flow)}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
