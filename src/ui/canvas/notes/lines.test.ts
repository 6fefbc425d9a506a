import { expect, test } from 'vitest'
import { noteHeight, noteLines } from './lines.ts'

test.each([
  ['one line', 200, ['one line']],
  ['first\n\n  - indented', 200, ['first', '', '  - indented']],
  ['Two namespaces on a bridge, and a ping', 160, ['Two namespaces', 'on a bridge, and a', 'ping']],
  ['a-word-that-is-longer-than-the-whole-note', 120, ['a-word-that-is', '-longer-than-t', 'he-whole-note']],
  ['브리지는 스위치처럼 배웁니다', 120, ['브리지는', '스위치처럼', '배웁니다']],
  ['网桥像交换机一样学习地址', 120, ['网桥像交换机一', '样学习地址']],
])('%j in %i pixels', (text, width, lines) => {
  expect(noteLines(text, width)).toEqual(lines)
})

test('what is broken loses nothing but spaces at the breaks, and fits its height', () => {
  const text = 'The quick brown fox jumps over the lazy dog 다람쥐 헌 쳇바퀴에 타고파 😀😀😀'
  for (const width of [96, 130, 200, 333]) {
    const lines = noteLines(text, width)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    expect(noteHeight(lines)).toBe(24 + 19 * lines.length)
  }
})
