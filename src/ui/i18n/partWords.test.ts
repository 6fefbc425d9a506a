import { expect, test } from 'vitest'
import { HELP_WORDS } from '../app/helpWords.ts'
import { IMPORT_WORDS } from '../import/importWords.ts'
import { PROCESS_WORDS } from '../inspector/processWords.ts'
import { FIND_WORDS } from '../terminal/findWords.ts'
import { PASTE_WORDS } from '../terminal/pasteWords.ts'
import type { PartWords } from './partWords.ts'

const blanks = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

test.each<[string, PartWords<string>]>([
  ['paste', PASTE_WORDS],
  ['import', IMPORT_WORDS],
  ['find', FIND_WORDS],
  ['help', HELP_WORDS],
  ['processes', PROCESS_WORDS],
])('the words of %s have the same keys and blanks in both languages', (_, { en, ko }) => {
  expect(Object.keys(ko)).toEqual(Object.keys(en))
  for (const key of Object.keys(en)) expect([key, blanks(ko[key]!)]).toEqual([key, blanks(en[key]!)])
})
