import { expect, test } from 'vitest'
import { inBashOrder } from './assoc.ts'

const keysOf = (text: string): string =>
  inBashOrder(text.split(' ').map((key) => [key, ''] as const))
    .map(([key]) => key)
    .join(' ')

test('keys come in the order of the hash table of bash 5.2', () => {
  const keys = 'red blue green eth0 veth0 br0 10.0.0.1 10.0.0.2 alpha beta gamma x1 x2 x3'
  expect(keysOf(keys)).toBe('alpha gamma x1 x3 x2 10.0.0.1 10.0.0.2 blue br0 veth0 red beta eth0 green')
})

test('octets above 127 are negative', () => {
  expect(keysOf('red 한글 blue 10.0.0.2')).toBe('10.0.0.2 한글 blue red')
})

test('a value stays with its key', () => {
  expect(
    inBashOrder([
      ['a', '1'],
      ['b', '2'],
    ]),
  ).toEqual([
    ['b', '2'],
    ['a', '1'],
  ])
})
