import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { encodeUtf8 } from '../../wire/utf8.ts'
import { newMd5 } from './md5.ts'
import { newSha1 } from './sha1.ts'
import { newSha256, sha256 } from './sha2.ts'
import { newSha512, sha512Hex } from './sha512.ts'

const FUNCTIONS = [
  ['md5', newMd5],
  ['sha1', newSha1],
  ['sha256', newSha256],
  ['sha512', newSha512],
] as const
const LENGTHS = [0, 1, 3, 55, 56, 63, 64, 111, 112, 119, 120, 127, 128, 239, 240, 1000, 70_000]

it.each(FUNCTIONS)('%s digests as a library of the platform does, in pieces of any size', (name, make) => {
  for (const length of LENGTHS) {
    const octets = Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 3)) & 255)
    const wanted = createHash(name).update(octets).digest('hex')
    expect(Buffer.from(make().update(octets).octets()).toString('hex')).toBe(wanted)
    for (const size of [1, 63, 64, 129, 4096]) {
      const digest = make()
      for (let at = 0; at < length; at += size) digest.update(octets.subarray(at, at + size))
      expect(Buffer.from(digest.octets()).toString('hex')).toBe(wanted)
    }
  }
})

it('digests texts as UTF-8', () => {
  const octets = encodeUtf8('p2pc1 ü')
  expect(Buffer.from(sha256('p2pc1 ü')).toString('hex')).toBe(
    createHash('sha256').update(octets).digest('hex'),
  )
  expect(sha512Hex('p2pc1 ü')).toBe(createHash('sha512').update(octets).digest('hex'))
})
