import type { Process } from '../../../os/program.ts'
import { DNS_TYPES, type DnsMessage, type DnsQuestion } from '../../../wire/dns.ts'

/** UDP payload that is taken (EDNS, RFC 6891 §6.2.3). */
const PAYLOAD = 1232

export interface QuerySettings {
  readonly question: DnsQuestion
  readonly rd: boolean
  readonly ad: boolean
  readonly cd: boolean
  /** Options of EDNS; null without it. */
  readonly edns: Uint8Array | null
}

export function newQuery(p: Process, settings: QuerySettings): DnsMessage {
  const { question, rd, ad, cd, edns } = settings
  const opt = { name: '', type: DNS_TYPES.OPT, class: PAYLOAD, ttl: 0 }
  return {
    id: p.random() & 0xffff,
    qr: false,
    opcode: 0,
    aa: false,
    tc: false,
    rd,
    ra: false,
    ad,
    cd,
    rcode: 0,
    questions: [question],
    answers: [],
    authority: [],
    additional: edns ? [{ ...opt, data: { kind: 'octets', bytes: edns } }] : [],
  }
}
