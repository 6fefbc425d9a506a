import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emitFrame, ETH_P_IPV6, formatFrame, parseFrame, type Frame } from './ethernet.ts'
import { IPPROTO_ICMPV6, type Ipv6 } from './ipv6.ts'

/** Frames on a veth, and how tcpdump -n words them. */
const RECORDED: readonly (readonly [string, string])[] = [
  [
    'IP6 fe80::486c:7dff:feac:fb29 > ff02::16: HBH ICMP6, multicast listener report v2, 2 group record(s), length 48',
    '3333000000164a6c7dacfb2986dd6000000000380001fe80000000000000486c7dfffeacfb29ff0200000000000000000000000000163a000502000001008f00b2d50000000204000000ff0200000000000000000001ff00000104000000ff0200000000000000000001ffacfb29',
  ],
  [
    'IP6 :: > ff02::1:ffac:fb29: ICMP6, neighbor solicitation, who has fe80::486c:7dff:feac:fb29, length 32',
    '3333ffacfb294a6c7dacfb2986dd6000000000203aff00000000000000000000000000000000ff0200000000000000000001ffacfb298700224c00000000fe80000000000000486c7dfffeacfb290e019211e8211586',
  ],
  [
    'IP6 fe80::486c:7dff:feac:fb29 > ff02::2: ICMP6, router solicitation, length 16',
    '3333000000024a6c7dacfb2986dd6000000000103afffe80000000000000486c7dfffeacfb29ff0200000000000000000000000000028500f8a80000000001014a6c7dacfb29',
  ],
  [
    'IP6 2001:db8::2 > 2001:db8::1: ICMP6, neighbor advertisement, tgt is 2001:db8::2, length 32',
    '4a6c7dacfb29ced61ac235ca86dd6000000000203aff20010db800000000000000000000000220010db800000000000000000000000188006d106000000020010db80000000000000000000000020201ced61ac235ca',
  ],
  [
    'IP6 2001:db8::1 > 2001:db8::2: ICMP6, echo request, id 4459, seq 1, length 64',
    'ced61ac235ca4a6c7dacfb2986dd6003088c00403a4020010db800000000000000000000000120010db8000000000000000000000002800019ae116b0001735a076b00000000bf5d000000000000101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637',
  ],
  [
    'IP6 2001:db8::2 > 2001:db8::1: ICMP6, destination unreachable, unreachable route 2001:db9::3, length 112',
    '4a6c7dacfb29ced61ac235ca86dd60077ef800703a4020010db800000000000000000000000220010db8000000000000000000000001010069c600000000600c9f0700403a4020010db800000000000000000000000120010db900000000000000000000000380002dc611720001755a076b00000000a83c010000000000101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353637',
  ],
  [
    'IP6 2001:db8::1 > 2001:db8::2: frag (2896|112)',
    'ced61ac235ca4a6c7dacfb2986dd6003088c00782c4020010db800000000000000000000000120010db80000000000000000000000023a000b504dd3ecf948494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7',
  ],
]

function octets(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g)!, (b) => parseInt(b, 16))
}

describe('IPv6 on the wire', () => {
  it('reads recorded frames, words them as tcpdump does and writes the same octets', () => {
    for (const [text, hex] of RECORDED) {
      const frame = parseFrame(octets(hex))!
      expect(formatFrame(frame)).toBe(text)
      expect(emitFrame(frame)).toEqual(octets(hex))
    }
  })

  it('reads back a router advertisement with its options', () => {
    const packet: Ipv6 = {
      kind: 'ipv6',
      tclass: 0,
      flowLabel: 0xabcde,
      hopLimit: 255,
      src: 0xfe800000000000000000000000000001n,
      dst: 0xff020000000000000000000000000001n,
      routerAlert: false,
      fragment: null,
      nextHeader: IPPROTO_ICMPV6,
      payload: {
        kind: 'icmp6',
        type: 134,
        code: 0,
        hopLimit: 64,
        managed: false,
        other: true,
        preference: 3,
        lifetime: 1800,
        reachable: 0,
        retrans: 1000,
        options: {
          sourceLl: 0x02aabbccddee,
          mtu: 1400,
          prefixes: [
            {
              prefix: 0x20010db8000000000000000000000000n,
              length: 64,
              onlink: true,
              autonomous: true,
              validLft: 86400,
              preferredLft: 14400,
            },
          ],
        },
      },
    }
    const frame: Frame = { dst: 0x333300000001, src: 0x02aabbccddee, etherType: ETH_P_IPV6, packet }
    expect(parseFrame(emitFrame(frame))).toEqual(frame)
    expect(formatFrame(frame)).toBe('IP6 fe80::1 > ff02::1: ICMP6, router advertisement, length 64')
  })

  it('carries an error with the packet it is about', () => {
    const [, hex] = RECORDED[4]!
    const { packet: original } = parseFrame(octets(hex))!
    if (original.kind !== 'ipv6') throw new Error('not IPv6')
    const packet: Ipv6 = {
      ...original,
      payload: { kind: 'icmp6', type: 2, code: 0, info: 1280, original, quoted: 60 },
    }
    const frame: Frame = { dst: 1, src: 2, etherType: ETH_P_IPV6, packet }
    expect(formatFrame(parseFrame(emitFrame(frame))!)).toBe(
      'IP6 2001:db8::1 > 2001:db8::2: ICMP6, packet too big, mtu 1280, length 68',
    )
  })

  it('never fails on octets that are no packet', () => {
    const start = octets('33330000000102000000000186dd60000000')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (rest) => {
        void parseFrame(Uint8Array.of(...start, ...rest))
      }),
    )
  })
})
