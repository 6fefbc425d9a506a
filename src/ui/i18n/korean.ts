// All that is in Korean on the screen: loaded where it is chosen.
import { koreanWords } from '../canvas/koreanWords.ts'
import type { Words } from '../canvas/words.ts'
import type { TextKey } from './en.ts'
import { ko } from './ko.ts'

export const texts: Readonly<Record<TextKey, string>> = ko
export { noticeInKorean as notice } from './koreanNotices.ts'
export const canvas: Words = koreanWords
export { titleInKorean } from './labs.ts'
export { koreanDrops as drops, koreanPhrases as phrases } from './koreanTrace.ts'
