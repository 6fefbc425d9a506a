import { expect, test } from 'vitest'
import { hexDump } from './hexdump.ts'

test('lines of eight octets, the last one short', () => {
  expect(hexDump('450000540001400040010a0048656c6c6f', 8)).toEqual([
    { offset: '0x0000', hex: '4500 0054 0001 4000', text: 'E..T..@.' },
    { offset: '0x0008', hex: '4001 0a00 4865 6c6c', text: '@...Hell' },
    { offset: '0x0010', hex: '6f', text: 'o' },
  ])
})

test('nothing', () => {
  expect(hexDump('', 16)).toEqual([])
})
