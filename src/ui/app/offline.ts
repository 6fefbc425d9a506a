// Keeps the page for when there is no network. In the background, once the page has had its time: it takes every file of
// the build, the ones that this visit may never need among them.

/** Milliseconds after the page is up. */
const LATER = 4000

export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = (): void => {
    // Where it is not allowed (a private window, a page from a file) the page goes on without.
    navigator.serviceWorker.register('./sw.js').catch(() => {})
  }
  window.addEventListener('load', () => setTimeout(register, LATER))
}
