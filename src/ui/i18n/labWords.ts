import { usePreference } from '../../store/preferences.ts'
import { LABS_IN_KOREAN, type LabWords } from './labs.ts'

/** A lab's own words are English; in another language it may have others. */
export function useLabWords(): (lab: LabWords & { readonly id: string }) => LabWords {
  const language = usePreference((p) => p.language)
  return (lab) => (language === 'ko' ? (LABS_IN_KOREAN[lab.id] ?? lab) : lab)
}
