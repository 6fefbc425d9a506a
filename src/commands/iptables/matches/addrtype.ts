// Ref: extensions/libxt_addrtype.c
import { RTN_NAMES } from '../../../uapi/rtnnames.ts'
import type { XtAddrtype } from '../../../uapi/xt_match.ts'
import { defineMatch } from '../extension.ts'
import type { Given } from '../option.ts'

/** Those that nft has. */
const NFT_TYPES = new Set(RTN_NAMES.slice(0, RTN_NAMES.indexOf('THROW')))

/** Any beginning of a name, in any case. */
function parseTypes(given: Given): readonly string[] {
  const found = new Set<string>()
  for (const word of given.value.split(',')) {
    const typed = word.toUpperCase()
    const type = typed === '' ? undefined : RTN_NAMES.find((name) => name.startsWith(typed))
    if (type === undefined) return given.problem(`addrtype: bad type "${word}"`)
    found.add(type)
  }
  return RTN_NAMES.filter((type) => found.has(type))
}

export const addrtypeMatch = defineMatch<XtAddrtype>({
  name: 'addrtype',
  options: [
    { name: 'src-type', argument: true, invert: true },
    { name: 'dst-type', argument: true, invert: true },
    { name: 'limit-iface-in', argument: false, excludes: ['limit-iface-out'] },
    { name: 'limit-iface-out', argument: false, excludes: ['limit-iface-in'] },
  ],
  help: `Address type match options:
 [!] --src-type type[,...]      Match source address type
 [!] --dst-type type[,...]      Match destination address type
     --limit-iface-in           Match only on the packet's incoming device
     --limit-iface-out          Match only on the packet's outgoing device

Valid types:           
                                UNSPEC
                                UNICAST
                                LOCAL
                                BROADCAST
                                ANYCAST
                                MULTICAST
                                BLACKHOLE
                                UNREACHABLE
                                PROHIBIT
                                THROW
                                NAT
                                XRESOLVE
`,
  parse: (x) => {
    let source: XtAddrtype['source'] = null
    let destination: XtAddrtype['destination'] = null
    return {
      option: (given) => {
        if (given.id === 'src-type') source = { types: parseTypes(given), invert: given.invert }
        if (given.id === 'dst-type') destination = { types: parseTypes(given), invert: given.invert }
      },
      finish: (given) => {
        if (source === null && destination === null) {
          x.problem('addrtype: you must specify --src-type or --dst-type')
        }
        const limitIfaceIn = given.has('limit-iface-in')
        return {
          name: 'addrtype',
          source,
          destination,
          limitIfaceIn,
          limitIfaceOut: given.has('limit-iface-out'),
        }
      },
    }
  },
  print: ({ source, destination, limitIfaceIn, limitIfaceOut }) => {
    const types = (label: string, list: XtAddrtype['source']): string =>
      list === null ? '' : ` ${label} ${list.invert ? '!' : ''}${list.types.join(',')}`
    const limit = `${limitIfaceIn ? ' limit-in' : ''}${limitIfaceOut ? ' limit-out' : ''}`
    return ` ADDRTYPE match${types('src-type', source)}${types('dst-type', destination)}${limit}`
  },
  save: ({ source, destination, limitIfaceIn, limitIfaceOut }) => {
    const types = (label: string, list: XtAddrtype['source']): string =>
      list === null ? '' : `${list.invert ? ' !' : ''} --${label} ${list.types.join(',')}`
    const limit = `${limitIfaceIn ? ' --limit-iface-in' : ''}${limitIfaceOut ? ' --limit-iface-out' : ''}`
    return `${types('src-type', source)}${types('dst-type', destination)}${limit}`
  },
  translate: ({ source, destination, limitIfaceIn, limitIfaceOut }) => {
    // Of the two nft shows one.
    const list = source ?? destination
    if (list === null) return ''
    const names = list.types.filter((type) => NFT_TYPES.has(type)).map((type) => type.toLowerCase())
    const value = list.types.length > 1 ? `{ ${names.join(', ')} }` : names.join('')
    const limit = `${limitIfaceIn ? ' . iif' : ''}${limitIfaceOut ? ' . oif' : ''}`
    const key = list === source ? 'saddr' : 'daddr'
    return `fib ${key}${limit} type ${list.invert ? '!= ' : ''}${value}`
  },
})
