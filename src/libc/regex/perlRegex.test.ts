import { expect, test } from 'vitest'
import { PerlRegex } from './perlRegex.ts'

function found(pattern: string, text: string, oniguruma = false): unknown {
  const options = { ignoreCase: false, dotAll: false, multiline: false, free: false, oniguruma }
  const regex = PerlRegex.compile(pattern, options)
  if ('error' in regex) return regex.error
  const match = regex.exec(text)
  if (match === null || match === 'limit') return match
  return [[match.index, match.end], ...match.groups].map(([from, to]) =>
    from < 0 ? null : text.slice(from, to),
  )
}

// As grep -oP (GNU grep 3.8, PCRE2 10.42) and perl show them.
test.each([
  ['a|ab', 'ab', ['a']],
  ['(a|ab)(c|bcd)', 'abcd', ['abcd', 'a', 'bcd']],
  ['a+?', 'aaa', ['a']],
  ['a{2,}?', 'aaa', ['aa']],
  ['a++a', 'aaa', null],
  ['(?>a|ab)c', 'abc', null],
  ['inet \\K[0-9.]+', 'inet 10.0.0.1/24', ['10.0.0.1']],
  ['(?<=dev )\\w+', 'via x dev eth0', ['eth0']],
  ['(?<!e)th\\d', 'eth0 th1', ['th1']],
  ['\\w+(?=:)', 'a b: c', ['b']],
  ['(?i)ETH', 'eth', ['eth']],
  ['a(?i:B)c', 'aBc', ['aBc']],
  ['(?<x>a)\\k<x>', 'baa', ['aa', 'a']],
  ['(a)(b)?\\1', 'aa', ['aa', 'a', null]],
  ['\\Qa.b\\E+', 'a.bb', ['a.bb']],
  ['[\\d.-]+', 'x1.-2', ['1.-2']],
  ['[^\\W_]+', '_ab_', ['ab']],
  ['[[:upper:]\\s]+', 'aB C', ['B C']],
  ['\\x41\\x{42}', 'AB', ['AB']],
  ['\\bfoo\\b', 'xfoo foo', ['foo']],
  ['x*$', 'ax\n', ['x']],
  ['(?:a|b)*?c', 'abac', ['abac']],
])('%s in %s', (pattern, text, match) => {
  expect(found(pattern, text)).toEqual(match)
})

test.each([
  ['(t', 'missing closing parenthesis'],
  ['t)', 'unmatched closing parenthesis'],
  ['*t', 'quantifier does not follow a repeatable item'],
  ['[t', 'missing terminating ] for character class'],
  ['t{2,1}', 'numbers out of order in {} quantifier'],
  ['t\\', '\\ at end of pattern'],
  ['[z-a]', 'range out of order in character class'],
  ['[[:foo:]]', 'unknown POSIX class name'],
  ['\\p{Foo}', 'unknown property after \\P or \\p'],
  ['(?<x', 'syntax error in subpattern name (missing terminator?)'],
  ['(?Z)', 'unrecognized character after (? or (?-'],
  ['\\2', 'reference to non-existent subpattern'],
  ['(?<=a+)t', 'lookbehind assertion is not fixed length'],
  ['(?R)', 'recursion is not supported in vethlab'],
])('%s is refused', (pattern, error) => {
  expect(found(pattern, '')).toBe(error)
})

test('a search that goes on and on is given up', () => {
  expect(found('^(a+)+$', `${'a'.repeat(40)}b`)).toBe('limit')
})

test('Oniguruma knows all scripts, and calls a hexadecimal digit \\h', () => {
  expect(found('\\w+', '가나 다', true)).toEqual(['가나'])
  expect(found('\\h+', 'xyz0f', true)).toEqual(['0f'])
  expect(found('(?<=a+)t', '', true)).toBe('invalid pattern in look-behind')
})
