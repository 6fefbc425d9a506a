// Numbers as xtables_strtoul() takes them: strtoul(3) with base 0, within bounds.

/** Whole text as a number in C's notations (10, 0x1f, 017); null when it is none or out of bounds. */
export function parseUnsigned(text: string, max = 0xffffffff, min = 0): number | null {
  const read = readUnsigned(text)
  if (read === null || read.rest !== '') return null
  return read.value < min || read.value > max ? null : read.value
}

export interface ReadNumber {
  readonly value: number
  readonly rest: string
}

/** A number that `text` begins with, and what follows it. */
export function readUnsigned(text: string): ReadNumber | null {
  const found = /^\s*\+?(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/.exec(text)
  const digits = found?.[1]
  if (!found || digits === undefined) return null
  const octal = /^0[0-7]+$/.test(digits)
  const value = octal ? parseInt(digits, 8) : Number(digits)
  return { value, rest: text.slice(found[0].length) }
}

export function hex(value: number): string {
  return `0x${value.toString(16)}`
}
