import { describe, expect, it } from 'vitest'
import { Drawer } from './drawer.ts'
import { draw, NO_DRAWING } from './drawing.ts'
import { type Layout, layoutOf } from './layout.ts'
import { planOf } from './plan.ts'
import { type } from './testing/typed.ts'
import { viewOf } from './testing/view.ts'
import { bridgeLab, lan, many, switched } from './testing/worlds.ts'

const NOWHERE = new Map()
const WORDS = {}

type From = Parameters<Drawer['draw']>[0]

function from(view: From['view'], placements: From['placements'] = NOWHERE): From {
  return { view, placements, words: WORDS }
}

/** A drawer whose layouts are made elsewhere, as in a worker, when they are asked for. */
function elsewhere(): {
  drawer: Drawer
  asked: () => number
  landed: () => number
  answer: () => Promise<void>
} {
  const answers: (() => void)[] = []
  let [asked, landed] = [0, 0]
  const drawer = new Drawer(
    (scene, placements, before) => {
      asked++
      const sent = structuredClone({ plan: planOf(scene), placements, before })
      return new Promise<Layout>((resolve) => {
        answers.push(() => resolve(structuredClone(layoutOf(sent.plan, sent.placements, sent.before))))
      })
    },
    () => landed++,
  )
  const answer = async (): Promise<void> => {
    answers.shift()?.()
    await new Promise((done) => setTimeout(done))
  }
  return { drawer, asked: () => asked, landed: () => landed, answer }
}

describe('a drawer', () => {
  it('draws a small lab at once', () => {
    const { drawer, asked } = elsewhere()
    const view = viewOf(bridgeLab())
    expect(drawer.draw(from(view))).toEqual(draw(view, NOWHERE, NO_DRAWING))
    expect(asked()).toBe(0)
  })

  it('has a large one laid out elsewhere, and the last drawing stands until then', async () => {
    const { drawer, landed, answer } = elsewhere()
    const small = drawer.draw(from(viewOf(bridgeLab())))
    const view = viewOf(many(300))
    expect(drawer.draw(from(view))).toBe(small)
    await answer()
    expect(landed()).toBe(1)
    const drawing = drawer.draw(from(view))
    expect(drawing).toEqual(draw(view, NOWHERE, small))
    // Nothing is drawn twice.
    expect(drawer.draw(from(view)).nodes).toEqual(drawing.nodes)
  })

  it('draws what came meanwhile on what was laid out, as if it had been laid out here', async () => {
    const { drawer, asked, answer } = elsewhere()
    const world = many(300)
    const first = viewOf(world)
    drawer.draw(from(first))
    type(world, 'host', 'ip netns add green')
    const second = viewOf(world)
    const placed = new Map([['host/ns7', { path: 'host/ns7', x: 4000, y: 2000 }]])
    expect(drawer.draw(from(second, placed)).nodes).toEqual([])
    await answer()
    expect(drawer.draw(from(second, placed))).toEqual(draw(second, placed, draw(first, NOWHERE, NO_DRAWING)))
    expect(asked()).toBe(1)
  })

  it('never draws what was asked for another lab', async () => {
    const { drawer, landed, answer } = elsewhere()
    drawer.draw(from(viewOf(many(300))))
    const view = viewOf(bridgeLab())
    const drawing = drawer.draw(from(view))
    await answer()
    expect(landed()).toBe(0)
    expect(drawer.draw(from(view))).toEqual(drawing)
  })

  it('lays out by itself where nothing else can', async () => {
    let landed = 0
    const drawer = new Drawer(
      () => Promise.reject(new Error('no worker')),
      () => landed++,
    )
    const view = viewOf(many(300))
    drawer.draw(from(view))
    await new Promise((done) => setTimeout(done))
    expect(landed).toBe(1)
    expect(drawer.draw(from(view))).toEqual(draw(view, NOWHERE, NO_DRAWING))
  })
})

it('a plan is laid out as its scene is', () => {
  for (const world of [bridgeLab, lan, switched, () => many(30)]) {
    const { scene, layout } = draw(viewOf(world()), NOWHERE, NO_DRAWING)
    const plan = structuredClone(planOf(scene))
    expect(layoutOf(plan, NOWHERE, structuredClone(NO_DRAWING.layout))).toEqual(layout)
  }
})
