// Ref: extensions/libxt_CT.c
import type { XtCt, XtPlainTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'
import { parseUnsigned } from '../numbers.ts'

export const ctTarget = defineTarget<XtCt>({
  name: 'CT',
  options: [
    { name: 'notrack', argument: false },
    { name: 'helper', argument: true, absent: true },
    { name: 'timeout', argument: true, absent: true },
    { name: 'ctevents', argument: true, absent: true },
    { name: 'expevents', argument: true, absent: true },
    { name: 'zone', argument: true },
    { name: 'zone-orig', argument: true, absent: true },
    { name: 'zone-reply', argument: true, absent: true },
  ],
  help: `CT target options:
 --notrack			Don't track connection
 --helper name			Use conntrack helper 'name' for connection
 --timeout name 		Use timeout policy 'name' for connection
 --ctevents event[,event...]	Generate specified conntrack events for connection
 --expevents event[,event...]	Generate specified expectation events for connection
 --zone {ID|mark}		Assign/Lookup connection in zone ID/packet nfmark
 --zone-orig {ID|mark}		Same as 'zone' option, but only applies to ORIGINAL direction
 --zone-reply {ID|mark} 	Same as 'zone' option, but only applies to REPLY direction
`,
  parse: (x) => {
    let zone = 0
    return {
      option: (given) => {
        if (given.id !== 'zone') return
        if (given.value === 'mark') x.unsupported('--zone mark of CT')
        zone = parseUnsigned(given.value, 0xffff) ?? x.problem(`Cannot parse ${given.value} as a zone ID`)
      },
      finish: (given) => ({ name: 'CT', notrack: given.has('notrack'), zone }),
    }
  },
  print: ({ notrack, zone }) => ` CT${notrack ? ' notrack' : ''}${zone === 0 ? '' : ` zone ${zone}`}`,
  save: ({ notrack, zone }) => `${notrack ? ' --notrack' : ''}${zone === 0 ? '' : ` --zone ${zone}`}`,
  translate: ({ notrack }) => (notrack ? 'notrack' : null),
})

/** In the kernel it is CT: so `-L` names it. */
export const notrackTarget = defineTarget<XtPlainTarget>({
  name: 'NOTRACK',
  options: [],
  help: null,
  parse: () => ({ option: () => undefined, finish: () => ({ name: 'NOTRACK' }) }),
  print: () => ' NOTRACK',
  save: () => '',
  translate: () => 'notrack',
})
