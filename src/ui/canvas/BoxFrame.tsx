import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../parts/classes.ts'
import { Anchor } from './Anchor.tsx'
import styles from './BoxFrame.module.css'
import { useFar } from './canvasContext.ts'
import type { Seat } from './drawing.ts'
import { InterfacePort } from './InterfacePort.tsx'
import { KindIcon } from './KindIcon.tsx'
import type { BoxKind } from './scene.ts'
import { useWords } from './words.ts'

interface BoxFrameProps {
  readonly kind: BoxKind
  readonly title: string
  readonly selected: boolean
  readonly seats: readonly Seat[]
  /** net.ipv4.ip_forward is 1. */
  readonly forwards?: boolean
  readonly children?: ReactNode
}

/** The border of a box, the tab with its name, and the interfaces in it. */
export function BoxFrame({
  kind,
  title,
  selected,
  seats,
  forwards = false,
  children,
}: BoxFrameProps): ReactNode {
  const words = useWords()
  const far = useFar()
  if (far) {
    return (
      <>
        <Anchor />
        <div className={classes(styles.box, styles.far, selected && styles.selected)} data-box={kind}>
          {/* Of a container its name alone: there is no room for more. */}
          <span className={styles.farTitle}>{title.replace(/ · .*/, '')}</span>
        </div>
      </>
    )
  }
  return (
    <>
      <Anchor />
      <div className={classes(styles.box, selected && styles.selected)} data-box={kind}>
        <div className={styles.title}>
          <KindIcon kind={kind} />
          <span className={styles.name}>{title}</span>
          {forwards ? (
            <span className={styles.forwards} title="net.ipv4.ip_forward = 1">
              ⇄
            </span>
          ) : null}
          <button
            type="button"
            tabIndex={-1}
            data-part="menu"
            className={classes(styles.menu, 'nodrag', 'nopan')}
            aria-label={`${words.actions}: ${title}`}
            title={words.actions}
          >
            <Ellipsis size={14} aria-hidden />
          </button>
        </div>
      </div>
      {children}
      {seats.map((seat) => (
        <InterfacePort key={seat.device} seat={seat} />
      ))}
    </>
  )
}
