// The terminals a person opened beside the machines' own are there again after a reload.
import type { LabStore, LabStoreState, TerminalTab } from './lab.ts'
import type { Shelf } from './preferences.ts'

const KEY = 'vethlab.tabs'

interface Kept {
  readonly tabs: readonly Pick<TerminalTab, 'machine' | 'netns'>[]
  readonly active: string | null
}

/** To be called once: opens those of before as soon as the lab is there, and keeps them from then on. Shells inside
 *  something (a container) are not opened again: that would be a command more in the lab each time. */
export function rememberTabs(store: LabStore, passing: Shelf): void {
  let kept = passing.getItem(KEY) ?? ''
  const before = read(kept)
  let restored = false
  const restore = (state: LabStoreState): void => {
    restored = true
    if (!before) return
    for (const { machine, netns } of before.tabs) {
      const there = state.machines
        .get(machine)
        ?.namespaces.some((n) => (netns === null ? n.root : n.name === netns))
      if (there) store.openTerminal(machine, netns)
    }
    const active = store.api.getState().terminals.find((tab) => tab.id === before.active)
    if (active) store.showTerminal(active.id)
  }
  const follow = (state: LabStoreState): void => {
    // The machines' own are told of after the lab is.
    if (!restored && state.opened > 0 && state.activeTerminal !== null) restore(state)
    if (!restored) return
    const { terminals, activeTerminal } = store.api.getState()
    const tabs = terminals
      .filter((tab) => tab.id !== tab.machine && tab.name === undefined)
      .map(({ machine, netns }) => ({ machine, netns }))
    const now = JSON.stringify({ tabs, active: activeTerminal } satisfies Kept)
    if (now === kept) return
    kept = now
    passing.setItem(KEY, now)
  }
  store.api.subscribe(follow)
  follow(store.api.getState())
}

function read(text: string): Kept | null {
  try {
    const value: unknown = JSON.parse(text)
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tabs' in value &&
    Array.isArray(value.tabs) &&
    'active' in value
  )
}
