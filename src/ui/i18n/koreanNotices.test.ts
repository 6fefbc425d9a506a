import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeLink } from '../../lab/link.ts'
import { parseText } from '../../lab/text.ts'
import { noticeInKorean } from './koreanNotices.ts'

const SOURCE = new URL('../../', import.meta.url).pathname

/** Sentences that are refused with somewhere, a place of theirs filled with a word. */
function said(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(SOURCE, folder))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .flatMap((name) => [...readFileSync(join(SOURCE, folder, name), 'utf8').matchAll(pattern)])
    .map(([, sentence = '']) => sentence.replace(/\$\{[^}]*\}+/g, 'eth0'))
}

const QUOTED = "['`]([A-Z][^'`]*\\.)['`]"

describe('what is refused', () => {
  it('has Korean words, wherever it is refused', () => {
    const sentences = [
      ...said('ui/canvas/gestures', new RegExp(`refuse\\(\\s*${QUOTED}`, 'g')),
      ...said('ui/inspector', new RegExp(`refuse\\(\\s*${QUOTED}`, 'g')),
      ...said('lab', new RegExp(`(?:error:|DAMAGED =|TOO_LONG =)\\s*${QUOTED}`, 'g')),
    ]
    expect(sentences.length).toBeGreaterThan(20)
    const english = sentences.filter((sentence) => !/[가-힣]/.test(noticeInKorean(sentence)))
    expect(english).toEqual([])
  })

  it('is said of links and texts as they fail', () => {
    const errors = [
      ...['', '#9.abc', '#1.abc', '#1.!!'].map(
        (link) => (decodeLink(link) as { error?: string }).error ?? '',
      ),
      ...['x\n', '#! world: moon\n', '#! at here\n', '#! note 1\n', '#! ran soon\n'].map(
        (text) => `This lab cannot be read: ${parseText(text).error ?? ''}.`,
      ),
    ]
    expect(errors.map(noticeInKorean).filter((text) => /[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(text))).toEqual(
      [],
    )
    expect(
      noticeInKorean('This lab cannot be read: line 1: there is no world "moon"; there are bare and lan.'),
    ).toBe('이 랩을 읽을 수 없습니다: 1번째 줄: 시작 환경 "moon" 없음. 있는 것: bare, lan.')
  })

  it('stays as it is when it is Linux that says it', () => {
    expect(noticeInKorean('RTNETLINK answers: File exists')).toBe('RTNETLINK answers: File exists')
  })
})
