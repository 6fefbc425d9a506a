import type { ReactNode } from 'react'
import { usePartWords } from '../i18n/partWords.ts'
import styles from './Inspector.module.css'
import { Nothing } from './Nothing.tsx'
import { PROCESS_WORDS } from './processWords.ts'
import type { Scope } from './scope.ts'
import { useInside } from './useInside.ts'

/** Who runs in a namespace, by the number it goes by there and by the machine's; of a machine all that `ps` shows. */
export function ProcessTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = usePartWords(PROCESS_WORDS)
  const inside = useInside(scope.netns.id)
  if (inside === null) return null
  const { processes } = inside
  if (processes.length === 0) return <Nothing />
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.pid}>
            {t('inside')}
          </th>
          <th scope="col" className={styles.pid}>
            {t('machine', { machine: scope.machine })}
          </th>
          <th scope="col">{t('user')}</th>
          <th scope="col">{t('command')}</th>
        </tr>
      </thead>
      <tbody>
        {processes.map(({ pid, inside: number, user, command, listens, container }) => (
          <tr key={pid}>
            <td className={number === pid ? styles.dim : styles.strong}>{number}</td>
            <td>{pid}</td>
            <td>{user}</td>
            <td>
              <span className={styles.argv} title={command}>
                {command}
              </span>
              {listens.map((socket) => (
                <code key={socket} className={styles.listens} title={t('listens', { socket })}>
                  {socket}
                </code>
              ))}
              {container === '' ? null : (
                <span className={styles.madeBy}>{t('container', { name: container })}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
