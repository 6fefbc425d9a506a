// How lines are compared: by keys, each in its own way.
import { extractKey, type SortKey } from './key.ts'

/** Letters of the ordering options. */
export type Ordering = ReadonlySet<string>

export function compareBytes(a: string, b: string): number {
  // UTF-8 sorts as its code points do; UTF-16 does too, short of the characters beyond U+FFFF.
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function comparator(
  keys: readonly SortKey[],
  ordering: Ordering,
  separator: string | null,
): (a: string, b: string) => number {
  if (keys.length === 0) {
    const compare = valueComparator(ordering)
    return ordering.has('r') ? (a, b) => compare(b, a) : compare
  }
  const steps = keys.map((key) => ({
    key,
    compare: valueComparator(key.ordering),
    reverse: key.ordering.has('r'),
  }))
  return (a, b) => {
    for (const { key, compare, reverse } of steps) {
      const order = compare(extractKey(a, key, separator), extractKey(b, key, separator))
      if (order !== 0) return reverse ? -order : order
    }
    return 0
  }
}

function valueComparator(ordering: Ordering): (a: string, b: string) => number {
  if (ordering.has('n')) return (a, b) => numberOf(a) - numberOf(b)
  if (ordering.has('g')) return (a, b) => compareGeneral(generalOf(a), generalOf(b))
  if (ordering.has('h')) return (a, b) => compareHuman(a, b)
  if (ordering.has('M')) return (a, b) => monthOf(a) - monthOf(b)
  const prepare = preparer(ordering)
  if (ordering.has('V')) return (a, b) => compareVersions(prepare(a), prepare(b))
  return (a, b) => compareBytes(prepare(a), prepare(b))
}

function preparer(ordering: Ordering): (text: string) => string {
  return (text) => {
    let out = ordering.has('b') ? text.replace(/^[ \t]+/, '') : text
    if (ordering.has('d')) out = out.replace(/[^A-Za-z0-9 \t]/g, '')
    if (ordering.has('i')) out = out.replace(/[^ -~]/g, '')
    return ordering.has('f') ? out.toUpperCase() : out
  }
}

/** A leading number; 0 when there is none. */
function numberOf(text: string): number {
  const match = /^[ \t\n]*(-?(?:[0-9]+\.?[0-9]*|\.[0-9]+))/.exec(text)
  return match ? Number(match[1]) : 0
}

function generalOf(text: string): number | null {
  const match = /^\s*([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?inf)/i.exec(text)
  if (!match) return null
  const word = (match[1] ?? '').toLowerCase()
  return word.includes('inf') ? (word.startsWith('-') ? -Infinity : Infinity) : Number(word)
}

/** What is no number comes first. */
function compareGeneral(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1)
  return a < b ? -1 : a > b ? 1 : 0
}

const UNITS = ' KMGTPEZY'

/** By sign, then unit, then number, as `ls -h` writes them. */
function compareHuman(a: string, b: string): number {
  const rank = (text: string): readonly [number, number] => {
    const match = /^[ \t]*(-?)([0-9]*\.?[0-9]*)([kKMGTPEZY]?)/.exec(text)
    const value = Number(match?.[2] || 0)
    const unit = value === 0 ? 0 : Math.max(0, UNITS.indexOf((match?.[3] ?? '').toUpperCase() || ' '))
    const sign = match?.[1] === '-' ? -1 : 1
    return [sign * unit, sign * value]
  }
  const [unitA, valueA] = rank(a)
  const [unitB, valueB] = rank(b)
  return unitA - unitB || valueA - valueB
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

function monthOf(text: string): number {
  return MONTHS.indexOf(text.trimStart().slice(0, 3).toUpperCase()) + 1
}

/** Ref: gnulib lib/filevercmp.c: runs of digits by value, other runs with letters before signs and `~` first. */
export function compareVersions(a: string, b: string): number {
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    while ((i < a.length && !isDigit(a[i])) || (j < b.length && !isDigit(b[j]))) {
      const order = versionRank(a[i]) - versionRank(b[j])
      if (order !== 0) return order
      i++
      j++
    }
    const digitsA = /^[0-9]*/.exec(a.slice(i))?.[0] ?? ''
    const digitsB = /^[0-9]*/.exec(b.slice(j))?.[0] ?? ''
    const order = Number(digitsA) - Number(digitsB)
    if (order !== 0) return order
    i += digitsA.length
    j += digitsB.length
  }
  return 0
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9'
}

function versionRank(c: string | undefined): number {
  if (c === undefined || isDigit(c)) return 0
  if (/[A-Za-z]/.test(c)) return c.charCodeAt(0)
  return c === '~' ? -1 : c.charCodeAt(0) + 256
}
