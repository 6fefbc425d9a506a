import { useMemo, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useStore } from 'zustand'
import type { LabStoreState } from '../../store/lab.ts'
import { useText } from '../i18n/text.ts'
import { classes } from '../parts/classes.ts'
import { useCanvas } from './canvasContext.ts'
import type { View } from './gestures/gesture.ts'
import { type Door, doorsOf, doorText, doorWords, fittingDoors, openDoor } from './doors.ts'
import styles from './Doors.module.css'

interface DoorsProps {
  readonly machine: string
  /** Of the wall. */
  readonly width: number
}

/** Ports that lead elsewhere: doors in the machine's wall, each leading to the rule that made it. */
export function Doors({ machine, width }: DoorsProps): ReactNode {
  const { store } = useCanvas()
  const view = useStore(store.api, useShallow(selectView))
  const doors = useMemo(() => {
    const seen = view.machines.get(machine)
    return seen ? doorsOf(view, seen) : []
  }, [view, machine])
  const shown = fittingDoors(doors, width)
  return (
    <div className={styles.doors}>
      {shown.map((door) => (
        <DoorButton key={`${door.port} ${door.to} ${door.rule?.handle}`} door={door} />
      ))}
      {shown.length < doors.length ? (
        <span className={styles.more}>+{doors.length - shown.length}</span>
      ) : null}
    </div>
  )
}

function selectView({ order, machines, namespaces, devices }: LabStoreState): View {
  return {
    order,
    machines,
    namespaces,
    devices,
  }
}

function DoorButton({ door }: { readonly door: Door }): ReactNode {
  const { store } = useCanvas()
  const words = doorWords(door, useText())
  return (
    <button
      type="button"
      className={classes(styles.door, 'nodrag', 'nopan')}
      data-rule={door.rule !== null}
      aria-label={words.join(', ')}
      title={words.join('\n')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
      }}
      onClick={(event) => {
        event.stopPropagation()
        openDoor(store, door)
      }}
    >
      {doorText(door)}
    </button>
  )
}
