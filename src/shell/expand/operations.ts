// What `${x#…}`, `${x/…}`, `${x^…}` and `${x:…}` do to one text.
import { patternRegExp, PLAIN, searchRegExp } from './pattern.ts'

/** `#` and `##` take the shortest and longest match off the front, `%` and `%%` off the end. */
export function removeMatch(text: string, operator: '#' | '##' | '%' | '%%', pattern: string): string {
  if (pattern === '') return text
  const whole = patternRegExp(pattern)
  const n = text.length
  for (let i = 0; i <= n; i++) {
    const length = operator === '#' || operator === '%' ? i : n - i
    const fromFront = operator.startsWith('#')
    const candidate = fromFront ? text.slice(0, length) : text.slice(n - length)
    if (whole.test(candidate)) return fromFront ? text.slice(length) : text.slice(0, n - length)
  }
  return text
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
  if (operator === '/#' || operator === '/%') {
    const whole = patternRegExp(pattern, { ...PLAIN, ignoreCase })
    for (let length = text.length; length >= 0; length--) {
      const part = operator === '/#' ? text.slice(0, length) : text.slice(text.length - length)
      if (!whole.test(part)) continue
      return operator === '/#'
        ? fill(part) + text.slice(length)
        : text.slice(0, text.length - length) + fill(part)
    }
    return text
  }
  const search = searchRegExp(pattern, { ...PLAIN, ignoreCase })
  if (operator === '/') return text.replace(search, fill)
  let out = ''
  let rest = text
  while (rest !== '') {
    const found = search.exec(rest)
    if (!found) break
    out += rest.slice(0, found.index)
    if (found[0] === '') {
      out += rest.slice(found.index, found.index + 1)
      rest = rest.slice(found.index + 1)
    } else {
      out += fill(found[0])
      rest = rest.slice(found.index + found[0].length)
    }
  }
  return out + rest
}

/** `^` and `,` change the first character, `^^` and `,,` all; of those that match the pattern, when there is one. */
export function changeCase(text: string, operator: '^' | '^^' | ',' | ',,', pattern: string): string {
  const wanted = pattern === '' ? null : patternRegExp(pattern)
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
