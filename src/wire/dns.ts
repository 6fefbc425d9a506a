// DNS messages (RFC 1035, AAAA of RFC 3596, EDNS of RFC 6891).
import { formatInet, type Inet } from './inet.ts'
import { formatInet6, type Inet6 } from './inet6.ts'
import { put32, readInet, readInet6, u16, u32, u8, writeInet, writeInet6 } from './octets.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

export const DNS_PORT = 53

/** Types of records (RFC 1035 §3.2.2), by name. */
export const DNS_TYPES = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  OPT: 41,
  ANY: 255,
} as const

export const DNS_CLASS_IN = 1
export const DNS_CLASS_CH = 3

/** Names of RCODE (RFC 1035 §4.1.1), by number. */
export const DNS_RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const

const HEADER = 12
const LABEL_MAX = 63
const NAME_MAX = 255

export interface DnsQuestion {
  /** Without the last dot: `example.com`; the root is empty. */
  readonly name: string
  readonly type: number
  readonly class: number
}

export type DnsData =
  | { readonly kind: 'a'; readonly address: Inet }
  | { readonly kind: 'aaaa'; readonly address: Inet6 }
  /** CNAME, NS and PTR. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'mx'; readonly preference: number; readonly name: string }
  | { readonly kind: 'txt'; readonly texts: readonly string[] }
  | {
      readonly kind: 'srv'
      readonly priority: number
      readonly weight: number
      readonly port: number
      readonly name: string
    }
  | {
      readonly kind: 'soa'
      readonly mname: string
      readonly rname: string
      /** serial, refresh, retry, expire, minimum. */
      readonly numbers: readonly number[]
    }
  | { readonly kind: 'octets'; readonly bytes: Uint8Array }

export interface DnsRecord {
  readonly name: string
  readonly type: number
  /** Of OPT the sender's UDP payload size. */
  readonly class: number
  /** Seconds. */
  readonly ttl: number
  readonly data: DnsData
}

export interface DnsMessage {
  readonly id: number
  /** A response rather than a query. */
  readonly qr: boolean
  readonly opcode: number
  readonly aa: boolean
  readonly tc: boolean
  readonly rd: boolean
  readonly ra: boolean
  readonly ad: boolean
  readonly cd: boolean
  readonly rcode: number
  readonly questions: readonly DnsQuestion[]
  readonly answers: readonly DnsRecord[]
  readonly authority: readonly DnsRecord[]
  readonly additional: readonly DnsRecord[]
}

/** Whether a name can be asked for: labels of 1 to 63 octets, 255 in all (RFC 1035 §2.3.4). */
export function isDnsName(name: string): boolean {
  if (name === '' || name === '.') return true
  const labels = name.replace(/\.$/, '').split('.')
  if (labels.some((label) => label === '' || encodeUtf8(label).length > LABEL_MAX)) return false
  return encodeUtf8(name).length < NAME_MAX
}

/** The name that PTR records of an address have: `1.0.0.10.in-addr.arpa`. */
export function reverseName(address: Inet | Inet6): string {
  if (typeof address === 'number') return `${formatInet(address).split('.').reverse().join('.')}.in-addr.arpa`
  const digits = address.toString(16).padStart(32, '0')
  return `${[...digits].reverse().join('.')}.ip6.arpa`
}

export function parseDns(bytes: Uint8Array): DnsMessage | null {
  if (bytes.length < HEADER) return null
  const reader: Reader = { bytes, at: HEADER, bad: false }
  const flags = u16(bytes, 2)
  const bit = (n: number): boolean => ((flags >> n) & 1) === 1
  const count = (at: number): undefined[] => Array.from({ length: Math.min(u16(bytes, at), bytes.length) })
  const questions = count(4).map(() => readQuestion(reader))
  const [answers = [], authority = [], additional = []] = [6, 8, 10].map((at) =>
    count(at).map(() => readRecord(reader)),
  )
  if (reader.bad) return null
  return {
    id: u16(bytes, 0),
    qr: bit(15),
    opcode: (flags >> 11) & 15,
    aa: bit(10),
    tc: bit(9),
    rd: bit(8),
    ra: bit(7),
    ad: bit(5),
    cd: bit(4),
    rcode: flags & 15,
    questions,
    answers,
    authority,
    additional,
  }
}

interface Reader {
  readonly bytes: Uint8Array
  at: number
  /** Ran over the end, or into a loop of pointers. */
  bad: boolean
}

function take(reader: Reader, octets: number): number {
  const { at } = reader
  reader.at += octets
  if (reader.at > reader.bytes.length) reader.bad = true
  return at
}

/** A name, its compression followed (RFC 1035 §4.1.4). */
function readName(reader: Reader): string {
  const { bytes } = reader
  const labels: string[] = []
  let at = reader.at
  let after = -1
  for (let jumps = 0; ;) {
    const length = u8(bytes, at)
    if (at >= bytes.length || (length & 0xc0) === 0x40 || (length & 0xc0) === 0x80) break
    if (length === 0) {
      reader.at = after < 0 ? at + 1 : after
      return labels.join('.')
    }
    if (length >= 0xc0) {
      if (after < 0) after = at + 2
      at = u16(bytes, at) & 0x3fff
      if (++jumps > NAME_MAX) break
    } else {
      labels.push(decodeUtf8(bytes.slice(at + 1, at + 1 + length)))
      at += 1 + length
    }
  }
  reader.bad = true
  return ''
}

function readQuestion(reader: Reader): DnsQuestion {
  const name = reader.bad ? '' : readName(reader)
  const at = take(reader, 4)
  return { name, type: u16(reader.bytes, at), class: u16(reader.bytes, at + 2) }
}

function readRecord(reader: Reader): DnsRecord {
  const { bytes } = reader
  const name = reader.bad ? '' : readName(reader)
  const at = take(reader, 10)
  const type = u16(bytes, at)
  const length = u16(bytes, at + 8)
  const start = take(reader, length)
  const data = reader.bad
    ? { kind: 'octets' as const, bytes: new Uint8Array() }
    : readData(bytes, type, start, length)
  return { name, type, class: u16(bytes, at + 2), ttl: u32(bytes, at + 4), data }
}

function readData(bytes: Uint8Array, type: number, at: number, length: number): DnsData {
  const inner: Reader = { bytes, at, bad: false }
  const named = (from: number): string => {
    inner.at = from
    return readName(inner)
  }
  switch (type) {
    case DNS_TYPES.A:
      return { kind: 'a', address: readInet(bytes, at) }
    case DNS_TYPES.AAAA:
      return { kind: 'aaaa', address: readInet6(bytes, at) }
    case DNS_TYPES.CNAME:
    case DNS_TYPES.NS:
    case DNS_TYPES.PTR:
      return { kind: 'name', name: named(at) }
    case DNS_TYPES.MX:
      return { kind: 'mx', preference: u16(bytes, at), name: named(at + 2) }
    case DNS_TYPES.SRV:
      return {
        kind: 'srv',
        priority: u16(bytes, at),
        weight: u16(bytes, at + 2),
        port: u16(bytes, at + 4),
        name: named(at + 6),
      }
    case DNS_TYPES.SOA: {
      const mname = named(at)
      const rname = readName(inner)
      return { kind: 'soa', mname, rname, numbers: [0, 4, 8, 12, 16].map((n) => u32(bytes, inner.at + n)) }
    }
    case DNS_TYPES.TXT: {
      const texts: string[] = []
      for (let n = at; n < at + length; n += 1 + u8(bytes, n))
        texts.push(decodeUtf8(bytes.slice(n + 1, n + 1 + u8(bytes, n))))
      return { kind: 'txt', texts }
    }
    default:
      return { kind: 'octets', bytes: bytes.slice(at, at + length) }
  }
}

/** Names are compressed, as servers send them. */
export function emitDns(message: DnsMessage): Uint8Array {
  const writer: Writer = { octets: [], names: new Map() }
  const flags =
    (Number(message.qr) << 15) |
    (message.opcode << 11) |
    (Number(message.aa) << 10) |
    (Number(message.tc) << 9) |
    (Number(message.rd) << 8) |
    (Number(message.ra) << 7) |
    (Number(message.ad) << 5) |
    (Number(message.cd) << 4) |
    message.rcode
  const sections = [message.questions, message.answers, message.authority, message.additional]
  for (const word of [message.id, flags, ...sections.map((s) => s.length)]) writeWord(writer, word)
  for (const question of message.questions) {
    writeName(writer, question.name)
    writeWord(writer, question.type)
    writeWord(writer, question.class)
  }
  for (const record of [...message.answers, ...message.authority, ...message.additional])
    writeRecord(writer, record)
  return Uint8Array.from(writer.octets)
}

interface Writer {
  readonly octets: number[]
  /** Where each name was written first. */
  readonly names: Map<string, number>
}

function writeWord(writer: Writer, word: number): void {
  writer.octets.push((word >>> 8) & 255, word & 255)
}

function writeName(writer: Writer, name: string): void {
  const labels = name === '' || name === '.' ? [] : name.replace(/\.$/, '').split('.')
  for (let n = 0; n < labels.length; n++) {
    const rest = labels.slice(n).join('.').toLowerCase()
    const known = writer.names.get(rest)
    if (known !== undefined) return writeWord(writer, 0xc000 | known)
    if (writer.octets.length < 0x4000) writer.names.set(rest, writer.octets.length)
    const label = encodeUtf8(labels[n] ?? '')
    writer.octets.push(label.length, ...label)
  }
  writer.octets.push(0)
}

function writeRecord(writer: Writer, record: DnsRecord): void {
  writeName(writer, record.name)
  writeWord(writer, record.type)
  writeWord(writer, record.class)
  writer.octets.push(...number32(record.ttl))
  const at = writer.octets.length
  writeWord(writer, 0)
  writeData(writer, record.data)
  const length = writer.octets.length - at - 2
  writer.octets[at] = length >>> 8
  writer.octets[at + 1] = length & 255
}

function writeData(writer: Writer, data: DnsData): void {
  switch (data.kind) {
    case 'a':
      writer.octets.push(...filled(4, (bytes) => writeInet(bytes, 0, data.address)))
      return
    case 'aaaa':
      writer.octets.push(...filled(16, (bytes) => writeInet6(bytes, 0, data.address)))
      return
    case 'name':
      return writeName(writer, data.name)
    case 'mx':
      writeWord(writer, data.preference)
      return writeName(writer, data.name)
    case 'srv':
      for (const word of [data.priority, data.weight, data.port]) writeWord(writer, word)
      return writeName(writer, data.name)
    case 'soa':
      writeName(writer, data.mname)
      writeName(writer, data.rname)
      for (const number of data.numbers) writer.octets.push(...number32(number))
      return
    case 'txt':
      for (const text of data.texts) {
        const octets = encodeUtf8(text)
        writer.octets.push(octets.length, ...octets)
      }
      return
    case 'octets':
      writer.octets.push(...data.bytes)
  }
}

function filled(length: number, fill: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  fill(bytes)
  return bytes
}

function number32(value: number): Uint8Array {
  return filled(4, (bytes) => put32(bytes, 0, value))
}

/** Name of a type: `A`, or `TYPE99` (RFC 3597 §5). */
export function dnsTypeName(type: number): string {
  return Object.entries(DNS_TYPES).find(([, number]) => number === type)?.[0] ?? `TYPE${type}`
}

/** As `dig` prints what a record holds; names end in a dot. */
export function formatDnsData(data: DnsData): string {
  switch (data.kind) {
    case 'a':
      return formatInet(data.address)
    case 'aaaa':
      return formatInet6(data.address)
    case 'name':
      return `${data.name}.`
    case 'mx':
      return `${data.preference} ${data.name}.`
    case 'srv':
      return `${data.priority} ${data.weight} ${data.port} ${data.name}.`
    case 'soa':
      return `${data.mname}. ${data.rname}. ${data.numbers.join(' ')}`
    case 'txt':
      return data.texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(' ')
    case 'octets': {
      const hex = Array.from(data.bytes, (octet) => octet.toString(16).padStart(2, '0')).join('')
      return `\\# ${data.bytes.length}${hex === '' ? '' : ` ${hex.toUpperCase()}`}`
    }
  }
}
