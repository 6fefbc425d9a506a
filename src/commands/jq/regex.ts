// Regular expressions. Oniguruma's and this language's own agree on what people write. Ref: jq src/builtin.c:f_match()
import { typeError } from './arithmetic.ts'
import { isArray, JqError, makeObject, type Json } from './value.ts'

/** Matches as jq tells them, or whether there is one. */
export function matchText(input: Json, re: Json, flags: Json, test: boolean): Json {
  if (typeof input !== 'string') return typeError(input, 'cannot be matched, as it is not a string')
  const [pattern = null, own = flags] = isArray(re) ? re : [re, flags]
  if (typeof pattern !== 'string') return typeError(pattern, 'cannot be matched, as it is not a string')
  const letters = flagLetters(own ?? null)
  const regex = compile(pattern, letters)
  if (test) return regex.test(input)
  const all: Json[] = []
  for (const found of input.matchAll(regex)) {
    all.push(describe(input, found, groupNames(pattern)))
    if (!letters.includes('g')) break
  }
  return all
}

function flagLetters(flags: Json): string {
  if (flags === null) return ''
  if (typeof flags !== 'string') return typeError(flags, 'is not a string')
  const wrong = /[^gimnpslx]/.test(flags)
  if (wrong) throw new JqError(`${flags} is not a valid modifier string`)
  return flags
}

function compile(pattern: string, flags: string): RegExp {
  const source = flags.includes('x')
    ? pattern.replace(/\\.|\[[^\]]*\]|\s+|#[^\n]*/g, (m) => (/^[\s#]/.test(m) ? '' : m))
    : pattern
  const dotAll = /[sp]/.test(flags) ? 's' : ''
  try {
    return new RegExp(posixClasses(source), `gu${flags.includes('i') ? 'i' : ''}m${dotAll}`)
  } catch {
    const open = source.lastIndexOf('[') > source.lastIndexOf(']')
    throw new JqError(`Regex failure: ${open ? 'premature end of char-class' : 'invalid pattern'}`)
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  xdigit: '0-9a-fA-F',
  punct: '!-\\/:-@\\[-`{-~',
}

/** What this language lacks, and escapes that it takes for mistakes. */
function posixClasses(source: string): string {
  return source
    .replace(/\[:(\w+):\]/g, (whole, name: string) => CLASSES[name] ?? whole)
    .replace(/\\h/g, '[0-9a-fA-F]')
    .replace(/\\([^\w^$\\.*+?()[\]{}|/-])/g, '$1')
}

function groupNames(pattern: string): (string | null)[] {
  return [...pattern.matchAll(/\\.|\((?:\?<([a-zA-Z_]\w*)>|(?!\?))/g)].flatMap(([whole, name]) =>
    whole.startsWith('\\') ? [] : [name ?? null],
  )
}

function points(text: string): number {
  return Array.from(text).length
}

function describe(input: string, found: RegExpMatchArray, names: readonly (string | null)[]): Json {
  const at = found.index ?? 0
  const text = found[0]
  let from = at
  const captures = found.slice(1).map((group: string | undefined, i) => {
    const start = group === undefined ? -1 : input.indexOf(group, from)
    if (start >= 0) from = start
    return makeObject([
      ['offset', start < 0 ? -1 : points(input.slice(0, start))],
      ['length', points(group ?? '')],
      ['string', group ?? null],
      ['name', names[i] ?? null],
    ])
  })
  return makeObject([
    ['offset', points(input.slice(0, at))],
    ['length', points(text)],
    ['string', text],
    ['captures', captures],
  ])
}
