import { memo, useContext, type CSSProperties, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { DeviceView } from '../../store/lab.ts'
import { protocolColour } from '../packets/protocolColour.ts'
import { classes } from '../parts/classes.ts'
import { TabContext, useCanvas, useDevice, useSelected } from './canvasContext.ts'
import type { Seat } from './drawing.ts'
import styles from './InterfacePort.module.css'
import { chipAddresses, stateWord } from './metrics.ts'
import { interfaceDescription, interfaceName } from './naming.ts'
import { linkState } from './view.ts'
import { cableId } from './scene.ts'
import { useWords } from './words.ts'

interface InterfacePortProps {
  readonly seat: Seat
}

/** One interface: its state as a dot, its name, its addresses, and the bit of cable inside its box. */
export const InterfacePort = memo(function InterfacePort({ seat }: InterfacePortProps): ReactNode {
  const { store } = useCanvas()
  const device = useDevice(seat.device)
  const selected = useSelected('device', seat.device)
  const stop = useContext(TabContext)
  // Its name is another in another language.
  useWords()
  if (!device) return null
  const state = linkState(device)
  const word = stateWord(device)
  const view = store.api.getState()
  return (
    <div
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-label={interfaceName(view, device)}
      aria-description={interfaceDescription(view, device)}
      aria-pressed={selected}
      data-chip={device.id}
      data-kind={device.kind}
      data-state={state}
      className={classes(styles.port, 'nodrag', 'nopan', selected && styles.selected)}
      style={{ left: seat.x, top: seat.y, width: seat.w, height: seat.h }}
    >
      {seat.side && seat.reach > 0 ? <Stub device={device} seat={seat} /> : null}
      <span className={styles.dot} data-part="state" />
      <span className={styles.name} data-part="name">
        {device.name}
      </span>
      {word ? <span className={styles.word}>{word}</span> : null}
      {device.kind === 'ethernet' ? <Jack /> : null}
      {device.note === null ? null : (
        <span className={styles.note} data-part="note">
          {device.note}
        </span>
      )}
      {chipAddresses(device).map((text) => (
        <span key={text} className={styles.address} data-part="address" data-address={text}>
          {text}
        </span>
      ))}
    </div>
  )
})

/** A socket, for what goes out of the machine. */
function Jack(): ReactNode {
  return (
    <svg
      className={styles.jack}
      width="12"
      height="11"
      viewBox="0 0 12 11"
      fill="none"
      strokeWidth="1.3"
      aria-hidden
    >
      <path d="M1 10V3.5h2.5V1h5v2.5H11V10zM4 7v3M6 7v3M8 7v3" stroke="currentColor" />
    </svg>
  )
}

function Stub({ device, seat }: { readonly device: DeviceView; readonly seat: Seat }): ReactNode {
  const id = device.peer === null ? null : cableId(device.id, device.peer)
  const lit = useStore(useCanvas().lights, (s) => (id === null ? undefined : s.lit.get(id)))
  const style: CSSProperties & Record<'--reach' | '--cable', string> = {
    '--reach': `${seat.reach}px`,
    '--cable': lit ? protocolColour(lit) : 'var(--cable-idle)',
  }
  return (
    <span
      className={styles.stub}
      data-side={seat.side}
      data-lit={lit !== undefined}
      style={style}
      aria-hidden
    />
  )
}
