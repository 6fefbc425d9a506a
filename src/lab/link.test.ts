import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLink, encodeLink } from './link.ts'

const DAMAGED = { error: 'This link is damaged or was cut off, so the lab in it cannot be opened.' }

/** Namespaces on a bridge, eight commands each: what B of speed.md builds. */
function lab(commands: number): string {
  const lines = ['$ ip link add br0 type bridge', '$ ip link set br0 up', '$ ip addr add 10.0.0.1/16 dev br0']
  for (let n = 1; lines.length < commands; n++) {
    lines.push(
      `$ ip netns add ns${n}`,
      `$ ip link add veth${n} type veth peer name eth0 netns ns${n}`,
      `$ ip link set veth${n} master br0`,
      `$ ip link set veth${n} up`,
      `$ ip -n ns${n} link set lo up`,
      `$ ip -n ns${n} addr add 10.0.0.${n + 1}/16 dev eth0`,
      `$ ip -n ns${n} link set eth0 up`,
      `$ ip -n ns${n} route add default via 10.0.0.1`,
    )
  }
  return lines.slice(0, commands).join('\n') + '\n'
}

describe('a link', () => {
  it('gives back the text', () => {
    for (const text of ['', '$ ls\n', '#! title: 두 네임스페이스 🚀\n$ echo "ü"\n', lab(300)]) {
      expect(decodeLink(encodeLink(text))).toEqual({ text })
      expect(decodeLink(encodeLink(text).slice(1))).toEqual({ text })
    }
  })

  it('of any commands gives them back', () => {
    const command = fc.string({ unit: 'grapheme' }).map((s) => `$ ${s.replace(/[\n\r]/g, '')}\n`)
    const text = fc.array(command).map((lines) => lines.join(''))
    fc.assert(
      fc.property(text, (t) => {
        expect(decodeLink(encodeLink(t))).toEqual({ text: t })
      }),
    )
  })

  it('is made of what a fragment may hold', () => {
    expect(encodeLink(lab(30))).toMatch(/^#1\.[A-Za-z0-9_-]+$/)
  })

  it('is short', () => {
    expect(encodeLink(lab(30)).length).toBeLessThanOrEqual(450)
    expect(encodeLink(lab(300)).length).toBeLessThanOrEqual(2200)
  })

  it('may have been made without dictionary and checksum', () => {
    const made = '#1.' + deflateRawSync(Buffer.from('$ ip link\n')).toString('base64url')
    expect(decodeLink(made)).toEqual({ text: '$ ip link\n' })
  })
})

describe('what is no good link is refused in one sentence', () => {
  it('of another version', () => {
    expect(decodeLink('#2.abc')).toEqual({
      error: 'This link was made by a newer vethlab (version 2 of links), which this one cannot read.',
    })
  })

  it.each(['', '#', '#hello', '1', '#x.abc'])('no link at all: %j', (fragment) => {
    expect(decodeLink(fragment)).toEqual({ error: 'This link does not hold a lab.' })
  })

  it.each(['#1.', '#1.!!!', '#1.abc', '#1.한글'])('nonsense: %j', (fragment) => {
    expect(decodeLink(fragment)).toEqual(DAMAGED)
  })

  it('cut off anywhere', () => {
    const link = encodeLink(lab(30))
    for (let n = 3; n < link.length - 4; n++) expect(decodeLink(link.slice(0, n))).toEqual(DAMAGED)
  })

  it('with any character changed', () => {
    const link = encodeLink(lab(30))
    for (let n = 3; n < link.length - 1; n++) {
      const other = link[n] === 'A' ? 'B' : 'A'
      expect(decodeLink(link.slice(0, n) + other + link.slice(n + 1))).toHaveProperty('error')
    }
  })

  it('that unfolds to a flood', () => {
    const flood = '#1.' + deflateRawSync(Buffer.alloc(50_000_000)).toString('base64url')
    expect(decodeLink(flood)).toEqual({
      error: 'This link unfolds to more than 4 MiB, which no lab is, so it was not opened.',
    })
  })

  it('whose text cannot be read', () => {
    expect(decodeLink(encodeLink('hello\n'))).toEqual({
      error: 'The lab in this link cannot be read: line 1: output before the first command: “hello”.',
    })
  })
})
