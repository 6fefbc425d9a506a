// Numbers as C programs read them.

/** strtol(3) over the whole word, base 10 unless said: null when something is left over or nothing is there. */
export function wholeNumber(text: string, base: 10 | 0 = 10): number | null {
  const word = text.replace(/^[ \t\n\v\f\r]+/, '')
  if (base === 0) {
    const sign = word.startsWith('-') ? -1 : 1
    const digits = word.replace(/^[+-]/, '')
    if (/^0[xX][0-9a-fA-F]+$/.test(digits)) return sign * parseInt(digits.slice(2), 16)
    if (/^0[0-7]+$/.test(digits)) return sign * parseInt(digits, 8)
  }
  return /^[+-]?[0-9]+$/.test(word) ? Number(word) : null
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  '': 1,
  b: 512,
  c: 1,
  k: 1024,
  K: 1024,
  KiB: 1024,
  kB: 1000,
  KB: 1000,
  m: 1024 ** 2,
  M: 1024 ** 2,
  MiB: 1024 ** 2,
  MB: 1000 ** 2,
  G: 1024 ** 3,
  GiB: 1024 ** 3,
  GB: 1000 ** 3,
}

/** A count with a multiplier (`10K`), as head and tail take it; null when it is none. */
export function countWithSuffix(text: string): number | null {
  const match = /^([0-9]+)([a-zA-Z]*)$/.exec(text)
  const factor = MULTIPLIERS[match?.[2] ?? '?']
  return match && factor !== undefined ? Number(match[1]) * factor : null
}

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86400 }

/** A span of time as sleep and timeout take it (`1.5`, `2m`), in seconds; null when it is none. */
export function timeSpan(text: string): number | null {
  if (/^\+?inf(inity)?$/i.test(text)) return Infinity
  const match = /^\+?([0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)([smhd]?)$/.exec(text)
  const factor = SECONDS[match?.[2] ?? '']
  return match && factor !== undefined ? Number(match[1]) * factor : null
}

/** printf's %g with six digits. */
export function formatG(value: number): string {
  if (value === 0) return '0'
  const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e')
  const power = Number(exponent)
  if (power >= -5 && power < 6) return trimZeros(value.toFixed(Math.max(0, 5 - power)))
  const digits = String(Math.abs(power)).padStart(2, '0')
  return `${trimZeros(mantissa)}e${power < 0 ? '-' : '+'}${digits}`
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}
