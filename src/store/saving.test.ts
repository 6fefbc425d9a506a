import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createLabStore, type FromLab, type LabStore, type ToLab } from './lab.ts'
import { NO_OPTIONS } from './linkOptions.ts'
import type { Shelf } from './preferences.ts'
import { createSaving, type Saving } from './saving.ts'
import { isStartingLab } from './labs.ts'
import { WELCOME } from './welcome.ts'

class Storage implements Shelf {
  readonly items = new Map<string, string>()
  getItem(key: string): string | null {
    return this.items.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value)
  }
  removeItem(key: string): void {
    this.items.delete(key)
  }
}

const MINE = '#! world: bare\n#! title: Mine\n$ ip netns add mine\n'
const THEIRS = '#! world: bare\n$ ip netns add theirs\n'

let lasting: Storage
let passing: Storage
let fragment: string
let receive: (message: FromLab) => void
let said: ToLab[]
let store: LabStore
let saving: Saving

/** A page that was just loaded. */
function page(): void {
  said = []
  store = createLabStore((to) => {
    receive = to
    return (message) => said.push(message)
  })
  const address = { fragment: () => fragment, clear: () => void (fragment = '') }
  saving = createSaving(
    store,
    lasting,
    passing,
    address,
    async (link) => (link === '#good' ? { text: THEIRS } : { error: 'This link is damaged.' }),
    async (text) => isStartingLab(text),
  )
}

function opened(text: string): void {
  receive({ type: 'opened', view: { machines: [] }, sheet: { placements: [], notes: [] } })
  typed(text)
}

function typed(text: string): void {
  receive({ type: 'lab', lab: { text, title: '', world: 'bare', canUndo: false, canRedo: false } })
}

const asked = (): readonly string[] =>
  said.flatMap((message) => (message.type === 'open' ? [message.text] : []))

beforeEach(() => {
  lasting = new Storage()
  passing = new Storage()
  fragment = ''
  page()
})

describe('one’s own lab', () => {
  test('is the welcome lab at first, and kept as it changes', async () => {
    await saving.openAddress()
    expect(asked()).toEqual([WELCOME])
    opened(WELCOME)
    typed(MINE)
    expect([...lasting.items]).toEqual([['vethlab.lab', MINE]])
    page()
    await saving.openAddress()
    expect(asked()).toEqual([MINE])
  })

  test('is not written before it is open', async () => {
    lasting.setItem('vethlab.lab', MINE)
    await saving.openAddress()
    typed('#! world: bare\n')
    expect([...lasting.items]).toEqual([['vethlab.lab', MINE]])
  })

  test('that cannot be opened is put with the earlier ones', async () => {
    lasting.setItem('vethlab.lab', MINE)
    await saving.openAddress()
    receive({ type: 'refused', reason: 'No.' })
    expect(asked()).toEqual([MINE, WELCOME])
    await vi.waitFor(() => expect(saving.api.getState().earlier).toEqual([{ title: 'Mine', text: MINE }]))
  })

  test('gives way to a starting lab, and is kept', async () => {
    lasting.setItem('vethlab.lab', MINE)
    await saving.openAddress()
    opened(MINE)
    saving.openAsMine(WELCOME)
    opened(WELCOME)
    expect(lasting.getItem('vethlab.lab')).toBe(WELCOME)
    await vi.waitFor(() => expect(lasting.getItem('vethlab.earlier')).not.toBeNull())
    page()
    expect(saving.api.getState().earlier).toEqual([{ title: 'Mine', text: MINE }])
  })
})

describe('a shared lab', () => {
  beforeEach(async () => {
    lasting.setItem('vethlab.lab', MINE)
    fragment = '#good'
    await saving.openAddress()
    opened(THEIRS)
  })

  test('stands beside one’s own, through a reload', async () => {
    typed(`${THEIRS}$ ip netns add more\n`)
    expect(saving.api.getState().shared).toBe('#good')
    expect(lasting.getItem('vethlab.lab')).toBe(MINE)
    page()
    await saving.openAddress()
    expect(asked()).toEqual([`${THEIRS}$ ip netns add more\n`])
  })

  test('becomes one’s own when asked, the one before being kept', async () => {
    saving.keepAsMine()
    await vi.waitFor(() => expect(saving.api.getState().earlier).toHaveLength(1))
    expect(saving.api.getState()).toEqual({
      shared: null,
      options: NO_OPTIONS,
      earlier: [{ title: 'Mine', text: MINE }],
    })
    expect([lasting.getItem('vethlab.lab'), fragment, passing.items.size]).toEqual([THEIRS, '', 0])
  })

  test('gives way to one’s own', () => {
    saving.backToMine()
    expect(asked()).toEqual([THEIRS, MINE])
    // What is said of the shared lab meanwhile is not taken for one's own.
    typed(`${THEIRS}# late\n`)
    expect(lasting.getItem('vethlab.lab')).toBe(MINE)
    opened(MINE)
    expect([saving.api.getState().shared, lasting.getItem('vethlab.lab'), fragment]).toEqual([null, MINE, ''])
  })
})

describe('what a link asks for', () => {
  beforeEach(() => void lasting.setItem('vethlab.lab', MINE))

  const waiting = (text: string): void =>
    receive({ type: 'lab', lab: { text, title: '', world: 'bare', canUndo: false, canRedo: true } })

  test('a step: the rest waits, and is not forgotten by a reload', async () => {
    fragment = '#good&step=0'
    await saving.openAddress()
    expect(said).toEqual([{ type: 'open', text: THEIRS, step: 0 }])
    receive({ type: 'opened', view: { machines: [] }, sheet: { placements: [], notes: [] } })
    waiting('#! world: bare\n')
    expect(passing.items.size).toBe(0)
    typed('#! world: bare\n$ ip netns add other\n')
    expect([...passing.items.values()]).toEqual(['#! world: bare\n$ ip netns add other\n'])
  })

  test('looking only: nothing that changes the lab is sent, until it is one’s own', async () => {
    fragment = '#good&readonly'
    await saving.openAddress()
    opened(THEIRS)
    said = []
    store.send({ type: 'terminal-input', id: 'host', data: 'x' })
    store.send({ type: 'step' })
    expect([said, store.api.getState().notice]).toEqual([[{ type: 'step' }], 'Read-only.'])
    saving.keepAsMine()
    store.send({ type: 'terminal-input', id: 'host', data: 'x' })
    expect(said).toHaveLength(2)
  })
})

describe('a damaged link', () => {
  test('says so and opens one’s own', async () => {
    lasting.setItem('vethlab.lab', MINE)
    fragment = '#bad'
    await saving.openAddress()
    expect([asked(), store.api.getState().notice, fragment]).toEqual([[MINE], 'This link is damaged.', ''])
  })

  test('leaves what is open', async () => {
    await saving.openAddress()
    opened(WELCOME)
    fragment = '#bad'
    await saving.openAddress()
    expect([asked(), store.api.getState().notice]).toEqual([[WELCOME], 'This link is damaged.'])
  })

  test('whose text the lab refuses opens one’s own', async () => {
    fragment = '#good'
    await saving.openAddress()
    receive({ type: 'refused', reason: 'Unknown world.' })
    expect([asked(), store.api.getState().notice, fragment]).toEqual([
      [THEIRS, WELCOME],
      'Unknown world.',
      '',
    ])
  })
})
