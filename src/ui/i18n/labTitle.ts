// The title of a lab as the reader's language has it: those of the library have one in each.
import { usePreference } from '../../store/preferences.ts'
import { koreanNow } from './languages.ts'

export function useLabTitle(title: string): string {
  const language = usePreference((p) => p.language)
  return language === 'ko' ? (koreanNow()?.titleInKorean(title) ?? title) : title
}
