import { expect, test } from 'vitest'
import { typographicIn } from './typographic.ts'

test('dashes, quotes and blanks that are not what one types', () => {
  expect(typographicIn('ping –c 1 10.0.0.2')).toEqual({
    characters: [{ character: '–', plain: '-' }],
    plain: 'ping -c 1 10.0.0.2',
  })
  expect(typographicIn('iptables -A INPUT -p tcp —dport 80 -j DROP')?.plain).toBe(
    'iptables -A INPUT -p tcp --dport 80 -j DROP',
  )
  expect(typographicIn('echo “a” ‘b’\u00a0c\u200b…')).toEqual({
    characters: [
      { character: '“', plain: '"' },
      { character: '”', plain: '"' },
      { character: '‘', plain: "'" },
      { character: '’', plain: "'" },
      { character: '\u00a0', plain: ' ' },
      { character: '\u200b', plain: '' },
      { character: '…', plain: '...' },
    ],
    plain: 'echo "a" \'b\' c...',
  })
})

test('what one types, and letters of any language, are left', () => {
  expect(typographicIn(`echo "it's" -- \`x\` ~ 안녕 é`)).toBe(null)
})
