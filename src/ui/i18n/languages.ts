// Languages other than English come when they are chosen.
import type { Language } from '../../store/preferences.ts'
import type * as Korean from './korean.ts'

let korean: typeof Korean | null = null

/** null before it was loaded: English is shown. */
export function koreanNow(): typeof Korean | null {
  return korean
}

/** To be awaited before a language is shown. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'ko') korean ??= await import('./korean.ts')
}
