// Ref: extensions/libxt_TCPMSS.c
import type { XtTcpmssTarget } from '../../../uapi/xt_target.ts'
import { defineTarget } from '../extension.ts'

/** An IPv4 datagram of 65535 octets less the smallest header. */
const MAX_MSS = 65515

const HELP = `TCPMSS target mutually-exclusive options:
  --set-mss value               explicitly set MSS option to specified value
  --clamp-mss-to-pmtu           automatically clamp MSS value to (path_MTU - 20)
`
const HELP6 = `TCPMSS target mutually-exclusive options:
  --set-mss value               explicitly set MSS option to specified value
  --clamp-mss-to-pmtu           automatically clamp MSS value to (path_MTU - 40)
`

export const tcpmssTarget = defineTarget<XtTcpmssTarget>({
  name: 'TCPMSS',
  options: [
    { name: 'set-mss', argument: true },
    { name: 'clamp-mss-to-pmtu', argument: false },
  ],
  help: (ipv6) => (ipv6 ? HELP6 : HELP),
  parse: (x) => {
    let mss: number | null = null
    return {
      option: (given) => {
        mss = given.id === 'set-mss' ? given.uint(x.ipv6 ? MAX_MSS - 20 : MAX_MSS) : null
      },
      finish: (given) => {
        if (given.size === 0) x.problem('TCPMSS target: At least one parameter is required')
        return { name: 'TCPMSS', mss }
      },
    }
  },
  print: ({ mss }) => ` TCPMSS ${mss === null ? 'clamp to PMTU' : `set ${mss}`}`,
  save: ({ mss }) => (mss === null ? ' --clamp-mss-to-pmtu' : ` --set-mss ${mss}`),
  translate: ({ mss }) => `tcp option maxseg size set ${mss ?? 'rt mtu'}`,
})
