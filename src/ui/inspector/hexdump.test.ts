import { expect, test } from 'vitest'
import { hexDump, type DumpLine } from './hexdump.ts'

/** Lit octets in brackets. */
function shown({ offset, hex, text }: DumpLine): readonly string[] {
  const write = (parts: DumpLine['hex']): string =>
    parts.map((p) => (p.lit ? `[${p.text}]` : p.text)).join('')
  return [offset, write(hex), write(text)]
}

test('lines of eight octets, the last one short', () => {
  expect(hexDump('450000540001400040010a0048656c6c6f', 8).map(shown)).toEqual([
    ['0x0000', '4500 0054 0001 4000', 'E..T..@.'],
    ['0x0008', '4001 0a00 4865 6c6c', '@...Hell'],
    ['0x0010', '6f', 'o'],
  ])
})

test('octets that are lit, over the end of a line', () => {
  expect(hexDump('450000540001400040010a0048656c6c6f', 8, [6, 10]).map(shown)).toEqual([
    ['0x0000', '4500 0054 0001 [4000]', 'E..T..[@.]'],
    ['0x0008', '[4001] 0a00 4865 6c6c', '[@.]..Hell'],
    ['0x0010', '6f', 'o'],
  ])
  expect(hexDump('45000054', 8, [1, 2]).map(shown)).toEqual([['0x0000', '45[00] 0054', 'E[.].T']])
})

test('nothing', () => {
  expect(hexDump('', 16)).toEqual([])
})
