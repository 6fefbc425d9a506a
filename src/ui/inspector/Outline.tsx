import { memo, useEffect, useRef, useState, type ReactNode } from 'react'
import type { DeviceView, LabStoreState, MachineView, NetnsView, Selection } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { netnsKind } from '../canvas/view.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import styles from './Inspector.module.css'

/** So many entries of a list are there at first; more come as its end comes into view. */
const STEP = 60

const selectMachines = (s: LabStoreState): ReadonlyMap<string, MachineView> => s.machines

/** Everything in the lab, box in box, each a way to select it. */
export function Outline(): ReactNode {
  const t = useText()
  const machines = useSlice(selectMachines)
  return (
    <div className={styles.view}>
      <header className={styles.head}>
        <h2>{t('inspector.outline')}</h2>
        <p className={styles.sub}>{t('inspector.empty')}</p>
      </header>
      <ul className={styles.outline}>
        {[...machines.values()].map((machine) => (
          <li key={machine.id}>
            <Entry
              selection={{ kind: 'machine', id: machine.id }}
              colour={machine.kind === 'switch' ? 'var(--nic)' : 'var(--machine)'}
              name={machine.name}
              detail={t(machine.kind === 'switch' ? 'inspector.switch' : 'inspector.machine')}
            />
            <ul>
              <Gradually all={machine.namespaces}>
                {(netns) =>
                  netns.root ? (
                    <Devices key={netns.id} devices={netns.devices} />
                  ) : (
                    <Namespace key={netns.id} netns={netns} />
                  )
                }
              </Gradually>
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Namespace = memo(function Namespace({ netns }: { readonly netns: NetnsView }): ReactNode {
  const t = useText()
  return (
    <li>
      <Entry
        selection={{ kind: 'netns', id: netns.id }}
        colour="var(--ns)"
        name={netns.container?.name ?? netns.name ?? t('inspector.unnamed')}
        detail={t(`inspector.${netnsKind(netns)}` satisfies TextKey)}
      />
      <ul>
        <Devices devices={netns.devices} />
      </ul>
    </li>
  )
})

interface GraduallyProps<T> {
  readonly all: readonly T[]
  readonly children: (one: T) => ReactNode
}

/** The first entries of a list, and the next ones once its end is seen. */
function Gradually<T>({ all, children }: GraduallyProps<T>): ReactNode {
  const [most, setMost] = useState(STEP)
  const end = useRef<HTMLLIElement>(null)
  const more = all.length > most
  useEffect(() => {
    if (!more || !end.current) return
    const observer = new IntersectionObserver((seen) => {
      if (seen.some((s) => s.isIntersecting)) setMost((now) => now + STEP)
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [more, most])
  return (
    <>
      {all.slice(0, most).map(children)}
      {more ? <li ref={end}>…</li> : null}
    </>
  )
}

function Devices({ devices }: { readonly devices: NetnsView['devices'] }): ReactNode {
  return (
    <Gradually all={devices}>
      {(device) => (
        <li key={device.id}>
          <Entry
            selection={{ kind: 'device', id: device.id }}
            colour={device.kind === 'bridge' ? 'var(--bridge)' : 'var(--faint)'}
            name={device.name}
            detail={detailOf(device)}
          />
        </li>
      )}
    </Gradually>
  )
}

interface EntryProps {
  readonly selection: Selection
  readonly colour: string
  readonly name: string
  readonly detail: string
}

function Entry({ selection, colour, name, detail }: EntryProps): ReactNode {
  const { store } = useLabContext()
  return (
    <button type="button" role="link" className={styles.entry} onClick={() => store.select(selection)}>
      <i style={{ background: colour }} aria-hidden />
      <code>{name}</code>
      <span>{detail}</span>
    </button>
  )
}

function detailOf(device: DeviceView): string {
  return [device.operstate, ...device.addresses.filter((a) => a.family === 4).map((a) => a.text)].join('  ')
}
