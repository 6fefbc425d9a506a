import { useMemo, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { NetnsView } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { doorsOf, doorWords, openDoor } from '../canvas/doors.ts'
import { useText } from '../i18n/text.ts'
import styles from './Inspector.module.css'
import { selectSeen } from './scope.ts'

const MOST_DOORS = 8

/** What a namespace was made from, who shares it, and the machine's doors that lead to it; of a machine, all its doors. */
export function Contained({ netns }: { readonly netns: NetnsView }): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const view = useSlice(useShallow(selectSeen))
  const { container } = netns
  const doors = useMemo(() => {
    const machine = view.machines.get(netns.machine)
    return machine ? doorsOf(view, machine).filter((d) => netns.root || d.into.includes(netns.id)) : []
  }, [view, netns])
  return (
    <>
      {container && container.image !== '' ? (
        <p className={styles.sub}>
          {t('inspector.image', { image: container.image })}
          {container.sharing.map(({ name, image }) => ` + ${name} · ${image}`)}
        </p>
      ) : null}
      {doors.length > 0 ? (
        <p className={styles.sub}>
          {doors.slice(0, MOST_DOORS).map((door) => {
            const words = doorWords(door, t)
            return (
              <button
                key={`${door.port} ${door.rule?.handle}`}
                type="button"
                className={styles.published}
                aria-label={words.join(', ')}
                title={words.join('\n')}
                onClick={() => openDoor(store, door)}
              >
                {door.port} → {door.to}
              </button>
            )
          })}
          {doors.length > MOST_DOORS ? `+${doors.length - MOST_DOORS}` : null}
        </p>
      ) : null}
    </>
  )
}
