import { expect, test } from 'vitest'
import { find } from './fuzzy.ts'

const best = (typed: string, texts: readonly string[]): string | undefined =>
  texts
    .flatMap((text) => {
      const found = find(typed, text)
      return found ? [{ text, score: found.score }] : []
    })
    .sort((a, b) => b.score - a.score)[0]?.text

test('letters are found in order, or not at all', () => {
  expect(find('nsr', 'namespace red')?.at).toEqual([0, 4, 10])
  expect(find('der', 'red')).toBeNull()
  expect(find('', 'red')?.at).toEqual([])
  expect(find('blue eth', 'interface eth0 in blue')?.at).toEqual([10, 11, 12, 18, 19, 20, 21])
})

test('beginnings of words go before what lies within', () => {
  expect(best('red', ['hundred', 'namespace red'])).toBe('namespace red')
  expect(best('br0', ['interface veth-br0x in host', 'bridge br0'])).toBe('bridge br0')
  expect(best('10.0.0.2', ['eth0 10.0.0.21/24', 'eth0 10.0.0.2/24'])).toBe('eth0 10.0.0.2/24')
  expect(best('네임', ['네임스페이스 추가', '이름'])).toBe('네임스페이스 추가')
})
