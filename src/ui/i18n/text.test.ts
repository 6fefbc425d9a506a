import { STARTING_LABS } from '../../store/labs.ts'
import { LABS_BY_TITLE, LABS_IN_KOREAN, titleInKorean } from './labs.ts'
import { expect, test } from 'vitest'
import { en, type TextKey } from './en.ts'
import { ko } from './ko.ts'
import { loadLanguage } from './languages.ts'
import { textIn } from './text.ts'

const keys = Object.keys(en) as TextKey[]
const blanks = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

test('every text has the same blanks in both languages', () => {
  expect(keys.filter((key) => String(blanks(en[key])) !== String(blanks(ko[key])))).toEqual([])
})

test('blanks are filled in, unknown ones stay; Korean is there once it is loaded', async () => {
  expect(textIn('ko', 'hint.ping', { from: 'red' })).toBe('Ping red → {to}')
  await loadLanguage('ko')
  expect(textIn('en', 'hint.ping', { from: 'red', to: 'blue' })).toBe('Ping red → blue')
  expect(textIn('ko', 'hint.ping', { from: 'red' })).toBe('red → {to} ping 보내기')
})

test('every lab of the library has Korean words', () => {
  expect(Object.keys(LABS_IN_KOREAN).sort()).toEqual(STARTING_LABS.map((lab) => lab.id).sort())
  expect(LABS_BY_TITLE).toEqual(Object.fromEntries(STARTING_LABS.map((lab) => [lab.title, lab.id])))
  expect([titleInKorean('A veth pair'), titleInKorean('Mine')]).toEqual(['veth 쌍', 'Mine'])
})
