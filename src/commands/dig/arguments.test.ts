import { describe, expect, it } from 'vitest'
import { DNS_TYPES } from '../../wire/dns.ts'
import { readArguments, type Arguments } from './arguments.ts'

function read(line: string): Arguments {
  const args = readArguments(line.split(' ').filter(Boolean))
  if (!('lookups' in args)) throw new Error('refused')
  return args
}

function asked(line: string) {
  return read(line).lookups.map(({ name, type, servers, tries }) => ({ name, type, servers, tries }))
}

describe('what is asked', () => {
  it('types and names stand in any order', () => {
    const mx = [{ name: 'lab', type: DNS_TYPES.MX, servers: [], tries: 3 }]
    expect(asked('mx lab')).toEqual(mx)
    expect(asked('lab MX')).toEqual(mx)
    expect(asked('-t mx -q lab')).toEqual(mx)
  })

  it('nothing at all is the root', () => {
    expect(asked('')).toEqual([{ name: '.', type: DNS_TYPES.NS, servers: [], tries: 3 }])
  })

  it('an address is turned round, and so is what is none', () => {
    expect(asked('-x 10.0.0.5').map(({ name }) => name)).toEqual(['5.0.0.10.in-addr.arpa'])
    expect(asked('-x 10.1').map(({ name }) => name)).toEqual(['1.10.in-addr.arpa'])
  })
})

describe('options', () => {
  it('before the first name hold for all, later ones for the name before them', () => {
    expect(asked('@10.0.0.1 +tries=1 a.lab @10.0.0.2 b.lab +tries=2')).toEqual([
      { name: 'a.lab', type: DNS_TYPES.A, servers: ['10.0.0.2'], tries: 1 },
      { name: 'b.lab', type: DNS_TYPES.A, servers: ['10.0.0.1'], tries: 2 },
    ])
  })

  it('+short is for all, wherever it stands', () => {
    expect(read('a.lab b.lab +short').short).toBe(true)
  })

  it('may be shortened as far as they stay one', () => {
    expect(read('+noall +answ a.lab').lookups[0]?.on.has('answer')).toBe(true)
    expect(readArguments(['+foo'])).toEqual({ message: 'Invalid option: +foo\n', status: 1, usage: true })
  })
})
