import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { md5 } from './md5.ts'
import { sha1 } from './sha1.ts'

it.each([0, 1, 55, 56, 63, 64, 119, 120, 1000])(
  'digests %d octets as a library of the platform does',
  (length) => {
    const octets = encodeUtf8('0123456789'.repeat(100).slice(0, length))
    expect(Buffer.from(md5(octets)).toString('hex')).toBe(createHash('md5').update(octets).digest('hex'))
    expect(Buffer.from(sha1(octets)).toString('hex')).toBe(createHash('sha1').update(octets).digest('hex'))
  },
)
