import { X } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useLabContext } from '../app/labContext.ts'
import { perform } from '../canvas/gestures/gesture.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import styles from './Inspector.module.css'
import { MadeBy } from './MadeBy.tsx'
import { Nothing } from './Nothing.tsx'
import { RowAction } from './RowAction.tsx'
import { planAddRoute, planDeleteRoute } from './plans.ts'
import type { Scope } from './scope.ts'

/** The main table as `ip route` shows it, and one more route to add. */
export function RouteTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  return (
    <>
      {scope.routes.length === 0 ? <Nothing /> : null}
      <table className={styles.table}>
        <tbody>
          {scope.routes.map((route, n) => {
            const name = t('inspector.delRoute', { route: route.destination })
            return (
              <tr key={`${n} ${route.text}`}>
                <td>
                  {route.text}
                  <MadeBy provenance={route.provenance} />
                </td>
                <RowAction
                  name={name}
                  icon={X}
                  hidden={!scope.reachable}
                  plan={(view) => planDeleteRoute(view, scope.netns, route)}
                />
              </tr>
            )
          })}
        </tbody>
      </table>
      {scope.reachable ? <AddRoute scope={scope} /> : null}
    </>
  )
}

function AddRoute({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const [route, setRoute] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (route.trim() === '') return
    perform(store, planAddRoute(store.api.getState(), scope.netns, route))
    setRoute('')
  }
  return (
    <form className={styles.form} aria-label={t('inspector.addRoute')} onSubmit={submit}>
      <input
        aria-label={t('inspector.routeField')}
        placeholder="default via 10.0.0.254"
        value={route}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setRoute(event.target.value)}
      />
      <Button type="submit">{t('inspector.add')}</Button>
    </form>
  )
}
