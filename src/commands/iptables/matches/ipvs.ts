// Ref: extensions/libxt_ipvs.c
import type { XtIpvs } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'

export const ipvsMatch = defineMatch<XtIpvs>({
  name: 'ipvs',
  options: [
    { name: 'ipvs', argument: false, invert: true },
    { name: 'vproto', argument: true, invert: true, absent: true },
    { name: 'vaddr', argument: true, invert: true, absent: true },
    { name: 'vport', argument: true, invert: true, absent: true },
    { name: 'vdir', argument: true, absent: true },
    { name: 'vmethod', argument: true, invert: true, absent: true },
    { name: 'vportctl', argument: true, invert: true, absent: true },
  ],
  help: `IPVS match options:
[!] --ipvs                      packet belongs to an IPVS connection

Any of the following options implies --ipvs (even negated)
[!] --vproto protocol           VIP protocol to match; by number or name,
                                e.g. "tcp"
[!] --vaddr address[/mask]      VIP address to match
[!] --vport port                VIP port to match; by number or name,
                                e.g. "http"
    --vdir {ORIGINAL|REPLY}     flow direction of packet
[!] --vmethod {GATE|IPIP|MASQ}  IPVS forwarding method used
[!] --vportctl port             VIP port of the controlling connection to
                                match, e.g. 21 for FTP
`,
  parse: (x) => {
    let invert = false
    return {
      option: (given) => {
        ;({ invert } = given)
      },
      finish: (given) => {
        if (given.size === 0) x.problem('IPVS: At least one option is required')
        return { name: 'ipvs', invert }
      },
    }
  },
  print: ({ invert }) => `${invert ? ' !' : ''} ipvs`,
  save: ({ invert }) => `${invert ? ' !' : ''} --ipvs`,
})
