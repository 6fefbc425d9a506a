// Shell patterns (bash(1), Pattern Matching), compiled once.
import { parseGlob, type GlobOptions } from '../../libc/fnmatch.ts'
import { PosixRegex } from '../../libc/regex/posixRegex.ts'
import type { Node } from '../../libc/regex/node.ts'

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

export const PLAIN: GlobOptions = { extglob: true, ignoreCase: false, path: false }

const MOST_KEPT = 500

const kept = new Map<string, PosixRegex>()

/** What a pattern has to match: all of a text, what a text ends with, or something within. */
type Place = 'whole' | 'end' | 'within'

function compiled(pattern: string, options: GlobOptions, place: Place): PosixRegex {
  const { extglob, ignoreCase, path } = options
  const key = `${place}${extglob ? 'x' : '-'}${ignoreCase ? 'i' : '-'}${path ? 'p' : '-'}${pattern}`
  let found = kept.get(key)
  if (!found) {
    const node = parseGlob(pattern, options)
    found = PosixRegex.fromNode(place === 'end' ? atEnd(node) : node, place === 'whole')
    if (kept.size > MOST_KEPT) kept.clear()
    kept.set(key, found)
  }
  return found
}

function atEnd(node: Node): Node {
  return { kind: 'cat', items: [node, { kind: 'assert', what: 'text-end' }] }
}

/** Matches the whole of a text. */
export function wholePattern(pattern: string, options: GlobOptions = PLAIN): PosixRegex {
  return compiled(pattern, options, 'whole')
}

/** Finds the pattern anywhere, or at the start of a text. */
export function innerPattern(pattern: string, options: GlobOptions = PLAIN): PosixRegex {
  return compiled(pattern, options, 'within')
}

/** For `suffix`: what a text ends with. */
export function endPattern(pattern: string, options: GlobOptions = PLAIN): PosixRegex {
  return compiled(pattern, options, 'end')
}

export function matches(text: string, pattern: string, options: GlobOptions = PLAIN): boolean {
  return wholePattern(pattern, options).test(text)
}
