// Ref: extensions/libxt_DSCP.c
import type { XtDscpTarget } from '../../../uapi/xt_target.ts'
import { parseDscpClass } from '../dscpvalue.ts'
import { defineTarget } from '../extension.ts'
import { twoDigits } from '../tosvalue.ts'

export const dscpTarget = defineTarget<XtDscpTarget>({
  name: 'DSCP',
  options: [
    { name: 'set-dscp', argument: true, excludes: ['set-dscp-class'] },
    { name: 'set-dscp-class', argument: true, excludes: ['set-dscp'] },
  ],
  help: `DSCP target options
  --set-dscp value		Set DSCP field in packet header to value
  		                This value can be in decimal (ex: 32)
               		or in hex (ex: 0x20)
  --set-dscp-class class	Set the DSCP field in packet header to the
				value represented by the DiffServ class value.
				This class may be EF,BE or any of the CSxx
				or AFxx classes.

				These two options are mutually exclusive !
`,
  parse: (x) => {
    let dscp = 0
    return {
      option: (given) => {
        dscp = given.id === 'set-dscp' ? given.uint(63) : parseDscpClass(given)
      },
      finish: (given) => {
        if (given.size === 0) x.problem('DSCP target: Parameter --set-dscp is required')
        return { name: 'DSCP', dscp }
      },
    }
  },
  print: ({ dscp }) => ` DSCP set ${twoDigits(dscp)}`,
  save: ({ dscp }) => ` --set-dscp ${twoDigits(dscp)}`,
  translate: ({ dscp }, { x }) => `${x.ipv6 ? 'ip6' : 'ip'} dscp set ${twoDigits(dscp)}`,
})
