// `-k 2.3n,4`: where a key begins and ends and how it is compared.
import type { Ordering } from './compare.ts'

export interface SortKey {
  /** From 0. */
  readonly startField: number
  readonly startCharacter: number
  readonly skipStartBlanks: boolean
  /** null: to the end of the line. */
  readonly endField: number | null
  /** Characters of the end field that belong to it; 0: all of it. */
  readonly endCharacter: number
  readonly skipEndBlanks: boolean
  readonly ordering: Ordering
}

const POSITION = /^([0-9]+)(?:\.([0-9]+))?([bdfghiMnrRV]*)$/

/** A key without options of its own has the global ones. */
export function parseKey(text: string, inherited: Ordering): SortKey | { readonly error: string } {
  const [from = '', to, extra] = text.split(',')
  const start = POSITION.exec(from)
  const end = to === undefined ? null : POSITION.exec(to)
  if (!start) return { error: `invalid number at field start: invalid count at start of ‘${from}’` }
  if (extra !== undefined || (to !== undefined && !end)) {
    return { error: `invalid number after ‘,’: invalid count at start of ‘${to ?? ''}’` }
  }
  if (Number(start[1]) === 0) return { error: `field number is zero: invalid field specification ‘${text}’` }
  if (start[2] !== undefined && Number(start[2]) === 0) {
    return { error: `character offset is zero: invalid field specification ‘${text}’` }
  }
  if (end && Number(end[1]) === 0)
    return { error: `field number is zero: invalid field specification ‘${text}’` }
  const own = new Set<string>([...(start[3] ?? ''), ...(end?.[3] ?? '')])
  const ordering = own.size > 0 ? own : inherited
  const global = own.size === 0 && inherited.has('b')
  return {
    startField: Number(start[1]) - 1,
    startCharacter: start[2] === undefined ? 0 : Number(start[2]) - 1,
    skipStartBlanks: global || (start[3] ?? '').includes('b'),
    endField: end ? Number(end[1]) - 1 : null,
    endCharacter: Number(end?.[2] ?? 0),
    skipEndBlanks: global || (end?.[3] ?? '').includes('b'),
    ordering,
  }
}

export function extractKey(line: string, key: SortKey, separator: string | null): string {
  let from = fieldStart(line, key.startField, separator)
  if (key.skipStartBlanks) from = skipBlanks(line, from)
  from = Math.min(line.length, from + key.startCharacter)
  if (key.endField === null) return line.slice(from)
  let to: number
  if (key.endCharacter === 0) to = fieldEnd(line, key.endField, separator)
  else {
    to = fieldStart(line, key.endField, separator)
    if (key.skipEndBlanks) to = skipBlanks(line, to)
    to = Math.min(line.length, to + key.endCharacter)
  }
  return line.slice(from, Math.max(from, to))
}

/** Without a separator a field is a run of blanks and the run of others after it. */
function fieldStart(line: string, field: number, separator: string | null): number {
  let at = 0
  for (let n = 0; n < field && at < line.length; n++) {
    if (separator !== null) {
      const next = line.indexOf(separator, at)
      at = next < 0 ? line.length : next + 1
    } else at = fieldEndFrom(line, at)
  }
  return at
}

function fieldEnd(line: string, field: number, separator: string | null): number {
  const start = fieldStart(line, field, separator)
  if (separator === null) return fieldEndFrom(line, start)
  const next = line.indexOf(separator, start)
  return next < 0 ? line.length : next
}

function fieldEndFrom(line: string, at: number): number {
  let end = skipBlanks(line, at)
  while (end < line.length && line[end] !== ' ' && line[end] !== '\t') end++
  return end
}

function skipBlanks(line: string, at: number): number {
  let i = at
  while (line[i] === ' ' || line[i] === '\t') i++
  return i
}
