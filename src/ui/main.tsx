import { createRoot } from 'react-dom/client'
import { connectWorker, createLabWorker } from '../store/connect.ts'
import { createLabStore, type Connect } from '../store/lab.ts'
import { preferences, shelf } from '../store/preferences.ts'
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
  keepOffline()
  const store = createLabStore(connection())
  const saving = createSaving(
    store,
    shelf('localStorage'),
    shelf('sessionStorage'),
    address,
    async (fragment) => (await import('../store/share.ts')).readLink(fragment),
  )
  void saving.openAddress()
  window.addEventListener('hashchange', () => void saving.openAddress())
  const root = document.getElementById('root')
  if (!root) return
  const render = (): void =>
    createRoot(root).render(
      <LabContext value={{ store, saving }}>
        <App />
      </LabContext>,
    )
  // A language that does not come leaves the screen in English.
  void loadLanguage(preferences.getState().language).then(render, render)
}

/** The lab's worker. */
function connection(): Connect {
  return connectWorker(
    createLabWorker,
    (again) => textNow(again ? 'notice.died' : 'notice.dead'),
    (beat) => setInterval(beat, 1000),
  )
}

start()
