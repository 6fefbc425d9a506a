import { describe, expect, it } from 'vitest'
import { CtBench } from './testing/ctbench.ts'
import { network, proto, rule } from './testbench.ts'

describe('masquerading', () => {
  it('maps a ping and its answer, and forgets it when the device goes down', () => {
    const b = new CtBench()
    b.delRoute(b.server, '0.0.0.0/0')
    expect(b.ping(b.client, '10.0.2.2')).toBe('nothing')
    b.append(b.router, 'nat POSTROUTING', rule({ out: b.device('eth1') }, b.masquerade()))
    expect(b.ping(b.client, '10.0.2.2')).toBe('reply from 10.0.2.2 ttl 63')
    expect(b.flows(b.router)).toEqual([
      'icmp 29 src=10.0.1.2 dst=10.0.2.2 id=7 src=10.0.2.2 dst=10.0.2.1 id=7 mark=0',
    ])
    expect(b.counters(b.router, 'nat POSTROUTING')).toEqual(['1:84'])
    b.down(b.router, 'eth1')
    expect(b.flows(b.router)).toEqual([])
  })

  it('gives the second of two clients with the same port another one', () => {
    const b = new CtBench()
    b.delRoute(b.server, '0.0.0.0/0')
    b.addr(b.client, 'eth0', '10.0.1.3/24')
    b.append(b.router, 'nat POSTROUTING', rule({ out: b.device('eth1') }, b.masquerade()))
    const server = b.udp(b.server, '0.0.0.0', 53)
    b.send(b.udp(b.client, '10.0.1.2', 4000), '10.0.2.2', 53)
    b.send(b.udp(b.client, '10.0.1.3', 4000), '10.0.2.2', 53)
    const [first, second] = [b.received(server), b.received(server)]
    expect(first).toBe('10.0.2.1:4000')
    expect(second).toMatch(/^10\.0\.2\.1:\d+$/)
    expect(second).not.toBe(first)
  })
})

describe('DNAT', () => {
  it('sends a port elsewhere, and its answers come from where they were asked', () => {
    const b = new CtBench()
    const target = { name: 'DNAT', range: b.range('10.0.2.2', 5353) } as const
    b.append(b.router, 'nat PREROUTING', rule({ ...proto(17), destination: network('10.0.1.1') }, target))
    const server = b.udp(b.server, '0.0.0.0', 5353)
    const client = b.udp(b.client, '0.0.0.0', 4000)
    b.send(client, '10.0.1.1', 53)
    expect(b.received(server)).toBe('10.0.1.2:4000')
    b.send(server, '10.0.1.2', 4000)
    expect(b.received(client)).toBe('10.0.1.1:53')
    expect(b.flows(b.router)).toEqual([
      'udp 29 src=10.0.1.2 dst=10.0.1.1 sport=4000 dport=53 src=10.0.2.2 dst=10.0.1.2 sport=5353 dport=4000 mark=0',
    ])
  })

  it('translates what an ICMP error quotes', () => {
    const b = new CtBench()
    const target = { name: 'DNAT', range: b.range('10.0.2.2', 5353) } as const
    b.append(b.router, 'nat PREROUTING', rule({ ...proto(17) }, target))
    const client = b.udp(b.client, '0.0.0.0', 4000)
    client.connect({ address: b.inet('10.0.1.1'), port: 53 })
    b.send(client, '10.0.1.1', 53)
    expect(client.takeError()?.name).toBe('ECONNREFUSED')
  })

  it('of local output finds another route', () => {
    const b = new CtBench()
    const target = { name: 'DNAT', range: b.range('10.0.2.2') } as const
    b.append(b.router, 'nat OUTPUT', rule({ destination: network('10.0.1.9') }, target))
    expect(b.ping(b.router, '10.0.1.9')).toBe('reply from 10.0.1.9 ttl 64')
  })
})
