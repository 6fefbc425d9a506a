import { describe, expect, it } from 'vitest'
import type { LabStoreState } from '../../store/lab.ts'
import { cablePath, type Route } from './cables.ts'
import { draw, NO_DRAWING } from './drawing.ts'
import { framesOf } from './flights.ts'
import { neighbour } from './keyboard.ts'
import { freeAddress, parseAddress4 } from './subnet.ts'
import { deviceNamed, viewOf } from './testing/view.ts'
import { bridgeLab } from './testing/worlds.ts'

const view = viewOf(bridgeLab())
const drawing = draw(view, new Map(), NO_DRAWING)
const eth0 = deviceNamed(view, 'red', 'eth0')
const port = deviceNamed(view, 'host', 'veth-red')

describe('a cable', () => {
  const end = { device: 'a', box: 'one', side: 'bottom', x: 50, y: 40, reach: 10 } as const
  const route: Route = {
    id: 'a~b',
    kind: 'cable',
    layer: 1,
    around: null,
    a: end,
    b: { ...end, device: 'b', box: 'two', side: 'top', y: 20, reach: 20 },
  }

  it('leaves its box straight and arrives straight', () => {
    expect(cablePath(route, { x: 0, y: 0 }, { x: 100, y: 150 })).toBe(
      'M50,40 L50,50 C50,100 150,100 150,150 L150,170',
    )
  })

  it('dips below when both ends leave downwards', () => {
    const level: Route = { ...route, b: { ...end, device: 'b', box: 'two' } }
    expect(cablePath(level, { x: 0, y: 0 }, { x: 300, y: 0 })).toBe(
      'M50,40 L50,50 C50,98 350,98 350,50 L350,40',
    )
  })

  it('is led out of facing sides', () => {
    const lines = [...drawing.routes.values()].map((r) => [r.a.side, r.b.side].sort().join(' '))
    expect(lines).toEqual(['bottom top', 'bottom top'])
  })
})

describe('frames', () => {
  const hop = {
    id: 1,
    time: 0,
    delay: 0,
    skb: 7,
    root: 7,
    protocol: 'ARP',
    label: 'who-has 10.0.0.2',
    inner: null,
    management: false,
    summary: '',
    length: 42,
  } as const
  const flight = (
    hops: readonly { from: string; to: string | null }[],
  ): NonNullable<LabStoreState['flight']> => ({
    batch: 1,
    milliseconds: 500,
    hops: hops.map((h) => ({ ...hop, ...h })),
  })

  it('go along the cable, either way', () => {
    const [down, up] = framesOf(
      flight([
        { from: eth0, to: port },
        { from: port, to: eth0 },
      ]),
      drawing,
    )
    expect(down).toMatchObject({ hop: 1, skb: 7, label: 'ARP who-has 10.0.0.2', lost: false })
    const points = (path: string | undefined): string[] => (path ?? '').split(/[MLC ]+/).filter(Boolean)
    expect(points(up?.path)).toEqual(points(down?.path).reverse())
  })

  it('are lost just outside when nothing is plugged in, and left out when they are nowhere', () => {
    const frames = framesOf(
      flight([
        { from: eth0, to: null },
        { from: 'gone', to: null },
        { from: eth0, to: 'gone' },
      ]),
      drawing,
    )
    expect(frames.map((f) => f.lost)).toEqual([true])
  })
})

describe('arrows', () => {
  const place = (x: number, y: number) => ({ x, y, width: 10, height: 10 })
  const places = [place(0, 0), place(100, 0), place(100, 90), place(0, 200)]

  it('go to the nearest thing in their direction', () => {
    expect(neighbour(places, places[0]!, 'ArrowRight')).toBe(1)
    expect(neighbour(places, places[0]!, 'ArrowDown')).toBe(3)
    expect(neighbour(places, places[2]!, 'ArrowUp')).toBe(1)
    expect(neighbour(places, places[0]!, 'ArrowLeft')).toBe(-1)
  })
})

describe('subnets', () => {
  it('are read strictly and filled from below', () => {
    expect(['10.0.0.1', '10.0.0.256/24', '10.0.0.1/33', '10.0.0.1/24 '].map(parseAddress4)).toEqual([
      null,
      null,
      null,
      null,
    ])
    const net = parseAddress4('10.0.0.1/30')!
    expect(freeAddress(net, new Set())).toBe('10.0.0.1/30')
    expect(freeAddress(net, new Set([net.address]))).toBe('10.0.0.2/30')
    expect(freeAddress(net, new Set([net.address, net.address + 1]))).toBe(null)
  })
})
