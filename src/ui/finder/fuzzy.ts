// How well what was typed finds a text: its letters in order, best at the beginnings of words and side by side.

/** Letters of a text that were found, from 0; and how well. Null: they are not all there. */
export interface Found {
  readonly score: number
  readonly at: readonly number[]
}

/** Spaces part words that are found each on its own. */
export function find(typed: string, text: string): Found | null {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '')
  let score = 0
  const at = new Set<number>()
  for (const word of words) {
    const found = findWord(word, text.toLowerCase())
    if (!found) return null
    score += found.score
    for (const i of found.at) at.add(i)
  }
  return { score: score - text.length / 200, at: [...at].sort((a, b) => a - b) }
}

function findWord(word: string, text: string): Found | null {
  const whole = text.indexOf(word)
  if (whole >= 0) {
    const begins = starts(text, whole) ? whole : nextStart(word, text)
    const from = begins >= 0 ? begins : whole
    const at = Array.from(word, (_, i) => from + i)
    return { score: 10 * word.length + (from === 0 ? 12 : begins >= 0 ? 8 : 0), at }
  }
  const at: number[] = []
  let score = 0
  for (const letter of word) {
    const before = at.at(-1) ?? -1
    const next = text.indexOf(letter, before + 1)
    if (next < 0) return null
    score += next === before + 1 ? 5 : starts(text, next) ? 4 : 1
    at.push(next)
  }
  return { score, at }
}

function starts(text: string, i: number): boolean {
  return i === 0 || /[\s./:_()–-]/.test(text[i - 1] ?? '')
}

/** Where the word begins a word of the text; -1: nowhere. */
function nextStart(word: string, text: string): number {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) if (starts(text, i)) return i
  return -1
}
