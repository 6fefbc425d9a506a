// What a person puts on the canvas is undone in its turn among the commands.
import { describe, expect, it } from 'vitest'
import { Page } from './testing.ts'

const NOTE = { x: 10, y: 20, w: 180, text: 'One\ntwo' }
const RED = { path: 'host/red', x: 5, y: 6 }

function sheet(page: Page): unknown {
  return page.messages.findLast((m) => m.type === 'sheet' || m.type === 'opened')?.sheet
}

describe('notes', () => {
  it('stand in the text, and in the lab that is made of it', () => {
    const page = new Page().open('$ ip netns add red\n').send({ type: 'notes', notes: [NOTE] })
    expect(page.text).toBe('#! note 10 20 180 One\\ntwo\n$ ip netns add red\n')
    expect(sheet(new Page().open(page.text))).toEqual({ placements: [], notes: [NOTE] })
  })

  it('are undone and done again between the commands they came between', () => {
    const page = new Page()
      .open('')
      .run('ip netns add red')
      .send({ type: 'notes', notes: [NOTE] })
    page.run('ip netns add blue')
    const whole = page.text
    const texts = [1, 2, 3].map(() => page.send({ type: 'undo' }).text)
    expect(texts).toEqual(['#! note 10 20 180 One\\ntwo\n$ ip netns add red\n', '$ ip netns add red\n', ''])
    expect(page.canUndo).toBe(false)
    for (let i = 0; i < 3; i++) page.send({ type: 'redo' })
    expect([page.text, page.canRedo]).toEqual([whole, false])
    expect([1, 2, 3].map(() => page.send({ type: 'undo' }).text)).toEqual(texts)
  })

  it('that go with a gesture are undone and done again with it', () => {
    const page = new Page().open('#! note 10 20 180 One\\ntwo\n$ ip netns add red\n')
    const before = page.text
    page.send({ type: 'notes', notes: [], joined: true }).gesture(['ip netns del red'])
    const after = page.text
    expect(after).toBe('$ ip netns add red\n$ ip netns del red\n')
    for (let i = 0; i < 2; i++) {
      expect(page.send({ type: 'undo' }).text).toBe(before)
      expect(sheet(page)).toEqual({ placements: [], notes: [NOTE] })
      expect(page.send({ type: 'redo' }).text).toBe(after)
      expect(sheet(page)).toEqual({ placements: [], notes: [] })
    }
  })

  it('said again as they were are no step', () => {
    const page = new Page().open('#! note 10 20 180 One\\ntwo\n').send({ type: 'notes', notes: [NOTE] })
    expect(page.canUndo).toBe(false)
  })
})

describe('places', () => {
  it('are taken back to where a thing stood, told or not', () => {
    const page = new Page().open('$ ip netns add red\n')
    page.send({ type: 'place', placements: [RED], from: [{ ...RED, x: 1, y: 2 }] })
    page.send({ type: 'place', placements: [{ ...RED, x: 50 }] })
    expect(sheet(page.send({ type: 'undo' }))).toEqual({ placements: [RED], notes: [] })
    expect(sheet(page.send({ type: 'undo' }))).toEqual({ placements: [{ ...RED, x: 1, y: 2 }], notes: [] })
    expect(sheet(page.send({ type: 'redo' }))).toEqual({ placements: [RED], notes: [] })
    expect(page.text).toBe('#! at host/red 5 6\n$ ip netns add red\n')
  })

  it('of a thing that a gesture then makes are part of the gesture', () => {
    const page = new Page().open('').send({ type: 'place', placements: [RED] })
    page.gesture(['ip netns add red'])
    expect(page.text).toBe('#! at host/red 5 6\n$ ip netns add red\n')
    expect([page.send({ type: 'undo' }).text, page.canUndo]).toEqual(['', false])
    expect(page.send({ type: 'redo' }).text).toBe('#! at host/red 5 6\n$ ip netns add red\n')
  })
})

it('what is typed after an undo is undone alone', () => {
  const page = new Page().open('').run('ip netns add a').run('ip netns add b').run('ip netns add c')
  page.send({ type: 'undo' }).run('ip netns add d').send({ type: 'undo' })
  expect(page.text).toBe('$ ip netns add a\n$ ip netns add b\n')
})

it('a gesture of several commands is undone and done again as one', () => {
  const page = new Page().open('').run('ip netns add red')
  const before = page.text
  const after = page.gesture(['ip netns add blue', 'ip -n blue link set lo up'], 'blue').text
  expect(after).toBe(`${before}$ ip netns add blue\n$ ip -n blue link set lo up\n`)
  expect(page.send({ type: 'undo' }).text).toBe(before)
  expect(page.send({ type: 'redo' }).text).toBe(after)
})

it('a gesture on two machines is undone and done again as one', () => {
  const page = new Page().open('#! world: lan\n')
  const commands = ['host', 'pc'].map((machine) => ({ machine, line: 'ip link add br0 type bridge' }))
  const after = page.send({ type: 'mend', commands, note: 'two bridges' }).text
  expect(after).toBe('#! world: lan\n$ ip link add br0 type bridge\npc$ ip link add br0 type bridge\n')
  expect(page.send({ type: 'undo' }).text).toBe('#! world: lan\n')
  expect(page.send({ type: 'redo' }).text).toBe(after)
})
