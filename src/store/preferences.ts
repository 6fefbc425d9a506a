// How a person likes the screen: kept in this browser, never in a lab.
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Language } from './language.ts'
import { splitFragment } from './linkOptions.ts'

export type { Language } from './language.ts'
export type Theme = 'system' | 'light' | 'dark'

export interface Preferences {
  readonly theme: Theme
  readonly language: Language
  /** Sizes of the panes: the dock's height and the two columns' widths, in pixels. */
  readonly dock: number
  readonly packets: number
  readonly inspector: number
}

const KEY = 'vethlab.preferences'

/** The part of the browser's storage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Storage that may be forbidden (an embedded page, a private window): then nothing is kept, and nothing breaks. */
export function shelf(kind: 'localStorage' | 'sessionStorage'): Shelf {
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(window[kind])
    } catch {
      return otherwise
    }
  }
  return {
    getItem: (key) => attempt((s) => s.getItem(key), null),
    setItem: (key, value) => attempt((s) => s.setItem(key, value), undefined),
    removeItem: (key) => attempt((s) => s.removeItem(key), undefined),
  }
}

/** Storage of a page inside somebody's page: gone with it. */
export function passingShelf(): Shelf {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

/**
 * `locale` is the browser's, and decides until a language was chosen. `lent` is a link's language: it is shown, and kept
 * only if it is chosen again.
 */
export function createPreferences(
  storage: Shelf,
  locale: string,
  lent: Language | null = null,
): StoreApi<Preferences> {
  const start: Preferences = {
    theme: 'system',
    language: locale.toLowerCase().startsWith('ko') ? 'ko' : 'en',
    dock: 268,
    packets: 350,
    inspector: 356,
  }
  const own = { ...start, ...stored(storage.getItem(KEY)) }
  const api = createStore<Preferences>()(() => ({ ...own, language: lent ?? own.language }))
  let chosen = lent === null
  api.subscribe((state, before) => {
    chosen ||= state.language !== before.language
    storage.setItem(KEY, JSON.stringify(chosen ? state : { ...state, language: own.language }))
  })
  return api
}

/** Only what is known and of its kind is taken: the storage may be another version's. */
function stored(json: string | null): Partial<Preferences> {
  const value = parse(json)
  const size = (name: string): object =>
    typeof value[name] === 'number' && value[name] >= 80 && value[name] <= 2000 ? { [name]: value[name] } : {}
  return {
    ...(value.theme === 'system' || value.theme === 'light' || value.theme === 'dark'
      ? { theme: value.theme }
      : {}),
    ...(value.language === 'en' || value.language === 'ko' ? { language: value.language } : {}),
    ...size('dock'),
    ...size('packets'),
    ...size('inspector'),
  }
}

function parse(json: string | null): Record<string, unknown> {
  if (json === null) return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The one of this page. */
export const preferences = createPreferences(
  shelf('localStorage'),
  globalThis.navigator?.language ?? 'en',
  splitFragment(globalThis.location?.hash ?? '').options.language,
)

export function usePreference<T>(selector: (state: Preferences) => T): T {
  return useStore(preferences, selector)
}
