// Ref: extensions/libxt_hashlimit.c
import type { XtHashlimit } from '../../../uapi/xt_match.ts'
import { defineMatch, type ExtensionParser, type ListContext } from '../extension.ts'
import { parseUnsigned } from '../numbers.ts'
import type { Given } from '../option.ts'
import { formatRate, formatRateLong, parseRate } from '../rate.ts'
import type { Xtables } from '../xtables.ts'

/** XT_HASHLIMIT_SCALE_v2: the most packets a second. */
const SCALE = 1_000_000
const DEFAULT_BURST = 5
const GC_INTERVAL = 1000
/** Names are cut to NAME_MAX. */
const NAME_SIZE = 255

type Mode = XtHashlimit['mode'][number]

/** In the order they are written. */
const MODES: readonly Mode[] = ['srcip', 'srcport', 'dstip', 'dstport']

const NUMBERS = ['htableSize', 'htableMax', 'htableGcInterval', 'htableExpire'] as const
const NUMBER_OPTIONS = {
  htableSize: 'htable-size',
  htableMax: 'htable-max',
  htableGcInterval: 'htable-gcinterval',
  htableExpire: 'htable-expire',
} as const

type Mutable = { -readonly [Key in keyof XtHashlimit]: XtHashlimit[Key] }

class HashlimitParser implements ExtensionParser<XtHashlimit> {
  readonly #x: Xtables
  readonly #data: Mutable
  #written = 1

  constructor(x: Xtables) {
    this.#x = x
    const length = x.ipv6 ? 128 : 32
    this.#data = {
      name: 'hashlimit',
      table: '',
      average: 0,
      period: 1,
      burst: DEFAULT_BURST,
      mode: [],
      above: false,
      htableSize: null,
      htableMax: null,
      htableExpire: null,
      htableGcInterval: null,
      srcmask: length,
      dstmask: length,
    }
  }

  option(given: Given): void {
    const data = this.#data
    const { id } = given
    if (id === 'hashlimit-upto' || id === 'hashlimit-above') this.#rate(given)
    else if (id === 'hashlimit-burst') data.burst = this.#burst(given)
    else if (id === 'hashlimit-mode') data.mode = this.#mode(given)
    else if (id === 'hashlimit-name') data.table = given.octets(NAME_SIZE)
    else if (id === 'hashlimit-srcmask') data.srcmask = given.uint(128)
    else if (id === 'hashlimit-dstmask') data.dstmask = given.uint(128)
    for (const key of NUMBERS) if (id === `hashlimit-${NUMBER_OPTIONS[key]}`) data[key] = given.uint()
  }

  #rate(given: Given): void {
    const { x, id, value, invert } = given
    if (/^\d+[kmg]?b(\/s)?$/i.test(value)) x.unsupported(`${value} (octets) for --${id}`)
    const rate = parseRate(value, SCALE)
    if (rate === null) return x.problem(`hashlimit: Bad value for "--${id}" option: "${value}"`)
    if (rate === 'fast') return x.problem(`Rate too fast "${value}"`)
    this.#data.average = rate.average
    this.#data.period = rate.period
    this.#written = rate.written
    this.#data.above = (id === 'hashlimit-above') !== invert
  }

  #burst({ x, value }: Given): number {
    const burst = parseUnsigned(value, SCALE, 1)
    return burst ?? x.problem('bad value for option "--hashlimit-burst", or out of range (1-1000000).')
  }

  #mode({ x, value }: Given): readonly Mode[] {
    const words = value.split(',')
    if (!words.every((word) => MODES.some((mode) => mode === word))) {
      return x.problem(`hashlimit: Bad value for "--hashlimit-mode" option: "${value}"`)
    }
    return MODES.filter((mode) => words.includes(mode))
  }

  finish(given: ReadonlySet<string>): XtHashlimit {
    const data = this.#data
    if (!given.has('hashlimit-upto') && !given.has('hashlimit-above')) {
      return this.#x.problem('You have to specify --hashlimit')
    }
    // Entries live as long as the unit that was written, which need not be the one that is shown.
    if (data.htableExpire === null && this.#written !== data.period) data.htableExpire = this.#written * 1000
    return data
  }
}

/** Milliseconds that an entry lives unless it is said. */
function usualExpire({ period }: XtHashlimit): number {
  return period * 1000
}

function table(data: XtHashlimit, write: (option: string, value: number) => string): string {
  return NUMBERS.map((key) => {
    const value = data[key]
    if (value === null) return ''
    if (key === 'htableGcInterval' && value === GC_INTERVAL) return ''
    if (key === 'htableExpire' && value === usualExpire(data)) return ''
    return write(NUMBER_OPTIONS[key], value)
  }).join('')
}

function masks(
  data: XtHashlimit,
  { x }: ListContext,
  write: (option: string, value: number) => string,
): string {
  const length = x.ipv6 ? 128 : 32
  const source = data.srcmask === length ? '' : write('srcmask', data.srcmask)
  return source + (data.dstmask === length ? '' : write('dstmask', data.dstmask))
}

export const hashlimitMatch = defineMatch<XtHashlimit>({
  name: 'hashlimit',
  options: [
    { name: 'hashlimit-upto', argument: true, invert: true, excludes: ['hashlimit-above'] },
    { name: 'hashlimit', of: 'hashlimit-upto', argument: true, invert: true },
    { name: 'hashlimit-above', argument: true, invert: true, excludes: ['hashlimit-upto'] },
    { name: 'hashlimit-srcmask', argument: true },
    { name: 'hashlimit-dstmask', argument: true },
    { name: 'hashlimit-burst', argument: true },
    { name: 'hashlimit-htable-size', argument: true },
    { name: 'hashlimit-htable-max', argument: true },
    { name: 'hashlimit-htable-expire', argument: true },
    { name: 'hashlimit-htable-gcinterval', argument: true },
    { name: 'hashlimit-mode', argument: true },
    { name: 'hashlimit-name', argument: true, mandatory: true },
    { name: 'hashlimit-rate-match', argument: false, absent: true },
    { name: 'hashlimit-rate-interval', argument: true, absent: true },
  ],
  help: `hashlimit match options:
  --hashlimit-upto <avg>           max average match rate
                                   [Packets per second unless followed by 
                                   /sec /minute /hour /day postfixes]
  --hashlimit-above <avg>          min average match rate
  --hashlimit-mode <mode>          mode is a comma-separated list of
                                   dstip,srcip,dstport,srcport (or none)
  --hashlimit-srcmask <length>     source address grouping prefix length
  --hashlimit-dstmask <length>     destination address grouping prefix length
  --hashlimit-name <name>          name for /proc/net/ipt_hashlimit
  --hashlimit-burst <num>	    number to match in a burst, default 5
  --hashlimit-htable-size <num>    number of hashtable buckets
  --hashlimit-htable-max <num>     number of hashtable entries
  --hashlimit-htable-gcinterval    interval between garbage collection runs
  --hashlimit-htable-expire        after which time are idle entries expired?
  --hashlimit-rate-match           rate match the flow without rate-limiting it
  --hashlimit-rate-interval        interval in seconds for hashlimit-rate-match

`,
  parse: (x) => new HashlimitParser(x),
  print: (data, context) => {
    const write = (option: string, value: number): string => ` ${option} ${value}`
    const mode = data.mode.length === 0 ? '' : ` mode ${data.mode.join('-')}`
    const rate = ` limit: ${data.above ? 'above' : 'up to'} ${formatRate(data)} burst ${data.burst}`
    return `${rate}${mode}${table(data, write)}${masks(data, context, write)}`
  },
  save: (data, context) => {
    const write = (option: string, value: number): string => ` --hashlimit-${option} ${value}`
    const mode = data.mode.length === 0 ? '' : ` --hashlimit-mode ${data.mode.join(',')}`
    const rate = ` --hashlimit-${data.above ? 'above' : 'upto'} ${formatRate(data)} --hashlimit-burst ${data.burst}`
    const name = ` --hashlimit-name ${data.table}`
    return `${rate}${mode}${name}${table(data, write)}${masks(data, context, write)}`
  },
  translate: (data, context) => {
    if (data.above || data.mode.length === 0) return null
    const expire =
      data.htableExpire === null || data.htableExpire === 1000 ? '' : ` timeout ${data.htableExpire / 1000}s`
    const burst = data.burst === DEFAULT_BURST ? '' : ` burst ${data.burst} packets`
    return `meter ${data.table} { ${meterKeys(data, context)}${expire} limit rate ${formatRateLong(data)}${burst} }`
  },
})

/** What a meter counts by, in nft's order. */
function meterKeys(data: XtHashlimit, { x, rule }: ListContext): string {
  const ip = x.ipv6 ? 'ip6' : 'ip'
  const header = rule.protocol?.number === 17 ? 'udp' : 'tcp'
  const keys: Readonly<Record<Mode, string>> = {
    dstip: `${ip} daddr`,
    dstport: `${header} dport`,
    srcip: `${ip} saddr`,
    srcport: `${header} sport`,
  }
  const order: readonly Mode[] = ['dstip', 'dstport', 'srcip', 'srcport']
  return order
    .filter((mode) => data.mode.includes(mode))
    .map((mode) => keys[mode])
    .join(' . ')
}
