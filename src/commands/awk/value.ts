// Strings and numbers as mawk has them, and what number a string is. Ref: mawk cast.c, execute.c
/** Text from outside that looks like a number: it compares as one. */
export class Strnum {
  readonly text: string
  readonly number: number

  constructor(text: string, number: number) {
    this.text = text
    this.number = number
  }
}

/** null: never set, which is 0 and the empty string at once. */
export type Value = string | number | Strnum | null

const STRTOD =
  /^[ \t\n\v\f\r]*([+-]?)(?:0[xX]([0-9a-fA-F]+)|([0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)|(inf(?:inity)?)|nan)/i

/** strtod(3): the number a text begins with, 0 when with none. */
export function textToNumber(text: string): number {
  const found = STRTOD.exec(text)
  if (!found) return 0
  const [, sign, hex, decimal, infinity] = found
  const size =
    hex !== undefined
      ? parseInt(hex, 16)
      : decimal !== undefined
        ? Number(decimal)
        : infinity !== undefined
          ? Infinity
          : NaN
  return sign === '-' ? -size : size
}

/** A field, an element of split, a line of getline, ARGV, ENVIRON, -v: a Strnum when it looks like a number. */
export function fromOutside(text: string): string | Strnum {
  const body = text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '')
  if (!/^[-+.0-9]/.test(body) || !/[0-9.]$/.test(body)) return text
  const found = STRTOD.exec(body)
  return found && found[0].length === body.length ? new Strnum(text, textToNumber(body)) : text
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value
  if (value === null) return 0
  return typeof value === 'string' ? textToNumber(value) : value.number
}

export function isTrue(value: Value): boolean {
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'string') return value !== ''
  return value !== null && value.number !== 0
}

export const INT_MAX = 2147483647

/** Towards 0, held in the range of an int. Ref: mawk d_to_I */
export function toInt(value: number): number {
  if (Number.isNaN(value)) return -INT_MAX - 1
  if (value >= INT_MAX) return INT_MAX
  return value > -INT_MAX ? Math.trunc(value) : -INT_MAX
}

/** Towards 0, held in the range of an unsigned int. Ref: mawk d_to_U */
export function toUnsigned(value: number): number {
  if (value >= 4294967295) return 4294967295
  return value > 0 ? Math.trunc(value) : 0
}
