// How xargs takes its input apart.

export type Split =
  | { readonly items: readonly string[]; readonly lines: readonly (readonly string[])[] }
  | { readonly error: string }

/** `lines`: each line is one item without its leading blanks, as for -I. Quotes and backslashes count but with -0 and -d. */
export function splitWords(
  text: string,
  delimiter: string | null,
  by: 'words' | 'lines',
  end: string | null,
): Split {
  if (delimiter !== null) {
    const items = text.split(delimiter)
    if (items.at(-1) === '') items.pop()
    return { items, lines: items.map((item) => [item]) }
  }
  const items: string[] = []
  const lines: string[][] = []
  let line: string[] = []
  let word: string | null = null
  const endWord = (): boolean => {
    if (word === null) return false
    if (end !== null && word === end) return true
    items.push(word)
    line.push(word)
    word = null
    return false
  }
  const endLine = (): void => {
    if (line.length > 0) lines.push(line)
    line = []
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (c === '\\') word = (word ?? '') + (text[++i] ?? '')
    else if (c === "'" || c === '"') {
      const close = text.indexOf(c, i + 1)
      const newline = text.indexOf('\n', i + 1)
      if (close < 0 || (newline >= 0 && newline < close)) {
        const kind = c === '"' ? 'double' : 'single'
        return {
          error: `unmatched ${kind} quote; by default quotes are special to xargs unless you use the -0 option`,
        }
      }
      word = (word ?? '') + text.slice(i + 1, close)
      i = close
    } else if (c === '\n') {
      if (endWord()) return { items, lines: [...lines, line] }
      endLine()
    } else if ((c === ' ' || c === '\t') && (by === 'words' || word === null)) {
      if (endWord()) return { items, lines: [...lines, line] }
    } else word = (word ?? '') + c
  }
  endWord()
  endLine()
  return { items, lines }
}
