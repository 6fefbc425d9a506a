import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DNS_TYPES,
  emitDns,
  formatDnsData,
  isDnsName,
  parseDns,
  reverseName,
  type DnsMessage,
} from './dns.ts'

/** An answer about www.lab whose names are compressed (RFC 1035 §4.1.4): a CNAME and the address it leads to. */
const ANSWER =
  '1a2b 8580 0001 0002 0000 0000 0377 7777 036c 6162 0000 0100 01c0 0c00 0500 0100 0000 0000 0502 6462 c010' +
  'c025 0001 0001 0000 0000 0004 0a00 0005'
const BYTES = Uint8Array.from(ANSWER.replace(/\s/g, '').match(/../g)!, (hex) => parseInt(hex, 16))

const QUERY: DnsMessage = {
  id: 7,
  qr: false,
  opcode: 0,
  aa: false,
  tc: false,
  rd: true,
  ra: false,
  ad: false,
  cd: false,
  rcode: 0,
  questions: [{ name: 'example.com', type: DNS_TYPES.A, class: 1 }],
  answers: [],
  authority: [],
  additional: [],
}

describe('a DNS message', () => {
  it('is read with its compressed names', () => {
    const message = parseDns(BYTES)
    expect(message).toMatchObject({ id: 0x1a2b, qr: true, aa: true, rd: true, ra: true, rcode: 0 })
    expect(message?.questions).toEqual([{ name: 'www.lab', type: 1, class: 1 }])
    expect(message?.answers.map((r) => `${r.name} ${r.type} ${formatDnsData(r.data)}`)).toEqual([
      'www.lab 5 db.lab.',
      'db.lab 1 10.0.0.5',
    ])
  })

  it('is written as it was read', () => {
    expect(emitDns(parseDns(BYTES)!)).toEqual(BYTES)
  })

  it('of every kind of record survives the wire', () => {
    const record = { name: 'a.lab', class: 1, ttl: 60 }
    const answers = [
      {
        ...record,
        type: DNS_TYPES.AAAA,
        data: { kind: 'aaaa' as const, address: 0xfd000000000000000000000000000006n },
      },
      { ...record, type: DNS_TYPES.MX, data: { kind: 'mx' as const, preference: 10, name: 'mail.a.lab' } },
      { ...record, type: DNS_TYPES.TXT, data: { kind: 'txt' as const, texts: ['hello "you"', ''] } },
      {
        ...record,
        type: DNS_TYPES.SRV,
        data: { kind: 'srv' as const, priority: 1, weight: 2, port: 80, name: 'b.lab' },
      },
      {
        ...record,
        type: DNS_TYPES.SOA,
        data: { kind: 'soa' as const, mname: 'ns.lab', rname: 'root.lab', numbers: [1, 2, 3, 4, 4294967295] },
      },
      { ...record, type: 99, data: { kind: 'octets' as const, bytes: Uint8Array.of(1, 2) } },
    ]
    const message = { ...QUERY, qr: true, answers }
    expect(parseDns(emitDns(message))).toEqual(message)
    expect(answers.map((r) => formatDnsData(r.data))).toEqual([
      'fd00::6',
      '10 mail.a.lab.',
      '"hello \\"you\\"" ""',
      '1 2 80 b.lab.',
      'ns.lab. root.lab. 1 2 3 4 4294967295',
      '\\# 2 0102',
    ])
  })

  it('that is damaged is none, whatever it holds', () => {
    expect(parseDns(BYTES.slice(0, 40))).toBe(null)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const message = parseDns(bytes)
        return message === null || message.id >= 0
      }),
    )
  })
})

describe('names', () => {
  it('of addresses are reversed', () => {
    expect(reverseName(0x0a000001)).toBe('1.0.0.10.in-addr.arpa')
    expect(reverseName(1n)).toBe(`1.${'0.'.repeat(31)}ip6.arpa`)
  })

  it('have labels of 63 octets at most', () => {
    expect(['a.b', '', '.', 'a..b', `${'x'.repeat(64)}.b`, `${'x'.repeat(63)}.b`].map(isDnsName)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ])
  })
})
