import type { OpenedImport } from '../../store/import.ts'
import type { usePartWords } from '../i18n/partWords.ts'
import type { IMPORT_WORDS } from './importWords.ts'

export type SayImport = ReturnType<typeof usePartWords<keyof (typeof IMPORT_WORDS)['en']>>

/** Longest part of a line that is quoted. */
const QUOTED = 60

/** One sentence about what became of it; null when there is nothing to say. */
export function sayImported(result: OpenedImport, say: SayImport): string | null {
  if ('leftOut' in result)
    return result.leftOut.length > 0 ? say('leftOut', { names: result.leftOut.join(', ') }) : null
  const { refusal } = result
  if ('why' in refusal) return say(refusal.key, { why: refusal.why })
  if (!('line' in refusal)) return say(refusal.key)
  const line = refusal.line.length > QUOTED ? `${refusal.line.slice(0, QUOTED)}…` : refusal.line
  return say(refusal.key, { line })
}
