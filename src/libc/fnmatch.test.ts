import { expect, test } from 'vitest'
import { parseGlob } from './fnmatch.ts'
import { PosixRegex } from './regex/posixRegex.ts'

function matches(pattern: string, text: string, path = false): boolean {
  return PosixRegex.fromNode(parseGlob(pattern, { extglob: true, ignoreCase: false, path }), true).test(text)
}

// As `[[ text == pattern ]]` tells (bash 5.2).
test.each([
  ['*.t', 'a.t', true],
  ['[!a]?', 'ba', true],
  ['[^a]', 'a', false],
  ['[]-]*', ']x', true],
  ['[', '[', true],
  ['[z-a]', 'z', false],
  ['[[:digit:]]*', '1a', true],
  ['\\*', '*', true],
  ['+([0-9])', '123', true],
  ['+([0-9])', '', false],
  ['@(a|b)?(c)', 'bc', true],
  ['!(a|b)', 'c', true],
  ['!(a|b)', 'b', false],
  ['a!(b)c', 'abbc', true],
  ['*(a|b', '*(a|b', true],
])('%s against %s', (pattern, text, match) => {
  expect(matches(pattern, text)).toBe(match)
})

test('a component of a path ends at a slash', () => {
  expect([matches('*', 'a/b', true), matches('[!a]', '/', true), matches('!(x)', 'a/b', true)]).toEqual([
    false,
    false,
    false,
  ])
})

test('a hostile pattern is decided at once', () => {
  expect(matches(`+(+(+(a)))${'*a'.repeat(20)}c`, `${'a'.repeat(200)}b`)).toBe(false)
})
