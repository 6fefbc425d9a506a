// Shell patterns (bash(1), Pattern Matching) as regular expressions.

/** Characters that mean something in a pattern. */
const SPECIAL = /[*?[\]\\!+@(|)]/g

/** A pattern that matches exactly this text. */
export function escapePattern(text: string): string {
  return text.replace(SPECIAL, '\\$&')
}

/** Whether an unquoted text is a pattern at all. */
export function hasMagic(text: string, extglob: boolean): boolean {
  return /[*?[]/.test(text) || (extglob && /[@!+]\(/.test(text))
}

const CLASSES: Record<string, string> = {
  alnum: '\\p{L}\\p{N}',
  alpha: '\\p{L}',
  ascii: '\\x00-\\x7f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: '\\p{Ll}',
  print: '\\x20-\\x7e',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: '\\p{Lu}',
  word: '\\p{L}\\p{N}_',
  xdigit: '0-9A-Fa-f',
}

export interface PatternOptions {
  readonly extglob: boolean
  readonly ignoreCase: boolean
  /** `*`, `?` and brackets stop at a slash: path components. */
  readonly path: boolean
}

export const PLAIN: PatternOptions = { extglob: true, ignoreCase: false, path: false }

const cache = new Map<string, RegExp>()

/** An expression that matches the whole of a text. */
export function patternRegExp(pattern: string, options: PatternOptions = PLAIN): RegExp {
  return compiled(`^(?:${source(pattern, options)})$`, options)
}

/** An expression that finds the pattern anywhere (leftmost, longest by greed). */
export function searchRegExp(pattern: string, options: PatternOptions = PLAIN): RegExp {
  return compiled(source(pattern, options), options)
}

export function matches(text: string, pattern: string, options: PatternOptions = PLAIN): boolean {
  return patternRegExp(pattern, options).test(text)
}

function compiled(text: string, options: PatternOptions): RegExp {
  const flags = options.ignoreCase ? 'sui' : 'su'
  const key = flags + text
  let found = cache.get(key)
  if (!found) {
    found = new RegExp(text, flags)
    if (cache.size > 500) cache.clear()
    cache.set(key, found)
  }
  return found
}

function source(pattern: string, options: PatternOptions): string {
  const reader = { text: pattern, at: 0 }
  return sequence(reader, options, '')
}

interface Reader {
  readonly text: string
  at: number
}

/** Reads up to one of `ends`, which is left. */
function sequence(r: Reader, options: PatternOptions, ends: string): string {
  const any = options.path ? '[^/]' : '.'
  let out = ''
  // Since the last star only what has one length has come, at this place.
  let star = -1
  while (r.at < r.text.length) {
    const c = r.text[r.at] ?? ''
    if (ends.includes(c)) return out
    if (c === '*' && star >= 0) out = settled(out, star, any)
    const next = r.text[r.at + 1]
    if (options.extglob && next === '(' && '?*+@!'.includes(c)) {
      const group = extended(r, options)
      if (group !== null) {
        out += group
        star = -1
        continue
      }
    }
    r.at++
    if (c === '*') {
      star = ends === '' ? out.length : -1
      out += `${any}*`
    } else if (c === '?') out += any
    else if (c === '[') out += bracket(r)
    else if (c === '\\' && next !== undefined) {
      r.at++
      out += literal(next, r)
    } else out += literal(c, r)
  }
  return out
}

/** Once another star follows, a star is right with the first place at which what stands between the two is found: no
 *  other is tried, or a hostile pattern would take for ever. */
function settled(source: string, star: number, any: string): string {
  const between = source.slice(star + any.length + 1)
  const name = `s${star}`
  return `${source.slice(0, star)}(?=(?<${name}>${any}*?${between}))\\k<${name}>`
}

/** One character; the second half of a surrogate pair goes with the first. */
function literal(c: string, r: Reader): string {
  const code = c.charCodeAt(0)
  if (code >= 0xd800 && code < 0xdc00 && r.at < r.text.length) return c + (r.text[r.at++] ?? '')
  return /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c
}

/** `@(a|b)` and the like; null when it is not closed. */
function extended(r: Reader, options: PatternOptions): string | null {
  const start = r.at
  const kind = r.text[start]
  r.at += 2
  const branches: string[] = []
  for (;;) {
    branches.push(sequence(r, options, '|)'))
    const c = r.text[r.at++]
    if (c === undefined) {
      r.at = start
      return null
    }
    if (c === ')') break
  }
  const body = `(?:${branches.join('|')})`
  if (kind === '@') return body
  if (kind !== '!') return `${body}${kind}`
  // Anything but one of the branches, with what follows taken into account.
  const rest = { text: r.text, at: r.at }
  return `(?!${body}${sequence(rest, options, ')|')}$)${options.path ? '[^/]' : '.'}*`
}

/** A bracket expression whose `[` has been read; a lone `[` stands for itself. */
function bracket(r: Reader): string {
  let at = r.at
  const negate = r.text[at] === '!' || r.text[at] === '^'
  if (negate) at++
  let body = ''
  let first = true
  for (;;) {
    const c = r.text[at]
    if (c === undefined) return '\\['
    if (c === ']' && !first) break
    first = false
    if (c === '[' && r.text[at + 1] === ':') {
      const end = r.text.indexOf(':]', at + 2)
      const named = end < 0 ? undefined : CLASSES[r.text.slice(at + 2, end)]
      if (named !== undefined) {
        body += named
        at = end + 2
        continue
      }
    }
    if (c === '\\' && r.text[at + 1] !== undefined) {
      body += escapeInBracket(r.text[at + 1] ?? '')
      at += 2
      continue
    }
    const isRange = c === '-' && body !== '' && r.text[at + 1] !== ']'
    body += isRange ? '-' : escapeInBracket(c)
    at++
  }
  r.at = at + 1
  if (body === '') return negate ? '.' : '(?!)'
  return ordered(body) ? `[${negate ? '^' : ''}${body}]` : '(?!)'
}

function escapeInBracket(c: string): string {
  return /[\\\]^[\-&]/.test(c) && c !== '&' ? `\\${c}` : c
}

/** False for a range that runs backwards, which matches nothing in bash and is an error in RegExp. */
function ordered(body: string): boolean {
  try {
    return new RegExp(`[${body}]`, 'su') instanceof RegExp
  } catch {
    return false
  }
}
