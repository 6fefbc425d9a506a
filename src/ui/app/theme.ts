// Which theme is on: the person's choice, or the system's.
import { useSyncExternalStore } from 'react'
import { preferences, usePreference, type Theme } from '../../store/preferences.ts'

const DARK = '(prefers-color-scheme: dark)'

function themeNow(): 'light' | 'dark' {
  const { theme } = preferences.getState()
  if (theme !== 'system') return theme
  return window.matchMedia(DARK).matches ? 'dark' : 'light'
}

/** Keeps the document in step with the choice and with the system. */
export function followTheme(): void {
  const apply = (): void => {
    document.documentElement.dataset.theme = themeNow()
  }
  apply()
  preferences.subscribe(apply)
  window.matchMedia(DARK).addEventListener('change', apply)
}

/** `light` or `dark`, as shown. */
export function useShownTheme(): 'light' | 'dark' {
  usePreference((p) => p.theme)
  return useSyncExternalStore((changed) => {
    const media = window.matchMedia(DARK)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }, themeNow)
}

export function nextTheme(theme: Theme): Theme {
  return theme === 'system' ? 'light' : theme === 'light' ? 'dark' : 'system'
}
