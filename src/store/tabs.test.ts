import { expect, test } from 'vitest'
import type { FromLab, ToLab } from '../session/protocol.ts'
import { createLabStore } from './lab.ts'
import { passingShelf } from './preferences.ts'
import { rememberTabs } from './tabs.ts'

const NETNS = {
  routes: [],
  neighbours: [],
  fdb: [],
  devices: [],
  rules: 0,
  doors: [],
  pid: null,
  container: null,
  processes: [],
}
const HOST = {
  id: 'host',
  name: 'host',
  kind: 'machine',
  docker: null,
  namespaces: [
    { ...NETNS, id: 'host/1', machine: 'host', name: null, root: true, forwarding: false },
    { ...NETNS, id: 'host/2', machine: 'host', name: 'red', root: false, forwarding: false },
  ],
} as const

function page(shelf: ReturnType<typeof passingShelf>): {
  readonly store: ReturnType<typeof createLabStore>
  readonly said: ToLab[]
} {
  const said: ToLab[] = []
  let receive: (message: FromLab) => void = () => {}
  const store = createLabStore((hear) => {
    receive = hear
    return (message) => void said.push(message)
  })
  rememberTabs(store, shelf)
  receive({ type: 'opened', view: { machines: [HOST] }, sheet: { placements: [], notes: [] } })
  receive({ type: 'terminal-opened', id: 'host', machine: 'host', netns: null })
  return { store, said }
}

test('terminals that were opened by hand come back, the one in front in front; a shell inside a container does not', () => {
  const shelf = passingShelf()
  const { store } = page(shelf)
  store.openTerminal('host', 'red')
  store.openTerminal('host', null)
  store.openTerminal('host', null, { name: 'web', command: 'docker exec -it web sh' })
  store.showTerminal('host/red')

  const again = page(shelf)
  expect(again.store.api.getState().terminals.map((t) => t.id)).toEqual(['host', 'host/red', 'host 2'])
  expect(again.store.api.getState().activeTerminal).toBe('host/red')
  expect(again.said.map((m) => m.type)).toEqual(['terminal-open', 'terminal-open'])
})

test('what is kept is not believed: no tab, no such place', () => {
  const shelf = passingShelf()
  shelf.setItem('vethlab.tabs', '{"tabs":[{"machine":"host","netns":"gone"}],"active":7}')
  expect(page(shelf).said).toEqual([])
  shelf.setItem('vethlab.tabs', 'nonsense')
  expect(page(shelf).said).toEqual([])
})
