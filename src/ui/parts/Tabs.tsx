import type { KeyboardEvent, ReactNode } from 'react'
import { classes } from './classes.ts'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly count?: number
}

interface TabListProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly active: Id | null
  readonly onActivate: (id: Id) => void
  /** Delete on a tab. */
  readonly onDelete?: (id: Id) => void
  /** Prefix of the elements' ids; the panel of a tab is `${panels}-${id}`. */
  readonly panels: string
  readonly styles: Readonly<Record<string, string>>
}

/** The WAI-ARIA tab pattern: one stop of the Tab key, arrows move and choose. */
export function TabList<Id extends string>(props: TabListProps<Id>): ReactNode {
  const { label, tabs, active, onActivate, onDelete, panels, styles } = props
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = tabs.findIndex((tab) => tab.id === active)
    const to = target(event.key, at, tabs.length)
    if (event.key === 'Delete' && active !== null) onDelete?.(active)
    const next = to === null ? undefined : tabs[to]
    if (!next) return
    event.preventDefault()
    onActivate(next.id)
    document.getElementById(tabId(panels, next.id))?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(panels, tab.id)}
          aria-selected={tab.id === active}
          aria-controls={panelId(panels, tab.id)}
          tabIndex={tab.id === active ? 0 : -1}
          className={classes(styles.tab, tab.id === active && styles.active)}
          onClick={() => onActivate(tab.id)}
        >
          {tab.label}
          {tab.count ? (
            <span className={styles.count} aria-hidden>
              {tab.count}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  )
}

export function panelId(panels: string, id: string): string {
  return `${panels}-panel-${id.replace(/\W/g, '-')}`
}

export function tabId(panels: string, id: string): string {
  return `${panels}-tab-${id.replace(/\W/g, '-')}`
}

function target(key: string, at: number, length: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % length
    case 'ArrowLeft':
      return (at - 1 + length) % length
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return null
  }
}
