// Messages in words. Ref: BIND lib/dns/message.c:dns_message_totext(), lib/dns/masterdump.c
import { DNS_RCODES, DNS_TYPES, formatDnsData, type DnsMessage, type DnsRecord } from '../../../wire/dns.ts'
import { classText, typeText } from './types.ts'

const TAB = 8
/** Columns where time to live, class, type and data begin. */
const COLUMNS = [24, 32, 40, 48] as const
const OPCODES: readonly string[] = ['QUERY', 'IQUERY', 'STATUS', 'RESERVED3', 'NOTIFY', 'UPDATE']
const EDNS_COOKIE = 10
const EDNS_EDE = 15
/** RFC 8914 §4. */
const EDE_TEXTS: Readonly<Record<number, string>> = {
  14: 'Not Ready',
  22: 'No Reachable Authority',
  23: 'Network Error',
}

export interface RecordStyle {
  readonly ttl: boolean
  readonly class: boolean
}

export function rcodeText(rcode: number): string {
  return DNS_RCODES[rcode] ?? `RESERVED${rcode}`
}

/** Fields at columns by tabs; one blank where the field before runs over. */
function columned(fields: readonly string[], columns: readonly number[]): string {
  let text = fields[0] ?? ''
  let at = text.length
  for (const [n, field] of fields.slice(1).entries()) {
    const column = columns[n] ?? 0
    if (at >= column) {
      text += ' '
      at++
    }
    while (at < column) {
      text += '\t'
      at = (Math.floor(at / TAB) + 1) * TAB
    }
    text += field
    at += field.length
  }
  return text
}

export function formatRecord(record: DnsRecord, style: RecordStyle): string {
  const fields = [`${record.name}.`]
  if (style.ttl) fields.push(String(record.ttl))
  if (style.class) fields.push(classText(record.class))
  fields.push(typeText(record.type), formatDnsData(record.data))
  return columned(fields, COLUMNS)
}

export function formatQuestions({ questions }: DnsMessage): string {
  return questions
    .map((q) => `${columned([`;${q.name}.`, classText(q.class), typeText(q.type)], COLUMNS.slice(1))}\n`)
    .join('')
}

export function formatHeader(message: DnsMessage): string {
  const { opcode, rcode, id, questions, answers, authority, additional } = message
  const flags = (['qr', 'aa', 'tc', 'rd', 'ra', 'ad', 'cd'] as const).filter((flag) => message[flag])
  return (
    `;; ->>HEADER<<- opcode: ${OPCODES[opcode] ?? 'RESERVED'}, status: ${rcodeText(rcode)}, id: ${id}\n` +
    `;; flags:${flags.map((flag) => ` ${flag}`).join('')}; QUERY: ${questions.length}, ANSWER: ${answers.length}, ` +
    `AUTHORITY: ${authority.length}, ADDITIONAL: ${additional.length}\n`
  )
}

/** Empty for a message without EDNS. */
export function formatOpt({ additional }: DnsMessage): string {
  const opt = additional.find(({ type }) => type === DNS_TYPES.OPT)
  if (!opt) return ''
  const flags = opt.ttl & 0x8000 ? ' do' : ''
  let text = `;; OPT PSEUDOSECTION:\n; EDNS: version: ${(opt.ttl >> 16) & 255}, flags:${flags}; udp: ${opt.class}\n`
  const bytes = opt.data.kind === 'octets' ? opt.data.bytes : new Uint8Array()
  for (let at = 0; at + 4 <= bytes.length;) {
    const word = (n: number): number => ((bytes[n] ?? 0) << 8) | (bytes[n + 1] ?? 0)
    const [code, length] = [word(at), word(at + 2)]
    const data = bytes.slice(at + 4, at + 4 + length)
    text += formatOption(code, data)
    at += 4 + length
  }
  return text
}

function formatOption(code: number, data: Uint8Array): string {
  const hex = Array.from(data, (octet) => octet.toString(16).padStart(2, '0'))
  if (code === EDNS_COOKIE) return `; COOKIE: ${hex.join('')}\n`
  if (code !== EDNS_EDE) return `; OPT=${code}: ${hex.join(' ')}\n`
  const info = ((data[0] ?? 0) << 8) | (data[1] ?? 0)
  const text = EDE_TEXTS[info]
  return `; EDE: ${info}${text === undefined ? '' : ` (${text})`}\n`
}

/** Where the aliases of an answer lead from a name. */
export function chaseAliases({ answers }: DnsMessage, name: string): string {
  let at = name
  for (let n = 0; n < answers.length; n++) {
    const alias = answers.find((r) => r.type === DNS_TYPES.CNAME && r.name.toLowerCase() === at.toLowerCase())
    if (alias?.data.kind !== 'name') break
    at = alias.data.name
  }
  return at
}
