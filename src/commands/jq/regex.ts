// Regular expressions, as Oniguruma finds them. Ref: jq src/builtin.c:f_match()
import { PerlRegex, type PerlMatch } from '../../libc/regex/perlRegex.ts'
import { typeError } from './arithmetic.ts'
import { isArray, JqError, makeObject, type Json } from './value.ts'

/** Matches as jq tells them, or whether there is one. */
export function matchText(input: Json, re: Json, flags: Json, test: boolean): Json {
  if (typeof input !== 'string') return typeError(input, 'cannot be matched, as it is not a string')
  const [pattern = null, own = flags] = isArray(re) ? re : [re, flags]
  if (typeof pattern !== 'string') return typeError(pattern, 'cannot be matched, as it is not a string')
  const letters = flagLetters(own ?? null)
  const regex = compile(pattern, letters)
  if (test) return find(regex, input, 0) !== null
  const all: Json[] = []
  let at = 0
  do {
    const found = find(regex, input, at)
    if (!found) break
    if (found.end > found.index || !letters.includes('n')) all.push(describe(input, found, regex.names))
    at =
      found.end > found.index ? found.end : found.end + ((input.codePointAt(found.end) ?? 0) > 0xffff ? 2 : 1)
  } while (letters.includes('g') && at < input.length)
  return all
}

function find(regex: PerlRegex, input: string, from: number): PerlMatch | null {
  const found = regex.exec(input, from)
  if (found === 'limit') throw new JqError('Regex failure: retry-limit-in-match over')
  return found
}

function flagLetters(flags: Json): string {
  if (flags === null) return ''
  if (typeof flags !== 'string') return typeError(flags, 'is not a string')
  const wrong = /[^gimnpslx]/.test(flags)
  if (wrong) throw new JqError(`${flags} is not a valid modifier string`)
  return flags
}

/** What Oniguruma says where PCRE says otherwise. */
const WORDS: Readonly<Record<string, string>> = {
  'missing closing parenthesis': 'end pattern with unmatched parenthesis',
  'unmatched closing parenthesis': 'unmatched close parenthesis',
  'quantifier does not follow a repeatable item': 'target of repeat operator is not specified',
  'missing terminating ] for character class': 'premature end of char-class',
  'numbers out of order in {} quantifier': 'upper is smaller than lower in repeat range',
  '\\ at end of pattern': 'end pattern at escape',
  'unknown POSIX class name': 'invalid POSIX bracket type',
  'range out of order in character class': 'empty range in char class',
  'unrecognized character after (? or (?-': 'undefined group option',
  'reference to non-existent subpattern': 'invalid backref number/name',
}

function compile(pattern: string, flags: string): PerlRegex {
  const regex = PerlRegex.compile(pattern, {
    ignoreCase: flags.includes('i'),
    dotAll: flags.includes('p'),
    multiline: false,
    free: flags.includes('x'),
    oniguruma: true,
  })
  if ('error' in regex) throw new JqError(`Regex failure: ${WORDS[regex.error] ?? regex.error}`)
  return regex
}

function points(text: string): number {
  return Array.from(text).length
}

function describe(input: string, found: PerlMatch, names: readonly (string | null)[]): Json {
  const captures = found.groups.map(([from, to], i) => {
    const name = names[i] ?? null
    if (from < 0) {
      return makeObject([
        ['offset', -1],
        ['string', null],
        ['length', 0],
        ['name', name],
      ])
    }
    const string = input.slice(from, to)
    return makeObject([
      ['offset', points(input.slice(0, from))],
      ['length', points(string)],
      ['string', string],
      ['name', name],
    ])
  })
  const text = input.slice(found.index, found.end)
  return makeObject([
    ['offset', points(input.slice(0, found.index))],
    ['length', points(text)],
    ['string', text],
    ['captures', captures],
  ])
}
