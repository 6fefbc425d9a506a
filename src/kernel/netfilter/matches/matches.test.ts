// Recorded with iptables' counters: packets that a client sends through a router.
import { describe, expect, it } from 'vitest'
import type { XtMatch } from '../../../uapi/xt_match.ts'
import { inet } from '../../testbench.ts'
import { network, NfBench, proto, rule, type RuleParts } from '../testbench.ts'

function words(b: NfBench, act: () => void): (string | null)[] {
  return b
    .traced('rule', act)
    .map(({ miss, target }) => (miss ? `${miss.option} ${miss.wanted}: ${miss.found}` : target))
}

/** Which of one match's rules count the echo request in a chain of the router. */
function tried(chain: string, ...rules: readonly RuleParts[]): string[] {
  const b = new NfBench()
  expect(b.append(b.router, chain, ...rules.map((parts) => rule(parts, 'none')))).toBe(null)
  b.ping(b.client, chain.endsWith('FORWARD') ? '10.0.2.2' : '10.0.1.1')
  return b.counters(b.router, chain).map((count) => count.replace(/:.*/, ''))
}

const m = (...matches: readonly XtMatch[]): RuleParts => ({ matches })
const icmp = (...matches: readonly XtMatch[]): RuleParts => ({ ...proto(1), matches })
const code = { min: 0, max: 255 }
const range = (min: number, max: number, invert = false) => ({ min, max, invert })

describe('a packet', () => {
  it('has a type of ICMP', () => {
    const type = (type: number, invert = false) => icmp({ name: 'icmp', type, code, invert })
    expect(tried('filter FORWARD', type(8), type(0), type(255), type(8, true))).toEqual(['1', '1', '2', '1'])
  })

  it('has a length, a time to live and a class', () => {
    const length = { name: 'length', ...range(84, 84) } as const
    const ttl = { name: 'ttl', op: 'eq', value: 63 } as const
    expect(tried('filter FORWARD', m(length), m({ ...length, invert: true }), m(ttl))).toEqual([
      '2',
      '0',
      '2',
    ])
    const tos = { name: 'tos', value: 0, mask: 255, invert: false } as const
    const dscp = { name: 'dscp', dscp: 1, invert: false } as const
    expect(tried('filter INPUT', m(tos), m(dscp), m({ ...ttl, value: 64 }))).toEqual(['1', '0', '1'])
  })

  it('was sent by a frame, from the outside', () => {
    const mac = { name: 'mac', source: 0x020000000001, invert: true } as const
    expect(tried('filter INPUT', m(mac), m({ ...mac, invert: false }))).toEqual(['1', '0'])
    const type = { name: 'pkttype', type: 'unicast', invert: false } as const
    expect(tried('filter INPUT', m(type), m({ ...type, type: 'broadcast' }))).toEqual(['1', '0'])
  })

  it('is for an address of a kind', () => {
    const local = { types: ['LOCAL'], invert: false }
    const none = { name: 'addrtype', source: null, limitIfaceIn: false, limitIfaceOut: false } as const
    const to = { ...none, destination: local }
    const from = { ...none, source: { types: ['UNICAST'], invert: false }, destination: null }
    expect(tried('filter INPUT', m(to), m(from))).toEqual(['1', '1'])
    expect(tried('filter FORWARD', m(to), m(from))).toEqual(['0', '2'])
    const b = new NfBench()
    expect(b.append(b.router, 'filter INPUT', rule(m({ ...to, limitIfaceOut: true }), 'none'))).toBe(
      'EINVAL at 1',
    )
  })

  it('lies in a range of addresses', () => {
    const source = { min: inet('10.0.1.2'), max: inet('10.0.1.9'), invert: false }
    const within = { name: 'iprange', source, destination: null } as const
    expect(tried('filter FORWARD', m(within), m({ ...within, source: { ...source, invert: true } }))).toEqual(
      ['1', '1'],
    )
  })

  it('belongs to a process, to the kernel, or to nobody here', () => {
    const owner = { name: 'owner', uid: null, gid: null, socketExists: null } as const
    const root = { ...owner, uid: range(0, 0) }
    const others = { ...owner, uid: range(0, 0, true) }
    const exists = { ...owner, socketExists: { invert: false } }
    const b = new NfBench()
    const rules = [root, others, exists].map((match) => rule(m(match), 'none'))
    b.append(b.client, 'filter OUTPUT', ...rules)
    b.ping(b.client, '10.0.1.1')
    b.ping(b.router, '10.0.1.2')
    expect(b.counters(b.client, 'filter OUTPUT')).toEqual(['1:84', '1:84', '2:168'])
    b.append(b.router, 'mangle POSTROUTING', ...rules)
    b.ping(b.client, '10.0.2.2')
    expect(b.counters(b.router, 'mangle POSTROUTING')).toEqual(['0:0', '2:168', '0:0'])
    expect(b.append(b.router, 'filter INPUT', rule(m(root), 'none'))).toBe('EINVAL at 1')
  })
})

describe('of many packets', () => {
  /** Echoes that were counted, of so many sent a given time apart. */
  function counted(match: XtMatch, packets: number, seconds: number): number {
    const b = new NfBench()
    b.append(b.client, 'filter OUTPUT', rule(m(match), 'none'))
    for (let i = 0; i < packets; i++) b.ping(b.client, '10.0.1.1', seconds)
    return Number(b.counters(b.client, 'filter OUTPUT')[0]?.split(':')[0])
  }

  it('only so many in a time match', () => {
    const limit = { name: 'limit', average: 1, period: 1, burst: 2 } as const
    expect(counted(limit, 8, 0.3)).toBe(4)
    expect(counted(limit, 8, 1)).toBe(8)
    expect(counted({ ...limit, average: 60, period: 60, burst: 5 }, 10, 0.3)).toBe(7)
    expect(counted({ ...limit, period: 86400 }, 8, 1)).toBe(2)
  })

  it('every nth matches, or some by chance', () => {
    const nth = { name: 'statistic', mode: 'nth', every: 3, packet: 0, invert: false } as const
    expect(counted(nth, 8, 0.1)).toBe(3)
    expect(counted({ ...nth, packet: 2 }, 8, 0.1)).toBe(2)
    expect(counted({ ...nth, invert: true }, 9, 0.1)).toBe(6)
    const random = { name: 'statistic', mode: 'random', invert: false } as const
    expect(counted({ ...random, probability: 0x80000000 }, 5, 0.1)).toBe(5)
    expect(counted({ ...random, probability: 0 }, 5, 0.1)).toBe(0)
  })
})

describe('the trace says why not', () => {
  it('in the words of a rule', () => {
    const b = new NfBench()
    b.append(
      b.router,
      'filter INPUT',
      rule(icmp({ name: 'icmp', type: 0, code, invert: false }), 'DROP'),
      rule(m({ name: 'mark', mark: 1, mask: 0xff, invert: false }), 'DROP'),
      rule(m({ name: 'length', ...range(1, 83) }), 'DROP'),
      rule(m({ name: 'ttl', op: 'lt', value: 10 }), 'DROP'),
      rule({ source: network('10.0.1.0/24'), ...m({ name: 'comment', text: 'x' }) }, 'DROP'),
    )
    expect(words(b, () => b.ping(b.client, '10.0.1.1'))).toEqual([
      '--icmp-type 0: 8',
      '--mark 0x1/0xff: 0x0',
      '--length 1:83: 84',
      '--ttl-lt 10: 64',
      'DROP',
    ])
  })
})
