import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWriter } from './writer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A terminal that notes what it is given. */
function screen(): { text: string; pieces: number; write: (data: string, done?: () => void) => void } {
  return {
    text: '',
    pieces: 0,
    write(data, done) {
      this.text += data
      this.pieces++
      if (done) setTimeout(done, 0)
    },
  }
}

test('what is short is written at once', () => {
  const term = screen()
  createWriter(term).write('x'.repeat(2000), undefined)
  expect([term.text.length, term.pieces]).toEqual([2000, 2])
})

test('what is long is written little by little, what comes after it behind it', () => {
  const term = screen()
  const writer = createWriter(term)
  let shown = false
  writer.write('x'.repeat(150_000), undefined)
  writer.write('prompt', () => {
    shown = true
  })
  expect(term.text.length).toBeLessThan(150_000)
  expect(shown).toBe(false)
  vi.runAllTimers()
  expect(term.text).toBe('x'.repeat(150_000) + 'prompt')
  expect(shown).toBe(true)
  writer.write('!', undefined)
  expect(term.text.endsWith('prompt!')).toBe(true)
})

test('what was forgotten is not written', () => {
  const term = screen()
  const writer = createWriter(term)
  writer.write('x'.repeat(150_000), undefined)
  writer.forget()
  const { length } = term.text
  vi.runAllTimers()
  expect(term.text.length).toBe(length)
  writer.write('again', undefined)
  expect(term.text.endsWith('again')).toBe(true)
})
