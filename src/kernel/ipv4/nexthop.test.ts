import { describe, expect, it } from 'vitest'
import type { NexthopAttrs } from '../../uapi/nexthop.ts'
import { AF_INET } from '../../uapi/rtnetlink.ts'
import { inet, KernelBench } from '../testbench.ts'

class NexthopBench extends KernelBench {
  constructor() {
    super()
    this.veth(this.root, 'eth0', 'eth1', this.root)
    for (const name of ['eth0', 'eth1', 'lo']) this.up(this.root, name)
    this.run(0.1)
    this.addr(this.root, 'eth0', '10.0.0.1/24')
  }

  set(id: number, more: Partial<NexthopAttrs>, replace = false): string | null {
    const flags = replace ? { create: true, replace } : { create: true, excl: true }
    const nexthop = { family: more.group ? 0 : AF_INET, id, protocol: 0, flags: 0, ...more }
    return this.ask(this.root, { type: 'RTM_NEWNEXTHOP', flags, nexthop })
  }

  via(id: number, gateway: string, replace = false): string | null {
    const oif = this.link(this.root, 'eth0').index
    return this.set(id, { gateway: inet(gateway), oif }, replace)
  }

  get ids(): number[] {
    const found = this.ok(this.root, { type: 'RTM_GETNEXTHOPS' })
    return found.flatMap((message) => (message.type === 'RTM_NEWNEXTHOP' ? [message.id] : []))
  }

  name(dst: string, nhid: number): string | null {
    const route = { table: 254, protocol: 3, scope: 0, routeType: 1, tos: 0, priority: 0, flags: 0 }
    return this.ask(this.root, {
      type: 'RTM_NEWROUTE',
      flags: { create: true, excl: true },
      route: { ...route, family: AF_INET, dst: inet(dst), dstLen: 8, nhid },
    })
  }
}

describe('next hops with numbers', () => {
  it('are numbered from the last number given, and listed in order', () => {
    const b = new NexthopBench()
    expect([b.via(3, '10.0.0.2'), b.via(0, '10.0.0.3'), b.via(1, '10.0.0.4')]).toEqual([null, null, 'EEXIST'])
    expect([b.via(0, '10.0.0.5'), b.via(0, '10.0.0.6'), b.ids]).toEqual([null, null, [1, 2, 3, 4]])
  })

  it('are followed by the routes that name them', () => {
    const b = new NexthopBench()
    b.via(1, '10.0.0.2')
    expect([b.name('20.0.0.0', 1), b.name('30.0.0.0', 9)]).toEqual([null, 'EINVAL Nexthop id does not exist'])
    expect(b.routes(b.root)).toEqual(['10.0.0.0/24 dev eth0', '20.0.0.0/8 via 10.0.0.2 dev eth0'])
    b.via(1, '10.0.0.7', true)
    expect(b.routes(b.root)).toEqual(['10.0.0.0/24 dev eth0', '20.0.0.0/8 via 10.0.0.7 dev eth0'])
    expect(b.ask(b.root, { type: 'RTM_DELNEXTHOP', id: 1 })).toBeNull()
    expect(b.routes(b.root)).toEqual(['10.0.0.0/24 dev eth0'])
  })

  it('leave their groups, and the last one takes its group along', () => {
    const b = new NexthopBench()
    b.via(1, '10.0.0.2')
    b.via(2, '10.0.0.3')
    b.set(5, { group: [1, 2].map((id) => ({ id, weight: 1 })) })
    b.set(6, { group: [{ id: 1, weight: 1 }] })
    b.name('20.0.0.0', 5)
    b.ask(b.root, { type: 'RTM_DELNEXTHOP', id: 1 })
    expect([b.ids, b.routes(b.root)]).toEqual([
      [2, 5],
      ['10.0.0.0/24 dev eth0', '20.0.0.0/8 via 10.0.0.3 dev eth0'],
    ])
  })

  it('do not outlive their link', () => {
    const b = new NexthopBench()
    b.via(1, '10.0.0.2')
    b.set(2, { blackhole: true })
    b.down(b.root, 'eth1')
    b.run(1)
    expect(b.ids).toEqual([2])
  })
})
