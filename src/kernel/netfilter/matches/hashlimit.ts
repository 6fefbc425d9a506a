// A bucket for each address, or pair of addresses and ports. Ref: net/netfilter/xt_hashlimit.c
import { MILLISECOND, SECOND } from '../../../sim/clock.ts'
import { EINVAL } from '../../../uapi/errno.ts'
import type { XtHashlimit } from '../../../uapi/xt_match.ts'
import type { Inet } from '../../../wire/inet.ts'
import type { Inet6 } from '../../../wire/inet6.ts'
import { refuse, type Net } from '../../core/net.ts'
import type { SkBuff } from '../../core/skb.ts'
import { destinationOf, dportOf, sourceOf, sportOf } from '../pktinfo.ts'
import { not } from '../words.ts'
import type { XtContext, XtMatchExtension } from '../x_tables.ts'
import { formatRate } from './limit.ts'

const GC_INTERVAL_MS = 1000

interface Bucket {
  tokens: number
  last: number
  expires: number
}

/** The table of a name: rules that name it share it, with the settings of the first. */
class HashlimitTable {
  users = 1
  readonly #buckets = new Map<string, Bucket>()
  readonly #match: XtHashlimit
  readonly #net: Net
  readonly #created: number
  readonly #expire: number
  readonly #interval: number
  readonly #cost: number

  constructor(match: XtHashlimit, net: Net) {
    this.#match = match
    this.#net = net
    this.#created = net.stack.clock.now
    this.#expire = (match.htableExpire ?? match.period * 1000) * MILLISECOND
    this.#interval = (match.htableGcInterval ?? GC_INTERVAL_MS) * MILLISECOND
    this.#cost = Math.floor((match.period * SECOND) / match.average)
  }

  /** Whether there was a token, which is then taken. */
  take(key: string): boolean {
    const { now } = this.#net.stack.clock
    const most = this.#cost * this.#match.burst
    let bucket = this.#buckets.get(key)
    if (!bucket || now >= this.#collectedAt(bucket)) {
      bucket = { tokens: most, last: now, expires: 0 }
      this.#buckets.set(key, bucket)
    }
    bucket.tokens = Math.min(bucket.tokens + now - bucket.last, most)
    bucket.last = now
    bucket.expires = now + this.#expire
    if (bucket.tokens < this.#cost) return false
    bucket.tokens -= this.#cost
    return true
  }

  /** What has expired is forgotten at the next round. Ref: htable_gc() */
  #collectedAt({ expires }: Bucket): number {
    const rounds = Math.ceil((expires - this.#created) / this.#interval)
    return this.#created + rounds * this.#interval
  }
}

const tables = new WeakMap<Net, Map<string, HashlimitTable>>()

function tableKey({ table }: XtHashlimit, { family }: XtContext): string {
  return `${family} ${table}`
}

function masked(address: Inet | Inet6 | null, length: number): string {
  if (address === null) return ''
  const shift = BigInt((typeof address === 'number' ? 32 : 128) - length)
  return String(BigInt(address) >> shift)
}

/** Ref: hashlimit_init_dst() */
function bucketKey({ mode, srcmask, dstmask }: XtHashlimit, skb: SkBuff): string {
  let key = ''
  if (mode.includes('srcip')) key += masked(sourceOf(skb), srcmask)
  key += '>'
  if (mode.includes('dstip')) key += masked(destinationOf(skb), dstmask)
  if (mode.includes('srcport')) key += `<${sportOf(skb)}`
  if (mode.includes('dstport')) key += `:${dportOf(skb)}`
  return key
}

export const hashlimitMatch: XtMatchExtension<XtHashlimit> = {
  name: 'hashlimit',
  check: (match, context) => {
    if (match.table.includes('/')) return refuse(EINVAL)
    const longest = context.family === 'ip' ? 32 : 128
    if (match.srcmask > longest || match.dstmask > longest) return refuse(EINVAL)
    const { net } = context
    let known = tables.get(net)
    if (!known) tables.set(net, (known = new Map()))
    const key = tableKey(match, context)
    const table = known.get(key)
    if (table) table.users++
    else known.set(key, new HashlimitTable(match, net))
    return null
  },
  destroy: (match, context) => {
    const key = tableKey(match, context)
    const known = tables.get(context.net)
    const table = known?.get(key)
    if (table && --table.users === 0) known?.delete(key)
  },
  compile: (match, context) => {
    const { above } = match
    const table = tables.get(context.net)?.get(tableKey(match, context))
    return (skb) => table !== undefined && table.take(bucketKey(match, skb)) !== above
  },
  why: ({ above, average, period, burst }) => ({
    option: not('--hashlimit-upto', above),
    wanted: `${formatRate(average, period)}, ${burst} at once`,
    found: above ? 'fewer' : 'more',
  }),
}
