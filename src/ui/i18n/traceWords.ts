// What the trace says, in the language chosen. The engine's own words are English.
import type { Drop, StoryStep } from '../../store/lab.ts'
import { usePreference } from '../../store/preferences.ts'
import { koreanNow } from './languages.ts'

interface TraceWords {
  /** Why a packet died. */
  readonly drop: (drop: Drop) => string
  /** What was decided at a step of a story; empty when there is nothing to say. */
  readonly step: (step: StoryStep) => string
}

export function useTraceWords(): TraceWords {
  const korean = usePreference((p) => p.language) === 'ko' ? koreanNow() : null
  return {
    drop: ({ reason, words }) => korean?.drops[reason] ?? words,
    step: ({ phrase, detail }) => {
      if (!korean) return detail
      if (!phrase) return korean.notice(detail)
      const words = korean.drops[phrase.values.reason as Drop['reason']]
      const values = words ? { ...phrase.values, words } : phrase.values
      return korean.phrases[phrase.key].replace(/\{(\w+)\}/g, (whole, name: string) =>
        korean.notice(String(values[name] ?? whole)),
      )
    },
  }
}
