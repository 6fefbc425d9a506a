// The expressions of `[[ … =~ … ]]`, kept: a loop asks for the same one again and again.
import { PosixRegex } from '../../libc/regex/posixRegex.ts'

const MOST_KEPT = 200

const kept = new Map<string, PosixRegex | null>()

/** Null when the text is no regular expression. */
export function posixRegExp(source: string, ignoreCase: boolean): PosixRegex | null {
  const key = `${ignoreCase ? 'i' : 's'}${source}`
  let found = kept.get(key)
  if (found === undefined) {
    const made = PosixRegex.compile(source, {
      syntax: 'extended',
      ignoreCase,
      escapes: false,
      multiline: false,
      strict: true,
      whole: false,
    })
    found = 'error' in made ? null : made
    if (kept.size > MOST_KEPT) kept.clear()
    kept.set(key, found)
  }
  return found
}
