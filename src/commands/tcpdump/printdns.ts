// DNS messages as tcpdump words them: `59070+ [1au] A? example.com. (52)`, `16557* 1/0/1 A 1.2.3.4 (51)`.
// Ref: print-domain.c
import {
  DNS_CLASS_CH,
  DNS_CLASS_IN,
  DNS_TYPES,
  dnsTypeName,
  parseDns,
  type DnsMessage,
  type DnsRecord,
} from '../../wire/dns.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatInet6 } from '../../wire/inet6.ts'
import { u16 } from '../../wire/octets.ts'
import type { Style } from './style.ts'

const RESPONSES = ['', ' FormErr', ' ServFail', ' NXDomain', ' NotImp', ' Refused', ' YXDomain', ' YXRRSet']
const OPCODES = ['', ' inv_q', ' stat', ' op3', ' notify', ' update']

export function formatDns(style: Style, data: Uint8Array, mdns: boolean): string {
  if (data.length < 12) return `domain [length ${data.length} < 12] (invalid)`
  const message = parseDns(data)
  if (!message) return `${u16(data, 0)} [|domain]`
  const text = message.qr ? response(style, message) : query(style, message)
  return `${mdns ? '' : message.id}${text} (${data.length})`
}

function response(style: Style, m: DnsMessage): string {
  const counts = `${m.answers.length}/${m.authority.length}/${m.additional.length}`
  const head =
    `${OPCODES[m.opcode] ?? ` op${m.opcode}`}${RESPONSES[m.rcode] ?? ` Resp${m.rcode}`}` +
    `${m.aa ? '*' : ''}${m.ra ? '' : '-'}${m.tc ? '|' : ''}${m.ad ? '$' : ''}`
  const oddQuestions = m.questions.length === 1 ? '' : ` [${m.questions.length}q]`
  const asked =
    style.verbose > 1 && m.questions.length > 0
      ? ` q: ${m.questions.map((q) => question(q.name, q.type, q.class).trimStart()).join(', ')}`
      : ''
  const sections = [records(style, m.answers, '')]
  if (style.verbose > 1)
    sections.push(records(style, m.authority, ' ns:'), records(style, m.additional, ' ar:'))
  return `${head}${oddQuestions}${asked} ${counts}${sections.join('')}`
}

function query(style: Style, m: DnsMessage): string {
  const head =
    `${OPCODES[m.opcode] ?? ` op${m.opcode}`}${m.rd ? '+' : ''}${m.cd ? '%' : ''}` +
    `${m.questions.length === 1 ? '' : ` [${m.questions.length}q]`}` +
    `${m.answers.length > 0 ? ` [${m.answers.length}a]` : ''}` +
    `${m.authority.length > 0 ? ` [${m.authority.length}n]` : ''}` +
    `${m.additional.length > 0 ? ` [${m.additional.length}au]` : ''}`
  const questions = m.questions.map((q) => question(q.name, q.type, q.class)).join(',')
  const more =
    style.verbose > 1
      ? `${records(style, m.answers, '')}${records(style, m.authority, ' ns:')}${records(style, m.additional, ' ar:')}`
      : ''
  return `${head}${questions}${more}`
}

function question(name: string, type: number, kind: number): string {
  return ` ${typeName(type)}${className(kind)}? ${name}.`
}

function typeName(type: number): string {
  const name = dnsTypeName(type)
  return name.startsWith('TYPE') ? `Type${type}` : name
}

function className(kind: number): string {
  if (kind === DNS_CLASS_IN) return ''
  return kind === DNS_CLASS_CH ? ' CHAOS' : ` Class${kind}`
}

function records(style: Style, all: readonly DnsRecord[], head: string): string {
  if (all.length === 0) return ''
  return `${head}${all.map((record) => formatRecord(style, record)).join(',')}`
}

function formatRecord(style: Style, { name, type, class: kind, ttl, data }: DnsRecord): string {
  if (type === DNS_TYPES.OPT) {
    const dnssec = (ttl & 0x8000) !== 0 ? ' DO' : ''
    const octets = data.kind === 'octets' && data.bytes.length > 0 ? edns(data.bytes) : ''
    return style.verbose > 0
      ? ` . OPT UDPsize=${kind}${dnssec}${octets}`
      : ` OPT UDPsize=${kind}${dnssec}${octets}`
  }
  const head = style.verbose > 0 ? ` ${name}.${style.verbose > 1 ? ` [${lifetime(ttl)}]` : ''}` : ''
  const typed = `${head} ${typeName(type)}${className(kind)}`
  switch (data.kind) {
    case 'a':
      return `${typed} ${formatInet(data.address)}`
    case 'aaaa':
      return `${typed} ${formatInet6(data.address)}`
    case 'name':
      return `${typed} ${data.name}.`
    case 'mx':
      return `${typed} ${data.name}. ${data.preference}`
    case 'txt':
      return `${typed}${data.texts.map((text) => ` "${text}"`).join('')}`
    case 'srv':
      return `${typed} ${data.name}.:${data.port} ${data.priority} ${data.weight}`
    case 'soa':
      return style.verbose > 0 ? `${typed} ${data.mname}. ${data.rname}. ${data.numbers.join(' ')}` : typed
    case 'octets':
      return typed
  }
}

function edns(bytes: Uint8Array): string {
  const options: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4 + u16(bytes, at + 2)) {
    const value = bytes.subarray(at + 4, at + 4 + u16(bytes, at + 2))
    const hex = Array.from(value, (octet) => octet.toString(16).padStart(2, '0')).join('')
    options.push(u16(bytes, at) === 10 ? `COOKIE ${hex}` : `Opt${u16(bytes, at)} ${hex}`)
  }
  return ` [${options.join(',')}]`
}

/** `1h30m`: units that are zero are left out. Ref: util-print.c:unsigned_relts_print() */
function lifetime(seconds: number): string {
  if (seconds === 0) return '0s'
  let rest = seconds
  let text = ''
  for (const [letter, span] of [
    ['w', 604800],
    ['d', 86400],
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ] as const) {
    const many = Math.floor(rest / span)
    if (many > 0) text += `${many}${letter}`
    rest -= many * span
  }
  return text
}
