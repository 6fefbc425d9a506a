// What is wrong with a flag's value, in the words of Go's parsers and Docker's opts.
import type { FlagType } from './flags.ts'

export const TRUE: ReadonlySet<string> = new Set(['1', 't', 'T', 'true', 'TRUE', 'True'])
const FALSE: ReadonlySet<string> = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False'])
const DURATION = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/
const SIZE = /^(\d+(?:\.\d+)?)\s*([kKmMgGtTpP]?)(?:i?[bB])?$/

export function checkValue(type: FlagType, value: string): string | null {
  switch (type) {
    case 'bool':
      return TRUE.has(value) || FALSE.has(value) ? null : syntax('ParseBool', value)
    case 'int':
      return /^[+-]?(?:\d+|0[xX][0-9a-fA-F]+)$/.test(value) ? null : syntax('ParseInt', value)
    case 'uint':
    case 'uint16':
    case 'uint32':
      return /^\d+$/.test(value) ? null : syntax('ParseUint', value)
    case 'float':
      return value.trim() !== '' && Number.isFinite(Number(value)) ? null : syntax('ParseFloat', value)
    case 'decimal':
      return decimal(value)
    case 'duration':
      return duration(value)
    case 'bytes':
      return value === '-1' || parseBytes(value) !== null ? null : sizeError(value)
    case 'filter':
      if (value.includes('=') || value === '') return null
      return 'bad format of filter (expected name=value)'
    default:
      return null
  }
}

/** Ref: docker/go-units size.go:parseSize() */
function sizeError(value: string): string {
  const [, suffix = ''] = /^\d+(?:\.\d+)?\s*([^\d\s].*)$/.exec(value) ?? []
  return suffix === '' ? `invalid size: '${value}'` : `invalid suffix: '${suffix}'`
}

function syntax(parser: string, value: string): string {
  return `strconv.${parser}: parsing ${JSON.stringify(value)}: invalid syntax`
}

function decimal(value: string): string | null {
  if (!/^[+-]?\d*\.?\d+$|^\d+\/\d+$/.test(value)) return `failed to parse ${value} as a rational number`
  return null
}

function duration(value: string): string | null {
  if (value === '0' || DURATION.test(value)) return null
  if (/^[+-]?\d+(?:\.\d*)?$/.test(value)) return `time: missing unit in duration ${JSON.stringify(value)}`
  return `time: invalid duration ${JSON.stringify(value)}`
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
}

/** Nanoseconds of a valid duration (`1m30s`). */
export function parseDuration(value: string): number {
  let total = 0
  for (const [, number, unit] of value.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(number) * (UNITS[unit ?? ''] ?? 0)
  }
  return value.startsWith('-') ? -total : total
}

/** units.RAMInBytes: `512m`, `1g`, `64MiB`. */
export function parseBytes(value: string): number | null {
  const found = SIZE.exec(value)
  if (!found) return null
  const power = 'kmgtp'.indexOf((found[2] ?? '').toLowerCase()) + (found[2] ? 1 : 0)
  return Math.trunc(Number(found[1]) * 1024 ** power)
}
