import { parseGlob } from '../../libc/fnmatch.ts'
import { PosixRegex } from '../../libc/regex/posixRegex.ts'

/** A shell pattern over a whole name (fnmatch(3)); `*` takes slashes too. */
export function fnmatch(pattern: string, ignoreCase: boolean): PosixRegex {
  return PosixRegex.fromNode(parseGlob(pattern, { extglob: false, ignoreCase, path: false }), true)
}
