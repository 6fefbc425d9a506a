// Rates of packets: read as `5/min`, kept as the time between two of them, and written by the unit that fits
// (Ref: extensions/libxt_limit.c:parse_rate(), print_rate()).

const UNITS = [
  { name: 'day', seconds: 86400, long: 'day' },
  { name: 'hour', seconds: 3600, long: 'hour' },
  { name: 'min', seconds: 60, long: 'minute' },
  { name: 'sec', seconds: 1, long: 'second' },
] as const

export interface Rate {
  readonly average: number
  /** Seconds. */
  readonly period: number
}

export interface ParsedRate extends Rate {
  /** Seconds of the unit it was written with. */
  readonly written: number
}

/** A rate, `fast` for one beyond `scale` a second, null for none. */
export function parseRate(text: string, scale: number): ParsedRate | 'fast' | null {
  const slash = text.indexOf('/')
  const unit = slash < 0 ? 'second' : text.slice(slash + 1).toLowerCase()
  const found = UNITS.toReversed().find(({ long }) => unit !== '' && long.startsWith(unit))
  if (!found) return null
  const digits = /^\s*[+-]?\d+/.exec(slash < 0 ? text : text.slice(0, slash))?.[0]
  // What is negative wraps round to something enormous.
  const number = digits === undefined ? 0 : Number(digits) >>> 0
  if (number === 0) return null
  const between = Math.floor((scale * found.seconds) / number)
  return between === 0 ? 'fast' : { ...rateOf(between, scale), written: found.seconds }
}

/** By the longest unit of which a whole number fits between two packets. */
function rateOf(between: number, scale: number): Rate {
  let i = 1
  for (; i < UNITS.length; i++) {
    const length = (UNITS[i]?.seconds ?? 1) * scale
    if (between > length || Math.floor(length / between) < length % between) break
  }
  const period = UNITS[i - 1]?.seconds ?? 1
  return { average: Math.floor((period * scale) / between), period }
}

export function formatRate({ average, period }: Rate): string {
  return `${average}/${UNITS.find(({ seconds }) => seconds === period)?.name ?? 'sec'}`
}

/** As nft writes it. */
export function formatRateLong({ average, period }: Rate): string {
  return `${average}/${UNITS.find(({ seconds }) => seconds === period)?.long ?? 'second'}`
}
