// What a name, an address or a number means after its qualifiers. Ref: libpcap gencode.c:gen_scode(), gen_ncode(), gen_mcode()
import { parseInet, type Inet } from '../../wire/inet.ts'
import { parseInet6 } from '../../wire/inet6.ts'
import { parseMac } from '../../wire/mac.ts'
import { type Failed, type FilterReader, SYNTAX } from './filterreader.ts'
import {
  etherHost,
  ETHERTYPES,
  etherType,
  inet6Host,
  inetHost,
  IP_PROTOCOLS,
  ipProtocol,
  ports,
  type Direction,
  type Predicate,
} from './filterterms.ts'

export interface Qualifiers {
  readonly protocol: string | null
  readonly direction: Direction | null
  readonly kind: 'host' | 'net' | 'port' | 'portrange' | 'gateway' | 'proto' | 'protochain' | null
}

const PORT_PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, sctp: 132 }

export function idTerm(reader: FilterReader, q: Qualifiers): Predicate | Failed {
  const token = reader.next()
  if (!token || token.kind === 'sign' || token.kind === 'word') return SYNTAX
  switch (q.kind) {
    case 'port':
    case 'portrange':
      if (token.kind !== 'number' && token.kind !== 'id') return SYNTAX
      return portTerm(reader, q, token.text)
    case 'proto':
    case 'protochain':
      if (token.kind !== 'number' && token.kind !== 'id') return SYNTAX
      return protoTerm(reader, q, token.text)
    case 'gateway':
      return SYNTAX
    default:
  }
  switch (token.kind) {
    case 'mac':
      if (q.protocol !== 'ether') return { error: 'ethernet address used in non-ether expression' }
      return etherHost(parseMac(token.text.replace(/[.-]/g, ':')) ?? 0, q.direction ?? 'src or dst')
    case 'ipv6':
      return inet6Term(reader, q, token.text)
    case 'ipv4':
    case 'number':
      return inetTerm(reader, q, token.text)
    case 'id':
      return nameTerm(reader, q, token.text)
  }
}

function prefixAfter(reader: FilterReader): number | null | Failed {
  if (!reader.take('sign', '/')) return null
  const length = reader.next()
  return length?.kind === 'number' ? length.value : SYNTAX
}

/** Dotted, or shorter: `net 10` is 10.0.0.0/8. Ref: __pcap_atoin() */
function inetTerm(reader: FilterReader, q: Qualifiers, text: string): Predicate | Failed {
  const parts = text.split('.')
  if (parts.some((part) => !/^\d+$/.test(part) || Number(part) > 255)) {
    if (parts.length > 1) return { error: `invalid IPv4 address '${text}'` }
  }
  if (q.protocol === 'ether') return { error: 'illegal link layer address' }
  const whole = parts.length === 1 && Number(text) > 255 ? Number(text) : null
  let mask = parts.length === 4 || whole !== null ? 0xffffffff : prefixMask(parts.length * 8)
  let address: Inet = whole ?? parseInet([...parts, '0', '0', '0'].slice(0, 4).join('.')) ?? 0
  if (q.kind !== 'net' && parts.length < 4 && whole === null) {
    // As a host the number stands at the low end.
    address = (address >>> (8 * (4 - parts.length))) >>> 0
    mask = 0xffffffff
  }
  const prefix = prefixAfter(reader)
  if (prefix !== null && typeof prefix === 'object') return prefix
  if (prefix !== null) {
    if (prefix > 32) return { error: 'mask length must be <= 32' }
    mask = prefixMask(prefix)
    if ((address & ~mask) !== 0) return { error: `non-network bits set in "${text}/${prefix}"` }
  } else if (q.kind === 'net' && reader.take('word', 'mask')) {
    const given = reader.next()
    const value = given?.kind === 'ipv4' ? parseInet(given.text) : null
    if (value === null) return SYNTAX
    mask = value
    if ((address & ~mask) !== 0) {
      return { error: `non-network bits set in "${text} mask ${given?.text ?? ''}"` }
    }
  }
  return inetPredicate(reader, q, address, mask)
}

function prefixMask(length: number): number {
  return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0
}

function inetPredicate(reader: FilterReader, q: Qualifiers, address: Inet, mask: number): Predicate | Failed {
  const { protocol } = q
  const word = q.kind === 'net' ? 'net' : 'host'
  if (protocol === 'ip6') return { error: `'ip6' modifier applied to ip ${word}` }
  if (protocol !== null && protocol !== 'ip' && protocol !== 'arp' && protocol !== 'rarp') {
    return { error: `'${protocol}' modifier applied to ${word}` }
  }
  return inetHost(reader.offsets, address, mask, q.direction ?? 'src or dst', protocol)
}

function inet6Term(reader: FilterReader, q: Qualifiers, text: string): Predicate | Failed {
  const address = parseInet6(text)
  if (address === null) return { error: `invalid ip6 address ${text}` }
  const prefix = prefixAfter(reader)
  if (prefix !== null && typeof prefix === 'object') return prefix
  const length = prefix ?? 128
  if (length > 128) return { error: 'mask length must be <= 128' }
  if (address & ((1n << BigInt(128 - length)) - 1n)) {
    return { error: `non-network bits set in "${text}/${length}"` }
  }
  if (q.protocol !== null && q.protocol !== 'ip6') {
    return { error: `'${q.protocol}' modifier applied to ip6 host` }
  }
  return inet6Host(reader.offsets, address, length, q.direction ?? 'src or dst')
}

function nameTerm(reader: FilterReader, q: Qualifiers, name: string): Predicate | Failed {
  if (q.kind === 'net') return { error: `unknown network '${name}'` }
  if (q.protocol === 'ether') return { error: `unknown ether host '${name}'` }
  const found = reader.names.host(name)
  if (found === 'unasked') return { ask: name }
  if (found === 'unknown') return { error: `unknown host '${name}'` }
  const terms: Predicate[] = []
  for (const address of found) {
    const isSix = typeof address === 'bigint'
    if (isSix ? q.protocol !== null && q.protocol !== 'ip6' : q.protocol === 'ip6') continue
    const term = isSix
      ? inet6Host(reader.offsets, address, 128, q.direction ?? 'src or dst')
      : inetPredicate(reader, q, address, 0xffffffff)
    if (typeof term !== 'function') return term
    terms.push(term)
  }
  if (terms.length === 0) return { error: `unknown host '${name}' for specified address family` }
  return (s) => terms.some((term) => term(s))
}

function portTerm(reader: FilterReader, q: Qualifiers, text: string): Predicate | Failed {
  const { protocol, kind } = q
  const version = protocol === 'ip' || protocol === 'ip6' ? protocol : null
  if (protocol !== null && version === null && !(protocol in PORT_PROTOCOLS)) {
    return { error: `illegal qualifier of '${kind ?? 'port'}'` }
  }
  const range = kind === 'portrange' ? /^(.+)-(.+)$/.exec(text) : null
  const low = portNumber(reader, protocol, range?.[1] ?? text, text)
  const high = range ? portNumber(reader, protocol, range[2] ?? '', text) : low
  if (typeof low !== 'number') return low
  if (typeof high !== 'number') return high
  const numbers =
    protocol !== null && protocol in PORT_PROTOCOLS
      ? [PORT_PROTOCOLS[protocol] ?? 0]
      : Object.values(PORT_PROTOCOLS)
  const [from, to] = low <= high ? [low, high] : [high, low]
  return ports(reader.offsets, from, to, q.direction ?? 'src or dst', numbers, version)
}

function portNumber(
  reader: FilterReader,
  protocol: string | null,
  text: string,
  whole: string,
): number | Failed {
  if (/^\d+$/.test(text)) {
    return Number(text) > 65535 ? { error: `illegal port number ${text} > 65535` } : Number(text)
  }
  const wanted: readonly ('tcp' | 'udp')[] =
    protocol === 'tcp' ? ['tcp'] : protocol === 'udp' ? ['udp'] : ['tcp', 'udp']
  const found = wanted.map((p) => reader.names.port(text, p)).find((port) => port !== null)
  return found ?? { error: `unknown port '${whole}'` }
}

function protoTerm(reader: FilterReader, q: Qualifiers, text: string): Predicate | Failed {
  const number = /^(0x[0-9a-fA-F]+|\d+)$/.test(text) ? Number(text) : null
  const off = reader.offsets
  if (q.protocol === 'ether') {
    const type = number ?? ETHERTYPES[text]
    return type === undefined ? { error: `unknown ether proto '${text}'` } : etherType(off, type)
  }
  if (q.protocol !== null && q.protocol !== 'ip' && q.protocol !== 'ip6') {
    return { error: `'${q.protocol} proto' is bogus` }
  }
  const named = number ?? IP_PROTOCOLS[text]?.[0]
  if (named === undefined) {
    const type = q.protocol === null ? ETHERTYPES[text] : undefined
    return type === undefined ? { error: `unknown ip proto '${text}'` } : etherType(off, type)
  }
  return ipProtocol(off, named, q.protocol === 'ip' ? '4' : q.protocol === 'ip6' ? '6' : '46')
}
