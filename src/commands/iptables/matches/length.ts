// Ref: extensions/libxt_length.c
import type { XtLength } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { dashed, ranged } from '../ranges.ts'

export const lengthMatch = defineMatch<XtLength>({
  name: 'length',
  options: [{ name: 'length', argument: true, mandatory: true, invert: true }],
  help: `length match options:
[!] --length length[:length]    Match packet length against value or range
                                of values (inclusive)
`,
  parse: () => {
    let data: XtLength = { name: 'length', min: 0, max: 0, invert: false }
    return {
      option: (given) => {
        data = { name: 'length', ...given.range(0xffff), invert: given.invert }
      },
      finish: () => data,
    }
  },
  print: (data) => ` length ${data.invert ? '!' : ''}${ranged(data)}`,
  save: (data) => `${data.invert ? ' !' : ''} --length ${ranged(data)}`,
  translate: (data) => `meta length ${data.invert ? '!= ' : ''}${dashed(data)}`,
})
