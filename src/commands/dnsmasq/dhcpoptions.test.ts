import { expect, it } from 'vitest'
import { addressOption, octetOption, textOption } from '../../wire/dhcp.ts'
import { formatRequested, formatSent, formatTime, readOption, readTime } from './dhcpoptions.ts'

it('options are given by number or name', () => {
  expect(readOption('3,10.0.0.1')).toEqual(addressOption(3, 0x0a000001))
  expect(readOption('option:dns-server,8.8.8.8,1.1.1.1')).toEqual(addressOption(6, 0x08080808, 0x01010101))
  expect(readOption('option:mtu,1400')).toEqual(octetOption(26, 5, 120))
  expect(readOption('15,lab')).toEqual(textOption(15, 'lab'))
  expect(readOption('3')).toEqual({ code: 3, data: new Uint8Array() })
  expect(readOption('option:nosuch,1')).toBeNull()
  expect(readOption('tag:red,3,10.0.0.1')).toEqual({ unsupported: '--dhcp-option=tag:red' })
})

it('times', () => {
  expect(['45', '30m', '12h', '2d', 'infinite', 'x'].map(readTime)).toEqual([
    45,
    1800,
    43200,
    172800,
    0xffffffff,
    null,
  ])
  expect([43200, 37800, 120, 90, 0xffffffff].map(formatTime)).toEqual([
    '12h',
    '10h30m',
    '2m',
    '1m30s',
    'infinite',
  ])
})

it('what is sent and what was asked for, as --log-dhcp tells', () => {
  expect(formatSent(addressOption(1, 0xffffff00))).toBe('sent size:  4 option:  1 netmask  255.255.255.0')
  expect(formatSent(octetOption(53, 2))).toBe('sent size:  1 option: 53 message-type  2')
  expect(formatRequested([1, 28, 2, 3, 15, 6, 119, 12, 44, 47, 26, 121, 42])).toEqual([
    'requested options: 1:netmask, 28:broadcast, 2:time-offset, 3:router, ',
    'requested options: 15:domain-name, 6:dns-server, 119:domain-search, ',
    'requested options: 12:hostname, 44:netbios-ns, 47:netbios-scope, ',
    'requested options: 26:mtu, 121:classless-static-route, 42:ntp-server',
  ])
})
