// Completions as they are inserted and listed.
import { textWidth } from './width.ts'

/** What could stand at the cursor. */
export interface Completion {
  /** Characters before the cursor that are replaced. */
  readonly length: number
  /** Whole replacements, quoted as they must be. */
  readonly candidates: readonly string[]
  /** As they are listed; in the candidates' order. */
  readonly shown: readonly string[]
  /** What follows a candidate that is the only one: a space, or nothing after a directory. */
  readonly suffix: (candidate: string) => string
}

export function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...rest] = texts
  let length = first.length
  for (const text of rest) {
    let i = 0
    while (i < length && text[i] === first[i]) i++
    length = i
  }
  // Not through the middle of a surrogate pair.
  if (/[\ud800-\udbff]$/.test(first.slice(0, length))) length--
  return first.slice(0, length)
}

/** In columns, read downwards. Ref: readline complete.c:rl_display_match_list() */
export function columnsOf(words: readonly string[], columns: number): string {
  const width = Math.max(...words.map(textWidth)) + 2
  const across = Math.max(1, Math.floor(columns / width))
  const rows = Math.ceil(words.length / across)
  let out = ''
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < across; column++) {
      const word = words[row + column * rows]
      if (word === undefined) continue
      const last = words[row + (column + 1) * rows] === undefined || column === across - 1
      out += last ? word : word + ' '.repeat(width - textWidth(word))
    }
    out += '\n'
  }
  return out
}
