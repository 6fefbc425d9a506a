// Ref: extensions/libxt_udp.c
import type { XtUdp } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import { printPorts, savePorts, translatePorts } from '../ports.ts'

const IPPROTO_UDP = 17

export const udpMatch = defineMatch<XtUdp>({
  name: 'udp',
  options: [
    { name: 'source-port', argument: true, invert: true },
    { name: 'sport', of: 'source-port', argument: true, invert: true },
    { name: 'destination-port', argument: true, invert: true },
    { name: 'dport', of: 'destination-port', argument: true, invert: true },
  ],
  help: `udp match options:
[!] --source-port port[:port]
 --sport ...
				match source port(s)
[!] --destination-port port[:port]
 --dport ...
				match destination port(s)
`,
  parse: () => {
    let sport: XtUdp['sport'] = null
    let dport: XtUdp['dport'] = null
    return {
      option: (given) => {
        const ports = { ...given.ports(), invert: given.invert }
        if (given.id === 'source-port') sport = ports
        else dport = ports
      },
      finish: () => ({ name: 'udp', sport, dport }),
    }
  },
  print: ({ sport, dport }, { x, numeric }) =>
    ` udp${printPorts(x, 'spt', sport, 'udp', numeric)}${printPorts(x, 'dpt', dport, 'udp', numeric)}`,
  save: ({ sport, dport }) => savePorts('sport', sport) + savePorts('dport', dport),
  translate: ({ sport, dport }, { rule }) => {
    const header = rule.protocol?.number === IPPROTO_UDP && !rule.protocol.invert ? 'udp' : 'th'
    const words = [translatePorts(`${header} sport`, sport), translatePorts(`${header} dport`, dport)]
    return words.filter((word) => word !== null).join(' ')
  },
})
