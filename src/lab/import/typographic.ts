// Characters that a word processor or a blog has put in place of those one types: a shell takes them as they are.

/** By what they are in place of. */
const PLAIN: ReadonlyMap<string, RegExp> = new Map([
  // Two hyphens are often made one dash: `—delete`, `–dport`, but `–c 1`.
  ['--', /[\u2013\u2014\u2015](?=[A-Za-z][\w-]+)/g],
  ['-', /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g],
  ["'", /[\u2018-\u201b\u2032\u00b4]/g],
  ['"', /[\u201c-\u201f\u2033\u00ab\u00bb]/g],
  [' ', /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g],
  ['', /[\u200b-\u200d\u2060\ufeff\u00ad]/g],
  ['...', /\u2026/g],
])

export interface Typographic {
  /** Each of them once, in the order they come. */
  readonly characters: readonly { readonly character: string; readonly plain: string }[]
  /** The text with plain ones. */
  readonly plain: string
}

/** null when there is none. */
export function typographicIn(text: string): Typographic | null {
  const found = new Map<string, { readonly at: number; readonly plain: string }>()
  let plain = text
  for (const [to, characters] of PLAIN) {
    plain = plain.replace(characters, (character: string) => {
      if (!found.has(character)) found.set(character, { at: text.indexOf(character), plain: to })
      return to
    })
  }
  if (found.size === 0) return null
  const inOrder = [...found].sort(([, a], [, b]) => a.at - b.at)
  return { characters: inOrder.map(([character, { plain }]) => ({ character, plain })), plain }
}
