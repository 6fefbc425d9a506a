// Ref: extensions/libxt_conntrack.c
import {
  XT_CT_DNAT,
  XT_CT_SNAT,
  type InvertibleRange,
  type XtBits,
  type XtConntrack,
  type XtNetwork,
} from '../../../uapi/xt_match.ts'
import { anyName, formatAddress, maskSuffix } from '../address.ts'
import { bitNames, CONNTRACK_STATES, findBit, NO_STATUS, STATES, STATUSES, type Bit } from '../conntrack.ts'
import { defineMatch, type ExtensionParser, type ListContext } from '../extension.ts'
import type { ExtensionOption, Given } from '../option.ts'
import { parseProtocol } from '../protocol.ts'

const ADDRESSES = ['origsrc', 'origdst', 'replsrc', 'repldst'] as const
const PORTS = ['origsrcport', 'origdstport', 'replsrcport', 'repldstport'] as const

function parseBits(given: Given, bits: readonly Bit[], label: 'ctstate' | 'ctstatus'): XtBits {
  let value = 0
  for (const word of given.value.split(',')) {
    const bit = findBit(bits, word)
    if (bit === null) return given.problem(`Bad ${label} "${word}"`)
    value |= bit
  }
  return { bits: value, invert: given.invert }
}

type Mutable = { -readonly [Key in keyof XtConntrack]: XtConntrack[Key] }

class ConntrackParser implements ExtensionParser<XtConntrack> {
  readonly #data: Mutable = {
    name: 'conntrack',
    state: null,
    status: null,
    proto: null,
    origsrc: null,
    origdst: null,
    replsrc: null,
    repldst: null,
    origsrcport: null,
    origdstport: null,
    replsrcport: null,
    repldstport: null,
    expire: null,
    direction: null,
  }

  option(given: Given): void {
    const data = this.#data
    const { id, invert } = given
    if (id === 'ctstate') data.state = parseBits(given, CONNTRACK_STATES, 'ctstate')
    else if (id === 'ctstatus') data.status = parseBits(given, [NO_STATUS, ...STATUSES], 'ctstatus')
    else if (id === 'ctproto') data.proto = { protocol: parseProtocol(given.x, given.value), invert }
    else if (id === 'ctexpire') data.expire = { ...given.range(0xffffffff), invert }
    else if (id === 'ctdir') data.direction = direction(given)
    for (const name of ADDRESSES) if (id === `ct${name}`) data[name] = { ...given.network(), invert }
    for (const name of PORTS) if (id === `ct${name}`) data[name] = { ...given.ports(), invert }
  }

  finish(given: ReadonlySet<string>): XtConntrack {
    const data = this.#data
    return given.size > 0 ? data : { ...data, direction: null }
  }
}

function direction(given: Given): 'ORIGINAL' | 'REPLY' {
  const word = given.value.toUpperCase()
  if (word === 'ORIGINAL' || word === 'REPLY') return word
  return given.problem(`conntrack: Bad value for "--ctdir" option: "${given.value}"`)
}

/** Every condition in the order it is written, by a prefix: `ct` or `--ct`. */
function conditions(data: XtConntrack, dash: string, context: ListContext, names: boolean): string {
  const not = (invert: boolean): string => (invert ? ' !' : '')
  const bits = (label: string, value: XtBits | null, table: readonly Bit[]): string => {
    if (value === null) return ''
    const text = bitNames(table, value.bits)
    return `${not(value.invert)} ${dash}${label} ${text === '' ? 'NONE' : text}`
  }
  const range = (label: string, value: InvertibleRange | null): string => {
    if (value === null) return ''
    const { min, max } = value
    return `${not(value.invert)} ${dash}${label} ${min === max ? min : `${min}:${max}`}`
  }
  const address = (label: string, value: XtNetwork | null): string => {
    if (value === null) return ''
    const text = names ? anyName(context.x, value.address) : formatAddress(value.address)
    return `${not(value.invert)} ${dash}${label} ${text}${maskSuffix(value.mask)}`
  }
  const { proto } = data
  return [
    bits('ctstate', data.state, CONNTRACK_STATES),
    proto === null ? '' : `${not(proto.invert)} ${dash}ctproto ${proto.protocol}`,
    ...ADDRESSES.map((name) => address(`ct${name}`, data[name])),
    ...PORTS.map((name) => range(`ct${name}`, data[name])),
    bits('ctstatus', data.status, STATUSES),
    range('ctexpire', data.expire),
    data.direction === null ? '' : ` ${dash}ctdir ${data.direction}`,
  ].join('')
}

/** SNAT and DNAT are states here and statuses there: of a state with either nft shows that alone. */
function translateState(state: XtBits): string {
  const nat = state.bits & (XT_CT_SNAT | XT_CT_DNAT)
  const invert = state.invert ? '! ' : ''
  if (nat !== 0) return `ct status ${invert}${bitNames(CONNTRACK_STATES, nat).toLowerCase()}`
  return `ct state ${invert}${bitNames(STATES, state.bits).toLowerCase()}`
}

function translate(data: XtConntrack): string {
  const words: string[] = []
  const side = data.direction === 'REPLY' ? 'reply' : 'original'
  const add = (invert: boolean, key: string, value: string | number): void => {
    words.push(`ct ${key} ${invert ? '!= ' : ''}${value}`)
  }
  const range = (key: string, value: InvertibleRange | null): void => {
    if (value === null) return
    add(value.invert, key, value.min === value.max ? value.min : `${value.min}-${value.max}`)
  }
  const address = (key: string, value: XtNetwork | null): void => {
    if (value !== null) add(value.invert, key, formatAddress(value.address) + maskSuffix(value.mask))
  }
  if (data.direction !== null) add(false, 'direction', side)
  if (data.proto !== null) add(data.proto.invert, `${side} protocol`, data.proto.protocol)
  if (data.state !== null) words.push(translateState(data.state))
  if (data.status !== null) {
    const names = bitNames(STATUSES, data.status.bits).toLowerCase().replace('_', '-')
    words.push(`ct status ${data.status.invert ? '! ' : ''}${names}`.trimEnd())
  }
  range('expiration', data.expire)
  address('original saddr', data.origsrc)
  address('original daddr', data.origdst)
  address('reply saddr', data.replsrc)
  address('reply daddr', data.repldst)
  range('original proto-src', data.origsrcport)
  range('original proto-dst', data.origdstport)
  range('reply proto-src', data.replsrcport)
  range('reply proto-dst', data.repldstport)
  return words.join(' ')
}

const OPTIONS: readonly ExtensionOption[] = [
  ...['ctstate', 'ctproto', ...ADDRESSES.map((name) => `ct${name}`), 'ctstatus', 'ctexpire'],
  ...PORTS.map((name) => `ct${name}`),
].map((name) => ({ name, argument: true, invert: true }))

export const conntrackMatch = defineMatch<XtConntrack>({
  name: 'conntrack',
  options: [...OPTIONS, { name: 'ctdir', argument: true }],
  help: `conntrack match options:
[!] --ctstate {INVALID|ESTABLISHED|NEW|RELATED|UNTRACKED|SNAT|DNAT}[,...]
                               State(s) to match
[!] --ctproto proto            Protocol to match; by number or name, e.g. "tcp"
[!] --ctorigsrc address[/mask]
[!] --ctorigdst address[/mask]
[!] --ctreplsrc address[/mask]
[!] --ctrepldst address[/mask]
                               Original/Reply source/destination address
[!] --ctorigsrcport port
[!] --ctorigdstport port
[!] --ctreplsrcport port
[!] --ctrepldstport port
                               TCP/UDP/SCTP orig./reply source/destination port
[!] --ctstatus {NONE|EXPECTED|SEEN_REPLY|ASSURED|CONFIRMED}[,...]
                               Status(es) to match
[!] --ctexpire time[:time]     Match remaining lifetime in seconds against
                               value or range of values (inclusive)
    --ctdir {ORIGINAL|REPLY}   Flow direction of packet
`,
  parse: (x) => {
    const parser = new ConntrackParser()
    return {
      option: (given) => parser.option(given),
      finish: (given) => {
        if (given.size === 0) x.problem('conntrack: At least one option is required')
        return parser.finish(given)
      },
    }
  },
  print: (data, context) => conditions(data, '', context, !context.numeric),
  save: (data, context) => conditions(data, '--', context, false),
  translate,
})
