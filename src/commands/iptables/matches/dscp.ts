// Ref: extensions/libxt_dscp.c
import type { XtDscp } from '../../../uapi/xt_match.ts'
import { parseDscpClass } from '../dscpvalue.ts'
import { defineMatch } from '../extension.ts'
import { twoDigits } from '../tosvalue.ts'

export const dscpMatch = defineMatch<XtDscp>({
  name: 'dscp',
  options: [
    { name: 'dscp', argument: true, invert: true, excludes: ['dscp-class'] },
    { name: 'dscp-class', argument: true, invert: true, excludes: ['dscp'] },
  ],
  help: `dscp match options
[!] --dscp value		Match DSCP codepoint with numerical value
  		                This value can be in decimal (ex: 32)
               		or in hex (ex: 0x20)
[!] --dscp-class name		Match the DiffServ class. This value may
				be any of the BE,EF, AFxx or CSx classes

				These two options are mutually exclusive !
`,
  parse: (x) => {
    let data: XtDscp = { name: 'dscp', dscp: 0, invert: false }
    return {
      option: (given) => {
        const dscp = given.id === 'dscp' ? given.uint(63) : parseDscpClass(given)
        data = { name: 'dscp', dscp, invert: given.invert }
      },
      finish: (given) => {
        if (given.size === 0) x.problem('DSCP match: Parameter --dscp is required')
        return data
      },
    }
  },
  print: ({ dscp, invert }) => ` DSCP match ${invert ? '!' : ''}${twoDigits(dscp)}`,
  save: ({ dscp, invert }) => `${invert ? ' !' : ''} --dscp ${twoDigits(dscp)}`,
  translate: ({ dscp, invert }, { x }) =>
    `${x.ipv6 ? 'ip6' : 'ip'} dscp ${invert ? '!= ' : ''}${twoDigits(dscp)}`,
})
