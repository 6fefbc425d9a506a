import type { Inet } from '../../wire/inet.ts'

/**
 * inet_aton(3): one to four parts, decimal, octal (leading 0) or hexadecimal (0x), the last filling what is left
 * (`127.1`, `10.0.256`, `2130706433`); null for anything else.
 */
export function inetAton(text: string): Inet | null {
  const parts = text.split('.')
  if (parts.length > 4) return null
  const values: number[] = []
  for (const part of parts) {
    const value = partValue(part)
    if (value === null) return null
    values.push(value)
  }
  const last = values.pop() ?? 0
  if (values.some((value) => value > 255) || last >= 256 ** (4 - values.length)) return null
  const high = values.reduce((sum, value, i) => sum + value * 256 ** (3 - i), 0)
  return high + last
}

function partValue(part: string): number | null {
  if (/^0[xX][0-9a-fA-F]+$/.test(part)) return parseInt(part.slice(2), 16)
  if (/^0[0-7]*$/.test(part)) return parseInt(part, 8)
  return /^[1-9][0-9]*$/.test(part) ? Number(part) : null
}
