import { expect, it } from 'vitest'
import { lazyShelf } from './lazyShelf.ts'

function bench(): {
  readonly written: string[]
  readonly idle: (() => void)[]
  readonly shelf: ReturnType<typeof lazyShelf>
} {
  const items = new Map([['old', '1']])
  const written: string[] = []
  const idle: (() => void)[] = []
  const under = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      written.push(`${key}=${value}`)
      items.set(key, value)
    },
    removeItem: (key: string) => void items.delete(key),
  }
  return { written, idle, shelf: lazyShelf(under, (write) => idle.push(write)) }
}

it('what is kept many times is written once, the last of it, and read meanwhile', () => {
  const { written, idle, shelf } = bench()
  for (let n = 0; n < 5; n++) shelf.setItem('lab', String(n))
  expect([written, idle.length, shelf.getItem('lab'), shelf.getItem('old')]).toEqual([[], 1, '4', '1'])
  idle[0]!()
  expect([written, shelf.getItem('lab')]).toEqual([['lab=4'], '4'])
  shelf.setItem('lab', '5')
  expect(idle).toHaveLength(2)
})

it('what is taken away is not written after', () => {
  const { written, idle, shelf } = bench()
  shelf.setItem('old', '2')
  shelf.removeItem('old')
  idle[0]!()
  expect([written, shelf.getItem('old')]).toEqual([[], null])
})

it('a page that goes writes what waits, and nothing twice', () => {
  const { written, idle, shelf } = bench()
  shelf.setItem('lab', '1')
  shelf.write()
  idle[0]!()
  expect(written).toEqual(['lab=1'])
})
