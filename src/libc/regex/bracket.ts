// Bracket expressions of POSIX (XBD 9.3.5) as JavaScript classes under the `u` flag.
import { classCharacter } from './charset.ts'

const CLASSES: Readonly<Record<string, string>> = {
  alnum: '\\p{L}\\p{Nd}',
  alpha: '\\p{L}',
  blank: ' \\t',
  cntrl: '\\p{Cc}',
  digit: '0-9',
  graph: '!-~\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}',
  lower: '\\p{Ll}',
  print: ' -~\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}',
  punct: '!-\\/:-@\\[-`{-~\\p{P}\\p{S}',
  space: ' \\t\\n\\r\\f\\v',
  upper: '\\p{Lu}',
  xdigit: '0-9A-Fa-f',
}

export type Bracket = { readonly source: string; readonly end: number } | { readonly error: string }

const UNMATCHED = 'Unmatched [, [^, [:, [., or [='

/**
 * Reads from the `[` at `start`. `escapes`: `\n`, `\t` and `\]` mean what they say, as in sed.
 * `end` is just past the closing bracket.
 */
export function readBracket(pattern: readonly string[], start: number, escapes: boolean): Bracket {
  let i = start + 1
  if (pattern[i] === undefined) return { error: 'Invalid regular expression' }
  const negated = pattern[i] === '^'
  if (negated) i++
  let source = ''
  let first = true
  for (;;) {
    const c = pattern[i]
    if (c === undefined) return { error: UNMATCHED }
    if (c === ']' && !first) break
    first = false
    const next = pattern[i + 1]
    if (c === '[' && next === ':') {
      const name = readName(pattern, i + 2, ':')
      if (name === null) return { error: UNMATCHED }
      const set = CLASSES[name]
      if (set === undefined) return { error: 'Invalid character class name' }
      source += set
      i += name.length + 4
      continue
    }
    const low = readElement(pattern, i, escapes)
    if (low === null) return { error: UNMATCHED }
    i = low.end
    if (pattern[i] !== '-' || pattern[i + 1] === ']' || pattern[i + 1] === undefined) {
      source += classCharacter(low.character)
      continue
    }
    const high = readElement(pattern, i + 1, escapes)
    if (high === null) return { error: UNMATCHED }
    if ((high.character.codePointAt(0) ?? 0) < (low.character.codePointAt(0) ?? 0)) {
      return { error: 'Invalid range end' }
    }
    source += `${classCharacter(low.character)}-${classCharacter(high.character)}`
    i = high.end
  }
  return { source: `[${negated ? '^' : ''}${source}]`, end: i + 1 }
}

function readName(pattern: readonly string[], from: number, mark: string): string | null {
  for (let i = from; i < pattern.length; i++) {
    if (pattern[i] === mark && pattern[i + 1] === ']') return pattern.slice(from, i).join('')
  }
  return null
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', f: '\f', v: '\v', r: '\r', a: '\x07' }

interface Element {
  readonly character: string
  readonly end: number
}

/** One character, a collating symbol `[.x.]` or an equivalence class `[=x=]`. */
function readElement(pattern: readonly string[], i: number, escapes: boolean): Element | null {
  const c = pattern[i]
  const next = pattern[i + 1]
  if (c === undefined) return null
  if (c === '[' && (next === '.' || next === '=')) {
    const name = readName(pattern, i + 2, next)
    return name === null ? null : { character: name, end: i + name.length + 4 }
  }
  const escaped = escapes && c === '\\' && next !== undefined ? ESCAPES[next] : undefined
  if (escaped !== undefined) return { character: escaped, end: i + 2 }
  return { character: c, end: i + 1 }
}
