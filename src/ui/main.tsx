import { createRoot } from 'react-dom/client'
import { connectWorker, createLabWorker } from '../store/connect.ts'
import { createLabStore, type Connect, type LabStore } from '../store/lab.ts'
import { lazyShelf } from '../store/lazyShelf.ts'
import { splitFragment } from '../store/linkOptions.ts'
import { passingShelf, preferences, shelf, type Shelf } from '../store/preferences.ts'
import { createSaving, type Address } from '../store/saving.ts'
import { App } from './app/App.tsx'
import { LabContext } from './app/labContext.ts'
import { keepOffline } from './app/offline.ts'
import { followTheme } from './app/theme.ts'
import { loadLanguage } from './i18n/languages.ts'
import { textNow } from './i18n/text.ts'
import { loadAtFirstTouch } from './parts/later.tsx'
import './theme.css'

const address: Address = {
  fragment: () => window.location.hash,
  clear: () => window.history.replaceState(null, '', window.location.pathname + window.location.search),
}

function start(): void {
  followTheme()
  loadAtFirstTouch()
  // Inside somebody's page a visitor's own labs are not touched, not even looked at.
  const { embed } = splitFragment(window.location.hash).options
  if (!embed) keepOffline()
  const store = createLabStore(connection(), () => textNow('shared.refused'))
  const saving = createSaving(
    store,
    embed ? passingShelf() : keptInTime('localStorage'),
    embed ? passingShelf() : keptInTime('sessionStorage'),
    address,
    async (fragment) => (await import('../store/share.ts')).readLink(fragment),
    async (text) => (await import('../store/labs.ts')).isStartingLab(text),
  )
  void saving.openAddress()
  if (!embed) rememberTabs(store)
  window.addEventListener('hashchange', () => void saving.openAddress())
  const root = document.getElementById('root')
  if (!root) return
  const render = async (): Promise<void> => {
    const Screen = embed ? (await import('./app/EmbeddedApp.tsx')).EmbeddedApp : App
    createRoot(root).render(
      <LabContext value={{ store, saving }}>
        <Screen />
      </LabContext>,
    )
  }
  // A language that does not come leaves the screen in English.
  void loadLanguage(preferences.getState().language).then(render, render)
}

/** Written when the page rests, and at the latest when it is left. */
function keptInTime(kind: 'localStorage' | 'sessionStorage'): Shelf {
  const kept = lazyShelf(shelf(kind), (write) => {
    // Safari has no idle time to ask for.
    if ('requestIdleCallback' in window) requestIdleCallback(write, { timeout: LONGEST_WAIT })
    else setTimeout(write, LONGEST_WAIT / 2)
  })
  for (const event of ['pagehide', 'visibilitychange']) addEventListener(event, kept.write, true)
  return kept
}

/** Milliseconds that a lab waits to be kept, at most. */
const LONGEST_WAIT = 1000
/** Milliseconds that the page is left to itself, at most, after it has shown something. */
const LONGEST_REST = 400

/** Once the screen shows what is known now. The longer that takes, the longer the page is free for everything else. */
function whenShown(fn: () => void): void {
  const from = performance.now()
  const shown = (): void => {
    setTimeout(fn, Math.min(LONGEST_REST, performance.now() - from))
  }
  // A page that nobody looks at has no frames.
  if (document.hidden) setTimeout(shown, 0)
  else requestAnimationFrame(() => setTimeout(shown, 0))
}

/** At once where there is something to bring back, else when a person first does something. */
function rememberTabs(store: LabStore): void {
  const passing = shelf('sessionStorage')
  const load = (): void => void import('../store/tabs.ts').then((tabs) => tabs.rememberTabs(store, passing))
  if (passing.getItem('vethlab.tabs') !== null) load()
  else for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, once, true)
  function once(): void {
    for (const event of ['pointerdown', 'keydown']) window.removeEventListener(event, once, true)
    load()
  }
}

/** A text that is longer than this may be of a lab that is drawn as a large one. */
const LONG_TEXT = 20_000

/** The lab's worker. */
function connection(): Connect {
  const connect = connectWorker(
    createLabWorker,
    (again) => textNow(again ? 'notice.died' : 'notice.dead'),
    (beat) => setInterval(beat, 1000),
    whenShown,
  )
  return (receive) => {
    const send = connect(receive)
    return (message) => {
      send(message)
      if (message.type === 'open' && message.text.length > LONG_TEXT)
        void import('./canvas/foreseen.ts').then((foreseen) => foreseen.foreseeLarge()).catch(() => {})
    }
  }
}

start()
