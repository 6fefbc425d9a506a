import { describe, expect, it } from 'vitest'
import { DNS_CLASS_IN, DNS_TYPES } from '../../wire/dns.ts'
import { answerLocally } from './answer.ts'
import { Zone, type DomainRule } from './zone.ts'

const RULES: readonly DomainRule[] = [
  { domain: 'lab', what: { kind: 'address', address: 0x0a000001 } },
  { domain: 'web.lab', what: { kind: 'address', address: 0x0a000050 } },
  { domain: 'block.lab', what: { kind: 'none' } },
  { domain: 'null.lab', what: { kind: 'null' } },
]

function zone(): Zone {
  const zone = new Zone()
  zone.addHost(['db.home', 'dbx.home'], 0x0a000005, 0)
  zone.add('www.home', DNS_TYPES.CNAME, 0, { kind: 'name', name: 'db.home' })
  zone.add('far.home', DNS_TYPES.CNAME, 0, { kind: 'name', name: 'nowhere.home' })
  return zone
}

/** The log of an answer, as dnsmasq --log-queries writes it; null for what others must be asked. */
function asked(name: string, type: keyof typeof DNS_TYPES): readonly string[] | null {
  const question = { name, type: DNS_TYPES[type], class: DNS_CLASS_IN }
  return answerLocally(zone(), RULES, question, 0)?.log ?? null
}

describe('a domain with an address', () => {
  it('the longest that a name lies in counts', () => {
    expect(asked('a.web.lab', 'A')).toEqual(['config a.web.lab is 10.0.0.80'])
    expect(asked('xweb.lab', 'A')).toEqual(['config xweb.lab is 10.0.0.1'])
  })

  it('says nothing of the other family, nor of other types', () => {
    expect(asked('web.lab', 'AAAA')).toBeNull()
    expect(asked('web.lab', 'MX')).toBeNull()
  })

  it('without one has no names, with # addresses that lead nowhere', () => {
    expect(asked('a.block.lab', 'MX')).toEqual(['config a.block.lab is NXDOMAIN'])
    expect(asked('null.lab', 'A')).toEqual(['config null.lab is 0.0.0.0'])
    expect(asked('null.lab', 'AAAA')).toEqual(['config null.lab is ::'])
  })
})

describe('records', () => {
  it('of a host lead both ways, back to its first name', () => {
    expect(asked('dbx.home', 'A')).toEqual(['config dbx.home is 10.0.0.5'])
    expect(asked('5.0.0.10.in-addr.arpa', 'PTR')).toEqual(['config 10.0.0.5 is db.home'])
  })

  it('that are aliases are followed, wherever they lead', () => {
    expect(asked('www.home', 'A')).toEqual(['config www.home is <CNAME>', 'config db.home is 10.0.0.5'])
    expect(asked('www.home', 'CNAME')).toEqual(['config www.home is <CNAME>'])
    expect(asked('far.home', 'AAAA')).toEqual(['config far.home is <CNAME>'])
  })
})
