import { expect, test } from 'vitest'
import { createHeartbeat } from './heartbeat.ts'
import type { FromLab, Story, ToLab } from './lab.ts'

const NONE: FromLab = { type: 'story', story: null }
const FOUND: FromLab = { type: 'story', story: { skb: 7 } as Story }
const ASK: ToLab = { type: 'story', skb: 0 }

const beats = (heart: ReturnType<typeof createHeartbeat>, times: number): unknown[] =>
  Array.from({ length: times }, () => heart.beat())

test('one question at a time, its answer kept', () => {
  const heart = createHeartbeat()
  expect(beats(heart, 2)).toEqual([ASK, null])
  expect(heart.heard(NONE)).toBe(true)
  expect(heart.beat()).toEqual(ASK)
})

test('the answers to the page go to the page', () => {
  const heart = createHeartbeat()
  heart.said({ type: 'story', skb: 7 })
  heart.beat()
  heart.said({ type: 'story', skb: 8 })
  expect([FOUND, NONE, NONE].map(heart.heard)).toEqual([false, true, false])
})

test('a story that nobody asked for is the page’s', () => {
  const heart = createHeartbeat()
  heart.beat()
  expect([FOUND, NONE, NONE].map(heart.heard)).toEqual([false, true, false])
})

test('silence of ten beats is being stuck', () => {
  const heart = createHeartbeat()
  heart.beat()
  heart.heard(NONE)
  expect(beats(heart, 11)).toEqual([ASK, ...Array<null>(9).fill(null), 'stuck'])
})

test('anything said is a sign of life', () => {
  const heart = createHeartbeat()
  heart.beat()
  heart.heard(NONE)
  beats(heart, 9)
  heart.heard({ type: 'terminal-reset', id: 'host' })
  expect(beats(heart, 10)).toEqual(Array<null>(10).fill(null))
})

test('a lab that never answered is not judged', () => {
  expect(beats(createHeartbeat(), 12)).toEqual([ASK, ...Array<null>(11).fill(null)])
})
