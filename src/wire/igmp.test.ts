import { expect, test } from 'vitest'
import { emitIgmp, formatIgmp, igmpMaxResp, parseIgmp, type Igmp } from './igmp.ts'

function hex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (octet) => parseInt(octet, 16))
}

/** As Linux sent them. */
const RECORDED: readonly (readonly [string, Igmp, string])[] = [
  [
    '2200e9fb0000000104000000ef010101',
    { kind: 'igmp', type: 0x22, records: [{ type: 4, group: 0xef010101, sources: [] }] },
    'igmp v3 report, 1 group record(s)',
  ],
  [
    '2200f6f60000000203000000ef01010104000000ef010102',
    {
      kind: 'igmp',
      type: 0x22,
      records: [
        { type: 3, group: 0xef010101, sources: [] },
        { type: 4, group: 0xef010102, sources: [] },
      ],
    },
    'igmp v3 report, 2 group record(s)',
  ],
]

test('reports as Linux sends them', () => {
  for (const [octets, igmp, words] of RECORDED) {
    expect(parseIgmp(hex(octets))).toEqual(igmp)
    expect(emitIgmp(igmp)).toEqual(hex(octets))
    expect(formatIgmp(igmp)).toBe(words)
  }
})

test('every kind comes back as it was sent', () => {
  const v3 = { suppress: true, qrv: 2, qqic: 125, sources: [0x0a000001] }
  const cases: readonly (readonly [Igmp, string])[] = [
    [{ kind: 'igmp', type: 0x11, code: 0, group: 0, v3: null }, 'igmp query v1'],
    [{ kind: 'igmp', type: 0x11, code: 100, group: 0, v3: null }, 'igmp query v2'],
    [
      { kind: 'igmp', type: 0x11, code: 20, group: 0xef010101, v3: null },
      'igmp query v2 [max resp time 20] [gaddr 239.1.1.1]',
    ],
    [
      { kind: 'igmp', type: 0x11, code: 10, group: 0xef010101, v3 },
      'igmp query v3 [max resp time 1.0s] [gaddr 239.1.1.1, 1 source(s)]',
    ],
    [{ kind: 'igmp', type: 0x12, group: 0xef010101 }, 'igmp v1 report 239.1.1.1'],
    [{ kind: 'igmp', type: 0x16, group: 0xef010101 }, 'igmp v2 report 239.1.1.1'],
    [{ kind: 'igmp', type: 0x17, group: 0xef010101 }, 'igmp leave 239.1.1.1'],
  ]
  for (const [igmp, words] of cases) {
    expect(parseIgmp(emitIgmp(igmp))).toEqual(igmp)
    expect(formatIgmp(igmp)).toBe(words)
  }
})

test('what is cut short or damaged is none', () => {
  expect(parseIgmp(hex('2200e9fb000000010400'))).toBe(null)
  expect(parseIgmp(hex('2200e9fa0000000104000000ef010101'))).toBe(null)
  expect(parseIgmp(hex('1600'))).toBe(null)
})

test('long times are coded', () => {
  expect([igmpMaxResp(100), igmpMaxResp(0x8f), igmpMaxResp(0xff)]).toEqual([100, 248, 31744])
})
