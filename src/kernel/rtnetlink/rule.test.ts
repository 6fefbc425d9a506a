import { describe, expect, it } from 'vitest'
import { AF_INET, AF_INET6, RT_TABLE_MAIN } from '../../uapi/rtnetlink.ts'
import { FR_ACT_GOTO, FR_ACT_TO_TBL, type RuleAttrs } from '../../uapi/rule.ts'
import { inet, KernelBench } from '../testbench.ts'

function rule(over: Partial<RuleAttrs>): RuleAttrs {
  const none = { srcLen: 0, dstLen: 0, tos: 0, flags: 0 }
  return { family: AF_INET, table: RT_TABLE_MAIN, action: FR_ACT_TO_TBL, ...none, ...over }
}

function add(bench: KernelBench, over: Partial<RuleAttrs>): string | null {
  return bench.ask(bench.root, { type: 'RTM_NEWRULE', flags: { create: true, excl: true }, rule: rule(over) })
}

function list(bench: KernelBench, family: number): string[] {
  return bench
    .ok(bench.root, { type: 'RTM_GETRULE', family })
    .flatMap((m) => (m.type === 'RTM_NEWRULE' ? [`${m.priority} ${m.table}`] : []))
}

describe('rules of policy routing', () => {
  it('starts with local, main and, for IPv4, default', () => {
    const bench = new KernelBench()
    expect(list(bench, AF_INET)).toEqual(['0 255', '32766 254', '32767 253'])
    expect(list(bench, AF_INET6)).toEqual(['0 255', '32766 254'])
  })

  it('puts a rule without a priority before the second one, and another behind its equals', () => {
    const bench = new KernelBench()
    expect(add(bench, { table: 10 })).toBe(null)
    expect(add(bench, { table: 11 })).toBe(null)
    expect(add(bench, { table: 12, priority: 32765 })).toBe(null)
    expect(add(bench, { family: AF_INET6, table: 13 })).toBe(null)
    expect(list(bench, AF_INET)).toEqual([
      '0 255',
      '32764 11',
      '32765 10',
      '32765 12',
      '32766 254',
      '32767 253',
    ])
    expect(list(bench, AF_INET6)).toEqual(['0 255', '32765 13', '32766 254'])
  })

  it('refuses what cannot be, in the words of Linux', () => {
    const bench = new KernelBench()
    add(bench, { table: 10, priority: 5 })
    expect(add(bench, { table: 10, priority: 5 })).toBe('EEXIST')
    expect(add(bench, { action: FR_ACT_GOTO, goto: 3, table: 0, priority: 5 })).toBe(
      'EINVAL Backward goto not supported',
    )
    expect(add(bench, { action: FR_ACT_GOTO, table: 0 })).toBe('EINVAL Missing goto target for action goto')
    expect(add(bench, { tos: 1 })).toBe('EINVAL Invalid dsfield (tos): ECN bits must be 0')
    expect(add(bench, { src: 1n, srcLen: 128 })).toBe('EINVAL Invalid source address')
    expect(
      bench.ask(bench.root, { type: 'RTM_DELRULE', rule: rule({ action: 0, table: 0, priority: 7 }) }),
    ).toBe('ENOENT')
  })

  it('is asked in order: mark, source, jump, and what a table does not know goes on', () => {
    const bench = new KernelBench()
    const { root } = bench
    for (const [name, address] of [
      ['d0', '10.0.0.1/24'],
      ['d1', '10.1.0.1/24'],
    ] as const) {
      bench.add(root, name, 'dummy')
      bench.up(root, name)
      bench.addr(root, name, address)
    }
    bench.addRoute(root, '8.0.0.0/8', { via: '10.0.0.9' })
    bench.addRoute(root, '8.0.0.0/8', { via: '10.1.0.9', table: 100 })
    const via = (lookup: { src?: number; mark?: number; uid?: number }): number | undefined => {
      const [answer] = bench.ok(root, {
        type: 'RTM_GETROUTE_LOOKUP',
        lookup: { dst: inet('8.8.8.8'), ...lookup },
      })
      return answer?.type === 'RTM_NEWROUTE' ? answer.table : undefined
    }
    expect(via({})).toBe(254)
    add(bench, { fwmark: 1, table: 100, priority: 10 })
    add(bench, { src: inet('10.1.0.0'), srcLen: 24, action: FR_ACT_GOTO, goto: 30, table: 0, priority: 11 })
    add(bench, { uidRange: { start: 5, end: 6 }, table: 100, priority: 12 })
    expect([via({}), via({ mark: 1 }), via({ mark: 3 }), via({ uid: 5 })]).toEqual([254, 100, 254, 100])
    expect(via({ src: inet('10.1.0.1') })).toBe(254)
    add(bench, { table: 100, priority: 30 })
    expect(via({ src: inet('10.1.0.1') })).toBe(100)
  })
})
