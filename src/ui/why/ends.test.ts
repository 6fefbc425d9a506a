import { expect, it } from 'vitest'
import { addressesOf, type End } from './ends.ts'

function end(name: string, ...addresses: string[]): End {
  return { id: `host/${name}`, machine: 'host', inode: 1, name, addresses }
}

it('offers the addresses of the others, those of one’s own networks first', () => {
  const red = end('red', '10.0.0.1/24', 'fd00:1::1/64')
  const ends = [red, end('far', '10.0.1.9/24'), end('blue', '10.0.0.2/24', 'fd00:1::2/64'), end('bare')]
  expect(addressesOf(ends, red)).toMatchObject([
    { address: '10.0.0.2', name: 'blue' },
    { address: 'fd00:1::2', name: 'blue' },
    { address: '10.0.1.9', name: 'far' },
  ])
})
