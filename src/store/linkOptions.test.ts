import { expect, test } from 'vitest'
import { joinFragment, NO_OPTIONS, splitFragment } from './linkOptions.ts'

test('a link without options is the lab alone', () => {
  expect(splitFragment('#1.AAAA')).toEqual({ lab: '#1.AAAA', options: NO_OPTIONS })
  expect(joinFragment({ lab: '#1.AAAA', options: NO_OPTIONS })).toBe('#1.AAAA')
})

test('options are written and read back', () => {
  const options = { step: 12, readOnly: true, embed: true, language: 'ko' } as const
  const fragment = joinFragment({ lab: '#1.A-_', options })
  expect(fragment).toBe('#1.A-_&step=12&readonly&embed&lang=ko')
  expect(splitFragment(fragment)).toEqual({ lab: '#1.A-_', options })
})

test('what is not known, or makes no sense, is passed over', () => {
  expect(splitFragment('#1.A&step=-1&step=x&lang=fr&glow&=&').options).toEqual(NO_OPTIONS)
})
