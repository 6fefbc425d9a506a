// An entry as it is written: `10.0.0.0/24`, `10.0.0.1-10.0.0.9`, `10.0.0.1,udp:53`. Ref: ipset's lib/parse.c
import type { Process } from '../../os/program.ts'
import { isErrno } from '../../uapi/errno.ts'
import type { IpsetEntry, IpsetMember, IpsetSet } from '../../uapi/ipset.ts'
import { formatInet, type Inet } from '../../wire/inet.ts'
import { formatInet6, parseInet6, type Inet6 } from '../../wire/inet6.ts'
import { inetAton } from '../lib/inetAton.ts'
import { ICMP_NAMES, ICMPV6_NAMES, icmpByName, icmpName } from './icmpnames.ts'

/** Why a word cannot be understood: what is said after `Syntax error: `. */
export class Problem {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const PROTOCOLS: Readonly<Record<string, number>> = {
  icmp: 1,
  igmp: 2,
  ipencap: 4,
  tcp: 6,
  udp: 17,
  dccp: 33,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  'ipv6-icmp': 58,
  ospf: 89,
  sctp: 132,
  udplite: 136,
}

const WITH_PORTS: ReadonlySet<number> = new Set([6, 17, 132, 136])

/** `value` has to be a number within limits. */
export function parseNumber(word: string, least: number, most: number): number | Problem {
  if (!/^-?(0x[0-9a-f]+|[0-9]+)$/i.test(word)) return new Problem(`'${word}' is invalid as number`)
  const value = word.startsWith('-') ? -Number(word.slice(1)) : Number(word)
  if (value < least || value > most) return new Problem(`'${word}' is out of range ${least}-${most}`)
  return value
}

type Extras = Pick<IpsetEntry, 'nomatch' | 'timeout' | 'counters' | 'comment'>

export function parseEntry(p: Process, set: IpsetSet, word: string, extras: Extras): IpsetEntry | Problem {
  const separator = word.indexOf(',')
  if (set.type !== 'hash:ip,port') {
    if (separator >= 0) {
      return new Problem(`Elem separator in ${word}, but settype ${set.type} supports none.`)
    }
    const addresses = parseAddresses(set, word)
    return addresses instanceof Problem ? addresses : { ...addresses, port: null, ...extras }
  }
  if (separator < 0) return new Problem(`Second element is missing from ${word}.`)
  const addresses = parseAddresses(set, word.slice(0, separator))
  if (addresses instanceof Problem) return addresses
  const port = parsePort(p, set, word.slice(separator + 1))
  return port instanceof Problem ? port : { ...addresses, port, ...extras }
}

function parseAddresses(set: IpsetSet, text: string): Pick<IpsetEntry, 'address' | 'to' | 'cidr'> | Problem {
  const v4 = set.options.family === 'inet'
  const most = v4 ? 32 : 128
  const network = set.type === 'hash:net'
  const word = text.replace(/^\[(.*)\]/, '$1')
  const slash = word.indexOf('/')
  const dash = word.indexOf('-')
  if (slash >= 0) {
    const cidr = parseNumber(word.slice(slash + 1), 0, most)
    if (cidr instanceof Problem) return cidr
    const address = parseAddress(word.slice(0, slash), v4)
    if (address instanceof Problem) return address
    if (network || typeof address !== 'number') return { address, to: address, cidr }
    if (cidr === 0) return { address, to: address, cidr }
    const size = 2 ** (32 - cidr)
    const first = address - (address % size)
    return { address: first, to: first + size - 1, cidr: null }
  }
  if (v4 && dash >= 0) {
    const a = parseAddress(word.slice(0, dash), v4)
    const b = parseAddress(word.slice(dash + 1), v4)
    if (a instanceof Problem) return a
    if (b instanceof Problem) return b
    return a <= b ? { address: a, to: b, cidr: null } : { address: b, to: a, cidr: null }
  }
  const address = parseAddress(word, v4)
  if (address instanceof Problem) return address
  return { address, to: address, cidr: network ? most : null }
}

function parseAddress(word: string, v4: boolean): Inet | Inet6 | Problem {
  const address = v4 ? inetAton(word) : parseInet6(word)
  if (address !== null) return address
  return new Problem(`cannot parse ${word}: resolving to IPv${v4 ? 4 : 6} address failed`)
}

function parsePort(p: Process, set: IpsetSet, text: string): NonNullable<IpsetEntry['port']> | Problem {
  const colon = text.indexOf(':')
  const name = colon < 0 ? 'tcp' : text.slice(0, colon)
  const word = text.slice(colon + 1)
  const protocol = PROTOCOLS[name] ?? (/^[0-9]+$/.test(name) && Number(name) < 256 ? Number(name) : null)
  if (protocol === null) return new Problem(`cannot parse '${name}' as a protocol`)
  if (protocol === 1 || protocol === 58) {
    const value = parseIcmp(set, word)
    if (value instanceof Problem) return value
    return { protocol, from: value, to: value }
  }
  if (!WITH_PORTS.has(protocol)) {
    if (word !== '0') {
      return new Problem(`Protocol ${protocolName(protocol)} can be used with pseudo port value 0 only.`)
    }
    return { protocol, from: 0, to: 0 }
  }
  const [first = '', last = first] = word.split('-')
  const from = parsePortNumber(p, first, name)
  if (from instanceof Problem) return from
  const to = parsePortNumber(p, last, name)
  if (to instanceof Problem) return to
  return { protocol, from: Math.min(from, to), to: Math.max(from, to) }
}

function parsePortNumber(p: Process, word: string, protocol: string): number | Problem {
  const named = serviceNumber(p, word, protocol)
  if (named !== null) return named
  const value = parseNumber(word, 0, 65535)
  if (!(value instanceof Problem)) return value
  const tried = `'${protocol}' is invalid as number`
  return new Problem(`${value.text}\nSyntax error: ${tried}\ncannot parse '${word}' as a ${protocol} port`)
}

/** Of /etc/services. */
function serviceNumber(p: Process, word: string, protocol: string): number | null {
  const text = p.fs.readText('/etc/services')
  if (isErrno(text)) return null
  for (const line of text.split('\n')) {
    const [name, where = '', ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/)
    if (name !== word && !aliases.includes(word)) continue
    const [number, of] = where.split('/')
    if (of === protocol) return Number(number)
  }
  return null
}

function parseIcmp(set: IpsetSet, word: string): number | Problem {
  const names = set.options.family === 'inet' ? ICMP_NAMES : ICMPV6_NAMES
  const named = icmpByName(names, word)
  if (named !== null) return named
  const [type = '', code] = word.split('/')
  if (code === undefined) return new Problem(`Cannot parse ${word} as an ICMP type/code.`)
  const high = parseNumber(type, 0, 255)
  if (high instanceof Problem) return high
  const low = parseNumber(code, 0, 255)
  return low instanceof Problem ? low : (high << 8) | low
}

function protocolName(protocol: number): string {
  const [name] = Object.entries(PROTOCOLS).find(([, number]) => number === protocol) ?? []
  return name ?? String(protocol)
}

/** As ipset prints it, with what belongs to it. */
export function formatMember(set: IpsetSet, member: IpsetMember): string {
  const { options } = set
  const words = [formatElement(set, member)]
  if (member.timeout !== null) words.push(`timeout ${member.timeout}`)
  if (member.nomatch) words.push('nomatch')
  if (options.counters) words.push(`packets ${member.packets} bytes ${member.bytes}`)
  if (member.comment !== null) words.push(`comment "${member.comment}"`)
  return words.join(' ')
}

/** The first of what an entry means. */
export function formatEntry(set: IpsetSet, { address, cidr, port }: IpsetEntry): string {
  const first = port ? { protocol: port.protocol, port: port.from } : null
  return formatElement(set, { address, cidr: cidr ?? (typeof address === 'number' ? 32 : 128), port: first })
}

function formatElement(
  set: IpsetSet,
  { address, cidr, port }: Pick<IpsetMember, 'address' | 'cidr' | 'port'>,
): string {
  const whole = typeof address === 'number' ? 32 : 128
  const text = typeof address === 'number' ? formatInet(address) : formatInet6(address)
  const network = cidr === whole ? text : `${text}/${cidr}`
  return port ? `${network},${formatPort(set, port.protocol, port.port)}` : network
}

function formatPort(set: IpsetSet, protocol: number, port: number): string {
  const name = protocolName(protocol)
  if (protocol === 1 || protocol === 58) {
    const names = set.options.family === 'inet' ? ICMP_NAMES : ICMPV6_NAMES
    return `${name}:${icmpName(names, port)}`
  }
  return `${name}:${port}`
}
