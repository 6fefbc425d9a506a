import { describe, expect, it } from 'vitest'
import { network, newRule, NfBench, proto, rule } from './testbench.ts'

const jump = (chain: string, goto = false) => ({ name: 'jump', chain, goto }) as const

describe('a batch', () => {
  it('is done as a whole or not at all', () => {
    const b = new NfBench()
    const bad = newRule('filter', 'INPUT', rule({}, jump('NOPE')))
    const good = newRule('filter', 'INPUT', rule({}, 'DROP'))
    expect(b.batch(b.router, [b.chain('filter', 'INPUT'), good, bad])).toBe('ENOENT at 2')
    expect(b.kernel.nftables(b.router, { type: 'GETRULESET', family: 'ip' }).tables).toEqual([])
    expect(b.ping(b.client, '10.0.1.1')).toBe('reply from 10.0.1.1 ttl 64')
    expect(b.batch(b.router, [b.chain('filter', 'INPUT'), good])).toBe(null)
    expect(b.ping(b.client, '10.0.1.1')).toBe('nothing')
    expect(b.counters(b.router, 'filter INPUT')).toEqual(['1:84'])
  })

  it('names what is missing, taken or in use', () => {
    const b = new NfBench()
    b.batch(b.router, [b.chain('filter', 'INPUT'), b.chain('filter', 'A'), b.chain('filter', 'B')])
    expect(b.append(b.router, 'filter INPUT', rule({}, jump('A')))).toBe(null)
    expect(b.append(b.router, 'filter A', rule({}, jump('INPUT')))).toBe('EOPNOTSUPP at 0')
    expect(b.batch(b.router, [b.chain('filter', 'A')])).toBe('EEXIST at 0')
    expect(b.batch(b.router, [{ type: 'DELCHAIN', table: 'filter', chain: 'A' }])).toBe('EBUSY at 0')
    expect(b.batch(b.router, [{ type: 'DELCHAIN', table: 'nat', chain: 'A' }])).toBe('ENOENT at 0')
    const renamed = { type: 'RENAMECHAIN', table: 'filter', chain: 'A', newName: 'C' } as const
    expect(b.batch(b.router, [{ ...renamed, newName: 'B' }])).toBe('EEXIST at 0')
    expect(b.batch(b.router, [renamed])).toBe(null)
    const [table] = b.kernel.nftables(b.router, { type: 'GETRULESET', family: 'ip' }).tables ?? []
    expect(table?.chains.map(({ name, references }) => `${name} ${references}`)).toEqual([
      'INPUT 0',
      'C 1',
      'B 0',
    ])
    expect(table?.chains[0]?.rules[0]?.rule.target).toEqual(jump('C'))
  })

  it('refuses loops as soon as a base chain leads to them, and more than 16 chains deep', () => {
    const b = new NfBench()
    b.batch(b.router, [b.chain('filter', 'A'), b.chain('filter', 'B')])
    expect(b.append(b.router, 'filter A', rule({}, jump('B')))).toBe(null)
    expect(b.append(b.router, 'filter B', rule({}, jump('A')))).toBe(null)
    expect(b.append(b.router, 'filter INPUT', rule({}, 'none'), rule({}, jump('A')))).toBe('EMLINK at 2')
    const names = Array.from({ length: 20 }, (_, i) => `C${i + 1}`)
    b.batch(
      b.router,
      names.map((name) => b.chain('filter', name)),
    )
    for (const [i, name] of names.slice(1).entries()) {
      b.append(b.router, `filter C${i + 1}`, rule({}, jump(name)))
    }
    expect(b.append(b.router, 'filter INPUT', rule({}, jump('C5')))).toBe('EMLINK at 1')
    expect(b.append(b.router, 'filter INPUT', rule({}, jump('C6')))).toBe(null)
  })
})

describe('evaluation', () => {
  it('jumps, goes, returns, and falls back to the policy', () => {
    const b = new NfBench()
    b.batch(b.router, [b.chain('filter', 'A'), b.chain('filter', 'B')])
    b.append(b.router, 'filter A', rule({}, 'none'), rule({}, 'RETURN'), rule({}, 'DROP'))
    b.append(b.router, 'filter B', rule({}, 'none'))
    b.append(b.router, 'filter FORWARD', rule({}, jump('A')), rule({}, jump('B', true)), rule({}, 'DROP'))
    expect(b.ping(b.client, '10.0.2.2')).toBe('reply from 10.0.2.2 ttl 63')
    expect(b.counters(b.router, 'filter FORWARD')).toEqual(['2:168', '2:168', '0:0'])
    expect(b.counters(b.router, 'filter A')).toEqual(['2:168', '2:168', '0:0'])
    expect(b.counters(b.router, 'filter B')).toEqual(['2:168'])
    const base = { hook: 'FORWARD', priority: 0, policy: 'DROP' } as const
    const counters = { packets: 0, bytes: 0 }
    b.batch(b.router, [{ type: 'NEWCHAIN', table: 'filter', chain: 'FORWARD', base, counters, excl: false }])
    expect(b.ping(b.client, '10.0.2.2')).toBe('nothing')
    const [table] = b.kernel.nftables(b.router, { type: 'GETRULESET', family: 'ip' }).tables ?? []
    expect(table?.chains.find(({ name }) => name === 'FORWARD')?.counters).toEqual({ packets: 1, bytes: 84 })
  })

  it('tells the sender of a packet dropped on its way out', () => {
    const b = new NfBench()
    b.append(b.client, 'filter OUTPUT', rule({ destination: network('10.0.2.2') }, 'DROP'))
    expect(b.ping(b.client, '10.0.2.2')).toBe('EPERM')
    expect(b.ping(b.client, '10.0.1.1')).toBe('reply from 10.0.1.1 ttl 64')
  })

  it('tells the trace which condition failed, and what was done', () => {
    const b = new NfBench()
    const eth9 = { name: 'eth9', wildcard: false, invert: false }
    b.append(
      b.router,
      'filter FORWARD',
      rule({ source: network('10.9.0.0/16') }, 'DROP'),
      rule({ destination: network('! 10.0.2.2') }, 'DROP'),
      rule({ in: eth9 }, 'DROP'),
      rule({ out: { ...eth9, name: 'eth', wildcard: true, invert: true } }, 'DROP'),
      rule({ ...proto(6) }, 'DROP'),
      rule({ ...proto(1), matches: [{ name: 'comment', text: 'hi' }] }, 'none'),
    )
    const events = b.traced('rule', () => b.ping(b.client, '10.0.2.2')).slice(0, 6)
    const words = events.map(({ number, miss, target }) =>
      miss ? `${number} ${miss.option} ${miss.wanted}: ${miss.found}` : `${number} ${target}`,
    )
    expect(words).toEqual([
      '1 -s 10.9.0.0/16: 10.0.1.2',
      '2 ! -d 10.0.2.2: 10.0.2.2',
      '3 -i eth9: eth0',
      '4 ! -o eth+: eth1',
      '5 -p tcp: icmp',
      '6 null',
    ])
    // The reply is for somebody else than 10.0.2.2.
    const policies = b.traced('policy', () => b.ping(b.client, '10.0.2.2'))
    expect(policies.map(({ chain, verdict }) => `${chain} ${verdict}`)).toEqual(['FORWARD ACCEPT'])
  })

  it('routes anew what the mangle table marks on its way out, and shows packets to tables in their order', () => {
    const b = new NfBench()
    const order: string[] = []
    for (const table of ['filter', 'raw', 'security', 'mangle'] as const) {
      b.append(b.client, `${table} OUTPUT`, rule({ ...proto(1) }, 'none'))
    }
    for (const { table } of b.traced('rule', () => b.ping(b.client, '10.0.2.2'))) order.push(table)
    expect(order).toEqual(['raw', 'mangle', 'filter', 'security'])
    expect(b.traced('route', () => b.ping(b.client, '10.0.1.1')).length).toBe(4)
    b.append(b.client, 'mangle OUTPUT', rule({}, { name: 'MARK', mark: 7, mask: 0xffffffff }))
    expect(b.traced('route', () => b.ping(b.client, '10.0.1.1')).length).toBe(5)
  })
})
