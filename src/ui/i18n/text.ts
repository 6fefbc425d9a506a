// Words of the screen in the language chosen.
import { preferences, usePreference, type Language } from '../../store/preferences.ts'
import { en, type TextKey } from './en.ts'
import { ko } from './ko.ts'
import { LABS_IN_KOREAN, type LabWords } from './labs.ts'

export type { TextKey } from './en.ts'

const DICTIONARIES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, ko }

/** What is filled in for the `{names}` of a text. */
export type Filling = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, filling?: Filling) => string

export function textIn(language: Language, key: TextKey, filling: Filling = {}): string {
  return DICTIONARIES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(filling[name] ?? whole),
  )
}

/** Outside a component. */
export function textNow(key: TextKey, filling?: Filling): string {
  return textIn(preferences.getState().language, key, filling)
}

/** A lab's own words are English; in another language it may have others. */
export function useLabWords(): (lab: LabWords & { readonly id: string }) => LabWords {
  const language = usePreference((p) => p.language)
  return (lab) => (language === 'ko' ? (LABS_IN_KOREAN[lab.id] ?? lab) : lab)
}

/** Changes with the language. */
export function useText(): Translate {
  const language = usePreference((p) => p.language)
  return (key, filling) => textIn(language, key, filling)
}
