// Where labs are kept in this browser. One's own lab has its own key; a lab from a link is kept beside it, by its
// fragment and for this tab only, so that opening somebody's link never touches one's own work.
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { LabStore } from './lab.ts'
import { NO_OPTIONS, splitFragment, type LinkOptions } from './linkOptions.ts'
import type { Shelf } from './preferences.ts'
import { WELCOME } from './welcome.ts'

export interface EarlierLab {
  readonly title: string
  readonly text: string
}

export interface SavingState {
  /** Fragment of the shared lab that is open; null when it is one's own. */
  readonly shared: string | null
  /** What its link asks for. */
  readonly options: LinkOptions
  /** Own labs that were replaced by another, newest first. */
  readonly earlier: readonly EarlierLab[]
}

/** The page's address, as far as a lab is in it. */
export interface Address {
  readonly fragment: () => string
  /** Takes the fragment away without loading the page again. */
  readonly clear: () => void
}

export interface Saving {
  readonly api: StoreApi<SavingState>
  /** Opens what the address says, or else one's own lab, or at the very first start the welcome lab. Also for a
   *  fragment that changed later. Settles when the lab was asked for. */
  readonly openAddress: () => Promise<void>
  /** The shared lab becomes one's own; the one before is put with the earlier ones. */
  readonly keepAsMine: () => void
  readonly backToMine: () => void
  /** A lab to start from, or an earlier one; the one before is put with the earlier ones. */
  readonly openAsMine: (text: string) => void
}

/** Whether it is a lab of the library, as it came. */
type IsStartingLab = (text: string) => Promise<boolean>
type ReadLink = (fragment: string) => Promise<{ readonly text: string } | { readonly error: string }>

const OWN = 'vethlab.lab'
const EARLIER = 'vethlab.earlier'
const SHARED = 'vethlab.shared.'
const MOST_EARLIER = 8

/** Two shelves: `lasting` for one's own labs, `passing` for this tab's shared ones. */
export function createSaving(
  store: LabStore,
  lasting: Shelf,
  passing: Shelf,
  address: Address,
  readLink: ReadLink,
  isStartingLab: IsStartingLab,
): Saving {
  const api = createStore<SavingState>()(() => ({
    shared: null,
    options: NO_OPTIONS,
    earlier: readEarlier(lasting),
  }))
  /** Where the open lab is kept; null until one is open. */
  let slot: { readonly shared: string | null } | null = null
  /** The lab asked for, until it is open or refused. What comes meanwhile may be of either, and is not kept yet. */
  let pending: { readonly shared: string | null; readonly refused: () => void; seen: boolean } | null = null

  const keep = (text: string): void => {
    if (!slot) return
    if (slot.shared === null) lasting.setItem(OWN, text)
    // As long as some of its commands wait to be given, the link itself says more than what stands.
    else if (!waits()) passing.setItem(SHARED + slot.shared, text)
  }
  const open = (
    text: string,
    shared: string | null,
    refused: () => void = () => {},
    step: number | null = null,
  ): void => {
    pending = { shared, refused, seen: false }
    store.send({ type: 'open', text, ...(step === null ? {} : { step }) })
  }
  const waits = (): boolean => api.getState().options.step !== null && store.api.getState().lab.canRedo
  const own = (): string | null => lasting.getItem(OWN)
  const remember = async (text: string | null): Promise<void> => {
    // Offline, and the library was never loaded: better one too many than one lost.
    if (text === null || (await isStartingLab(text).catch(() => false))) return
    const rest = api.getState().earlier.filter((lab) => lab.text !== text)
    const earlier = [{ title: titleOf(text), text }, ...rest].slice(0, MOST_EARLIER)
    api.setState({ earlier })
    lasting.setItem(EARLIER, JSON.stringify(earlier))
  }
  const openOwn = (): void => {
    const text = own()
    // A lab that this version cannot open is put away, not lost.
    open(text ?? WELCOME, null, () => {
      void remember(text)
      if (text !== null) open(WELCOME, null)
    })
  }

  store.api.subscribe((now, before) => {
    if (now.refused !== before.refused) {
      const refused = pending?.refused
      pending = null
      refused?.()
      return
    }
    if (now.opened !== before.opened && pending) {
      slot = { shared: pending.shared }
      const options = pending.shared === null ? NO_OPTIONS : splitFragment(pending.shared).options
      api.setState({ shared: pending.shared, options })
      store.setReadOnly(options.readOnly)
      const seen = pending.seen
      pending = null
      if (seen) keep(now.lab.text)
      return
    }
    if (now.lab.text === before.lab.text) return
    if (pending) pending.seen = true
    else keep(now.lab.text)
  })

  return {
    api,
    openAddress: async () => {
      const fragment = address.fragment()
      if (fragment.length < 2) {
        if (!slot || slot.shared !== null) openOwn()
        return
      }
      if (slot?.shared === fragment) return
      const kept = passing.getItem(SHARED + fragment)
      const { lab, options } = splitFragment(fragment)
      const link = kept === null ? await readLink(lab) : { text: kept }
      // A damaged link leaves what is open as it is.
      const stay = (): void => {
        address.clear()
        if (!slot) openOwn()
      }
      if ('error' in link) {
        stay()
        store.notify(link.error)
        return
      }
      open(link.text, fragment, stay, kept === null ? options.step : null)
    },
    keepAsMine: () => {
      if (!slot || slot.shared === null) return
      void remember(own())
      passing.removeItem(SHARED + slot.shared)
      slot = { shared: null }
      keep(store.api.getState().lab.text)
      api.setState({ shared: null, options: NO_OPTIONS })
      store.setReadOnly(false)
      address.clear()
    },
    backToMine: () => {
      address.clear()
      openOwn()
    },
    openAsMine: (text) => {
      void remember(own())
      address.clear()
      open(text, null)
    },
  }
}

function titleOf(text: string): string {
  return /^#! title: (.*)$/m.exec(text)?.[1]?.trim() ?? ''
}

function readEarlier(storage: Shelf): readonly EarlierLab[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(EARLIER) ?? '[]')
    return Array.isArray(value) ? value.filter(isEarlier).slice(0, MOST_EARLIER) : []
  } catch {
    return []
  }
}

function isEarlier(value: unknown): value is EarlierLab {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
  )
}

export function useSaving<T>(saving: Saving, selector: (state: SavingState) => T): T {
  return useStore(saving.api, selector)
}
