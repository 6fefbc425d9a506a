// {a,b} and [1-3] in URLs. Ref: src/tool_urlglob.c
import { parseInet6 } from '../../wire/inet6.ts'

/** Every URL that it stands for. */
export function globUrls(text: string): readonly string[] | { readonly code: number; readonly text: string } {
  const bad = (why: string, at: number): { readonly code: number; readonly text: string } => ({
    code: 3,
    text: `${why} in URL position ${at}:\n${text}\n${' '.repeat(at - 1)}^`,
  })
  let urls: readonly string[] = ['']
  // A position is told one too low for every pattern before it.
  let patterns = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    const close = c === '{' ? text.indexOf('}', i) : c === '[' ? text.indexOf(']', i) : -1
    let parts: readonly string[] = [c]
    if (c === '{') {
      if (close < 0) return bad('unmatched brace', i + 1 - patterns)
      parts = text.slice(i + 1, close).split(',')
      patterns++
    } else if (c === '[') {
      const inside = text.slice(i + 1, close < 0 ? undefined : close)
      if (close >= 0 && parseInet6(inside) !== null) parts = [text.slice(i, close + 1)]
      else {
        const range = close < 0 ? null : rangeOf(inside)
        if (range === null) return bad(rangeComplaint(inside), i + 2 - patterns)
        parts = range
        patterns++
      }
    } else if (c === '}' || c === ']') return bad('unmatched close brace/bracket', i + 1 - patterns)
    urls = urls.flatMap((url) => parts.map((part) => url + part))
    if (close >= 0) i = close
  }
  return urls
}

function rangeComplaint(inside: string): string {
  return /^[A-Za-z0-9]/.test(inside) ? 'bad range' : 'bad range specification'
}

/** `1-3`, `001-100`, `a-z`, with `:STEP`. */
function rangeOf(text: string): readonly string[] | null {
  const digits = /^(\d+)-(\d+)(?::(\d+))?$/.exec(text)
  const letters = /^([a-z])-([a-z])(?::(\d+))?$/.exec(text) ?? /^([A-Z])-([A-Z])(?::(\d+))?$/.exec(text)
  const [, from = '', to = '', step = '1'] = digits ?? letters ?? []
  const first = digits ? Number(from) : from.charCodeAt(0)
  const last = digits ? Number(to) : to.charCodeAt(0)
  if ((!digits && !letters) || last < first || Number(step) < 1) return null
  const width = from.startsWith('0') ? from.length : 0
  const out: string[] = []
  for (let n = first; n <= last; n += Number(step))
    out.push(digits ? String(n).padStart(width, '0') : String.fromCharCode(n))
  return out
}
