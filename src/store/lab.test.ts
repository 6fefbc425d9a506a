import { beforeEach, expect, test } from 'vitest'
import {
  createLabStore,
  type FromLab,
  type Hop,
  type LabStore,
  type MachineView,
  type Story,
  type ToLab,
} from './lab.ts'

let receive: (message: FromLab) => void
let said: ToLab[]
let store: LabStore

beforeEach(() => {
  said = []
  store = createLabStore((to) => {
    receive = to
    return (message) => said.push(message)
  })
})

const HOST = {
  id: 'host',
  name: 'host',
  kind: 'machine',
  namespaces: [{ id: 'host/1', devices: [{ id: 'host#1' }] }],
} as unknown as MachineView

const ids = (): unknown => {
  const { order, machines, namespaces, devices } = store.api.getState()
  return [order, [...machines.keys()], [...namespaces.keys()], [...devices.keys()]]
}

test('a view is taken apart, and a machine that went is gone with its insides', () => {
  receive({
    type: 'opened',
    view: { machines: [HOST, { ...HOST, id: 'pc', namespaces: [] }] },
    sheet: { placements: [], notes: [] },
  })
  expect(ids()).toEqual([['host', 'pc'], ['host', 'pc'], ['host/1'], ['host#1']])
  receive({ type: 'view', changed: [], order: ['pc'] })
  expect(ids()).toEqual([['pc'], ['pc'], [], []])
})

test('terminals: the first is shown, another is opened at once, a gesture brings its machine’s forward', () => {
  receive({ type: 'terminal-opened', id: 'host', machine: 'host', netns: null })
  store.openTerminal('host', 'red')
  store.openTerminal('host', 'red')
  expect(store.api.getState().terminals.map((t) => t.id)).toEqual(['host', 'host/red', 'host/red 2'])
  expect(store.api.getState().activeTerminal).toBe('host/red 2')
  store.send({ type: 'gesture', machine: 'host', lines: ['true'], note: '' })
  expect(store.api.getState().activeTerminal).toBe('host')
  store.showTerminal('host/red')
  store.closeTerminal('host/red')
  expect(store.api.getState().activeTerminal).toBe('host')
  expect(said.map((message) => message.type)).toEqual([
    'terminal-open',
    'terminal-open',
    'gesture',
    'terminal-close',
  ])
})

test('a terminal’s bytes wait for the one who shows them', () => {
  const heard: unknown[] = []
  receive({ type: 'terminal-output', id: 'host', data: 'early', waits: false })
  const stop = store.onTerminal('host', (event) => heard.push(event))
  receive({ type: 'terminal-reset', id: 'host' })
  stop()
  receive({ type: 'terminal-output', id: 'host', data: 'late', waits: false })
  expect(heard).toEqual([{ data: 'early', waits: false }, { reset: true }])
})

test('a story stays while its steps select devices, and goes with another selection', () => {
  const story = { skb: 7 } as Story
  store.select({ kind: 'packet', skb: 7 })
  receive({ type: 'story', story })
  store.showStep('host#1')
  expect([store.api.getState().selection, store.api.getState().story]).toEqual([
    { kind: 'device', id: 'host#1' },
    story,
  ])
  store.select({ kind: 'device', id: 'host#1' })
  expect(store.api.getState().story).toBeNull()
  expect(said).toEqual([{ type: 'story', skb: 7 }])
})

test('hops of the past are listed and not flown; those after a cut are forgotten', () => {
  const hops = [1, 2, 3].map((id) => ({ id }) as Hop)
  receive({ type: 'hops', hops: hops.slice(0, 1), replay: true, hopMilliseconds: 0 })
  expect(store.api.getState().flight).toBeNull()
  receive({ type: 'hops', hops: hops.slice(1), replay: false, hopMilliseconds: 500 })
  expect(store.api.getState().flight).toEqual({ batch: 1, hops: hops.slice(1), milliseconds: 500 })
  receive({ type: 'hops-cut', last: 2 })
  expect([store.api.getState().hops, store.api.getState().flight]).toEqual([hops.slice(0, 2), null])
})
