// Metrics of a route in words, read and written. Ref: iproute2 ip/iproute.c:iproute_modify(), print_rta_metrics()
import type { RouteMessage } from '../../uapi/rtnetlink.ts'
import { RTAX_FEATURE_ECN, type RouteMetrics } from '../../uapi/routemetrics.ts'
import type { Args } from './args.ts'
import type { IpContext } from './context.ts'
import { parseUnsigned } from './utils.ts'

/** Numbers, in the kernel's order: the word, and the member. */
const NUMBERS = {
  window: 'window',
  ssthresh: 'ssthresh',
  cwnd: 'cwnd',
  reordering: 'reordering',
  hoplimit: 'hoplimit',
  initcwnd: 'initcwnd',
  initrwnd: 'initrwnd',
  quickack: 'quickack',
  fastopen_no_cookie: 'fastopenNoCookie',
} as const satisfies Readonly<Record<string, keyof RouteMetrics>>

/** Metrics that may be followed by `lock`. */
const LOCKABLE: ReadonlySet<string> = new Set(
  'mtu advmss rtt rttvar ssthresh cwnd reordering hoplimit initcwnd initrwnd congctl'.split(' '),
)

export interface MetricWords {
  mtu: number | null
  advmss: number | null
  readonly metrics: { -readonly [K in keyof RouteMetrics]: RouteMetrics[K] }
}

/** Milliseconds; `raw` without a unit. Ref: iproute2 lib/utils.c:get_time_rtt() */
function parseTime(text: string): { readonly value: number; readonly raw: boolean } | null {
  const [, number = '', unit] = /^(\d+(?:\.\d+)?)(s|sec|secs|ms|msec|msecs)?$/.exec(text) ?? []
  if (number === '') return null
  const scale = unit?.startsWith('s') ? 1000 : 1
  return { value: Math.ceil(Number(number) * scale), raw: unit === undefined }
}

/** Takes the value of a metric. False when the word is none. */
export function takeMetric(args: Args, w: MetricWords, keyword: string): boolean {
  const { metrics } = w
  const isNumber = Object.hasOwn(NUMBERS, keyword)
  const others = ['mtu', 'advmss', 'rtt', 'rttvar', 'rto_min', 'features', 'congctl']
  if (!isNumber && !others.includes(keyword)) return false
  let value = args.value()
  if (value === 'lock' && LOCKABLE.has(keyword)) {
    metrics.lock = [...(metrics.lock ?? []), keyword]
    value = args.value()
  }
  const invalid = (): never =>
    args.invarg(`"${keyword === 'advmss' ? 'mss' : keyword}" value is invalid\n`, value)
  if (keyword === 'mtu') w.mtu = parseUnsigned(value) ?? invalid()
  else if (keyword === 'advmss') w.advmss = parseUnsigned(value) ?? invalid()
  else if (keyword === 'rtt' || keyword === 'rttvar') {
    const time = parseTime(value) ?? invalid()
    metrics[keyword] = time.raw ? time.value : time.value * (keyword === 'rtt' ? 8 : 4)
  } else if (keyword === 'rto_min') {
    metrics.rtoMin = (parseTime(value) ?? invalid()).value
    metrics.lock = [...(metrics.lock ?? []), 'rto_min']
  } else if (keyword === 'features') {
    if (value !== 'ecn') args.invarg('"features" value not valid\n', value)
    metrics.features = RTAX_FEATURE_ECN
  } else if (keyword === 'congctl') metrics.congctl = value
  else if (isNumber) {
    const number = parseUnsigned(value, keyword === 'hoplimit' ? 255 : undefined) ?? invalid()
    const flag = keyword === 'quickack' || keyword === 'fastopen_no_cookie'
    if (flag && number > 1) args.invarg(`"${keyword}" value should be 0 or 1\n`, value)
    metrics[NUMBERS[keyword as keyof typeof NUMBERS]] = number
  }
  return true
}

interface Shown {
  readonly word: string
  readonly key: string
  readonly value: number | string
  readonly text: string
}

/** Milliseconds as `37ms` or `1.5s`. */
function timeText(ms: number): string {
  return ms >= 1000 ? `${ms / 1000}s` : `${ms}ms`
}

/** In the kernel's order. */
function shownMetrics({ mtu, advmss, hopLimit, metrics = {} }: RouteMessage): readonly Shown[] {
  const all: Shown[] = []
  const add = (word: string, value: number | string | undefined, key = word): void => {
    if (value !== undefined) all.push({ word, key, value, text: String(value) })
  }
  const addTime = (word: string, ms: number | undefined): void => {
    if (ms !== undefined) all.push({ word, key: word, value: ms, text: timeText(ms) })
  }
  add('mtu', mtu)
  add('window', metrics.window)
  addTime('rtt', metrics.rtt === undefined ? undefined : metrics.rtt >> 3)
  addTime('rttvar', metrics.rttvar === undefined ? undefined : metrics.rttvar >> 2)
  add('ssthresh', metrics.ssthresh)
  add('cwnd', metrics.cwnd)
  add('advmss', advmss)
  add('reordering', metrics.reordering)
  add('hoplimit', metrics.hoplimit ?? hopLimit)
  add('initcwnd', metrics.initcwnd)
  if (metrics.features) all.push({ word: 'features', key: 'ecn', value: metrics.features, text: 'ecn' })
  addTime('rto_min', metrics.rtoMin)
  add('initrwnd', metrics.initrwnd)
  add('quickack', metrics.quickack)
  add('congctl', metrics.congctl, 'congestion')
  add('fastopen_no_cookie', metrics.fastopenNoCookie)
  return all
}

export function printMetrics(ctx: IpContext, route: RouteMessage): void {
  const shown = shownMetrics(route)
  if (shown.length === 0) return
  const { out } = ctx
  out.openArray('metrics', '')
  out.openObject(null)
  for (const { word, key, value, text } of shown) {
    const lock = route.metrics?.lock?.includes(word) ? 'lock ' : ''
    out.any(key, word === 'features' ? null : value, `${word} ${lock}${text} `)
  }
  out.closeObject()
  out.closeArray('')
}

/** `TO` or `FROM/TO`; null for anything else. Ref: get_rt_realms_or_raw() */
export function parseRealms(word: string): number | null {
  // The one name that Debian's /etc/iproute2/rt_realms has.
  const parts = word.split('/').map((part) => (part === 'cosmos' ? 0 : parseUnsigned(part, 255)))
  const [first, second] = parts
  if (first === undefined || first === null || parts.length > 2 || second === null) return null
  return second === undefined ? first : (first << 16) | second
}

/** After the address a route prefers. */
export function printRealms(ctx: IpContext, realms: number | undefined): void {
  if (!realms) return
  const { out } = ctx
  const from = realms >>> 16
  const to = String(realms & 0xffff)
  out.openObject('flow')
  if (from !== 0) out.any('from', String(from), `realms ${from}/`)
  out.any('to', to, from === 0 ? `realm ${to} ` : `${to} `)
  out.closeObject()
}
