import { expect, test } from 'vitest'
import { PosixRegex } from './posixRegex.ts'

function matches(syntax: 'basic' | 'extended', pattern: string, text: string, strict = false): unknown {
  const options = { syntax, ignoreCase: false, escapes: false, multiline: false, strict, whole: false }
  const regex = PosixRegex.compile(pattern, options)
  if ('error' in regex) return regex.error
  return regex.exec(text)?.groups ?? null
}

// As grep -o and sed s show them (GNU grep 3.8, sed 4.9).
test.each([
  ['a*', 'baa', ['']],
  ['*a', 'x*a', ['*a']],
  ['^*a', '*a', ['*a']],
  ['\\(*a\\)', 'x*a', ['*a', '*a']],
  ['a\\{2\\}', 'aaa', ['aa']],
  ['a\\{1,\\}', 'aaa', ['aaa']],
  ['a\\|b', 'b', ['b']],
  ['\\(a\\)\\1', 'xaa', ['aa', 'a']],
  ['a+b', 'a+b', ['a+b']],
  ['a\\+b', 'aab', ['aab']],
  ['[]a]*', ']a]', [']a]']],
  ['[^]a]', ']ab', ['b']],
  ['[a-]*', 'a-a', ['a-a']],
  ['[[:digit:]]\\{1,3\\}', 'x123', ['123']],
  ['[\\n]', '\\', ['\\']],
  ['\\<b', 'ab b', ['b']],
  ['a$b', 'a$b', ['a$b']],
  ['a^b', 'a^b', ['a^b']],
  ['\\w*', 'a1_-', ['a1_']],
  ['가.', '가나다', ['가나']],
])('basic %s in %s', (pattern, text, groups) => {
  expect(matches('basic', pattern, text)).toEqual(groups)
})

test.each([
  ['a|ab', 'ab', ['ab']],
  ['(a|ab)(c|bcd)', 'abcd', ['abcd', 'a', 'bcd']],
  ['(a)(x)?', 'ab', ['a', 'a', null]],
  ['a{,2}', 'aaa', ['aa']],
  ['a{1', 'a{1', ['a{1']],
  ['a{', 'a{', ['a{']],
  ['a**', 'aa', ['aa']],
  ['a+?', 'aa', ['aa']],
  ['(^a)', 'ab', ['a', 'a']],
  ['a|', 'b', ['']],
  ['()', 'x', ['', '']],
  ['[a/]', '/', ['/']],
  ['\\.', 'a.', ['.']],
])('extended %s in %s', (pattern, text, groups) => {
  expect(matches('extended', pattern, text)).toEqual(groups)
})

test.each([
  ['basic', '[a', 'Unmatched [, [^, [:, [., or [='],
  ['basic', '[', 'Invalid regular expression'],
  ['basic', '[z-a]', 'Invalid range end'],
  ['basic', '[[:foo:]]', 'Invalid character class name'],
  ['basic', '\\(a', 'Unmatched ( or \\('],
  ['basic', 'a\\)', 'Unmatched ) or \\)'],
  ['basic', 'a\\{1', 'Unmatched \\{'],
  ['basic', 'a\\{x\\}', 'Invalid content of \\{\\}'],
  ['basic', '\\{1\\}', 'Invalid preceding regular expression'],
  ['basic', '\\1', 'Invalid back reference'],
  ['basic', 'a\\', 'Trailing backslash'],
  ['extended', 'a)', 'Unmatched ) or \\)'],
  ['extended', 'a{2,1}', 'Invalid content of \\{\\}'],
  ['extended', 'a{0,70000}', 'Regular expression too big'],
] as const)('%s %s is refused', (syntax, pattern, error) => {
  expect(matches(syntax, pattern, '')).toBe(error)
})

test('a repetition of nothing', () => {
  expect(matches('extended', '*a', 'a')).toEqual(['a'])
  expect(matches('extended', '*a', 'a', true)).toBe('Invalid preceding regular expression')
})

test.each([
  ['^(a+)+$', 'b'],
  ['(a|aa)*c', 'b'],
  ['(x+x+)+y', 'b'],
  ['((a{1,20}){1,20}){1,3}c', 'b'],
])('%s is decided at once', (pattern, last) => {
  expect(matches('extended', pattern, `${'ax'.repeat(500)}${'a'.repeat(5000)}${last}`)).toBeNull()
})

test('groups keep what they held in an earlier round', () => {
  expect(matches('extended', '(([0-9]+)|([a-z]+))*', '12ab')).toEqual(['12ab', 'ab', '12', 'ab'])
})

test('back-references that would be searched for ever are given up', () => {
  expect(() => matches('extended', '^((a*)*\\2)*[c]', 'a'.repeat(60))).toThrow(RangeError)
})
