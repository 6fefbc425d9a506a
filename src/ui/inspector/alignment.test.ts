import { describe, expect, it } from 'vitest'
import type { StoryStep } from '../../store/lab.ts'
import { align } from './alignment.ts'

function steps(...words: string[]): StoryStep[] {
  return words.map((word, n) => {
    const [title = '', detail = ''] = word.split(': ')
    const place = { machine: 'host', netns: null, device: 'br0', deviceId: null }
    const plain = { phrase: null, provenance: null, outcome: 'step' } as const
    return { ...place, ...plain, time: n, title, detail, aside: title.startsWith('(') }
  })
}

function rows(before: readonly StoryStep[], now: readonly StoryStep[]): string[] {
  return align(before, now).map(
    ({ left, right, same }) => `${left?.title ?? ''} ${same ? '=' : '|'} ${right?.title ?? ''}`,
  )
}

describe('two runs', () => {
  it('that went the same way are the same in every row', () => {
    expect(rows(steps('ipRcv', 'route: dev eth0'), steps('ipRcv', 'route: dev eth0'))).toEqual([
      'ipRcv = ipRcv',
      'route = route',
    ])
  })

  it('part where a rule drops the second', () => {
    const before = steps('ipRcv', 'FORWARD: ACCEPT', 'ipOutput', 'xmit')
    const now = steps('ipRcv', 'filter FORWARD 1: matches: DROP', 'drop')
    expect(rows(before, now)).toEqual([
      'ipRcv = ipRcv',
      'FORWARD | filter FORWARD 1',
      'ipOutput | drop',
      'xmit | ',
    ])
  })

  it('come together again after what only one of them did', () => {
    const before = steps('ipRcv', 'xmit')
    const now = steps('ipRcv', 'conntrack', 'xmit')
    expect(rows(before, now)).toEqual(['ipRcv = ipRcv', ' | conntrack', 'xmit = xmit'])
    expect(rows(steps('a', 'b'), steps('b', 'a'))).toEqual(['a | ', 'b = b', ' | a'])
  })

  it('are not told apart by identifiers, source ports and what a cache held', () => {
    const before = steps(
      'allocSkb: 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 17, length 0',
      '(arpSend',
      'skbClone: a copy of packet 4',
    )
    const now = steps(
      'allocSkb: 10.0.0.1.40002 > 10.0.0.2.80: Flags [S], seq 23, length 0',
      'skbClone: a copy of packet 9',
    )
    expect(align(before, now).every(({ same }) => same)).toBe(true)
  })

  it('differ by a detail, and by a place', () => {
    expect(rows(steps('route: dev eth0'), steps('route: dev eth1'))).toEqual(['route | route'])
    const elsewhere = steps('ipRcv').map((step) => ({ ...step, netns: 'red' }))
    expect(rows(steps('ipRcv'), elsewhere)).toEqual(['ipRcv | ipRcv'])
  })
})
