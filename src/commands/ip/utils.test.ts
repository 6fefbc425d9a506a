import { expect, test } from 'vitest'
import { AF_INET, AF_INET6, AF_UNSPEC } from '../../uapi/rtnetlink.ts'
import { atoi, fnmatch, parseAddr, parseInteger, parsePrefix, parseUnsigned } from './utils.ts'
import { formatAddress } from '../../wire/inet6.ts'

function show(text: string, family: number = AF_UNSPEC): string | null {
  const prefix = parsePrefix(text, family)
  return prefix && `${prefix.family} ${formatAddress(prefix.address)}/${prefix.bitlen}`
}

test('prefixes as iproute2 reads them', () => {
  expect(show('10.1/16')).toBe('2 10.1.0.0/16')
  expect(show('10/8')).toBe('2 10.0.0.0/8')
  expect(show('010.0.0.1')).toBe('2 8.0.0.1/32')
  expect(show('0xa.1')).toBe('2 10.1.0.0/32')
  expect(show('10.0.0.0/255.255.255.0')).toBe('2 10.0.0.0/24')
  expect(show('10.0.0.0/0x18')).toBe('2 10.0.0.0/24')
  expect(show('default')).toBe('0 0.0.0.0/0')
  expect(show('default', AF_INET6)).toBe('10 ::/0')
  expect(show('any', AF_INET)).toBe('2 0.0.0.0/0')
  expect(show('fe80::1/64')).toBe('10 fe80::1/64')
  for (const wrong of [
    '',
    '10.0.0.256',
    '10.0.0.0/33',
    '0x0a000008/24',
    '167772161',
    '1.2.3.4.5',
    '10..1',
    'default/0',
  ]) {
    expect(show(wrong), wrong).toBe(null)
  }
  expect(show('10.0.0.1', AF_INET6)).toBe(null)
  expect(show('::1', AF_INET)).toBe(null)
  expect(show('10.0.0.0/255.0.255.0')).toBe(null)
})

test('a bare address tells that its length was not written', () => {
  expect(parsePrefix('10.0.0.1', AF_UNSPEC)?.lengthGiven).toBe(false)
  expect(parsePrefix('10.0.0.1/32', AF_UNSPEC)?.lengthGiven).toBe(true)
  expect(parseAddr('10.0.0.1/32', AF_INET)).toBe(null)
})

test('numbers in base 8, 10 and 16', () => {
  expect(
    ['0', '010', '0x5dc', '1500', '-1', '1500x', '', '08', ' 7', '4294967295'].map((t) => parseUnsigned(t)),
  ).toEqual([0, 8, 1500, 1500, null, null, null, null, 7, 4294967295])
  expect(['-1', '2147483647', '2147483648', '-0x10'].map(parseInteger)).toEqual([-1, 2147483647, null, -16])
  expect(['12abc', 'abc', ' -3'].map(atoi)).toEqual([12, 0, -3])
})

test('fnmatch', () => {
  expect(fnmatch('eth0:*', 'eth0:1')).toBe(true)
  expect(fnmatch('eth0', 'eth0:1')).toBe(false)
  expect(fnmatch('eth[0-3]', 'eth2')).toBe(true)
  expect(fnmatch('eth[!0-3]', 'eth2')).toBe(false)
  expect(fnmatch('e?h0', 'eth0')).toBe(true)
  expect(fnmatch('a.c', 'abc')).toBe(false)
})
