import { X } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useLabContext } from '../app/labContext.ts'
import { planAddAddress, planChangeAddress } from '../canvas/gestures/edit.ts'
import { perform } from '../canvas/gestures/gesture.ts'
import { useText } from '../i18n/text.ts'
import { Button } from '../parts/Button.tsx'
import styles from './Inspector.module.css'
import { MadeBy } from './MadeBy.tsx'
import { Nothing } from './Nothing.tsx'
import { RowAction } from './RowAction.tsx'
import type { Scope } from './scope.ts'

/** The addresses as `ip addr` shows them, and one more to add. */
export function AddressTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const rows = scope.devices.flatMap((device) => device.addresses.map((address) => ({ device, address })))
  return (
    <>
      {rows.length === 0 ? <Nothing /> : null}
      <table className={styles.table}>
        <tbody>
          {rows.map(({ device, address }) => {
            const name = t('inspector.delAddress', { name: device.name, address: address.text })
            return (
              <tr key={`${device.id} ${address.text}`}>
                <th scope="row">{device.name}</th>
                <td>
                  {address.family === 4 ? 'inet' : 'inet6'} {address.text}{' '}
                  <span className={styles.dim}>scope {address.scope}</span>
                  <MadeBy provenance={address.provenance} />
                </td>
                <RowAction
                  name={name}
                  icon={X}
                  hidden={!scope.reachable}
                  plan={(view) => planChangeAddress(view, device.id, address.text, '')}
                />
              </tr>
            )
          })}
        </tbody>
      </table>
      {scope.reachable ? <AddAddress scope={scope} /> : null}
    </>
  )
}

function AddAddress({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const [address, setAddress] = useState('')
  const [device, setDevice] = useState('')
  const start = scope.devices.find((d) => d.kind !== 'loopback') ?? scope.devices[0]
  const chosen = scope.devices.some((d) => d.id === device) ? device : (start?.id ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (address.trim() === '' || chosen === '') return
    perform(store, planAddAddress(store.api.getState(), chosen, address.trim()))
    setAddress('')
  }
  return (
    <form className={styles.form} aria-label={t('inspector.addAddress')} onSubmit={submit}>
      <input
        aria-label={t('inspector.addressField')}
        placeholder="10.0.0.1/24"
        value={address}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setAddress(event.target.value)}
      />
      <select
        aria-label={t('inspector.addAddressTo')}
        value={chosen}
        onChange={(event) => setDevice(event.target.value)}
      >
        {scope.devices.map((d) => (
          <option key={d.id} value={d.id}>
            {d.name}
          </option>
        ))}
      </select>
      <Button type="submit">{t('inspector.add')}</Button>
    </form>
  )
}
