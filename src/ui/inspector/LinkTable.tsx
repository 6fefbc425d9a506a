import { Power } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { DeviceView, LabStoreState } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { planUpDown } from '../canvas/gestures/edit.ts'
import { useText } from '../i18n/text.ts'
import { classes } from '../parts/classes.ts'
import styles from './Inspector.module.css'
import { MadeBy } from './MadeBy.tsx'
import { RowAction } from './RowAction.tsx'
import type { Scope } from './scope.ts'
import { useCounters } from './useInside.ts'

const selectDevices = (s: LabStoreState): ReadonlyMap<string, DeviceView> => s.devices

/** The links as `ip link` shows them. */
export function LinkTable({ scope }: { readonly scope: Scope }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const all = useSlice(selectDevices)
  useCounters(scope.netns.id)
  return (
    <table className={styles.table}>
      <tbody>
        {scope.devices.map((device) => {
          const name = t(device.up ? 'inspector.down' : 'inspector.up', { name: device.name })
          return (
            <Fragment key={device.id}>
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.name}
                    onClick={() => store.select({ kind: 'device', id: device.id })}
                  >
                    {device.index}: {nameWithPeer(device, all)}
                  </button>
                </th>
                <td className={classes(styles.state, styles[stateClass(device)])}>{device.operstate}</td>
                <RowAction
                  name={name}
                  icon={Power}
                  hidden={!scope.reachable}
                  plan={(view) => planUpDown(view, device.id, !device.up)}
                />
              </tr>
              <tr className={styles.more}>
                <td colSpan={3}>
                  {`<${device.flags.join(',')}> mtu ${device.mtu}`}
                  {device.master === null ? null : ` master ${all.get(device.master)?.name ?? '?'}`}
                  {device.portState === null ? null : ` ${device.portState}`}
                  <br />
                  {device.kind === 'loopback' ? 'link/loopback' : 'link/ether'} {device.mac}
                  {device.details === null ? null : (
                    <>
                      <br />
                      {device.details}
                    </>
                  )}
                  <br />
                  RX {device.rxPackets} packets, {device.rxBytes} bytes
                  <br />
                  TX {device.txPackets} packets, {device.txBytes} bytes
                  <MadeBy provenance={device.provenance} />
                </td>
              </tr>
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

/** `eth0@if4` when the other end, or what it stands on, is in another namespace; `veth0@veth1` when it is in this one. */
function nameWithPeer(device: DeviceView, all: ReadonlyMap<string, DeviceView>): string {
  const far = device.kind === 'veth' ? device.peer : device.kind === 'vxlan' ? null : device.parent
  const peer = far === null ? undefined : all.get(far)
  if (!peer) return device.name
  return `${device.name}@${peer.netns === device.netns ? peer.name : `if${peer.index}`}`
}

function stateClass(device: DeviceView): 'up' | 'off' | 'bad' {
  if (!device.up) return 'off'
  return device.carrier ? 'up' : 'bad'
}
