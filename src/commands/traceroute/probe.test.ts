import { expect, test } from 'vitest'
import { checkExpired, expiryOf, newProbe, type Probe } from './probe.ts'
import type { TraceSettings } from './settings.ts'

const SETTINGS: TraceSettings = {
  module: 'default',
  name: '',
  target: 0,
  packetLength: null,
  firstHop: 1,
  maxHops: 30,
  queries: 3,
  squeries: 16,
  waitSecs: 5,
  hereFactor: 3,
  nearFactor: 10,
  sendSecs: 0,
  port: 0,
  sport: 0,
  source: 0,
  device: null,
  tos: 0,
  mark: 0,
  numeric: true,
  dontFragment: false,
  direct: false,
  mtu: false,
  back: false,
}

const MS = 1_000_000

function answered(ms: number, over: Partial<Probe> = {}): Probe {
  return { ...newProbe(), done: true, sent: 0, received: ms * MS, from: 1, ...over }
}

function sent(): Probe {
  return { ...newProbe(), sent: 0 }
}

test('how long a probe is waited for', () => {
  expect(expiryOf([sent(), sent()], 0, SETTINGS)).toBe(5000 * MS)
  // Three times as long as an answer from the same hop, and a millisecond each time.
  expect(expiryOf([sent(), answered(9)], 0, SETTINGS)).toBe(30 * MS)
  // Ten times as long as one from a hop further on.
  expect(expiryOf([sent(), sent(), sent(), answered(9)], 0, SETTINGS)).toBe(100 * MS)
  expect(expiryOf([sent(), answered(9000)], 0, SETTINGS)).toBe(5000 * MS)
})

test('a refusal that came for a later probe of the same hop is moved to the first', () => {
  const refusal = answered(9, { final: true, mark: '!H', from: 7 })
  const probes = [{ ...sent(), done: true }, sent(), refusal]
  checkExpired(probes, 0, 3)
  expect(probes.map(({ from, mark, done }) => ({ from, mark, done }))).toEqual([
    { from: 7, mark: '!H', done: true },
    { from: null, mark: '', done: false },
    { from: null, mark: '', done: false },
  ])
})

test('the end of the way is not moved, nor what a hop on the way stands before', () => {
  const reached = [{ ...sent(), done: true }, answered(9, { final: true })]
  checkExpired(reached, 0, 1)
  expect(reached[0]?.from).toBe(null)
  const onTheWay = [{ ...sent(), done: true }, answered(9), answered(9, { final: true, mark: '!X' })]
  checkExpired(onTheWay, 0, 1)
  expect(onTheWay[0]?.from).toBe(null)
})

test('a refusal belongs where its TTL says it is', () => {
  const probes = [
    answered(1, { receivedTtl: 64 }),
    { ...sent(), done: true },
    answered(2, { final: true, mark: '!X', from: 9, receivedTtl: 63 }),
  ]
  checkExpired(probes, 1, 1)
  expect(probes[1]?.from).toBe(9)
})
