// Some packets of many: by chance, or every nth. Ref: net/netfilter/xt_statistic.c
import type { XtStatistic } from '../../../uapi/xt_match.ts'
import { not } from '../words.ts'
import type { XtMatchExtension } from '../x_tables.ts'

/** What a probability is a share of. */
const WHOLE = 0x80000000

export const statisticMatch: XtMatchExtension<XtStatistic> = {
  name: 'statistic',
  compile: (match, { net }) => {
    const { invert } = match
    if (match.mode === 'random') {
      const { random } = net.stack
      return () => (random.u32() & 0x7fffffff) < match.probability !== invert
    }
    let count = match.every - 1 - match.packet
    return () => {
      count = count === match.every - 1 ? 0 : count + 1
      return (count === 0) !== invert
    }
  },
  why: (match) => {
    if (match.mode === 'random') {
      const wanted = (match.probability / WHOLE).toFixed(11)
      return { option: not('--probability', match.invert), wanted, found: 'another draw' }
    }
    return { option: not('--every', match.invert), wanted: String(match.every), found: 'another packet' }
  },
}
