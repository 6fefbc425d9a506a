import { describe, expect, it } from 'vitest'
import { KernelBench } from '../testbench.ts'

function oneLink(): KernelBench {
  const b = new KernelBench()
  b.veth(b.root, 'eth0', 'eth1', b.root)
  b.up(b.root, 'eth0')
  b.up(b.root, 'eth1')
  b.run(0.1)
  return b
}

describe('routes of an address', () => {
  it('come and go with it and with the device', () => {
    const b = oneLink()
    b.addr(b.root, 'eth0', '10.0.0.1/24')
    expect(b.routes(b.root)).toEqual(['10.0.0.0/24 dev eth0'])
    expect(b.routes(b.root, 255)).toEqual(['10.0.0.1/32 dev eth0', '10.0.0.255/32 dev eth0'])
    b.addRoute(b.root, '0.0.0.0/0', { via: '10.0.0.254' })
    b.down(b.root, 'eth1')
    b.run(0.1)
    expect(b.routes(b.root)).toEqual([
      '0.0.0.0/0 via 10.0.0.254 dev eth0 linkdown',
      '10.0.0.0/24 dev eth0 linkdown',
    ])
    b.down(b.root, 'eth0')
    expect(b.routes(b.root)).toEqual([])
    expect(b.routes(b.root, 255)).toEqual(['10.0.0.1/32 dev eth0'])
    b.up(b.root, 'eth0')
    b.up(b.root, 'eth1')
    b.run(0.1)
    expect(b.routes(b.root)).toEqual(['10.0.0.0/24 dev eth0'])
    expect(b.delAddr(b.root, 'eth0', '10.0.0.1/24')).toBeNull()
    expect([...b.routes(b.root), ...b.routes(b.root, 255)]).toEqual([])
  })

  it('of a primary go with its secondaries, unless one is promoted', () => {
    const b = oneLink()
    for (const a of ['10.0.0.1/24', '10.0.0.2/24', '10.0.0.3/24']) b.addr(b.root, 'eth0', a)
    expect(b.routes(b.root, 255)).toEqual([
      '10.0.0.1/32 dev eth0',
      '10.0.0.2/32 dev eth0',
      '10.0.0.3/32 dev eth0',
      '10.0.0.255/32 dev eth0',
    ])
    b.delAddr(b.root, 'eth0', '10.0.0.1/24')
    expect(b.routes(b.root, 255)).toEqual([])
    b.kernel.writeSysctl(b.root, 'net/ipv4/conf/all/promote_secondaries', '1')
    for (const a of ['10.0.0.1/24', '10.0.0.2/24', '10.0.0.3/24']) b.addr(b.root, 'eth0', a)
    b.delAddr(b.root, 'eth0', '10.0.0.1/24')
    expect(b.routes(b.root)).toEqual(['10.0.0.0/24 dev eth0'])
    expect(b.routes(b.root, 255)).toEqual([
      '10.0.0.2/32 dev eth0',
      '10.0.0.3/32 dev eth0',
      '10.0.0.255/32 dev eth0',
    ])
  })
})

describe('what a route is refused for', () => {
  it('has the words of the kernel', () => {
    const b = oneLink()
    b.addr(b.root, 'eth0', '192.168.1.10/24')
    const eth0 = b.link(b.root, 'eth0').index
    expect([
      b.addRoute(b.root, '0.0.0.0/0', { via: '10.0.0.1' }),
      b.addRoute(b.root, '0.0.0.0/0', { via: '192.168.1.255' }),
      b.addRoute(b.root, '10.0.0.1/24', { via: '192.168.1.1' }),
      b.addRoute(b.root, '10.0.0.0/24', {}),
      b.addRoute(b.root, '10.0.0.0/24', { via: '192.168.1.1', prefsrc: 0x01020304 }),
      b.addRoute(b.root, '10.0.0.0/24', { via: '192.168.1.1' }),
      b.addRoute(b.root, '10.0.0.0/24', { via: '192.168.1.7' }),
      b.addRoute(b.root, '10.0.0.0/24', { via: '192.168.1.7', priority: 9 }),
      b.addRoute(b.root, '10.1.0.0/16', { oif: eth0 }),
    ]).toEqual([
      'ENETUNREACH Nexthop has invalid gateway',
      'EINVAL Nexthop has invalid gateway',
      'EINVAL Invalid prefix for given prefix length',
      'ENODEV',
      'EINVAL Invalid prefsrc address',
      null,
      'EEXIST',
      null,
      null,
    ])
    b.down(b.root, 'eth0')
    expect(b.addRoute(b.root, '10.1.0.0/16', { oif: eth0 })).toBe('ENETDOWN Device for nexthop is not up')
  })
})

describe('a look-up', () => {
  it('takes the longest prefix, then the smallest metric', () => {
    const b = oneLink()
    b.addr(b.root, 'eth0', '10.0.0.1/24')
    b.addRoute(b.root, '10.2.0.0/16', { via: '10.0.0.2' })
    b.addRoute(b.root, '10.2.3.0/24', { via: '10.0.0.3', priority: 50 })
    b.addRoute(b.root, '10.2.3.0/24', { via: '10.0.0.4', priority: 10 })
    const via = (dst: string) => {
      const [a = 0, c = 0, d = 0, e = 0] = dst.split('.').map(Number)
      const [m] = b.ok(b.root, {
        type: 'RTM_GETROUTE_LOOKUP',
        lookup: { dst: ((a * 256 + c) * 256 + d) * 256 + e },
      })
      return m?.type === 'RTM_NEWROUTE' ? m.gateway : null
    }
    expect([via('10.2.9.9'), via('10.2.3.4')]).toEqual([0x0a000002, 0x0a000004])
  })
})
