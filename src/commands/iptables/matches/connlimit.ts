// Ref: extensions/libxt_connlimit.c
import type { XtConnlimit } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'

export const connlimitMatch = defineMatch<XtConnlimit>({
  name: 'connlimit',
  options: [
    { name: 'connlimit-upto', argument: true, invert: true, excludes: ['connlimit-above'] },
    { name: 'connlimit-above', argument: true, invert: true, excludes: ['connlimit-upto'] },
    { name: 'connlimit-mask', argument: true },
    { name: 'connlimit-saddr', argument: false, excludes: ['connlimit-daddr'] },
    { name: 'connlimit-daddr', argument: false, excludes: ['connlimit-saddr'] },
  ],
  help: `connlimit match options:
  --connlimit-upto n     match if the number of existing connections is 0..n
  --connlimit-above n    match if the number of existing connections is >n
  --connlimit-mask n     group hosts using prefix length (default: max len)
  --connlimit-saddr      select source address for grouping
  --connlimit-daddr      select destination addresses for grouping
`,
  parse: (x) => {
    const whole = x.ipv6 ? 128 : 32
    let limit = 0
    let above = true
    let mask = whole
    return {
      option: (given) => {
        if (given.id === 'connlimit-upto' || given.id === 'connlimit-above') {
          limit = given.uint()
          above = (given.id === 'connlimit-above') !== given.invert
        } else if (given.id === 'connlimit-mask') {
          const length = given.uint()
          mask = length > whole ? whole : length
        }
      },
      finish: (given) => {
        if (!given.has('connlimit-upto') && !given.has('connlimit-above')) {
          x.problem('You must specify "--connlimit-above" or "--connlimit-upto".')
        }
        const by = given.has('connlimit-daddr') ? 'daddr' : 'saddr'
        return { name: 'connlimit', limit, above, mask, by }
      },
    }
  },
  print: ({ limit, above, mask, by }) =>
    ` #conn ${by === 'daddr' ? 'dst' : 'src'}/${mask} ${above ? '>' : '<='} ${limit}`,
  save: ({ limit, above, mask, by }) =>
    ` --connlimit-${above ? 'above' : 'upto'} ${limit} --connlimit-mask ${mask} --connlimit-${by}`,
})
