import { expect, test } from 'vitest'
import { createPreferences, type Shelf } from './preferences.ts'

const KEY = 'vethlab.preferences'
const START = { theme: 'system', language: 'en', dock: 268, packets: 350, inspector: 356 }

function shelfWith(value: string | null): Shelf & { readonly items: Map<string, string> } {
  const items = new Map(value === null ? [] : [[KEY, value]])
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: (key) => void items.delete(key),
  }
}

test.each([
  [null, 'en-US', START],
  [null, 'ko-KR', { ...START, language: 'ko' }],
  ['{"language":"en","theme":"dark","dock":300}', 'ko', { ...START, theme: 'dark', dock: 300 }],
  ['{"language":"fr","theme":7,"dock":-1,"packets":"wide","other":1}', 'en', START],
  ['[', 'en', START],
  ['null', 'en', START],
])('%s in %s', (kept, locale, expected) => {
  expect(createPreferences(shelfWith(kept), locale).getState()).toEqual(expected)
})

test('a change is kept', () => {
  const shelf = shelfWith(null)
  createPreferences(shelf, 'en').setState({ theme: 'light' })
  expect(JSON.parse(shelf.items.get(KEY) ?? '')).toEqual({ ...START, theme: 'light' })
})
