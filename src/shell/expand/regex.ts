// POSIX extended regular expressions by way of RegExp.

const CLASSES: Record<string, string> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: 'a-z',
  print: '\\x20-\\x7e',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
}

const cache = new Map<string, RegExp | null>()

/** Null when the text is no regular expression. */
export function posixRegExp(source: string, ignoreCase: boolean): RegExp | null {
  const key = `${ignoreCase ? 'i' : 's'}${source}`
  let found = cache.get(key)
  if (found === undefined) {
    found = compile(source, ignoreCase)
    if (cache.size > 200) cache.clear()
    cache.set(key, found)
  }
  return found
}

function compile(source: string, ignoreCase: boolean): RegExp | null {
  const translated = translate(source)
  if (translated === null) return null
  try {
    return new RegExp(translated, ignoreCase ? 'si' : 's')
  } catch {
    return null
  }
}

function translate(source: string): string | null {
  let out = ''
  for (let i = 0; i < source.length; i++) {
    const c = source[i] ?? ''
    if (c === '\\') {
      const next = source[++i]
      if (next === undefined) return null
      out +=
        /[A-Za-z0-9]/.test(next) && !/[bBwWsS<>]/.test(next)
          ? next
          : next === '<' || next === '>'
            ? '\\b'
            : `\\${next}`
    } else if (c === '[') {
      const end = bracketEnd(source, i)
      if (end < 0) return null
      out += bracket(source.slice(i + 1, end))
      i = end
    } else if (c === '{' && !/^\{\d*,?\d*\}/.test(source.slice(i))) out += '\\{'
    else if (c === '(' && source[i + 1] === '?') return null
    else out += c
  }
  return out
}

function bracketEnd(source: string, open: number): number {
  let at = open + 1
  if (source[at] === '^') at++
  if (source[at] === ']') at++
  for (; at < source.length; at++) {
    if (source[at] === '[' && source[at + 1] === ':') {
      const end = source.indexOf(':]', at)
      if (end > 0) at = end + 1
    } else if (source[at] === ']') return at
  }
  return -1
}

function bracket(body: string): string {
  const negate = body.startsWith('^')
  const inner = negate ? body.slice(1) : body
  const escaped = inner
    .split(/(\[:\w+:\])/)
    .map((piece) => {
      const name = /^\[:(\w+):\]$/.exec(piece)?.[1]
      return name !== undefined ? (CLASSES[name] ?? '') : piece.replace(/[\\[\]]/g, '\\$&')
    })
    .join('')
  return `[${negate ? '^' : ''}${escaped}]`
}
