import { expect, test } from 'vitest'
import { along, wayOf } from './ways.ts'

test('a way of lines is walked evenly', () => {
  const way = wayOf('M0,0 L30,0 L30,40')
  expect(way.at(-1)?.at).toBe(70)
  expect([along(way, 0), along(way, 0.5), along(way, 1)]).toEqual([
    { x: 0, y: 0 },
    { x: 30, y: 5 },
    { x: 30, y: 40 },
  ])
})

test('a curve is cut into pieces, its ends kept', () => {
  const way = wayOf('M0,0 L0,10 C0,60 100,60 100,110 L100,120')
  expect(way).toHaveLength(19)
  expect(along(way, 0.5)).toEqual({ x: 50, y: 60 })
  expect(along(way, 1)).toEqual({ x: 100, y: 120 })
})
