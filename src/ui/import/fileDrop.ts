// A file that is dropped anywhere on the page is opened as one's own lab.
import type { Lab } from '../app/labContext.ts'
import { textNow } from '../i18n/text.ts'

/** Listens on the window. Returns how to stop. */
export function listenToFileDrops(lab: Lab): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  window.addEventListener('dragover', (event) => hasFile(event) && event.preventDefault(), { signal })
  window.addEventListener(
    'drop',
    (event) => {
      const [file] = event.dataTransfer?.files ?? []
      if (!file) return
      event.preventDefault()
      void import('./openDropped.ts').then(
        ({ openDropped }) => openDropped(lab, file),
        () => lab.store.notify(textNow('guard.failed')),
      )
    },
    { signal },
  )
  return () => stop.abort()
}
