import { beforeEach, describe, expect, it } from 'vitest'
import type { Net } from '../kernel.ts'
import { CtBench } from '../netfilter/testing/ctbench.ts'
import { network, proto, rule } from '../netfilter/testbench.ts'

/** Two namespaces 10.5.0.2 and .3 on a bridge 10.5.0.1 of a third one. */
class Bridged extends CtBench {
  readonly host = this.kernel.createNet()
  readonly a = this.kernel.createNet()
  readonly b = this.kernel.createNet()

  constructor() {
    super()
    this.add(this.host, 'br0', 'bridge')
    this.port(this.a, 'va', '10.5.0.2')
    this.port(this.b, 'vb', '10.5.0.3')
    this.up(this.host, 'br0')
    this.addr(this.host, 'br0', '10.5.0.1/24')
    this.run(1)
  }

  private port(net: Net, name: string, address: string): void {
    this.veth(this.host, name, 'eth0', net)
    this.master(this.host, name, 'br0')
    this.up(this.host, name)
    this.up(net, 'eth0')
    this.addr(net, 'eth0', `${address}/24`)
    this.addRoute(net, '0.0.0.0/0', { via: '10.5.0.1' })
  }
}

let bench: Bridged
beforeEach(() => {
  bench = new Bridged()
})

describe('what a bridge forwards', () => {
  it('goes through FORWARD with the bridge as both devices, but ARP does not', () => {
    const { host, a } = bench
    const br0 = bench.device('br0')
    bench.append(
      host,
      'filter FORWARD',
      rule({ in: br0, out: br0 }, 'none'),
      rule({ in: bench.device('va') }, 'none'),
    )
    expect(bench.ping(a, '10.5.0.3')).toBe('reply from 10.5.0.3 ttl 64')
    expect(bench.counters(host, 'filter FORWARD')).toEqual(['2:168', '0:0'])
    bench.append(host, 'filter FORWARD', rule({ ...proto(1) }, 'DROP'))
    expect(bench.ping(a, '10.5.0.3')).toBe('nothing')
    bench.kernel.writeSysctl(host, 'net/bridge/bridge-nf-call-iptables', '0')
    expect(bench.ping(a, '10.5.0.3')).toBe('reply from 10.5.0.3 ttl 64')
  })

  it('is seen once by PRE_ROUTING when it is for this machine', () => {
    const { host, a } = bench
    bench.append(host, 'mangle PREROUTING', rule({ ...proto(1) }, 'none'))
    expect(bench.ping(a, '10.5.0.1')).toBe('reply from 10.5.0.1 ttl 64')
    expect(bench.counters(host, 'mangle PREROUTING')).toEqual(['1:84'])
  })

  it('may be sent to a neighbour on the same bridge, which answers through it', () => {
    const { host, a, b } = bench
    const target = { name: 'DNAT', range: bench.range('10.5.0.3', 5353) } as const
    bench.append(host, 'nat PREROUTING', rule({ ...proto(17), destination: network('10.5.0.1') }, target))
    bench.kernel.writeSysctl(host, 'net/ipv4/ip_forward', '1')
    const server = bench.udp(b, '0.0.0.0', 5353)
    const client = bench.udp(a, '0.0.0.0', 4000)
    for (const _ of [1, 2]) {
      bench.send(client, '10.5.0.1', 53)
      expect(bench.received(server)).toBe('10.5.0.2:4000')
      bench.send(server, '10.5.0.2', 4000)
      expect(bench.received(client)).toBe('10.5.0.1:53')
    }
  })

  it('is put together for a look and cut again', () => {
    const { host, a, b } = bench
    bench.append(
      host,
      'filter FORWARD',
      rule({ matches: [{ name: 'state', state: { bits: 8, invert: false } }] }, 'none'),
    )
    const server = bench.udp(b, '0.0.0.0', 53)
    bench.udp(a, '0.0.0.0', 4000).sendto(new Uint8Array(4000), { address: bench.inet('10.5.0.3'), port: 53 })
    bench.run(0.1)
    expect(bench.received(server)).toBe('10.5.0.2:4000')
    expect(bench.counters(host, 'filter FORWARD')).toEqual(['1:4028'])
  })
})
