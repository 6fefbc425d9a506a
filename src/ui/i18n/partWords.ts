// Words of a part of the screen that comes later than the first: they come with it, in both languages.
import { preferences, usePreference, type Language } from '../../store/preferences.ts'
import type { Filling } from './text.ts'

/** The type holds that both languages have the same keys; a test that they have the same blanks. */
export type PartWords<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

export function usePartWords<Key extends string>(
  words: PartWords<Key>,
): (key: Key, filling?: Filling) => string {
  const language = usePreference((p) => p.language)
  return (key, filling) => filled(words[language][key], filling)
}

/** Outside a component. */
export function partWordsNow<Key extends string>(words: PartWords<Key>, key: Key, filling?: Filling): string {
  return filled(words[preferences.getState().language][key], filling)
}

function filled(text: string, filling: Filling = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(filling[name] ?? whole))
}
