// Names of types and classes as dig, host and nslookup read them.
import { DNS_CLASS_CH, DNS_CLASS_IN, DNS_TYPES } from '../../../wire/dns.ts'

/** Types whose records are not shown in their own words: RFC 3597 does. */
const MORE_TYPES: Readonly<Record<string, number>> = {
  HINFO: 13,
  RP: 17,
  LOC: 29,
  NAPTR: 35,
  DNAME: 39,
  DS: 43,
  SSHFP: 44,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  TLSA: 52,
  SVCB: 64,
  HTTPS: 65,
  SPF: 99,
  CAA: 257,
}

export function typeNumber(word: string): number | null {
  const upper = word.toUpperCase()
  const named = Object.entries({ ...DNS_TYPES, ...MORE_TYPES }).find(([name]) => name === upper)
  if (named) return named[1]
  const [, number] = /^TYPE(\d{1,5})$/.exec(upper) ?? []
  return number === undefined || Number(number) > 65535 ? null : Number(number)
}

export function typeText(type: number): string {
  const named = Object.entries({ ...DNS_TYPES, ...MORE_TYPES }).find(([, number]) => number === type)
  return named?.[0] ?? `TYPE${type}`
}

export function classNumber(word: string): number | null {
  const upper = word.toUpperCase()
  if (upper === 'IN') return DNS_CLASS_IN
  return upper === 'CH' || upper === 'CHAOS' ? DNS_CLASS_CH : null
}

export function classText(number: number): string {
  return { [DNS_CLASS_IN]: 'IN', [DNS_CLASS_CH]: 'CH' }[number] ?? `CLASS${number}`
}
