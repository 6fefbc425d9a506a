import { expect, test } from 'vitest'
import { en, type TextKey } from './en.ts'
import { ko } from './ko.ts'
import { textIn } from './text.ts'

const keys = Object.keys(en) as TextKey[]
const blanks = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

test('every text has the same blanks in both languages', () => {
  expect(keys.filter((key) => String(blanks(en[key])) !== String(blanks(ko[key])))).toEqual([])
})

test('blanks are filled in, unknown ones stay', () => {
  expect(textIn('en', 'hint.ping', { from: 'red', to: 'blue' })).toBe('Ping red → blue')
  expect(textIn('ko', 'hint.ping', { from: 'red' })).toBe('red → {to} ping 보내기')
})
