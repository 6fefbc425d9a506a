import type { Typographic } from '../../store/paste.ts'
import type { usePartWords } from '../i18n/partWords.ts'
import type { PASTE_WORDS } from './pasteWords.ts'

type Say = ReturnType<typeof usePartWords<keyof (typeof PASTE_WORDS)['en']>>

const NAMES = {
  '-': 'dash',
  '--': 'dash',
  "'": 'quote',
  '"': 'quote',
  ' ': 'blank',
  '': 'invisible',
} as const

/** `a typographic dash – for -, a non-breaking space (U+00A0)` */
export function characterNames({ characters }: Typographic, say: Say): string {
  return characters
    .map(({ character, plain }) => {
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
      const name = plain in NAMES ? NAMES[plain as keyof typeof NAMES] : 'dots'
      return say(name, { character, plain, code })
    })
    .join(', ')
}
