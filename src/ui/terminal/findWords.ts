import type { PartWords } from '../i18n/partWords.ts'

type Key = 'label' | 'next' | 'before' | 'close' | 'none' | 'nth'

export const FIND_WORDS: PartWords<Key> = {
  en: {
    label: 'Find in the terminal',
    next: 'Next one',
    before: 'One before',
    close: 'Close the search',
    none: 'not found',
    nth: '{nth} of {count}',
  },
  ko: {
    label: '터미널에서 찾기',
    next: '다음',
    before: '이전',
    close: '찾기 닫기',
    none: '없음',
    nth: '{count}개 중 {nth}번째',
  },
}
