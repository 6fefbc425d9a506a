import { expect, test } from 'vitest'
import { snapped } from './snap.ts'
import { evenShift, gapsOf } from './spacing.ts'

const box = (x: number, y: number): { x: number; y: number; w: number; h: number } => ({
  x,
  y,
  w: 100,
  h: 50,
})
const ROW = [box(0, 0), box(400, 0)]

test('between two it comes to stand in the middle, and both gaps are shown', () => {
  expect(evenShift('x', box(197, 20), ROW, 6)).toBe(3)
  expect(gapsOf('x', box(200, 20), ROW)).toEqual([
    { gap: 'x', from: 100, to: 200, at: 35 },
    { gap: 'x', from: 300, to: 400, at: 35 },
  ])
})

test('a row of two is continued on either side', () => {
  const two = [box(0, 0), box(160, 10)]
  expect(evenShift('x', box(324, 0), two, 6)).toBe(-4)
  expect(gapsOf('x', box(320, 0), two)).toEqual([
    { gap: 'x', from: 100, to: 160, at: 30 },
    { gap: 'x', from: 260, to: 320, at: 30 },
  ])
  expect(evenShift('x', box(-163, 0), two, 6)).toBe(3)
  expect(gapsOf('x', box(-160, 0), two).map((g) => [g.from, g.to])).toEqual([
    [-60, 0],
    [100, 160],
  ])
})

test('a column as a row', () => {
  const column = [box(0, 0), box(10, 90)]
  expect(evenShift('y', box(0, 178), column, 6)).toBe(2)
  expect(gapsOf('y', box(0, 180), column)).toEqual([
    { gap: 'y', from: 50, to: 90, at: 55 },
    { gap: 'y', from: 140, to: 180, at: 55 },
  ])
})

test('what stands beside the row, touches, is too far or leaves no room makes no gap', () => {
  expect(evenShift('x', box(197, 60), ROW, 6)).toBeNull()
  expect(evenShift('x', box(190, 0), ROW, 6)).toBeNull()
  expect(evenShift('x', box(203, 0), [box(0, 0), box(100, 0)], 6)).toBeNull()
  expect(evenShift('x', box(102, 0), [box(0, 0), box(198, 0)], 6)).toBeNull()
  expect(gapsOf('x', box(190, 0), ROW)).toEqual([])
})

test('all gaps of a row that became even are shown once each', () => {
  const four = [box(0, 0), box(150, 0), box(450, 0), box(600, 0)]
  expect(gapsOf('x', box(300, 0), four).map((g) => g.from)).toEqual([100, 250, 400, 550])
})

test('of a line and an even gap the nearer is taken, and what holds there is shown', () => {
  const under = { x: 195, y: 300, w: 100, h: 50 }
  const found = snapped(box(198, 12), [...ROW, under], 6)
  expect([found.dx, found.guides]).toEqual([
    2,
    [
      { gap: 'x', from: 100, to: 200, at: 31 },
      { gap: 'x', from: 300, to: 400, at: 31 },
    ],
  ])
  expect(
    snapped(box(196, 12), [...ROW, under], 6).guides.map((g) => `${'gap' in g ? 'gap' : g.axis}${g.at}`),
  ).toEqual(['x195', 'x245', 'x295'])
})
