import { describe, expect, it } from 'vitest'
import { draw, NO_DRAWING, type Drawing } from './drawing.ts'
import { boxAt, boxesInPlay, cablesInPlay, isLarge } from './inPlay.ts'
import { absolute } from './layout.ts'
import { overlaps, type Rect } from './space.ts'
import { type } from './testing/typed.ts'
import { viewOf } from './testing/view.ts'
import { bridgeLab, many } from './testing/worlds.ts'

const SMALL = draw(viewOf(bridgeLab()), new Map(), NO_DRAWING)
const LARGE = draw(viewOf(many(400)), new Map(), NO_DRAWING)

function where({ scene, layout }: Drawing, id: string): Rect {
  return absolute(scene, layout.boxes, id)
}

describe('a large lab', () => {
  it('is one of very many boxes', () => {
    expect([isLarge(SMALL), isLarge(LARGE)]).toEqual([false, true])
  })

  it('has in play from afar its outermost boxes, and what is held', () => {
    const [first, second] = LARGE.nodes.filter((n) => n.type === 'netns')
    const ids = boxesInPlay(LARGE, null, [second!.id]).map((n) => n.id)
    expect(ids).toEqual(['machine:host', second!.id])
    expect(ids).not.toContain(first!.id)
  })

  it('has in play from near what is near, what that is cabled to, and what those stand in', () => {
    const last = LARGE.nodes.findLast((n) => n.type === 'netns')!
    const at = where(LARGE, last.id)
    const near = { x: at.x, y: at.y, w: at.w, h: at.h }
    const boxes = boxesInPlay(LARGE, near, [])
    const ids = new Set(boxes.map((n) => n.id))
    expect(boxes.length).toBeLessThan(20)
    expect(ids.has(last.id)).toBe(true)
    for (const { parentId } of boxes) expect(parentId === undefined || ids.has(parentId)).toBe(true)
    const cables = cablesInPlay(LARGE, near)
    expect(cables.length).toBeGreaterThan(0)
    for (const { source, target } of cables) expect(ids.has(source) && ids.has(target)).toBe(true)
    const inView = LARGE.nodes.filter((n) => overlaps(where(LARGE, n.id), near))
    for (const { id } of inView) expect(ids.has(id)).toBe(true)
  })

  it('has a box below the pointer', () => {
    const netns = LARGE.nodes.find((n) => n.type === 'netns')!
    const { x, y } = where(LARGE, netns.id)
    expect(boxAt(LARGE, { x: x + 5, y: y + 5 })).toBe(netns.id)
    expect(boxAt(LARGE, { x: x - 5, y: y - 5 })).toBe(null)
  })
})

it('what is drawn the same stays the same object when something is added', () => {
  const world = many(400)
  const before = draw(viewOf(world), new Map(), NO_DRAWING)
  type(world, 'host', 'ip netns add one-more')
  const after = draw(viewOf(world), new Map(), before)
  const old = new Set<unknown>([...before.nodes, ...before.edges, ...before.routes.values()])
  const fresh = [...after.nodes, ...after.edges, ...after.routes.values()].filter((thing) => !old.has(thing))
  expect(after.nodes.length).toBe(before.nodes.length + 1)
  expect(fresh.length).toBeLessThanOrEqual(2)
})
