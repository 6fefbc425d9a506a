import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emitFrame, ETH_P_ARP, ETH_P_IP, formatFrame, parseFrame, type Frame } from './ethernet.ts'
import { formatInet, inetMask, maskLength, parseInet } from './inet.ts'
import { formatInet6, linkLocalOf, parseInet6 } from './inet6.ts'
import { IPPROTO_ICMP, IPPROTO_UDP, type Ipv4 } from './ipv4.ts'
import { formatMac, isMulticastMac, parseMac, toLocalUnicast } from './mac.ts'
import { decodeUtf8, encodeUtf8, shownUtf8 } from './utf8.ts'

const mac = fc
  .integer({ min: 0, max: 0xffff })
  .chain((hi) => fc.nat(0xffffffff).map((lo) => hi * 0x100000000 + lo))
const inet = fc.nat(0xffffffff)
const data = fc.uint8Array({ maxLength: 64 })
const ip = { tos: 0, id: 7, df: true, mf: false, offset: 0, ttl: 64 } as const

const packet: fc.Arbitrary<Ipv4> = fc.oneof(
  fc
    .record({ src: inet, dst: inet, id: fc.nat(65535), seq: fc.nat(65535), data })
    .map(({ src, dst, id, seq, data: echo }): Ipv4 => ({
      kind: 'ipv4',
      ...ip,
      protocol: IPPROTO_ICMP,
      src,
      dst,
      payload: { kind: 'icmp', type: 8, code: 0, id, seq, data: echo },
    })),
  fc
    .record({ src: inet, dst: inet, sport: fc.nat(65535), dport: fc.nat(65535), data })
    .map(({ src, dst, sport, dport, data: body }): Ipv4 => ({
      kind: 'ipv4',
      ...ip,
      protocol: IPPROTO_UDP,
      src,
      dst,
      payload: { kind: 'udp', sport, dport, data: body },
    })),
)

describe('frames', () => {
  it('read back what they were written from', () => {
    const frame = fc.oneof(
      fc.record({ dst: mac, src: mac, packet }).map((f): Frame => ({ ...f, etherType: ETH_P_IP })),
      fc
        .record({ dst: mac, src: mac, sha: mac, spa: inet, tha: mac, tpa: inet })
        .map(({ dst, src, ...arp }): Frame => ({
          dst,
          src,
          etherType: ETH_P_ARP,
          packet: { kind: 'arp', op: 1, ...arp },
        })),
    )
    fc.assert(fc.property(frame, (f) => void expect(parseFrame(emitFrame(f))).toEqual(f)))
  })

  it('reads a recorded ARP request', () => {
    const hex =
      'ffffffffffff 4adf4b01269a 0806 0001 0800 06 04 0001 4adf4b01269a 0ac90004 000000000000 0ac90005'
    const bytes = Uint8Array.from(hex.replaceAll(' ', '').match(/../g)!, (b) => parseInt(b, 16))
    const frame = parseFrame(bytes)!
    expect(formatFrame(frame)).toBe('ARP, Request who-has 10.201.0.5 tell 10.201.0.4, length 28')
    expect(emitFrame(frame)).toEqual(bytes)
  })

  it('carries an error with the packet it is about', () => {
    const original = fc.sample(packet, { numRuns: 1, seed: 3 })[0]!
    const frame: Frame = {
      dst: 2,
      src: 4,
      etherType: ETH_P_IP,
      packet: {
        kind: 'ipv4',
        ...ip,
        protocol: IPPROTO_ICMP,
        src: 1,
        dst: 2,
        payload: { kind: 'icmp', type: 3, code: 1, info: 0, original, quoted: 28 },
      },
    }
    const back = parseFrame(emitFrame(frame))!
    expect(back.packet).toMatchObject({
      payload: { type: 3, code: 1, quoted: 28, original: { src: original.src } },
    })
    expect(formatFrame(back)).toBe('IP 0.0.0.1 > 0.0.0.2: ICMP host unreachable, length 36')
  })

  it('never fails on octets that are no frame', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void parseFrame(bytes)))
  })
})

describe('addresses', () => {
  it('IPv4 text goes both ways, and leading zeros, hexadecimal and short forms are refused', () => {
    fc.assert(fc.property(inet, (a) => void expect(parseInet(formatInet(a))).toBe(a)))
    expect(['10.1', '010.0.0.1', '0x0a.0.0.1', '256.0.0.1', '', '1.2.3.4.5'].map(parseInet)).toEqual(
      Array(6).fill(null),
    )
  })

  it('masks and lengths', () => {
    expect([0, 8, 24, 32].map((n) => formatInet(inetMask(n)))).toEqual([
      '0.0.0.0',
      '255.0.0.0',
      '255.255.255.0',
      '255.255.255.255',
    ])
    for (let n = 0; n <= 32; n++) expect(maskLength(inetMask(n))).toBe(n)
    expect(maskLength(0xff00ff00)).toBeNull()
  })

  it('IPv6 text is canonical', () => {
    const cases = ['::', '::1', 'fe80::1', '2001:db8::8:800:200c:417a', '1:0:0:2::3', '2001:db8:0:1:1:1:1:1']
    expect(cases.map((t) => formatInet6(parseInet6(t)!))).toEqual(cases)
    expect(formatInet6(parseInet6('::ffff:10.0.0.1')!)).toBe('::ffff:a00:1')
    expect(['1::2::3', ':::', '12345::', '1:2:3', 'g::'].map(parseInet6)).toEqual(Array(5).fill(null))
  })

  it('a link-local address is made of the MAC (recorded)', () => {
    expect(formatInet6(linkLocalOf(parseMac('16:95:44:a3:eb:85')!))).toBe('fe80::1495:44ff:fea3:eb85')
  })

  it('MAC text goes both ways; random ones are local and unicast', () => {
    fc.assert(
      fc.property(mac, (m) => {
        expect(parseMac(formatMac(m))).toBe(m)
        expect(isMulticastMac(toLocalUnicast(m))).toBe(false)
        expect(formatMac(toLocalUnicast(m))).toMatch(/^.[26ae]:/)
      }),
    )
  })
})

describe('UTF-8', () => {
  it('goes both ways for any text, and marks what is malformed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => void expect(decodeUtf8(encodeUtf8(text))).toBe(text),
      ),
    )
    expect(shownUtf8(Uint8Array.of(0x61, 0xff, 0xed, 0x95, 0x9c, 0xe2))).toBe('a\ufffd한\ufffd')
  })

  it('keeps octets that are no text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ max: 255 }),
        (octets) => void expect(encodeUtf8(decodeUtf8(octets))).toEqual(octets),
      ),
    )
    // An encoded surrogate is no character.
    expect(decodeUtf8(Uint8Array.of(0xed, 0xb2, 0x80))).toBe('\udced\udcb2\udc80')
  })
})
