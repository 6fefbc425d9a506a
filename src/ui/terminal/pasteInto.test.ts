import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pasteInto } from './pasteInto.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What a terminal is given, and its keys. */
function terminal(): {
  readonly pasted: string[]
  readonly press: (data: string) => void
  readonly term: never
} {
  const pasted: string[] = []
  let listener: (data: string) => void = () => {}
  const term = {
    element: { isConnected: true },
    paste: (text: string) => void pasted.push(text),
    onData: (fn: (data: string) => void) => {
      listener = fn
      return { dispose: () => (listener = () => {}) }
    },
  }
  return { pasted, press: (data) => listener(data), term: term as never }
}

test('a short paste goes in at once', () => {
  const { term, pasted } = terminal()
  pasteInto(term, 'ip link\nip addr\n')
  expect(pasted).toEqual(['ip link\nip addr\n'])
})

test('a long one goes in piece by piece, no line’s end in two', () => {
  const { term, pasted } = terminal()
  const text = '0123456789abcd\r\n'.repeat(10_000).slice(1)
  pasteInto(term, text)
  expect(pasted).toHaveLength(1)
  vi.runAllTimers()
  expect(pasted.length).toBeGreaterThan(3)
  expect(pasted.join('')).toBe(text)
  expect(pasted.filter((piece) => piece.startsWith('\n'))).toEqual([])
})

test('Ctrl-C takes back what is left of it', () => {
  const { term, pasted, press } = terminal()
  pasteInto(term, 'x'.repeat(200_000))
  press('y')
  vi.advanceTimersByTime(10)
  expect(pasted).toHaveLength(2)
  press('\x03')
  vi.runAllTimers()
  expect(pasted).toHaveLength(2)
})
