import { expect, test } from 'vitest'
import { tabKey } from './tabKeys.ts'

const press = (key: string, code: string, with_: string): ReturnType<typeof tabKey> =>
  tabKey(
    {
      key,
      code,
      ctrlKey: with_.includes('c'),
      shiftKey: with_.includes('s'),
      altKey: with_.includes('a'),
      metaKey: false,
    },
    3,
  )

test('keys of the tabs; what is the shell’s stays the shell’s', () => {
  expect(press('PageDown', 'PageDown', 'c')).toBe('next')
  expect(press('PageUp', 'PageUp', 'c')).toBe('before')
  expect(press('PageUp', 'PageUp', 's')).toBe(null)
  expect(press('2', 'Digit2', 'a')).toBe(1)
  expect(press('4', 'Digit4', 'a')).toBe(null)
  expect(press('W', 'KeyW', 'as')).toBe('close')
  expect(press('F', 'KeyF', 'cs')).toBe('find')
  expect(press('f', 'KeyF', 'c')).toBe(null)
  expect(press('b', 'KeyB', 'a')).toBe(null)
})
