// Ref: extensions/libxt_tcpmss.c
import type { XtTcpmss } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { dashed, ranged } from '../ranges.ts'

export const tcpmssMatch = defineMatch<XtTcpmss>({
  name: 'tcpmss',
  options: [{ name: 'mss', argument: true, mandatory: true, invert: true }],
  help: `tcpmss match options:
[!] --mss value[:value]	Match TCP MSS range.
				(only valid for TCP SYN or SYN/ACK packets)
`,
  parse: (x) => {
    let data: XtTcpmss = { name: 'tcpmss', min: 0, max: 0, invert: false }
    return {
      option: (given) => {
        const range = given.range(0xffff)
        if (range.min > range.max) x.problem('tcpmss: invalid range given')
        data = { name: 'tcpmss', ...range, invert: given.invert }
      },
      finish: () => data,
    }
  },
  print: (data) => ` tcpmss match ${data.invert ? '!' : ''}${ranged(data)}`,
  save: (data) => `${data.invert ? ' !' : ''} --mss ${ranged(data)}`,
  translate: (data) => `tcp option maxseg size ${data.invert ? '!= ' : ''}${dashed(data)}`,
})
