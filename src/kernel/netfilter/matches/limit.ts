// So many packets in a time: a bucket that fills by and by. Ref: net/netfilter/nft_limit.c:nft_limit_eval()
import { SECOND } from '../../../sim/clock.ts'
import type { XtLimit } from '../../../uapi/xt_match.ts'
import type { XtMatchExtension } from '../x_tables.ts'

const UNITS: Readonly<Record<number, string>> = { 1: 'sec', 60: 'min', 3600: 'hour', 86400: 'day' }

export function formatRate(average: number, period: number): string {
  return `${average}/${UNITS[period] ?? `${period} s`}`
}

export const limitMatch: XtMatchExtension<XtLimit> = {
  name: 'limit',
  compile: ({ average, period, burst }, { net }) => {
    const { clock } = net.stack
    const cost = Math.floor((period * SECOND) / average)
    const most = cost * burst
    let tokens = most
    let last = clock.now
    return () => {
      tokens = Math.min(tokens + clock.now - last, most)
      last = clock.now
      if (tokens < cost) return false
      tokens -= cost
      return true
    }
  },
  why: ({ average, period, burst }) => ({
    option: '--limit',
    wanted: `${formatRate(average, period)}, ${burst} at once`,
    found: 'more',
  }),
}
