// Filter expressions (pcap-filter(7)): `and` and `or` bind alike, from left to right. Read filterlex.ts first.
// Ref: libpcap grammar.y
import { isMulticastMac, MAC_BROADCAST } from '../../wire/mac.ts'
import { readMac } from '../../wire/octets.ts'
import { readArithmetic } from './filterarith.ts'
import { scanFilter } from './filterlex.ts'
import { idTerm, type Qualifiers } from './filterids.ts'
import {
  FilterReader,
  isFailed,
  SYNTAX,
  type Failed,
  type FilterLink,
  type FilterNames,
  type FilterResult,
} from './filterreader.ts'
import {
  both,
  either,
  ETHERTYPES,
  etherType,
  half,
  IP_PROTOCOLS,
  ipProtocol,
  isStp,
  octet,
  word,
  type Direction,
  type Predicate,
} from './filterterms.ts'

export function compileFilter(text: string, link: FilterLink, names: FilterNames): FilterResult {
  const tokens = scanFilter(text)
  if (!tokens) return SYNTAX
  if (tokens.length === 0) return { filter: () => true }
  const parser = new FilterParser(new FilterReader(tokens, link, names))
  const read = parser.whole()
  if ('error' in read || 'ask' in read) return read
  return { filter: read.predicate }
}

/** A term, with the qualifiers that a bare name after it would inherit. */
interface Term {
  readonly predicate: Predicate
  readonly qualifiers: Qualifiers
}

const NO_QUALIFIERS: Qualifiers = { protocol: null, direction: null, kind: null }

class FilterParser {
  readonly #reader: FilterReader
  #tagged = false

  constructor(reader: FilterReader) {
    this.#reader = reader
  }

  whole(): Term | Failed {
    const term = this.expression()
    if (isFailed(term)) return term
    return this.#reader.peek() === null ? term : SYNTAX
  }

  expression(): Term | Failed {
    let left = this.#term(NO_QUALIFIERS, false)
    for (;;) {
      if (isFailed(left)) return left
      const and = this.#reader.take('word', 'and')
      if (!and && !this.#reader.take('word', 'or')) return left
      const right = this.#term(left.qualifiers, true)
      if (isFailed(right)) return right
      left = {
        predicate: and ? both(left.predicate, right.predicate) : either(left.predicate, right.predicate),
        qualifiers: right.qualifiers,
      }
    }
  }

  /** `bare`: a name may stand alone, meaning what the one before it meant. */
  #term(inherited: Qualifiers, bare: boolean): Term | Failed {
    if (this.#reader.take('word', 'not')) {
      const term = this.#term(inherited, bare)
      if (isFailed(term)) return term
      const { predicate } = term
      return { predicate: (s) => !predicate(s), qualifiers: term.qualifiers }
    }
    const arithmetic = this.#relation()
    if (arithmetic) return arithmetic
    if (this.#reader.take('sign', '(')) {
      const inside = this.expression()
      if (isFailed(inside)) return inside
      return this.#reader.take('sign', ')') ? inside : SYNTAX
    }
    const token = this.#reader.peek()
    if (!token) return SYNTAX
    if (token.kind !== 'word') return bare ? this.#id(inherited) : SYNTAX
    return this.#other(token.text) ?? this.#qualified()
  }

  /** `EXPR relation EXPR`; null when no such thing stands here. */
  #relation(): Term | Failed | null {
    const start = this.#reader.mark()
    const term = readArithmetic(this.#reader)
    if (!term) {
      this.#reader.back(start)
      return null
    }
    return isFailed(term) ? term : { predicate: term, qualifiers: NO_QUALIFIERS }
  }

  #other(name: string): Term | Failed | null {
    const plain = (predicate: Predicate): Term => ({ predicate, qualifiers: NO_QUALIFIERS })
    switch (name) {
      case 'broadcast':
      case 'multicast':
        this.#reader.next()
        return this.#cast(null, name)
      case 'less':
      case 'greater': {
        this.#reader.next()
        const number = this.#reader.next()
        if (number?.kind !== 'number') return SYNTAX
        const { value } = number
        return plain(name === 'less' ? (s) => s.length <= value : (s) => s.length >= value)
      }
      case 'inbound':
      case 'outbound': {
        this.#reader.next()
        if (!this.#reader.link.live) {
          return { error: 'inbound/outbound not supported on Ethernet when reading savefiles' }
        }
        return plain((s) => s.outgoing === (name === 'outbound'))
      }
      case 'ifindex': {
        this.#reader.next()
        const number = this.#reader.next()
        if (number?.kind !== 'number') return SYNTAX
        if (!this.#reader.link.live && !this.#reader.link.cooked) {
          return { error: 'ifindex not supported on Ethernet when reading savefiles' }
        }
        return plain((s) => s.ifindex === number.value)
      }
      case 'vlan':
        this.#reader.next()
        return plain(this.#vlan())
      case 'stp':
        this.#reader.next()
        return plain(isStp(this.#reader.offsets))
      case 'llc':
        this.#reader.next()
        return plain(
          (
            (off) => (s) =>
              half(s, off.type) <= 1500
          )(this.#reader.offsets),
        )
      default:
        return null
    }
  }

  /** A tag; what follows in the expression is about what it carries. Ref: gen_vlan() */
  #vlan(): Predicate {
    const number = this.#reader.peek()
    let id: number | null = null
    if (number?.kind === 'number') {
      this.#reader.next()
      id = number.value
    }
    const off = this.#reader.offsets
    if (this.#reader.link.live && !this.#tagged) {
      this.#tagged = true
      return (s) => s.tag !== null && (id === null || s.tag === id)
    }
    this.#reader.offsets = { type: off.type + 4, net: off.net + 4 }
    return (s) => {
      const type = half(s, off.type)
      if (type !== 0x8100 && type !== 0x88a8 && type !== 0x9100) return false
      return id === null || (half(s, off.type + 2) & 0x0fff) === id
    }
  }

  #cast(protocol: string | null, name: 'broadcast' | 'multicast'): Term | Failed {
    const off = this.#reader.offsets
    const plain = (predicate: Predicate): Term => ({ predicate, qualifiers: NO_QUALIFIERS })
    if (protocol === 'ip') {
      const isIp = etherType(off, 0x0800)
      if (name === 'multicast') return plain(both(isIp, (s) => octet(s, off.net + 16) >= 224))
      const hosts = ~this.#reader.link.netmask >>> 0
      return plain(
        both(isIp, (s) => {
          const part = (word(s, off.net + 16) & hosts) >>> 0
          return part === 0 || part === hosts
        }),
      )
    }
    if (protocol === 'ip6') {
      if (name === 'broadcast') return { error: 'only link-layer/IP broadcast filters supported' }
      return plain(both(etherType(off, 0x86dd), (s) => octet(s, off.net + 24) === 0xff))
    }
    if (protocol !== null && protocol !== 'ether') {
      return { error: `only link-layer/IP ${name} filters supported` }
    }
    if (this.#reader.link.cooked) return { error: 'not a broadcast link' }
    if (name === 'broadcast') return plain((s) => readMac(s.bytes, 0) === MAC_BROADCAST)
    return plain((s) => isMulticastMac(readMac(s.bytes, 0)))
  }

  /** Protocol, direction and kind, and what they are about. */
  #qualified(): Term | Failed {
    const protocol = this.#protocolWord()
    if (protocol !== null) {
      for (const cast of ['broadcast', 'multicast'] as const) {
        if (this.#reader.take('word', cast)) return this.#cast(protocol, cast)
      }
    }
    const direction = this.#direction()
    const kind = this.#kind()
    if (protocol === null && direction === null && kind === null) return SYNTAX
    const qualifiers: Qualifiers = { protocol, direction, kind }
    if (direction === null && kind === null) {
      const after = this.#reader.peek()
      const ends = !after || (after.kind === 'word' && /^(and|or)$/.test(after.text)) || after.text === ')'
      if (ends && protocol !== null) return this.#protocol(protocol, qualifiers)
    }
    if (kind === 'gateway') return { error: "'gateway' not supported in this configuration" }
    if (this.#reader.take('sign', '(')) return this.#ids(qualifiers)
    return this.#id(qualifiers)
  }

  /** `host (a or b)` */
  #ids(qualifiers: Qualifiers): Term | Failed {
    let left = this.#id(qualifiers)
    for (;;) {
      if (isFailed(left)) return left
      if (this.#reader.take('sign', ')')) return left
      const and = this.#reader.take('word', 'and')
      if (!and && !this.#reader.take('word', 'or')) return SYNTAX
      const right = this.#id(qualifiers)
      if (isFailed(right)) return right
      const [a, b]: [Predicate, Predicate] = [left.predicate, right.predicate]
      left = { predicate: and ? both(a, b) : either(a, b), qualifiers }
    }
  }

  #id(qualifiers: Qualifiers): Term | Failed {
    const predicate = idTerm(this.#reader, qualifiers)
    return isFailed(predicate) ? predicate : { predicate, qualifiers }
  }

  #protocolWord(): string | null {
    const token = this.#reader.peek()
    if (token?.kind !== 'word') return null
    const known = token.text === 'ether' || token.text in ETHERTYPES || token.text in IP_PROTOCOLS
    if (!known) return null
    this.#reader.next()
    return token.text
  }

  #protocol(name: string, qualifiers: Qualifiers): Term | Failed {
    const type = ETHERTYPES[name]
    const [number, versions] = IP_PROTOCOLS[name] ?? []
    if (type !== undefined) return { predicate: etherType(this.#reader.offsets, type), qualifiers }
    if (number === undefined || versions === undefined) return SYNTAX
    return { predicate: ipProtocol(this.#reader.offsets, number, versions), qualifiers }
  }

  #direction(): Direction | null {
    for (const [first, second] of [
      ['src', 'dst'],
      ['dst', 'src'],
    ] as const) {
      if (!this.#reader.take('word', first)) continue
      for (const how of ['or', 'and'] as const) {
        const [a, b] = [this.#reader.peek(), this.#reader.peek(1)]
        if (a?.text !== how || b?.text !== second || b.kind !== 'word') continue
        this.#reader.next()
        this.#reader.next()
        return `src ${how} dst`
      }
      return first
    }
    return null
  }

  #kind(): Qualifiers['kind'] {
    for (const kind of ['host', 'net', 'portrange', 'port', 'gateway', 'proto', 'protochain'] as const) {
      if (this.#reader.take('word', kind)) return kind
    }
    return null
  }
}
