import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../../wire/utf8.ts'
import { bytesSize, humanDuration, humanSize } from './humanize.ts'
import { familiarString, parseReference } from './reference.ts'
import { emitTar, parseTar } from './tar.ts'

test.each([
  [0.4, 'Less than a second'],
  [1.9, '1 second'],
  [59, '59 seconds'],
  [61, 'About a minute'],
  [150, '2 minutes'],
  [3600, 'About an hour'],
  [47 * 3600, '47 hours'],
  [49 * 3600, '2 days'],
  [15 * 86400, '2 weeks'],
  [90 * 86400, '3 months'],
  [800 * 86400, '2 years'],
])('%d s are %s', (seconds, words) => {
  expect(humanDuration(seconds)).toBe(words)
})

test('sizes by thousands and by 1024', () => {
  expect([humanSize(1_984_340, 3), humanSize(0), humanSize(2048, 3), bytesSize(909_312)]).toEqual([
    '1.98MB',
    '0B',
    '2.05kB',
    '888KiB',
  ])
})

test.each([
  ['nginx', 'nginx:latest'],
  ['nginx:1.27', 'nginx:1.27'],
  ['library/nginx', 'nginx:latest'],
  ['team/app:x', 'team/app:x'],
  ['localhost:5000/app', 'localhost:5000/app:latest'],
])('%s is %s', (text, familiar) => {
  const reference = parseReference(text)
  expect(typeof reference === 'string' ? reference : familiarString(reference)).toBe(familiar)
})

test.each([
  ['Foo', 'invalid reference format: repository name (library/Foo) must be lowercase'],
  ['a b', 'invalid reference format'],
  ['', 'invalid reference format'],
])('%s is no name of an image', (text, words) => {
  expect(parseReference(text)).toBe(words)
})

test('an archive gives back what was put in', () => {
  const nothing = new Uint8Array(0)
  const entries = [
    { name: 'd', kind: 'dir' as const, mode: 0o755, mtime: 5, data: nothing, target: '' },
    { name: 'd/f', kind: 'file' as const, mode: 0o644, mtime: 5, data: encodeUtf8('hello'), target: '' },
    { name: 'd/l', kind: 'link' as const, mode: 0o777, mtime: 5, data: nothing, target: 'f' },
  ]
  const octets = emitTar(entries)
  expect(octets.length % 512).toBe(0)
  expect(parseTar(octets)).toEqual(entries)
})
