import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Splitter.module.css'

interface SplitterProps {
  readonly label: string
  /** How the line lies. */
  readonly orientation: 'horizontal' | 'vertical'
  /** Size in pixels of the part below the line, or right of it. */
  readonly size: number
  readonly least: number
  readonly most: number
  readonly onSize: (size: number) => void
  readonly className?: string | undefined
}

const KEY_STEP = 24

/** A line between two parts, moved by pointer or arrow keys. */
export function Splitter(props: SplitterProps): ReactNode {
  const { label, orientation, size, least, most, onSize, className } = props
  const drag = useRef<{ readonly at: number; readonly size: number } | null>(null)
  const set = (next: number): void => onSize(Math.round(Math.min(most, Math.max(least, next))))
  const along = (event: PointerEvent): number =>
    orientation === 'horizontal' ? event.clientY : event.clientX

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { at: along(event), size }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current) set(drag.current.size + drag.current.at - along(event))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const more = orientation === 'horizontal' ? 'ArrowUp' : 'ArrowLeft'
    const less = orientation === 'horizontal' ? 'ArrowDown' : 'ArrowRight'
    if (event.key === more) set(size + KEY_STEP)
    else if (event.key === less) set(size - KEY_STEP)
    else if (event.key === 'Home') set(most)
    else if (event.key === 'End') set(least)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      className={classes(styles.splitter, styles[orientation], className)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onKeyDown={onKeyDown}
    />
  )
}
