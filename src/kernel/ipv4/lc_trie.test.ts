import { expect, test } from 'vitest'
import { inet } from '../testbench.ts'
import { growTrie, isTnode, type TrieNode } from './lc_trie.ts'

/** Position and bits of inner nodes around their children, keys of leaves by their last octet. */
function shape(node: TrieNode | null): string {
  if (!node) return '-'
  if (!isTnode(node)) return String(node.key & 255)
  return `${32 - node.pos - node.bits}+${node.bits}(${node.children.map(shape).join(' ')})`
}

function shapeOf(...hosts: readonly number[]): string {
  return shape(growTrie(hosts.map((host) => inet('10.0.0.0') + host)))
}

test('a trie of one key is a leaf, a second one forks it at the bit in which they differ', () => {
  expect([shapeOf(), shapeOf(1), shapeOf(1, 2), shapeOf(1, 3)]).toEqual([
    '-',
    '1',
    '30+2(- 1 2 -)',
    '30+2(- 1 - 3)',
  ])
})

test('a node grows while enough of its children are there', () => {
  expect(shapeOf(0, 1, 2, 3, 4, 5, 6, 7)).toBe('29+3(0 1 2 3 4 5 6 7)')
  expect(shapeOf(0, 64, 128, 192, 255)).toBe('24+4(0 - - - 64 - - - 128 - - - 192 - - 255)')
})
