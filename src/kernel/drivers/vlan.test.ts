import { describe, expect, it } from 'vitest'
import { IFF_UP } from '../../uapi/if.ts'
import type { VlanAttrs } from '../../uapi/if_link.ts'
import type { LinkRequest } from '../../uapi/rtnetlink.ts'
import { formatFrame, type Frame } from '../../wire/ethernet.ts'
import { ETH_P_8021AD } from '../../wire/vlan.ts'
import type { Net } from '../core/net.ts'
import { KernelBench } from '../testbench.ts'

function addVlan(
  b: KernelBench,
  net: Net,
  on: string,
  ifname: string,
  vlan: VlanAttrs,
  over: LinkRequest = {},
): string | null {
  const link = { ifname, link: b.link(net, on).index, linkinfo: { kind: 'vlan', vlan }, ...over }
  return b.ask(net, { type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link })
}

function set(b: KernelBench, net: Net, ifname: string, change: LinkRequest): string | null {
  const link = { index: b.link(net, ifname).index, ...change }
  return b.ask(net, { type: 'RTM_NEWLINK', flags: {}, link })
}

/** Two namespaces on one cable, eth0 on both sides up, each with VLAN `id` as eth0.N at 10.0.N.1 and 10.0.N.2. */
function pair(id: (side: number) => number) {
  const b = new KernelBench()
  b.ipv4Only(b.root)
  const nets = [b.ipv4Net(), b.ipv4Net()] as const
  b.veth(nets[0], 'eth0', 'eth0', nets[1])
  for (const [side, net] of nets.entries()) {
    for (const name of ['lo', 'eth0']) b.up(net, name)
    expect(addVlan(b, net, 'eth0', 'v', { id: id(side) })).toBeNull()
    b.addr(net, 'v', `10.0.1.${side + 1}/24`)
    b.up(net, 'v')
  }
  b.run(0.1)
  return { b, left: nets[0], right: nets[1] }
}

function framesOn(b: KernelBench): string[] {
  const seen: string[] = []
  b.trace.listener = (event) => {
    if (event.kind === 'xmit') seen.push(formatFrame(event.frame as Frame).replace(/,? (id|length).*/, ''))
  }
  return seen
}

describe('VLAN devices', () => {
  it('tag what they send; only the same id on the other side hears it', () => {
    const same = pair(() => 10)
    const seen = framesOn(same.b)
    expect(same.b.ping(same.left, '10.0.1.2')).toBe('reply from 10.0.1.2 ttl 64')
    expect(seen.at(-1)).toBe('vlan 10, p 0, IP 10.0.1.2 > 10.0.1.1: ICMP echo reply')
    const other = pair((side) => 10 + side)
    expect(other.b.ping(other.left, '10.0.1.2')).toBe('nothing')
  })

  it('stand on one another (802.1ad under 802.1Q), with frames of full size', () => {
    const { b, left, right } = pair(() => 10)
    for (const [side, net] of [left, right].entries()) {
      expect(addVlan(b, net, 'eth0', 's', { id: 100, protocol: ETH_P_8021AD })).toBeNull()
      b.up(net, 's')
      expect(addVlan(b, net, 's', 'q', { id: 20 })).toBeNull()
      b.addr(net, 'q', `10.0.2.${side + 1}/24`)
      b.up(net, 'q')
    }
    const seen = framesOn(b)
    expect(b.ping(left, '10.0.2.2')).toBe('reply from 10.0.2.2 ttl 64')
    expect(seen.at(-1)).toBe('vlan 100, p 0, vlan 20, p 0, IP 10.0.2.2 > 10.0.2.1: ICMP echo reply')
  })

  it('are refused as the kernel refuses them', () => {
    const { b, left } = pair(() => 10)
    expect(addVlan(b, left, 'eth0', 'x', { id: 10 })).toBe('EEXIST 8021q: VLAN device already exists')
    expect(addVlan(b, left, 'eth0', 'x', { id: 4095 })).toBe('ERANGE 8021q: Invalid VLAN id')
    expect(addVlan(b, left, 'eth0', 'x', {})).toBe('EINVAL 8021q: VLAN id not specified')
    expect(addVlan(b, left, 'eth0', 'x', { id: 1, protocol: 0x800 })).toBe(
      'EPROTONOSUPPORT 8021q: Invalid VLAN protocol',
    )
    expect(addVlan(b, left, 'lo', 'x', { id: 1 })).toBe('EOPNOTSUPP 8021q: VLANs not supported on device')
    expect(addVlan(b, left, 'eth0', 'x', { id: 1 }, { mtu: 1501 })).toBe('EINVAL')
    expect(set(b, left, 'v', { mtu: 1501 })).toBe('ERANGE')
    set(b, left, 'eth0', { flags: 0, change: IFF_UP })
    expect(set(b, left, 'v', { flags: IFF_UP, change: IFF_UP })).toBe('ENETDOWN')
  })

  it('follow the device below: down and up, its MTU, its address until they have one of their own, its end', () => {
    const { b, left } = pair(() => 10)
    set(b, left, 'eth0', { flags: 0, change: IFF_UP })
    expect(b.link(left, 'v').flags & IFF_UP).toBe(0)
    set(b, left, 'eth0', { flags: IFF_UP, change: IFF_UP })
    b.run(2)
    expect([b.link(left, 'v').flags & IFF_UP, b.link(left, 'v').operstate]).toEqual([IFF_UP, 'UP'])
    set(b, left, 'eth0', { mtu: 1300, address: 0x020000000001 })
    expect([b.link(left, 'v').mtu, b.link(left, 'v').address]).toEqual([1300, 0x020000000001])
    set(b, left, 'eth0', { mtu: 1500 })
    set(b, left, 'v', { address: 0x020000000002 })
    set(b, left, 'eth0', { address: 0x020000000003 })
    expect([b.link(left, 'v').mtu, b.link(left, 'v').address]).toEqual([1300, 0x020000000002])
    // Its own address is one more to listen to: a device that cannot filter hears everything.
    expect(b.link(left, 'eth0').promiscuity).toBe(1)
    expect(b.ping(left, '10.0.1.2')).toBe('reply from 10.0.1.2 ttl 64')
    b.ok(left, { type: 'RTM_DELLINK', index: b.link(left, 'eth0').index })
    expect(b.ask(left, { type: 'RTM_GETLINK', ifname: 'v' })).toBe('ENODEV')
  })

  it('map the priority of packets to that of tags', () => {
    const { b, left } = pair(() => 10)
    const linkinfo = {
      kind: 'vlan',
      vlan: { egressQos: [{ from: 0, to: 5 }], ingressQos: [{ from: 2, to: 6 }] },
    }
    expect(set(b, left, 'v', { linkinfo })).toBeNull()
    expect(b.link(left, 'v').linkinfo?.vlan).toEqual({
      protocol: 0x8100,
      id: 10,
      flags: 1,
      egressQos: [{ from: 0, to: 5 }],
      ingressQos: [{ from: 2, to: 6 }],
    })
    const seen = framesOn(b)
    b.ping(left, '10.0.1.2')
    expect(seen.find((line) => line.includes('echo request'))).toBe(
      'vlan 10, p 5, IP 10.0.1.1 > 10.0.1.2: ICMP echo request',
    )
  })
})
