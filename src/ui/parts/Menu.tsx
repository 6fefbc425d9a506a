import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Menu.module.css'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly hint?: string
}

interface MenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
  /** Where it opens, in pixels of the window: upwards from there, or downwards. */
  readonly at: { readonly x: number; readonly y: number }
  readonly down?: boolean
}

/** The WAI-ARIA menu pattern: arrows move, Enter chooses, Escape and a press elsewhere close. */
export function Menu({ label, items, onChoose, onClose, at, down = false }: MenuProps): ReactNode {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const own = menu.current
    own?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const press = (event: globalThis.PointerEvent): void => {
      if (event.target instanceof Node && !own?.contains(event.target)) onClose()
    }
    window.addEventListener('pointerdown', press, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      const inside = document.activeElement === document.body || own?.contains(document.activeElement)
      if (inside && before instanceof HTMLElement) before.focus()
    }
  }, [onClose])

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const now = all.findIndex((item) => item === document.activeElement)
    const to =
      event.key === 'ArrowDown'
        ? now + 1
        : event.key === 'ArrowUp'
          ? now - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? -1
              : null
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (to !== null) all.at(to % all.length)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={label}
      className={classes(styles.menu, down && styles.down)}
      style={{ left: Math.max(8, Math.min(at.x, window.innerWidth - 240)), top: at.y }}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          onClick={() => {
            onClose()
            onChoose(item.id)
          }}
        >
          <span>{item.label}</span>
          {item.hint ? <span className={styles.hint}>{item.hint}</span> : null}
        </button>
      ))}
    </div>
  )
}
