// Words of the screen in the language chosen.
import { preferences, usePreference, type Language } from '../../store/preferences.ts'
import { en, type TextKey } from './en.ts'
import { koreanNow } from './languages.ts'

export type { TextKey } from './en.ts'

/** What is filled in for the `{names}` of a text. */
export type Filling = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, filling?: Filling) => string

export function textIn(language: Language, key: TextKey, filling: Filling = {}): string {
  const texts = (language === 'ko' ? koreanNow()?.texts : null) ?? en
  return texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(filling[name] ?? whole))
}

/** Outside a component. */
export function textNow(key: TextKey, filling?: Filling): string {
  return textIn(preferences.getState().language, key, filling)
}

/** Changes with the language. */
export function useText(): Translate {
  const language = usePreference((p) => p.language)
  return (key, filling) => textIn(language, key, filling)
}
