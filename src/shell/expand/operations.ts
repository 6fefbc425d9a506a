// What `${x#…}`, `${x/…}`, `${x^…}` and `${x:…}` do to one text.
import { endPattern, hasMagic, innerPattern, PLAIN, wholePattern } from './pattern.ts'

/** `#` and `##` take the shortest and longest match off the front, `%` and `%%` off the end. */
export function removeMatch(text: string, operator: '#' | '##' | '%' | '%%', pattern: string): string {
  if (pattern === '') return text
  const longest = operator.length === 2
  if (operator.startsWith('#')) {
    const end = innerPattern(pattern).prefix(text, longest)
    return end < 0 ? text : text.slice(end)
  }
  const start = endPattern(pattern).suffix(text, longest)
  return start < 0 ? text : text.slice(0, start)
}

/** `/` the first match, `//` all of them, `/#` one at the front, `/%` one at the end. Null in `pieces` is the match. */
export function replaceMatches(
  text: string,
  operator: '/' | '//' | '/#' | '/%',
  pattern: string,
  pieces: readonly (string | null)[],
  ignoreCase: boolean,
): string {
  if (pattern === '' && operator !== '/#' && operator !== '/%') return text
  const fill = (match: string): string => pieces.map((piece) => piece ?? match).join('')
  const options = { ...PLAIN, ignoreCase }
  if (operator === '/#') {
    const end = innerPattern(pattern, options).prefix(text, true)
    return end < 0 ? text : fill(text.slice(0, end)) + text.slice(end)
  }
  if (operator === '/%') {
    const start = endPattern(pattern, options).suffix(text, true)
    return start < 0 ? text : text.slice(0, start) + fill(text.slice(start))
  }
  if (operator === '//' && !ignoreCase && !hasMagic(pattern, true) && !pattern.includes('\\')) {
    return text.split(pattern).join(fill(pattern))
  }
  const search = innerPattern(pattern, options)
  let out = ''
  let at = 0
  do {
    const found = search.find(text, at)
    if (!found) break
    const { index, end } = found
    out += text.slice(at, index) + fill(text.slice(index, end))
    at = end
    if (operator === '/') break
    if (end === index) out += text.slice(at, ++at)
  } while (at < text.length)
  return out + text.slice(at)
}

/** `^` and `,` change the first character, `^^` and `,,` all; of those that match the pattern, when there is one. */
export function changeCase(text: string, operator: '^' | '^^' | ',' | ',,', pattern: string): string {
  const wanted = pattern === '' ? null : wholePattern(pattern)
  const change = (c: string): string => {
    if (wanted && !wanted.test(c)) return c
    return operator.startsWith('^') ? c.toUpperCase() : c.toLowerCase()
  }
  const characters = [...text]
  if (operator.length === 2) return characters.map(change).join('')
  const [first, ...rest] = characters
  return first === undefined ? '' : change(first) + rest.join('')
}

/** `${x:offset:count}`; null when a negative count leads to before the offset. */
export function sliceText(text: string, offset: number, count: number | undefined): string | null {
  const characters = [...text]
  const from = offset < 0 ? characters.length + offset : offset
  if (from < 0 || from > characters.length) return ''
  if (count === undefined) return characters.slice(from).join('')
  const to = count < 0 ? characters.length + count : from + count
  return to < from ? null : characters.slice(from, to).join('')
}
