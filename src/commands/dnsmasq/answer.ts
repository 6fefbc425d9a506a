// What a question is answered from one's own knowledge. Ref: dnsmasq src/rfc1035.c:answer_request(),
// src/domain-match.c:make_local_answer()
import {
  DNS_CLASS_CH,
  DNS_CLASS_IN,
  DNS_TYPES,
  dnsTypeName,
  type DnsData,
  type DnsMessage,
  type DnsQuestion,
  type DnsRecord,
} from '../../wire/dns.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { rulesFor, type DomainRule, type Zone, type ZoneRecord } from './zone.ts'

export const VERSION = '2.90'
const NOERROR = 0
const NXDOMAIN = 3
const REFUSED = 5
/** UDP payload that is taken (EDNS, RFC 6891 §6.2.3). */
const EDNS_PAYLOAD = 1232
/** Extended DNS errors (RFC 8914). */
const EDNS_EDE = 15
const EDE_NOT_READY = 14
const MOST_ALIASES = 10

export interface LocalAnswer {
  readonly rcode: number
  readonly aa: boolean
  readonly answers: readonly DnsRecord[]
  readonly additional: readonly DnsRecord[]
  /** Lines of the log: `config web.lab is 10.0.0.80`. */
  readonly log: readonly string[]
}

/** Null for what others must be asked. */
export function answerLocally(
  zone: Zone,
  rules: readonly DomainRule[],
  question: DnsQuestion,
  ttl: number,
): LocalAnswer | null {
  const { name, type } = question
  if (question.class === DNS_CLASS_CH) return answerChaos(question)
  if (question.class !== DNS_CLASS_IN) return null
  const found = fromZone(zone, name, type)
  if (found.length > 0) {
    const answers = found.map(({ record }) => record)
    const log = found.map((one) => `${one.origin} ${one.logged ?? logged(one.record)}`)
    return { rcode: NOERROR, aa: true, answers, additional: addressesOfTargets(zone, answers), log }
  }
  return fromRules(zone, rules, question, ttl)
}

function answerChaos({ name, type }: DnsQuestion): LocalAnswer | null {
  if (name.toLowerCase() !== 'version.bind' || type !== DNS_TYPES.TXT) return null
  const data: DnsData = { kind: 'txt', texts: [`dnsmasq-${VERSION}`] }
  const record = { name, type, class: DNS_CLASS_CH, ttl: 0, data }
  return { rcode: NOERROR, aa: true, answers: [record], additional: [], log: [`config ${logged(record)}`] }
}

/** Aliases are followed first, whatever they lead to. */
function fromZone(zone: Zone, name: string, type: number): readonly ZoneRecord[] {
  const found: ZoneRecord[] = []
  let at = name
  for (let n = 0; n < MOST_ALIASES; n++) {
    const [alias] = zone.find(at, DNS_TYPES.CNAME)
    if (alias?.record.data.kind !== 'name') break
    found.push({ ...alias, record: { ...alias.record, name: at } })
    if (type === DNS_TYPES.CNAME) return found
    at = alias.record.data.name
  }
  const types =
    type === DNS_TYPES.ANY
      ? [DNS_TYPES.TXT, DNS_TYPES.PTR, DNS_TYPES.A, DNS_TYPES.AAAA, DNS_TYPES.SRV, DNS_TYPES.MX]
      : [type]
  const records = types.flatMap((one) => zone.find(at, one))
  return [...found, ...records.map((one) => ({ ...one, record: { ...one.record, name: at } }))]
}

/** Where an SRV or MX record leads to, if that is known. */
function addressesOfTargets(zone: Zone, answers: readonly DnsRecord[]): readonly DnsRecord[] {
  return answers.flatMap(({ data }) =>
    data.kind === 'srv' || data.kind === 'mx'
      ? [...zone.find(data.name, DNS_TYPES.A), ...zone.find(data.name, DNS_TYPES.AAAA)].map((r) => r.record)
      : [],
  )
}

function fromRules(
  zone: Zone,
  rules: readonly DomainRule[],
  { name, type }: DnsQuestion,
  ttl: number,
): LocalAnswer | null {
  const own = rulesFor(rules, name)
  const datas = own.flatMap(({ what }): DnsData[] => {
    if (what.kind === 'address') {
      const { address } = what
      return [typeof address === 'number' ? { kind: 'a', address } : { kind: 'aaaa', address }]
    }
    if (what.kind !== 'null') return []
    return [
      { kind: 'a', address: 0 },
      { kind: 'aaaa', address: 0n },
    ]
  })
  const six = datas.filter(({ kind }) => kind === 'aaaa')
  const four = datas.filter(({ kind }) => kind === 'a')
  // Asked for anything, it gives one family.
  const given =
    type === DNS_TYPES.A
      ? four
      : type === DNS_TYPES.AAAA
        ? six
        : type === DNS_TYPES.ANY
          ? six[0]
            ? six
            : four
          : []
  if (given.length > 0) {
    const answers = given.map((data) => ({
      name,
      type: data.kind === 'a' ? DNS_TYPES.A : DNS_TYPES.AAAA,
      class: DNS_CLASS_IN,
      ttl,
      data,
    }))
    const log = answers.map((record) => `config ${logged(record)}`)
    return { rcode: NOERROR, aa: true, answers, additional: [], log }
  }
  if (!own.some(({ what }) => what.kind === 'none')) return null
  const known = zone.knows(name)
  const family = type === DNS_TYPES.A ? '-IPv4' : type === DNS_TYPES.AAAA ? '-IPv6' : ''
  const log = [`config ${name} is ${known ? `NODATA${family}` : 'NXDOMAIN'}`]
  return { rcode: known ? NOERROR : NXDOMAIN, aa: false, answers: [], additional: [], log }
}

/** `web.lab is 10.0.0.80`, `10.0.0.5 is db.lab`, `info.lab is <TXT>`. */
export function logged({ name, data, type }: DnsRecord): string {
  switch (data.kind) {
    case 'a':
      return `${name} is ${formatInet(data.address)}`
    case 'aaaa':
      return `${name} is ${formatInet6(data.address)}`
    case 'name':
      return `${name} is <${dnsTypeName(type)}>`
    default:
      return `${name} is <${data.kind.toUpperCase()}>`
  }
}

/** The message to send back. */
export function replyTo(query: DnsMessage, answer: LocalAnswer): DnsMessage {
  return {
    ...header(query, answer.rcode),
    aa: answer.aa,
    answers: answer.answers,
    additional: [...answer.additional, ...edns(query, new Uint8Array())],
  }
}

/** Nobody knows, and there is nobody to ask. */
export function refusalOf(query: DnsMessage): DnsMessage {
  const ede = Uint8Array.of(0, EDNS_EDE, 0, 2, 0, EDE_NOT_READY)
  return { ...header(query, REFUSED), additional: edns(query, ede) }
}

function header(query: DnsMessage, rcode: number): DnsMessage {
  return { ...query, qr: true, aa: false, tc: false, ra: true, ad: false, rcode, answers: [], authority: [] }
}

/** Who speaks EDNS is answered in it. */
function edns(query: DnsMessage, bytes: Uint8Array): DnsRecord[] {
  if (!query.additional.some(({ type }) => type === DNS_TYPES.OPT)) return []
  return [{ name: '', type: DNS_TYPES.OPT, class: EDNS_PAYLOAD, ttl: 0, data: { kind: 'octets', bytes } }]
}
