// The right-hand side of s.
import type { Match } from '../../libc/regex/posixRegex.ts'
import type { Part } from './script.ts'

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', f: '\f', v: '\v', r: '\r', a: '\x07' }

export function parseReplacement(text: string): readonly Part[] {
  const parts: Part[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') parts.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (c === '&') {
      flush()
      parts.push({ kind: 'group', group: 0 })
      continue
    }
    if (c !== '\\') {
      plain += c
      continue
    }
    const escaped = text[++i] ?? ''
    if (/[0-9]/.test(escaped)) {
      flush()
      parts.push({ kind: 'group', group: Number(escaped) })
    } else if (/[ULulE]/.test(escaped)) {
      flush()
      parts.push({ kind: 'case', letter: escaped as 'U' | 'L' | 'u' | 'l' | 'E' })
    } else plain += CONTROLS[escaped] ?? escaped
  }
  flush()
  return parts
}

/** The text that takes a match's place. */
export function expand(parts: readonly Part[], match: Match): string {
  let out = ''
  let mode: 'U' | 'L' | 'E' = 'E'
  let once: 'u' | 'l' | null = null
  for (const part of parts) {
    if (part.kind === 'case') {
      if (part.letter === 'u' || part.letter === 'l') once = part.letter
      else mode = part.letter
      continue
    }
    let text = part.kind === 'text' ? part.text : (match.groups[part.group] ?? '')
    if (mode === 'U') text = text.toUpperCase()
    else if (mode === 'L') text = text.toLowerCase()
    if (once !== null && text !== '') {
      const [first = ''] = text
      text = (once === 'u' ? first.toUpperCase() : first.toLowerCase()) + text.slice(first.length)
      once = null
    }
    out += text
  }
  return out
}
