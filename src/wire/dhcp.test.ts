import { expect, it } from 'vitest'
import {
  addressOption,
  DHCP_OPTIONS,
  DHCP_TYPES,
  dhcpAddresses,
  dhcpNumber,
  dhcpText,
  dhcpType,
  emitDhcp,
  numberOption,
  octetOption,
  parseDhcp,
  textOption,
  type Dhcp,
} from './dhcp.ts'

const OFFER: Dhcp = {
  reply: true,
  xid: 0xc511f840,
  secs: 3,
  broadcast: true,
  ciaddr: 0,
  yiaddr: 0x0a09006d,
  siaddr: 0x0a090001,
  giaddr: 0,
  chaddr: 0x020000000010,
  options: [
    octetOption(DHCP_OPTIONS.messageType, DHCP_TYPES.OFFER),
    addressOption(DHCP_OPTIONS.dnsServer, 0x08080808, 0x01010101),
    numberOption(DHCP_OPTIONS.leaseTime, 43200),
    textOption(DHCP_OPTIONS.hostname, 'box'),
  ],
}

it('a message is read as it was written, and is no shorter than one of BOOTP', () => {
  const octets = emitDhcp(OFFER)
  expect(octets.length).toBe(300)
  expect(parseDhcp(octets)).toEqual(OFFER)
})

it('options are found by their numbers', () => {
  expect(dhcpType(OFFER)).toBe(DHCP_TYPES.OFFER)
  expect(dhcpAddresses(OFFER, DHCP_OPTIONS.dnsServer)).toEqual([0x08080808, 0x01010101])
  expect(dhcpNumber(OFFER, DHCP_OPTIONS.leaseTime)).toBe(43200)
  expect(dhcpText(OFFER, DHCP_OPTIONS.hostname)).toBe('box')
  expect(dhcpText(OFFER, DHCP_OPTIONS.domainName)).toBeNull()
})

it('padding is passed over; an option that does not fit ends the list', () => {
  const octets = emitDhcp({ ...OFFER, options: [] })
  octets.set([0, 0, 53, 1, 5, 12, 200], 240)
  expect(parseDhcp(octets)?.options).toEqual([octetOption(53, 5)])
})

it('what is no such message is none', () => {
  expect(parseDhcp(new Uint8Array(300))).toBeNull()
  expect(parseDhcp(emitDhcp(OFFER).subarray(0, 100))).toBeNull()
})
