import { describe, expect, it } from 'vitest'
import type { TraceEvent } from '../sim/trace.ts'
import { KernelBench } from './testbench.ts'

/** red and blue, 10.0.0.1 and 10.0.0.2, on br0. */
function bridgeLab() {
  const b = new KernelBench()
  b.ipv4Only(b.root)
  const red = b.ipv4Net()
  const blue = b.ipv4Net()
  b.add(b.root, 'br0', 'bridge')
  b.up(b.root, 'br0')
  for (const [net, port, address] of [
    [red, 'vr', '10.0.0.1/24'],
    [blue, 'vb', '10.0.0.2/24'],
  ] as const) {
    b.veth(b.root, port, 'eth0', net)
    b.master(b.root, port, 'br0')
    b.up(b.root, port)
    b.up(net, 'eth0')
    expect(b.addr(net, 'eth0', address)).toBeNull()
  }
  // What hosts and the bridge say of their groups is said.
  b.run(3)
  return { b, red, blue }
}

describe('a bridge lab', () => {
  it('answers an echo, asking ARP first: eight hops, nothing dropped but what nobody wants', () => {
    const { b, red } = bridgeLab()
    const events: TraceEvent[] = []
    b.trace.listener = (e) => events.push(e)
    expect(b.ping(red, '10.0.0.2')).toBe('reply from 10.0.0.2 ttl 64')
    expect(
      events.filter((e) => e.kind === 'xmit').map((e) => `${e.deviceName} ${e.frame.packet.kind}`),
    ).toEqual(['eth0 arp', 'vb arp', 'eth0 arp', 'vr arp', 'eth0 ipv4', 'vb ipv4', 'eth0 ipv4', 'vr ipv4'])
    expect(events.filter((e) => e.kind === 'drop')).toEqual([])
  })

  it('fails without a route, and without the bridge', () => {
    const { b, red } = bridgeLab()
    expect(b.ping(red, '10.9.0.1')).toBe('ENETUNREACH')
    b.down(b.root, 'br0')
    expect(b.ping(red, '10.0.0.2')).toBe('nothing')
    b.up(b.root, 'br0')
    expect(b.ping(red, '10.0.0.2', 3)).toBe('reply from 10.0.0.2 ttl 64')
  })

  it('goes with its namespaces', () => {
    const { b, red, blue } = bridgeLab()
    red.put()
    expect([...b.root.byName.keys()]).toEqual(['lo', 'br0', 'vb'])
    blue.put()
    expect([...b.root.byName.keys()]).toEqual(['lo', 'br0'])
    expect(b.link(b.root, 'br0')).toMatchObject({ operstate: 'DOWN', address: 0 })
  })
})

describe('a router', () => {
  function routed() {
    const b = new KernelBench()
    b.ipv4Only(b.root)
    const [a, r, c] = [b.ipv4Net(), b.ipv4Net(), b.ipv4Net()]
    b.veth(r, 'eth0', 'eth0', a)
    b.veth(r, 'eth1', 'eth0', c)
    for (const [net, dev, address] of [
      [a, 'eth0', '10.0.1.2/24'],
      [r, 'eth0', '10.0.1.1/24'],
      [r, 'eth1', '10.0.2.1/24'],
      [c, 'eth0', '10.0.2.2/24'],
    ] as const) {
      b.up(net, dev)
      b.addr(net, dev, address)
    }
    b.addRoute(a, '0.0.0.0/0', { via: '10.0.1.1' })
    b.addRoute(c, '0.0.0.0/0', { via: '10.0.2.1' })
    b.run(0.1)
    return { b, a, r, c }
  }

  it('forwards only when ip_forward is 1, and takes one from the TTL', () => {
    const { b, a, r } = routed()
    expect(b.ping(a, '10.0.2.2')).toBe('nothing')
    expect(b.kernel.writeSysctl(r, 'net/ipv4/ip_forward', '1\n')).toBeNull()
    expect(b.kernel.readSysctl(r, 'net/ipv4/conf/eth1/forwarding')).toBe('1\n')
    expect(b.ping(a, '10.0.2.2')).toBe('reply from 10.0.2.2 ttl 63')
  })

  it('says what it has no route for, and what does not answer', () => {
    const { b, a, r } = routed()
    b.kernel.writeSysctl(r, 'net/ipv4/ip_forward', '1')
    expect(b.ping(a, '10.7.0.1')).toBe('ENETUNREACH from 10.0.1.1')
    expect(b.ping(a, '10.0.2.9', 2.9)).toBe('nothing')
    expect(b.ping(a, '10.0.2.9', 3.1)).toBe('EHOSTUNREACH from 10.0.1.1')
    expect(b.addRoute(r, '10.8.0.0/16', { routeType: 8, scope: 0 })).toBeNull()
    expect(b.ping(a, '10.8.0.1')).toBe('EHOSTUNREACH from 10.0.1.1')
  })

  it('drops what comes from where it would not be answered, when rp_filter is 1', () => {
    const { b, a, r, c } = routed()
    b.kernel.writeSysctl(r, 'net/ipv4/ip_forward', '1')
    b.add(a, 'dummy0', 'dummy')
    b.up(a, 'dummy0')
    b.addr(a, 'dummy0', '10.0.3.1/24')
    b.run(0.1)
    b.addRoute(c, '10.0.3.0/24', { via: '10.0.2.1' })
    const drops: string[] = []
    b.trace.listener = (e) => e.kind === 'drop' && drops.push(`${e.fn} ${e.reason}`)
    b.kernel.writeSysctl(r, 'net/ipv4/conf/all/rp_filter', '1')
    b.addRoute(r, '10.0.3.0/24', { via: '10.0.2.2' })
    expect(b.addRoute(a, '10.0.2.0/24', { via: '10.0.1.1', prefsrc: 0x0a000301 })).toBeNull()
    b.ping(a, '10.0.1.1')
    expect(b.ping(a, '10.0.2.2')).toBe('nothing')
    expect(drops).toEqual(['ipError IP_RPFILTER'])
    // Not even ARP is answered for such a source.
    b.down(a, 'eth0')
    b.up(a, 'eth0')
    b.addRoute(a, '10.0.2.0/24', { via: '10.0.1.1', prefsrc: 0x0a000301 })
    b.run(0.1)
    expect(b.ping(a, '10.0.2.2')).toBe('nothing')
    expect(drops).toEqual(['ipError IP_RPFILTER'])
  })
})

describe('a neighbour that does not answer', () => {
  it('is reported after three probes, by lo, and only if lo is up', () => {
    const b = new KernelBench()
    b.ipv4Only(b.root)
    const red = b.ipv4Net()
    b.veth(b.root, 'v0', 'eth0', red)
    b.up(b.root, 'v0')
    b.up(red, 'eth0')
    b.addr(b.root, 'v0', '10.0.0.1/24')
    b.run(0.1)
    expect(b.ping(b.root, '10.0.0.9', 3.1)).toBe('nothing')
    b.up(b.root, 'lo')
    expect(b.ping(b.root, '10.0.0.9', 2.9)).toBe('nothing')
    expect(b.ping(b.root, '10.0.0.8', 3.1)).toBe('EHOSTUNREACH from 10.0.0.1')
  })
})

describe('operational state of a veth pair', () => {
  it('is LOWERLAYERDOWN while the peer is down and UP when both are up', () => {
    const b = new KernelBench()
    b.ipv4Only(b.root)
    b.veth(b.root, 'v0', 'p0', b.root)
    b.up(b.root, 'v0')
    expect(b.link(b.root, 'v0').operstate).toBe('LOWERLAYERDOWN')
    b.up(b.root, 'p0')
    expect([b.link(b.root, 'v0').operstate, b.link(b.root, 'p0').operstate]).toEqual(['UP', 'UP'])
    b.down(b.root, 'v0')
    expect([b.link(b.root, 'v0').operstate, b.link(b.root, 'p0').operstate]).toEqual([
      'DOWN',
      'LOWERLAYERDOWN',
    ])
  })

  it('of a pair across namespaces is DOWN, for the peer is not found by its number', () => {
    const b = new KernelBench()
    b.ipv4Only(b.root)
    const red = b.ipv4Net()
    b.add(b.root, 'd0', 'dummy')
    b.veth(b.root, 'v0', 'p0', red)
    b.up(b.root, 'v0')
    b.up(red, 'p0')
    b.down(red, 'p0')
    b.run(1.1)
    expect(b.link(b.root, 'v0').operstate).toBe('DOWN')
  })
})
