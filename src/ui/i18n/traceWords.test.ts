import { expect, test } from 'vitest'
import { koreanDrops, koreanPhrases } from './koreanTrace.ts'

// That there are words for every reason and every phrase is held by the types.
test('reasons and phrases of the trace have Korean words', () => {
  for (const [key, words] of [...Object.entries(koreanDrops), ...Object.entries(koreanPhrases)])
    expect([key, words]).toEqual([key, expect.stringMatching(/[가-힣]|\{\w+\}/)])
})
