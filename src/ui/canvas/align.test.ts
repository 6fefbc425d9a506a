import { expect, test } from 'vitest'
import { aligned, distributed } from './align.ts'

const THREE = [
  { x: 0, y: 0, w: 100, h: 40 },
  { x: 300, y: 50, w: 60, h: 60 },
  { x: 120, y: 200, w: 80, h: 20 },
]

test('edges and middles line up with the outermost', () => {
  expect(aligned(THREE, 'left').map((p) => p.x)).toEqual([0, 0, 0])
  expect(aligned(THREE, 'right').map((p) => p.x)).toEqual([260, 300, 280])
  expect(aligned(THREE, 'centre').map((p) => p.x)).toEqual([130, 150, 140])
  expect(aligned(THREE, 'bottom').map((p) => p.y)).toEqual([180, 160, 200])
  expect(aligned(THREE, 'middle').map((p) => p.y)).toEqual([90, 80, 100])
  expect(aligned(THREE, 'top')).toEqual([
    { x: 0, y: 0 },
    { x: 300, y: 0 },
    { x: 120, y: 0 },
  ])
})

test('gaps become the same, the first and the last stay', () => {
  expect(distributed(THREE, 'x')).toEqual([
    { x: 0, y: 0 },
    { x: 300, y: 50 },
    { x: 160, y: 200 },
  ])
  expect(distributed(THREE, 'y').map((p) => p.y)).toEqual([0, 90, 200])
  expect(distributed([THREE[0]!], 'x')).toEqual([{ x: 0, y: 0 }])
})
