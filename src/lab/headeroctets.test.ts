import { describe, expect, test } from 'vitest'
import { echo, echo6, arpRequest, syn, tagged } from '../commands/tcpdump/frames.ts'
import type { Frame } from '../wire/ethernet.ts'
import { headersOf, hexOf } from './headers.ts'

/** The octets of each field as hex digits. */
function digitsOf(frame: Frame): Readonly<Record<string, string>> {
  const hex = hexOf(frame)
  return Object.fromEntries(
    headersOf(frame).flatMap(({ name, fields }) =>
      fields.flatMap((field) =>
        field.octets
          ? [[`${name} ${field.name}`, hex.slice(2 * field.octets[0], 2 * field.octets[1])] as const]
          : [],
      ),
    ),
  )
}

describe('the octets of a field are those that hold its value', () => {
  test('of an ARP request', () => {
    const hex = hexOf(arpRequest)
    expect(digitsOf(arpRequest)).toMatchObject({
      'Ethernet II Destination': hex.slice(0, 12),
      'Ethernet II Type': '0806',
      'ARP Operation': '0001',
      'ARP Target protocol address': hex.slice(76, 84),
    })
  })

  test('of an echo request', () => {
    expect(digitsOf(echo)).toMatchObject({ 'IPv4 Version': '45', 'IPv4 Protocol': '01', 'ICMP Type': '08' })
    expect(digitsOf(echo6)).toMatchObject({ 'IPv6 Next header': '3a', 'ICMPv6 Type': '80' })
  })

  test('of a segment under its options, and of what is tagged', () => {
    expect(digitsOf(syn)).toMatchObject({ 'TCP Header length': expect.stringMatching(/^[6-9a-f]0$/) })
    expect(digitsOf(tagged)).toMatchObject({ 'Ethernet II Type': '8100', '802.1Q Type': '0800' })
  })
})

test.each([
  ['ARP', arpRequest],
  ['echo', echo],
  ['echo6', echo6],
  ['SYN', syn],
  ['tagged', tagged],
] as const)('layers of %s follow one another to the end', (_, frame) => {
  let at = 0
  for (const { octets } of headersOf(frame)) {
    expect(octets[0]).toBe(at)
    at = octets[1]
  }
  expect(at).toBe(hexOf(frame).length / 2)
})
