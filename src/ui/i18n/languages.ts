// Languages other than English come when they are chosen.
import { preferences, type Language } from '../../store/preferences.ts'
import type * as Korean from './korean.ts'

let korean: typeof Korean | null = null

/** null before it was loaded: English is shown. */
export function koreanNow(): typeof Korean | null {
  return korean
}

/** What is refused, in the language of the screen; what Linux says stays as it is. */
export function noticeNow(text: string): string {
  return preferences.getState().language === 'ko' ? (korean?.notice(text) ?? text) : text
}

/** To be awaited before a language is shown. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'ko') korean ??= await import('./korean.ts')
}
