// Files a verb reads.
import { readFileSync } from 'node:fs'
import { parseText, type LabText } from '../lab/text.ts'

export type ReadResult = { readonly source: string } | { readonly error: string }

/** A file's text; an error is `FILE: why`. */
export function readSource(file: string): ReadResult {
  try {
    return { source: readFileSync(file, 'utf8') }
  } catch (error) {
    return { error: `${file}: ${reasonOf(error)}` }
  }
}

export type TextResult = { readonly text: LabText } | { readonly error: string }

/** A file as the text of a lab. */
export function readText(file: string): TextResult {
  const read = readSource(file)
  if ('error' in read) return read
  const { text, error } = parseText(read.source)
  return text === null ? { error: `${file}: ${error}` } : { text }
}

/** What the system says of a failed call, in the words of strerror(3). */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'No such file or directory',
  EACCES: 'Permission denied',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  EEXIST: 'File exists',
  EROFS: 'Read-only file system',
  ENOSPC: 'No space left on device',
}
