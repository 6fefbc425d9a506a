import { describe, expect, it } from 'vitest'
import type { IpsetEntry, IpsetOptions, IpsetRequest } from '../../../uapi/ipset.ts'
import type { XtMatch } from '../../../uapi/xt_match.ts'
import { inet } from '../../testbench.ts'
import { NfBench, rule } from '../testbench.ts'

const OPTIONS: IpsetOptions = {
  family: 'inet',
  hashsize: 1024,
  maxelem: 65536,
  netmask: null,
  timeout: null,
  counters: false,
  comment: false,
  bucketsize: 12,
  initval: 1,
}

function entry(address: string, more: Partial<IpsetEntry> = {}): IpsetEntry {
  const at = inet(address)
  const none = { cidr: null, port: null, nomatch: false, timeout: null, counters: null, comment: null }
  return { address: at, to: at, ...none, ...more }
}

function ask(b: NfBench, request: IpsetRequest): string {
  const reply = b.kernel.ipset(b.router, request)
  return reply.error ?? (reply.found ? 'found' : 'done')
}

function set(directions: readonly ('src' | 'dst')[], invert = false): XtMatch {
  return { name: 'set', set: 's', directions, invert }
}

describe('a rule that asks a set', () => {
  it('is asked by every packet what stands in it then', () => {
    const b = new NfBench()
    const asked = rule({ matches: [set(['src'])] }, 'none')
    expect(b.append(b.router, 'filter FORWARD', asked)).toBe('ENOENT at 1')
    const options = { ...OPTIONS, timeout: 5, counters: true }
    ask(b, { type: 'CREATE', name: 's', setType: 'hash:ip', options, exist: false })
    const other = rule({ matches: [set(['dst'], true)] }, 'none')
    expect(b.append(b.router, 'filter FORWARD', asked, other)).toBe(null)
    expect(ask(b, { type: 'DESTROY', name: 's' })).toBe('BUSY')
    ask(b, { type: 'ADD', name: 's', entry: entry('10.0.1.2'), exist: false })
    b.ping(b.client, '10.0.2.2')
    expect(b.counters(b.router, 'filter FORWARD')).toEqual(['1:84', '1:84'])
    const [listed] = b.kernel.ipset(b.router, { type: 'LIST', name: 's' }).sets ?? []
    expect(listed?.members).toMatchObject([{ timeout: 4, packets: 2, bytes: 168 }])
    expect(listed?.references).toBe(2)
    b.run(5)
    expect(listed?.members).toEqual([])
    b.batch(b.router, [{ type: 'DELRULE', table: 'filter', chain: 'FORWARD' }])
    expect(ask(b, { type: 'DESTROY', name: 's' })).toBe('done')
  })

  it('finds the longest network that holds an address', () => {
    const b = new NfBench()
    ask(b, { type: 'CREATE', name: 's', setType: 'hash:net', options: OPTIONS, exist: false })
    ask(b, { type: 'ADD', name: 's', entry: entry('10.0.0.0', { cidr: 8 }), exist: false })
    ask(b, { type: 'ADD', name: 's', entry: entry('10.0.2.0', { cidr: 24, nomatch: true }), exist: false })
    const test = (address: string) => ask(b, { type: 'TEST', name: 's', entry: entry(address, { cidr: 32 }) })
    expect([test('10.9.9.9'), test('10.0.2.2'), test('11.0.0.1')]).toEqual(['found', 'done', 'done'])
    b.append(b.router, 'filter FORWARD', rule({ matches: [set(['src'])] }, 'none'))
    b.ping(b.client, '10.0.2.2')
    expect(b.counters(b.router, 'filter FORWARD')).toEqual(['1:84'])
  })

  it('can be filled by rules', () => {
    const b = new NfBench()
    ask(b, { type: 'CREATE', name: 's', setType: 'hash:ip,port', options: OPTIONS, exist: false })
    const target = { name: 'SET', op: 'add', set: 's', directions: ['src', 'dst'] } as const
    b.append(b.router, 'filter FORWARD', rule({}, { ...target, exist: false, timeout: null }))
    b.ping(b.client, '10.0.2.2')
    const [listed] = b.kernel.ipset(b.router, { type: 'LIST', name: 's' }).sets ?? []
    expect(listed?.members.map(({ address, port }) => [address, port])).toEqual([
      [inet('10.0.1.2'), { protocol: 1, port: 8 << 8 }],
      [inet('10.0.2.2'), { protocol: 1, port: 0 }],
    ])
  })
})
