import { expect, test } from 'vitest'
import { countSteps, embedCode, readLink, shareLink } from './share.ts'
import { WELCOME } from './welcome.ts'

test('a link carries the lab on the page it was made on', () => {
  const link = shareLink('https://example.org/lab/?x=1#1.old', WELCOME)
  const [page, fragment] = link.split('#')
  expect([page, readLink(`#${fragment}`)]).toEqual(['https://example.org/lab/?x=1', { text: WELCOME }])
})

test('a title is quoted in the embed code', () => {
  expect(embedCode('https://example.org/#1.x', '"a" <b> & c')).toBe(
    '<iframe src="https://example.org/#1.x" title="&quot;a&quot; &lt;b> &amp; c" width="100%" height="640" style="border:0" loading="lazy"></iframe>',
  )
})

test('what else a link asks for stands behind the lab', () => {
  const options = { step: 2, readOnly: true, embed: false, language: null }
  const plain = shareLink('https://example.org/', WELCOME)
  expect(shareLink('https://example.org/', WELCOME, options)).toBe(`${plain}&step=2&readonly`)
})

test('steps are counted on every machine, and output is none', () => {
  expect(countSteps('#! world: lan\n$ a\n> b\npc$ c\nout$ d\n')).toBe(3)
})
