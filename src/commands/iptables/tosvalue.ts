// Values of the type-of-service octet (Ref: extensions/tos_values.c, libxtables/xtoptions.c:xtopt_parse_tosmask()).
import { readUnsigned } from './numbers.ts'
import type { Given } from './option.ts'

const SYMBOLS: readonly (readonly [name: string, value: number])[] = [
  ['Minimize-Delay', 0x10],
  ['Maximize-Throughput', 0x08],
  ['Maximize-Reliability', 0x04],
  ['Minimize-Cost', 0x02],
  ['Normal-Service', 0x00],
]

/** What a name leaves alone. */
const SYMBOL_MASK = 0x3f

export interface TosValue {
  readonly value: number
  readonly mask: number
}

export function parseTos(given: Given): TosValue {
  const text = given.value
  const read = readUnsigned(text)
  if (read === null || read.value > 255 || !(read.rest === '' || read.rest.startsWith('/'))) {
    const name = text.toLowerCase()
    const symbol = SYMBOLS.find(([known]) => known.toLowerCase() === name)
    if (!symbol) return given.problem(`Symbolic name "${text}" is unknown`)
    return { value: symbol[1], mask: SYMBOL_MASK }
  }
  if (read.rest === '') return { value: read.value, mask: 0xff }
  const mask = readUnsigned(read.rest.slice(1))
  if (mask === null || mask.value > 255 || mask.rest !== '') return given.problem(`Illegal value: "${text}"`)
  return { value: read.value, mask: mask.value }
}

/** `0x10` */
export function twoDigits(value: number): string {
  return `0x${value.toString(16).padStart(2, '0')}`
}

/** The name of a value under the mask that names have. */
export function tosName({ value, mask }: TosValue): string | null {
  if (mask !== SYMBOL_MASK) return null
  return SYMBOLS.find(([, known]) => known === value)?.[0] ?? null
}
