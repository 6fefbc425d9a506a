import { ChevronRight } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { classes } from '../parts/classes.ts'
import styles from './CanvasMenu.module.css'
import { useCanvas } from './canvasContext.ts'
import type { MenuItem, OpenMenu } from './interaction.ts'
import { useWords } from './words.ts'

export function CanvasMenu(): ReactNode {
  const { interaction } = useCanvas()
  const menu = useStore(interaction, (s) => s.menu)
  return menu ? <Open key={`${menu.title} ${menu.at.x} ${menu.at.y}`} menu={menu} /> : null
}

/** The WAI-ARIA menu pattern. An item that leads on replaces the items by its own. */
function Open({ menu }: { readonly menu: OpenMenu }): ReactNode {
  const { interaction } = useCanvas()
  const words = useWords()
  const element = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState({ title: menu.title, items: menu.items, deeper: false })
  useReturnedFocus(element)

  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    box.style.left = `${Math.max(8, Math.min(menu.at.x, window.innerWidth - box.offsetWidth - 8))}px`
    box.style.top = `${Math.max(8, Math.min(menu.at.y, window.innerHeight - box.offsetHeight - 8))}px`
    box.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [menu, shown])

  const close = (): void => interaction.setState({ menu: null })
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Node && !element.current?.contains(event.target))
        interaction.setState({ menu: null })
    }
    window.addEventListener('pointerdown', press, true)
    return () => window.removeEventListener('pointerdown', press, true)
  }, [interaction])

  const choose = (item: MenuItem): void => {
    const next = item.choose()
    if (next) setShown({ title: item.label.replace('…', ''), items: next, deeper: true })
    else close()
  }
  const back = (): void => setShown({ title: menu.title, items: menu.items, deeper: false })
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    const items = [...(element.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const now = items.findIndex((i) => i === document.activeElement)
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key]
    if (to !== undefined) items.at(to % items.length)?.focus()
    else if (event.key === 'ArrowLeft' && shown.deeper) back()
    else if (event.key === 'ArrowRight' && items[now]?.dataset['more'] !== undefined) items[now].click()
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={element}
      role="menu"
      aria-label={shown.title}
      tabIndex={-1}
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      <div className={styles.title} role="presentation">
        {shown.title}
      </div>
      {shown.items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          data-more={item.more ? '' : undefined}
          className={classes(styles.item, item.danger && styles.danger)}
          onClick={() => choose(item)}
        >
          <span>{item.label}</span>
          {item.hint ? <span className={styles.hint}>{item.hint}</span> : null}
          {item.more ? <ChevronRight className={styles.more} size={13} aria-hidden /> : null}
        </button>
      ))}
      {shown.items.length === 0 ? (
        <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={back}>
          {words.nothing}
        </button>
      ) : null}
    </div>
  )
}

/** Gives the focus back to where it was, unless it has moved on since. */
function useReturnedFocus(element: { readonly current: HTMLElement | null }): void {
  // Before the first item takes the focus.
  useLayoutEffect(() => {
    const before = document.activeElement
    const box = element.current
    return () => {
      const lost = document.activeElement === document.body || box?.contains(document.activeElement)
      if (lost && (before instanceof HTMLElement || before instanceof SVGElement))
        before.focus({ preventScroll: true })
    }
  }, [element])
}
