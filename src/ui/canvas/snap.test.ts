import { expect, test } from 'vitest'
import { snapped } from './snap.ts'

const BOX = { x: 100, y: 100, w: 200, h: 80 }

test('an edge that is near comes onto the line, and the line is shown over both', () => {
  expect(snapped({ x: 104, y: 300, w: 120, h: 40 }, [BOX], 6)).toEqual({
    dx: -4,
    dy: 0,
    guides: [{ axis: 'x', at: 100, from: 100, to: 340 }],
  })
})

test('middles meet too, and both directions at once', () => {
  expect(snapped({ x: 400, y: 118, w: 100, h: 40 }, [BOX], 6)).toEqual({
    dx: 0,
    dy: 2,
    guides: [{ axis: 'y', at: 140, from: 100, to: 500 }],
  })
  const both = snapped({ x: 97, y: 403, w: 200, h: 80 }, [BOX, { ...BOX, x: 500, y: 400 }], 6)
  expect([both.dx, both.dy, both.guides.map((g) => `${'gap' in g ? 'gap' : g.axis}${g.at}`)]).toEqual([
    3,
    -3,
    ['x100', 'x200', 'x300', 'y400', 'y440', 'y480'],
  ])
})

test('nothing near, nothing moved', () => {
  expect(snapped({ x: 350, y: 250, w: 51, h: 33 }, [BOX], 6)).toEqual({ dx: 0, dy: 0, guides: [] })
})
