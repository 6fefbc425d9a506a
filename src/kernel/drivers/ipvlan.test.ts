import { describe, expect, it } from 'vitest'
import { IFF_NOARP } from '../../uapi/if.ts'
import { IPVLAN_F_PRIVATE, IPVLAN_MODE_L2, IPVLAN_MODE_L3, IPVLAN_MODE_L3S } from '../../uapi/if_link.ts'
import type { LinkRequest } from '../../uapi/rtnetlink.ts'
import type { Net } from '../core/net.ts'
import { KernelBench } from '../testbench.ts'

function addIpvlan(b: KernelBench, net: Net, mode: number, flags = 0, kind = 'ipvlan'): string | null {
  const link: LinkRequest = { ifname: 'iv', link: b.link(b.root, 'v0').index, netns: net }
  link.linkinfo = kind === 'ipvlan' ? { kind, ipvlan: { mode, flags } } : { kind }
  return b.ask(b.root, { type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link })
}

/** A parent at 10.0.0.1 with two slaves in namespaces of their own, and another machine at 10.0.0.99. */
function slaves(mode: number, flags = 0) {
  const b = new KernelBench()
  const [a, c, far] = [b.kernel.createNet(), b.kernel.createNet(), b.kernel.createNet()] as [Net, Net, Net]
  b.veth(b.root, 'v0', 'v1', far)
  for (const [net, name] of [
    [b.root, 'lo'],
    [b.root, 'v0'],
    [far, 'v1'],
  ] as const)
    b.up(net, name)
  b.addr(b.root, 'v0', '10.0.0.1/24')
  b.addr(far, 'v1', '10.0.0.99/24')
  for (const [i, net] of [a, c].entries()) {
    expect(addIpvlan(b, net, mode, flags)).toBeNull()
    b.up(net, 'lo')
    b.up(net, 'iv')
    b.addr(net, 'iv', `10.0.0.${11 + i}/24`)
  }
  b.run(0.1)
  return { b, a, c, far }
}

describe('ipvlan', () => {
  it('shares its parent’s address, and in layer 2 all but the parent hear one another', () => {
    const { b, a, far } = slaves(IPVLAN_MODE_L2)
    expect(b.link(a, 'iv').address).toBe(b.link(b.root, 'v0').address)
    expect(b.ping(a, '10.0.0.12')).toBe('reply from 10.0.0.12 ttl 64')
    expect(b.ping(a, '10.0.0.99')).toBe('reply from 10.0.0.99 ttl 64')
    expect(b.ping(far, '10.0.0.12')).toBe('reply from 10.0.0.12 ttl 64')
    expect(b.ping(a, '10.0.0.1')).toBe('nothing')
    expect(b.ping(b.root, '10.0.0.11')).toBe('nothing')
  })

  it('keeps siblings apart in private mode', () => {
    const { b, a } = slaves(IPVLAN_MODE_L2, IPVLAN_F_PRIVATE)
    expect(b.ping(a, '10.0.0.12')).toBe('nothing')
    expect(b.ping(a, '10.0.0.99')).toBe('reply from 10.0.0.99 ttl 64')
  })

  it.each([IPVLAN_MODE_L3, IPVLAN_MODE_L3S])('asks and answers no ARP in layer 3 (mode %i)', (mode) => {
    const { b, a, far } = slaves(mode)
    expect(b.link(a, 'iv').flags & IFF_NOARP).toBe(IFF_NOARP)
    expect(b.ping(a, '10.0.0.12')).toBe('reply from 10.0.0.12 ttl 64')
    expect(b.ping(a, '10.0.0.99')).toBe('nothing')
    // The parent's namespace sends it on; others need a route by the parent to send back.
    b.ok(far, {
      type: 'RTM_NEWNEIGH',
      flags: { create: true, replace: true },
      neigh: {
        family: 2,
        index: b.link(far, 'v1').index,
        state: 0x80,
        flags: 0,
        dst: 0x0a00000b,
        lladdr: b.link(b.root, 'v0').address,
      },
    })
    expect(b.ping(a, '10.0.0.99')).toBe('reply from 10.0.0.99 ttl 64')
  })

  it('refuses an address that another on the parent has, and any other kind beside it', () => {
    const { b, c } = slaves(IPVLAN_MODE_L2)
    const addr = {
      family: 2,
      index: b.link(c, 'iv').index,
      prefixlen: 24,
      local: 0x0a00000b,
      scope: 0,
      flags: 0,
    } as const
    expect(b.ask(c, { type: 'RTM_NEWADDR', flags: { create: true, excl: true }, addr })).toBe(
      'EADDRINUSE Address already assigned to an ipvlan device',
    )
    const third = b.kernel.createNet()
    expect(addIpvlan(b, third, 0, 0, 'macvlan')).toBe('EBUSY')
    expect(addIpvlan(b, third, 7)).toBe('EINVAL')
    const change = { index: b.link(c, 'iv').index, address: 0x020000000001 }
    expect(b.ask(c, { type: 'RTM_NEWLINK', flags: {}, link: change })).toBe('EOPNOTSUPP')
  })

  it('has one mode for all on a parent', () => {
    const { b, a, c } = slaves(IPVLAN_MODE_L2)
    const link = {
      index: b.link(c, 'iv').index,
      linkinfo: { kind: 'ipvlan', ipvlan: { mode: IPVLAN_MODE_L3 } },
    }
    b.ok(c, { type: 'RTM_NEWLINK', flags: {}, link })
    expect(b.link(a, 'iv').linkinfo?.ipvlan).toEqual({ mode: IPVLAN_MODE_L3, flags: 0 })
    expect(b.link(a, 'iv').flags & IFF_NOARP).toBe(IFF_NOARP)
  })
})
