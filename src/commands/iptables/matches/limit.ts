// Ref: extensions/libxt_limit.c
import type { XtLimit } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { formatRate, formatRateLong, parseRate, type Rate } from '../rate.ts'

/** XT_LIMIT_SCALE: the most packets a second. */
const SCALE = 10000
const DEFAULT_RATE: Rate = { average: 3, period: 3600 }
const DEFAULT_BURST = 5

export const limitMatch = defineMatch<XtLimit>({
  name: 'limit',
  options: [
    { name: 'limit', argument: true },
    { name: 'limit-burst', argument: true },
  ],
  help: `limit match options:
--limit avg			max average match rate: default 3/hour
                                [Packets per second unless followed by 
                                /sec /minute /hour /day postfixes]
--limit-burst number		number to match in a burst, default 5
`,
  parse: (x) => {
    let rate = DEFAULT_RATE
    let burst = DEFAULT_BURST
    return {
      option: (given) => {
        if (given.id === 'limit-burst') {
          // A burst of nothing is the usual one.
          burst = given.uint(SCALE) || DEFAULT_BURST
          return
        }
        const parsed = parseRate(given.value, SCALE)
        if (parsed === null) return x.problem(`bad rate "${given.value}"'`)
        if (parsed === 'fast') return x.problem(`Rate too fast "${given.value}"`)
        rate = { average: parsed.average, period: parsed.period }
      },
      finish: () => ({ name: 'limit', ...rate, burst }),
    }
  },
  print: (data) => ` limit: avg ${formatRate(data)} burst ${data.burst}`,
  save: (data) => {
    const burst = data.burst === DEFAULT_BURST ? '' : ` --limit-burst ${data.burst}`
    return ` --limit ${formatRate(data)}${burst}`
  },
  translate: (data) =>
    `limit rate ${formatRateLong(data)}${data.burst === DEFAULT_BURST ? '' : ` burst ${data.burst} packets`}`,
})
