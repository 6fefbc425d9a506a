// Korean particles: which of two forms stands depends on whether the word before ends in a consonant.

const PAIRS: readonly (readonly [written: string, afterConsonant: string, afterVowel: string])[] = [
  ['이(가)', '이', '가'],
  ['을(를)', '을', '를'],
  ['은(는)', '은', '는'],
  ['와(과)', '과', '와'],
  ['(으)로', '으로', '로'],
  ['(이)라고', '이라고', '라고'],
]
/** Digits as they are read: 영 일 삼 육 칠 팔. */
const CONSONANT_DIGITS = /[013678]/
/** What of a word in Latin letters is read as a final consonant: 엘 엠 엔, -ng, -ck, -p, -b. */
const CONSONANT_LETTERS = /(?:[lmnLMN]|ng|ck|[pbPB])$/
const HANGUL = 0xac00
const FINALS = 28
/** ㄹ. */
const RIEUL = 8

/** Puts the form that fits in place of each `이(가)`. */
export function withParticles(text: string): string {
  let out = text
  for (const [written, consonant, vowel] of PAIRS) {
    for (let at = out.indexOf(written); at >= 0; at = out.indexOf(written, at)) {
      const before = out.slice(0, at)
      const final = finalOf(before)
      // 로 stands after ㄹ too.
      const closed = written === '(으)로' ? final === 'consonant' : final !== 'vowel'
      out = before + (closed ? consonant : vowel) + out.slice(at + written.length)
      at++
    }
  }
  return out
}

function finalOf(before: string): 'vowel' | 'consonant' | 'rieul' {
  const word = before.replace(/[)\]”"'’/]+$/, '')
  const last = word.at(-1) ?? ''
  const code = last.charCodeAt(0) - HANGUL
  if (code >= 0 && code < 11_172) {
    if (code % FINALS === RIEUL) return 'rieul'
    return code % FINALS === 0 ? 'vowel' : 'consonant'
  }
  if (/\d/.test(last))
    return /[178]/.test(last) ? 'rieul' : CONSONANT_DIGITS.test(last) ? 'consonant' : 'vowel'
  // What has no vowel is spelt: 디비, 에이피아이 and 알.
  if (/(?:^|[^a-zA-Z])[^aeiouyAEIOUY\W\d_]+$/.test(word)) {
    return /[lrLR]$/.test(word) ? 'rieul' : /[mnMN]$/.test(word) ? 'consonant' : 'vowel'
  }
  if (/[lL]$/.test(word)) return 'rieul'
  return CONSONANT_LETTERS.test(word) ? 'consonant' : 'vowel'
}
