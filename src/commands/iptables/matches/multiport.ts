// Ref: extensions/libxt_multiport.c
import type { Range, XtMultiport } from '../../../uapi/xt_match.ts'
import { defineMatch, type RuleSoFar } from '../extension.ts'
import type { ExtensionOption, Given } from '../option.ts'
import { parsePort, portName } from '../ports.ts'
import { protocolName } from '../protocol.ts'
import type { Xtables } from '../xtables.ts'

/** XT_MULTI_PORTS: a range takes two. */
const MULTI_PORTS = 15

/** TCP, UDP, UDPLITE, SCTP, DCCP. */
const WITH_PORTS = new Set([6, 17, 136, 132, 33])

function checkProtocol(x: Xtables, rule: RuleSoFar): void {
  if (rule.protocol === 0) {
    x.problem("multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'")
  }
  if (rule.invertProtocol || !WITH_PORTS.has(rule.protocol)) {
    x.problem('multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP')
  }
}

function parsePorts({ x, value }: Given): readonly Range[] {
  let count = 0
  const ports = value.split(',').map((part) => {
    const ends = part.split(':')
    count += ends.length === 1 ? 1 : 2
    if (count > MULTI_PORTS) return x.problem('too many ports specified')
    const min = parsePort(x, ends[0] ?? '', null)
    const max = ends.length === 1 ? min : parsePort(x, ends.slice(1).join(':'), null)
    if (min >= max && ends.length > 1) return x.problem('invalid portrange specified')
    return { min, max }
  })
  return ports
}

const SHOWN = { source: 'sports', destination: 'dports', either: 'ports' } as const

const EXCLUSIVE = ['source-ports', 'destination-ports', 'ports']

function spellings(name: string, others: readonly string[]): readonly ExtensionOption[] {
  const excludes = EXCLUSIVE.filter((other) => other !== name)
  return [
    { name, argument: true, invert: true, excludes },
    ...others.map((other) => ({ name: other, of: name, argument: true, invert: true })),
  ]
}

export const multiportMatch = defineMatch<XtMultiport>({
  name: 'multiport',
  options: [
    ...spellings('source-ports', ['sports']),
    ...spellings('destination-ports', ['dports']),
    ...spellings('ports', []),
  ],
  help: `multiport match options:
[!] --source-ports port[,port:port,port...]
 --sports ...
				match source port(s)
[!] --destination-ports port[,port:port,port...]
 --dports ...
				match destination port(s)
[!] --ports port[,port:port,port]
				match both source and destination port(s)
`,
  parse: (x) => {
    let data: XtMultiport = { name: 'multiport', which: 'source', ports: [], invert: false }
    return {
      option: (given, _before, rule) => {
        checkProtocol(x, rule)
        const which = given.id === 'ports' ? 'either' : given.id === 'source-ports' ? 'source' : 'destination'
        data = { name: 'multiport', which, ports: parsePorts(given), invert: given.invert }
      },
      finish: (given) => {
        if (given.size === 0) x.problem('multiport expection an option')
        return data
      },
    }
  },
  print: ({ which, ports, invert }, { x, numeric, rule }) => {
    const protocol = protocolName(x, rule.protocol?.number ?? 0)
    const name = (port: number): string => portName(x, port, protocol, numeric)
    const list = ports.map(({ min, max }) => (min === max ? name(min) : `${name(min)}:${name(max)}`))
    return ` multiport ${SHOWN[which]} ${invert ? ' !' : ''}${list.join(',')}`
  },
  save: ({ which, ports, invert }) => {
    const list = ports.map(({ min, max }) => (min === max ? String(min) : `${min}:${max}`))
    return `${invert ? ' !' : ''} --${SHOWN[which]} ${list.join(',')}`
  },
  translate: ({ which, ports, invert }, { x, rule }) => {
    const list = ports.map(({ min, max }) => (min === max ? String(min) : `${min}-${max}`))
    const header = protocolName(x, rule.protocol?.number ?? 0) ?? 'th'
    const not = invert ? '!= ' : ''
    if (which === 'either') {
      const pairs = list.map((port) => `0-65535 . ${port}, ${port} . 0-65535`)
      return `${header} sport . ${header} dport ${not}{ ${pairs.join(', ')} }`
    }
    const value = list.length > 1 ? `{ ${list.join(', ')} }` : list.join('')
    return `${header} ${which === 'source' ? 'sport' : 'dport'} ${not}${value}`
  },
})
