import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emitFrame, formatFrame, frameLength, parseFrame, withVlan, type Frame } from './ethernet.ts'
import { ETH_P_8021AD, ETH_P_8021Q, type VlanTag } from './vlan.ts'

const ARP = '0001 0800 06 04 0001 4adf4b01269a 0ac90004 000000000000 0ac90005'

function octets(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g)!, (b) => parseInt(b, 16))
}

const tag = fc.record({
  proto: fc.constantFrom(ETH_P_8021Q, ETH_P_8021AD),
  id: fc.nat(4095),
  prio: fc.nat(7),
  dei: fc.boolean(),
})

it('reads a tag, and the frame under it', () => {
  const bytes = octets(`ffffffffffff 4adf4b01269a 8100 700a 0806 ${ARP}`)
  const frame = parseFrame(bytes)!
  expect(frame.vlan).toEqual({ proto: ETH_P_8021Q, id: 10, prio: 3, dei: true, inner: null })
  expect(formatFrame(frame)).toBe(
    'vlan 10, p 3, DEI, ARP, Request who-has 10.201.0.5 tell 10.201.0.4, length 28',
  )
  expect([frameLength(frame), emitFrame(frame)]).toEqual([46, bytes])
})

it('a tag in a tag goes both ways, and pops off', () => {
  const bare = parseFrame(octets(`ffffffffffff 4adf4b01269a 0806 ${ARP}`))!
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1, maxLength: 3 }), (tags) => {
      const vlan = tags.reduceRight<VlanTag | null>((inner, outer) => ({ ...outer, inner }), null)
      const frame: Frame = withVlan(bare, vlan)
      expect(frameLength(frame)).toBe(42 + 4 * tags.length)
      expect(parseFrame(emitFrame(frame))).toEqual(frame)
      expect(withVlan(frame, null)).toEqual(bare)
    }),
  )
})

it('never fails on a tag that is cut off', () => {
  const bytes = octets(`ffffffffffff 4adf4b01269a 88a8 0064 8100 0014 0806 ${ARP}`)
  for (let n = 0; n < bytes.length; n++) expect(() => parseFrame(bytes.slice(0, n))).not.toThrow()
})
