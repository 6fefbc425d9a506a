// Ref: extensions/libxt_pkttype.c
import type { XtPkttype } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'

const TYPES: Readonly<Record<string, XtPkttype['type']>> = {
  unicast: 'unicast',
  broadcast: 'broadcast',
  multicast: 'multicast',
  host: 'unicast',
  bcast: 'broadcast',
  mcast: 'multicast',
}

export const pkttypeMatch = defineMatch<XtPkttype>({
  name: 'pkttype',
  options: [{ name: 'pkt-type', argument: true, mandatory: true, invert: true }],
  help: `pkttype match options:
[!] --pkt-type packettype    match packet type
Valid packet types:
	unicast       		to us
	broadcast     		to all
	multicast     		to group
	otherhost     		to someone else

`,
  parse: (x) => {
    let data: XtPkttype = { name: 'pkttype', type: 'unicast', invert: false }
    return {
      option: ({ value, invert }) => {
        const type = TYPES[value.toLowerCase()]
        if (type === undefined) return x.problem(`Bad packet type '${value}'`)
        data = { name: 'pkttype', type, invert }
      },
      finish: () => data,
    }
  },
  print: ({ type, invert }) => ` PKTTYPE ${invert ? '!=' : '='} ${type}`,
  save: ({ type, invert }) => `${invert ? ' !' : ''} --pkt-type ${type}`,
  translate: ({ type, invert }) => `pkttype ${invert ? '!= ' : ''}${type}`,
})
