import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emitIpv4, formatIpv4, parseIpv4 } from './ipv4.ts'
import { emitTcp, formatTcp, parseTcp, tcpEndSeq, type Tcp, type TcpOption } from './tcp.ts'

function octets(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(/\s/g, '').match(/../g)!, (b) => parseInt(b, 16))
}

/** Recorded on lo: SYN, SYN and ACK, data, and the answer of a closed port. */
const RECORDED: readonly (readonly [hex: string, text: string])[] = [
  [
    '4500003c5d7740004006df427f0000017f000001 867c0050c28172dc00000000a002ffd7fe300000 0204ffd70402080a83a439b5000000000103030a',
    '127.0.0.1.34428 > 127.0.0.1.80: Flags [S], seq 3263263452, win 65495, options [mss 65495,sackOK,TS val 2208577973 ecr 0,nop,wscale 10], length 0',
  ],
  [
    '4500003c0000400040063cba7f0000017f000001 0050867ce3865bebc28172dda012ffcbfe300000 0204ffd70402080adc9ba44a83a439b50103030a',
    '127.0.0.1.80 > 127.0.0.1.34428: Flags [S.], seq 3817233387, ack 3263263453, win 65483, options [mss 65495,sackOK,TS val 3701187658 ecr 2208577973,nop,wscale 10], length 0',
  ],
  [
    '4500003a5d7940004006df427f0000017f000001 867c0050c28172dde3865bed80180040fe2e0000 0101080a83a439b5dc9ba44a 68656c6c6f0a',
    '127.0.0.1.34428 > 127.0.0.1.80: Flags [P.], seq 3263263453:3263263459, ack 3817233389, win 64, options [nop,nop,TS val 2208577973 ecr 3701187658], length 6',
  ],
  [
    '450000280000400040063cce7f0000017f000001 00518306000000007fc34a335014000064800000',
    '127.0.0.1.81 > 127.0.0.1.33542: Flags [R.], seq 0, ack 2143504947, win 0, length 0',
  ],
]

const u32 = fc.nat(0xffffffff)
const u16 = fc.nat(65535)
const option: fc.Arbitrary<TcpOption> = fc.oneof(
  fc.constantFrom<TcpOption>({ kind: 'nop' }, { kind: 'sackOK' }),
  u16.map((value): TcpOption => ({ kind: 'mss', value })),
  fc.nat(14).map((value): TcpOption => ({ kind: 'wscale', value })),
  fc
    .array(fc.tuple(u32, u32), { minLength: 1, maxLength: 3 })
    .map((blocks): TcpOption => ({ kind: 'sack', blocks })),
  fc.tuple(u32, u32).map(([value, echo]): TcpOption => ({ kind: 'timestamp', value, echo })),
)

/** Options as they fit: padded by no-operations to a multiple of four octets. */
function padded(options: readonly TcpOption[]): TcpOption[] {
  const lengths = { nop: 1, eol: 1, sackOK: 2, mss: 4, wscale: 3, timestamp: 10, sack: 0, unknown: 0 }
  const all = [...options]
  let length = 0
  for (const o of all) length += o.kind === 'sack' ? 2 + 8 * o.blocks.length : lengths[o.kind]
  for (; length % 4 !== 0; length++) all.push({ kind: 'nop' })
  return length <= 40 ? all : []
}

const segment: fc.Arbitrary<Tcp> = fc.record({
  kind: fc.constant('tcp' as const),
  sport: u16,
  dport: u16,
  seq: u32,
  ack: u32,
  flags: fc.nat(255),
  window: u16,
  urgent: u16,
  options: fc.array(option, { maxLength: 4 }).map(padded),
  data: fc.uint8Array({ maxLength: 64 }),
})

describe('TCP', () => {
  it('reads and words recorded segments as tcpdump does', () => {
    expect(RECORDED.map(([hex]) => formatIpv4(parseIpv4(octets(hex))!))).toEqual(
      RECORDED.map(([, text]) => text),
    )
  })

  it('writes the answer of a closed port octet by octet, checksum included', () => {
    const [hex = ''] = RECORDED[3]!
    expect(emitIpv4(parseIpv4(octets(hex))!)).toEqual(octets(hex))
  })

  it('reads back what it wrote', () => {
    fc.assert(fc.property(segment, (tcp) => void expect(parseTcp(emitTcp(tcp, 0))).toEqual(tcp)))
  })

  it('never fails on octets that are no segment', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => void parseTcp(bytes)))
  })

  it('counts from where the connection began, SACK blocks from the other end', () => {
    const tcp: Tcp = {
      kind: 'tcp',
      sport: 1,
      dport: 2,
      seq: 5,
      ack: 1010,
      flags: 0x10,
      window: 9,
      urgent: 0,
      options: [{ kind: 'nop' }, { kind: 'nop' }, { kind: 'sack', blocks: [[1020, 1030]] }],
      data: new Uint8Array(0),
    }
    expect(formatTcp(tcp, { seq: 0xffffffff, ack: 1000 })).toBe(
      'Flags [.], ack 10, win 9, options [nop,nop,sack 1 {20:30}], length 0',
    )
    const fin = { ...tcp, seq: 0xffffffff, flags: 0x11 }
    expect(formatTcp(fin, { seq: 0xfffffff0, ack: 1000 })).toBe(
      'Flags [F.], seq 15, ack 10, win 9, options [nop,nop,sack 1 {20:30}], length 0',
    )
    expect(tcpEndSeq(fin)).toBe(0)
  })
})
