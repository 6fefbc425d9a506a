import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw, NO_DRAWING, type Drawing } from './drawing.ts'
import type { Box } from './scene.ts'
import { overlaps, type Rect } from './space.ts'
import { World } from './testing/build.ts'
import { type } from './testing/typed.ts'
import { viewOf } from './testing/view.ts'
import { bridgeLab, lan, many, switched } from './testing/worlds.ts'

/** A title hangs 11 pixels over the border of its box. */
const TITLE = 11

function clashes({ scene, layout }: Drawing): string[] {
  const found: string[] = []
  const rectOf = (id: string): Rect => layout.boxes.get(id) ?? { x: NaN, y: NaN, w: 0, h: 0 }
  const titled = (box: Box): Rect => {
    const { x, y, w, h } = rectOf(box.id)
    return box.kind === 'interface' ? { x, y, w, h } : { x, y: y - TITLE, w, h: h + TITLE }
  }
  const boxes = [...scene.boxes.values()]
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      if (a.parent === b.parent && overlaps(titled(a), titled(b))) found.push(`${a.path} on ${b.path}`)
    }
    const outer = a.parent === null ? null : rectOf(a.parent)
    const inner = titled(a)
    if (
      outer &&
      (inner.x < 0 || inner.y < TITLE || inner.x + inner.w > outer.w || inner.y + inner.h > outer.h)
    ) {
      found.push(`${a.path} out of ${a.parent ?? ''}`)
    }
    const chips = a.chips.map((c) => layout.chips.get(c.id) ?? { x: NaN, y: NaN, w: 0, h: 0 })
    const own = rectOf(a.id)
    for (const [k, chip] of chips.entries()) {
      const out = !(chip.x >= 0 && chip.y >= 0 && chip.x + chip.w <= own.w && chip.y + chip.h <= own.h)
      if (out) found.push(`${a.chips[k]?.name ?? ''} out of ${a.path}`)
      if (chips.slice(k + 1).some((other) => overlaps(chip, other)))
        found.push(`${a.chips[k]?.name ?? ''} in ${a.path}`)
    }
    for (const child of a.children) {
      if (chips.some((chip) => overlaps(chip, rectOf(child))))
        found.push(`${child} on an interface of ${a.path}`)
    }
  }
  return found
}

const LINES = fc.oneof(
  fc.nat(6).map((n) => `ip netns add ns${n}`),
  fc.nat(6).map((n) => `ip netns del ns${n}`),
  fc.nat(2).map((n) => `ip link add br${n} type bridge`),
  fc.nat(6).map((n) => `ip -n ns${n} link add br9 type bridge`),
  fc
    .tuple(fc.nat(6), fc.nat(9))
    .map(([n, e]) => `ip link add veth${n}${e} type veth peer name eth${e} netns ns${n}`),
  fc.tuple(fc.nat(6), fc.nat(9), fc.nat(2)).map(([n, e, b]) => `ip link set veth${n}${e} master br${b}`),
  fc.tuple(fc.nat(6), fc.nat(9)).map(([n, e]) => `ip -n ns${n} link set eth${e} up`),
  fc.tuple(fc.nat(6), fc.nat(9)).map(([n, e]) => `ip -n ns${n} addr add 192.168.100.${e}/24 dev eth${e}`),
  fc.nat(2).map((n) => `lab add machine web${n}`),
  fc.nat(1).map((n) => `lab add switch sw${n}`),
  fc.tuple(fc.nat(2), fc.nat(1)).map(([n, s]) => `lab cable web${n}:eth0 sw${s}`),
)

const PLACES = fc.array(
  fc.record({
    path: fc.constantFrom(
      'host',
      'web0',
      'sw0',
      'host/ns0',
      'host/ns1',
      'host/ns2',
      'host/br0',
      'host/br1',
      'host/ns1/br9',
    ),
    x: fc.integer({ min: -300, max: 900 }),
    y: fc.integer({ min: -300, max: 600 }),
  }),
  { maxLength: 6 },
)

/** Draws after each line, as the page does. */
function play(
  lines: readonly string[],
  placements: ReadonlyMap<string, { path: string; x: number; y: number }>,
): Drawing[] {
  const world = new World()
  world.machine('host')
  const drawings: Drawing[] = []
  for (const line of lines) {
    type(world, 'host', line)
    drawings.push(draw(viewOf(world), placements, drawings.at(-1) ?? NO_DRAWING))
  }
  return drawings
}

describe('layout', () => {
  it('never lays one thing on another, nor anything out of its box', () => {
    fc.assert(
      fc.property(fc.array(LINES, { minLength: 1, maxLength: 40 }), PLACES, (lines, places) => {
        const drawings = play(lines, new Map(places.map((p) => [p.path, p])))
        expect(drawings.flatMap(clashes)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('leaves what stands where it is when something is added', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { minLength: 2, maxLength: 12 }), (numbers) => {
        const drawings = play(
          numbers.map((n) => `ip netns add ns${n}`),
          new Map(),
        )
        const last = drawings.at(-1)
        for (const drawing of drawings) {
          for (const box of drawing.scene.boxes.values()) {
            if (box.kind !== 'netns') continue
            expect(last?.layout.boxes.get(box.id)).toEqual(drawing.layout.boxes.get(box.id))
          }
        }
      }),
    )
  })

  it('is the same for the same view', () => {
    for (const world of [bridgeLab, lan, switched, () => many(30)]) {
      expect(draw(viewOf(world()), new Map(), NO_DRAWING)).toEqual(
        draw(viewOf(world()), new Map(), NO_DRAWING),
      )
    }
  })

  it('comes out of a replay as it grew', () => {
    const lines = ['ip netns add red', 'ip netns add blue', 'ip link add br0 type bridge']
    const grown = play(lines, new Map()).at(-1)
    const world = new World()
    world.machine('host')
    for (const line of lines) type(world, 'host', line)
    expect(draw(viewOf(world), new Map(), NO_DRAWING).layout).toEqual(grown?.layout)
  })

  it('keeps a thing where a person placed it', () => {
    const placements = new Map([['host/red', { path: 'host/red', x: 400, y: 300 }]])
    const { scene, layout } = draw(viewOf(bridgeLab()), placements, NO_DRAWING)
    const red = [...scene.boxes.values()].find((b) => b.path === 'host/red')
    expect(layout.boxes.get(red?.id ?? '')).toMatchObject({ x: 400, y: 300 })
  })

  it('puts a bridge under the namespaces it serves, its ports in their order', () => {
    const { scene, layout } = draw(viewOf(bridgeLab()), new Map(), NO_DRAWING)
    const named = (path: string): Rect =>
      layout.boxes.get([...scene.boxes.values()].find((b) => b.path === path)?.id ?? '')!
    const [red, blue, bridge] = ['host/red', 'host/blue', 'host/br0'].map(named)
    expect(red!.x).toBeLessThan(blue!.x)
    expect(red!.y).toBe(blue!.y)
    expect(bridge!.y).toBeGreaterThan(red!.y + red!.h)
    const ports = [...scene.boxes.values()]
      .find((b) => b.path === 'host/br0')!
      .chips.map((c) => [c.name, layout.chips.get(c.id)!.x] as const)
    expect(ports.sort((a, b) => a[1] - b[1]).map(([name]) => name)).toEqual(['br0', 'veth-red', 'veth-blue'])
  })

  it('lays out hundreds of namespaces without a clash', () => {
    expect(clashes(draw(viewOf(many(300)), new Map(), NO_DRAWING))).toEqual([])
  })

  it('gives back the same objects for what did not change', () => {
    const world = bridgeLab()
    const first = draw(viewOf(world), new Map(), NO_DRAWING)
    type(world, 'host', 'ip netns add green')
    const second = draw(viewOf(world), new Map(), first)
    const kept = second.nodes.filter((n) => first.nodes.includes(n)).map((n) => n.ariaLabel)
    expect(kept.filter(Boolean)).toEqual(['bridge br0', 'namespace red', 'namespace blue'])
    expect(second.edges).toEqual(first.edges)
    expect(second.edges.every((e, i) => e === first.edges[i])).toBe(true)
  })
})
