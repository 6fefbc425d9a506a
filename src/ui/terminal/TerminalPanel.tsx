import { Plus, Search, X } from 'lucide-react'
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { LabStoreState, MachineView, TerminalTab } from '../../store/lab.ts'
import { useLabContext, useSlice } from '../app/labContext.ts'
import { netnsKind } from '../canvas/view.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import { Menu, type MenuItem } from '../parts/Menu.tsx'
import { panelId, TabList, tabId } from '../parts/Tabs.tsx'
import { later } from '../parts/later.tsx'
import { ExtraKeys } from './ExtraKeys.tsx'
import { focusTerminal } from './focus.ts'
import { tabKey } from './tabKeys.ts'
import styles from './Terminal.module.css'
import { TerminalView } from './TerminalView.tsx'

const FindBar = later(async () => (await import('./FindBar.tsx')).FindBar)

const selectTerminals = (s: LabStoreState): readonly TerminalTab[] => s.terminals
const selectActive = (s: LabStoreState): string | null => s.activeTerminal
const selectMachines = (s: LabStoreState): ReadonlyMap<string, MachineView> => s.machines

/** The terminals, a tab each. */
export function TerminalPanel(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const terminals = useSlice(selectTerminals)
  const active = useSlice(selectActive)
  const panels = useId().replace(/\W/g, '')
  const current = terminals.find((tab) => tab.id === active)
  const show = (id: string): void => {
    store.showTerminal(id)
  }
  const close = (id: string): void => {
    if (isOpenedHere(terminals, id)) store.closeTerminal(id)
  }

  // The keyboard starts in the terminal, unless something else has it already: inside somebody's page, that page.
  const started = useRef(false)
  useEffect(() => {
    if (started.current || active === null) return
    started.current = true
    if (window.parent !== window) return
    if (document.activeElement === document.body && window.matchMedia('(min-width: 720px)').matches)
      focusTerminal()
  }, [active])

  // A tab that is chosen by a key may be out of sight.
  useEffect(() => {
    if (active !== null) document.getElementById(tabId(panels, active))?.scrollIntoView({ block: 'nearest' })
  }, [active, panels])

  const [finding, setFinding] = useState(false)
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = tabKey(event, terminals.length)
    if (key === null) return
    event.preventDefault()
    if (key === 'find') setFinding(true)
    else if (key === 'close') {
      if (active !== null) close(active)
    } else {
      const at = terminals.findIndex((tab) => tab.id === active)
      const next =
        terminals[key === 'next' ? at + 1 : key === 'before' ? at - 1 : key] ??
        terminals.at(key === 'before' ? -1 : 0)
      if (next) show(next.id)
    }
    if (key !== 'find') requestAnimationFrame(focusTerminal)
  }

  return (
    <div className={styles.panel} role="presentation" onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <TabList
          label={t('terminal.tabs')}
          tabs={terminals.map((tab) => ({ id: tab.id, label: labelOf(tab, terminals) }))}
          active={active}
          onActivate={show}
          onDelete={close}
          panels={panels}
          styles={styles}
        />
        {current && isOpenedHere(terminals, current.id) ? (
          <button
            type="button"
            className={styles.tool}
            aria-label={t('terminal.close', { name: labelOf(current, terminals) })}
            title={t('terminal.close', { name: labelOf(current, terminals) })}
            onClick={() => close(current.id)}
          >
            <X size={14} aria-hidden />
          </button>
        ) : null}
        <NewTerminal />
        <button
          type="button"
          className={styles.tool}
          aria-label={t('terminal.find')}
          title={t('terminal.find')}
          onClick={() => setFinding(true)}
        >
          <Search size={14} aria-hidden />
        </button>
      </div>
      <div className={styles.views}>
        {terminals.map((tab) => (
          <div
            key={tab.id}
            role="tabpanel"
            id={panelId(panels, tab.id)}
            aria-labelledby={tabId(panels, tab.id)}
            className={styles.tabpanel}
            hidden={false}
          >
            <TerminalView id={tab.id} active={tab.id === active} />
          </div>
        ))}
        {finding && active !== null ? <FindBar id={active} onClose={() => setFinding(false)} /> : null}
        {terminals.length === 0 ? <p className={styles.none}>{t('terminal.none')}</p> : null}
      </div>
      <ExtraKeys active={active} />
    </div>
  )
}

/** The + of the tabs: one more terminal, on a machine or in a namespace. */
function NewTerminal(): ReactNode {
  const t = useText()
  const { store } = useLabContext()
  const machines = useSlice(selectMachines)
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const close = useCallback(() => setAt(null), [])
  const items: readonly MenuItem[] = [...machines.values()].flatMap((machine) => {
    if (machine.kind === 'switch') return []
    const inside = machine.namespaces.flatMap((netns) => {
      const { id, name, container } = netns
      const label = container?.name ?? name
      if (label === null || netns.root) return []
      const kind = container ? t(`inspector.${netnsKind(netns)}` satisfies TextKey) : ''
      return [{ id, label, hint: `${kind} ${machine.name}`.trim() }]
    })
    return [{ id: machine.name, label: machine.name, hint: t('inspector.machine') }, ...inside]
  })
  const open = (id: string): void => {
    const netns = store.api.getState().namespaces.get(id)
    // Commands come later than the first screen.
    void import('../canvas/edits.ts').then(({ openShell }) => {
      if (netns) return openShell(store, netns, netns.machine)
      store.openTerminal(id, null)
      requestAnimationFrame(() => focusTerminal())
    })
  }
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('terminal.new')}
        title={t('terminal.new')}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          setAt({ x: box.left, y: box.top })
        }}
      >
        <Plus size={15} aria-hidden />
      </button>
      {at ? <Menu label={t('terminal.new')} items={items} onChoose={open} onClose={close} at={at} /> : null}
    </>
  )
}

/** `host`, `red`; where two things share the name the namespace is `pc/red`; a second one of the same is `red 2`. */
function labelOf(tab: TerminalTab, all: readonly TerminalTab[]): string {
  const name = nameOf(tab)
  const isSame = (t: TerminalTab): boolean => t.machine === tab.machine && nameOf(t) === name
  const shared = all.some((t) => nameOf(t) === name && !isSame(t))
  const nth = all.filter(isSame).indexOf(tab)
  return (shared && name !== tab.machine ? `${tab.machine}/${name}` : name) + (nth > 0 ? ` ${nth + 1}` : '')
}

function nameOf({ name, netns, machine }: TerminalTab): string {
  return name ?? netns ?? machine
}

/** The lab's own terminal of each machine stays; the others can be closed. */
function isOpenedHere(all: readonly TerminalTab[], id: string): boolean {
  const tab = all.find((t) => t.id === id)
  return tab !== undefined && tab.id !== tab.machine
}
