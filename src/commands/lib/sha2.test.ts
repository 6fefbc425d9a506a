import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256, sha512Hex } from './sha2.ts'

const TEXTS = [
  '',
  'abc',
  'p2pc1',
  'ü',
  'x'.repeat(55),
  'x'.repeat(56),
  'x'.repeat(111),
  'x'.repeat(112),
  'y'.repeat(1000),
]

it.each(TEXTS)('digests %j as a library of the platform does', (text) => {
  expect(Buffer.from(sha256(text)).toString('hex')).toBe(createHash('sha256').update(text).digest('hex'))
  expect(sha512Hex(text)).toBe(createHash('sha512').update(text).digest('hex'))
})
