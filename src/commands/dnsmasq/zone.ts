// What a dnsmasq knows by itself: names of hosts files and of its options.
import {
  DNS_CLASS_IN,
  DNS_TYPES,
  formatDnsData,
  reverseName,
  type DnsData,
  type DnsRecord,
} from '../../wire/dns.ts'
import type { Inet } from '../../wire/inet.ts'
import type { Inet6 } from '../../wire/inet6.ts'

/** A domain and all names below it. */
export interface DomainRule {
  /** Lower case; empty: every name. */
  readonly domain: string
  /** `none`: no such name; `null`: 0.0.0.0 and ::; an upstream server otherwise. */
  readonly what:
    | { readonly kind: 'address'; readonly address: Inet | Inet6 }
    | { readonly kind: 'null' }
    | { readonly kind: 'none' }
    | { readonly kind: 'server'; readonly server: Upstream }
    /** The servers that are asked of everything else. */
    | { readonly kind: 'normal' }
}

export interface Upstream {
  readonly address: Inet
  readonly port: number
}

export interface ZoneRecord {
  readonly record: DnsRecord
  /** Where it is from, as the log says: `config` or the file. */
  readonly origin: string
  /** What the log says of it, where that is not what the record says. */
  readonly logged: string | null
}

export class Zone {
  readonly #records: ZoneRecord[]

  /** Begins with what another knows. */
  constructor(other: Zone | null = null) {
    this.#records = other ? [...other.#records] : []
  }

  add(
    name: string,
    type: number,
    ttl: number,
    data: DnsData,
    origin = 'config',
    logged: string | null = null,
  ): void {
    this.#records.push({ record: { name, type, class: DNS_CLASS_IN, ttl, data }, origin, logged })
  }

  /** An address and, for the first of its names, the way back. */
  addHost(names: readonly string[], address: Inet | Inet6, ttl: number, origin?: string): void {
    const data: DnsData = typeof address === 'number' ? { kind: 'a', address } : { kind: 'aaaa', address }
    const type = typeof address === 'number' ? DNS_TYPES.A : DNS_TYPES.AAAA
    for (const name of names) this.add(name, type, ttl, data, origin)
    const [first] = names
    if (first === undefined) return
    const back: DnsData = { kind: 'name', name: first }
    this.add(reverseName(address), DNS_TYPES.PTR, ttl, back, origin, `${formatDnsData(data)} is ${first}`)
  }

  find(name: string, type: number): readonly ZoneRecord[] {
    return this.#records.filter(({ record }) => record.type === type && sameName(record.name, name))
  }

  /** Whether the name has something of any type, or a name below it has. */
  knows(name: string): boolean {
    const wanted = name.toLowerCase()
    return this.#records.some(({ record }) => isBelow(record.name.toLowerCase(), wanted))
  }
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** The domain itself counts. */
function isBelow(name: string, domain: string): boolean {
  return domain === '' || name === domain || name.endsWith(`.${domain}`)
}

/** Those of the longest domain that a name lies in. */
export function rulesFor(rules: readonly DomainRule[], name: string): readonly DomainRule[] {
  const matching = rules.filter(({ domain }) => isBelow(name.toLowerCase(), domain))
  const longest = Math.max(-1, ...matching.map(({ domain }) => domain.length))
  return matching.filter(({ domain }) => domain.length === longest)
}
