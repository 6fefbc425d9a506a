import { describe, expect, it } from 'vitest'
import { AF_BRIDGE, NTF_SELF, NUD_PERMANENT, type NeighMessage } from '../../uapi/rtnetlink.ts'
import type { VxlanAttrs } from '../../uapi/vxlan.ts'
import { formatInet } from '../../wire/inet.ts'
import { formatMac } from '../../wire/mac.ts'
import type { Net } from '../core/net.ts'
import { inet, KernelBench } from '../testbench.ts'

function addVxlan(b: KernelBench, net: Net, ifname: string, vxlan: VxlanAttrs, mtu?: number): string | null {
  const link = { ifname, linkinfo: { kind: 'vxlan', vxlan }, ...(mtu ? { mtu } : {}) }
  return b.ask(net, { type: 'RTM_NEWLINK', flags: { create: true, excl: true }, link })
}

function fdb(b: KernelBench, net: Net, dev: string): string[] {
  const { index } = b.link(net, dev)
  const entries = b.ok(net, { type: 'RTM_GETNEIGH', family: AF_BRIDGE }) as readonly NeighMessage[]
  return entries
    .filter((e) => e.index === index && e.dst !== undefined)
    .map((e) => `${formatMac(e.lladdr ?? 0)} ${formatInet(Number(e.dst))}`)
}

function append(b: KernelBench, net: Net, dev: string, dst: string, lladdr = 0): string | null {
  const neigh = {
    family: AF_BRIDGE,
    index: b.link(net, dev).index,
    state: NUD_PERMANENT,
    flags: NTF_SELF,
    lladdr,
    dst: inet(dst),
  } as const
  return b.ask(net, { type: 'RTM_NEWNEIGH', flags: { create: true, append: true }, neigh })
}

/** `n` namespaces 172.16.0.1… on one bridge, each with vx0 10.0.0.1…; `vni` of each. */
function underlay(n: number, vni: (i: number) => number = () => 42) {
  const b = new KernelBench()
  b.ipv4Only(b.root)
  b.add(b.root, 'br0', 'bridge')
  b.up(b.root, 'br0')
  const nets = Array.from({ length: n }, (_, i) => {
    const net = b.ipv4Net()
    b.veth(b.root, `v${i + 1}`, 'eth0', net)
    b.master(b.root, `v${i + 1}`, 'br0')
    b.up(b.root, `v${i + 1}`)
    b.up(net, 'lo')
    b.up(net, 'eth0')
    b.addr(net, 'eth0', `172.16.0.${i + 1}/24`)
    expect(addVxlan(b, net, 'vx0', { id: vni(i), port: 4789, link: b.link(net, 'eth0').index })).toBeNull()
    b.addr(net, 'vx0', `10.0.0.${i + 1}/24`)
    b.up(net, 'vx0')
    return net
  })
  b.run(0.1)
  return { b, nets }
}

describe('vxlan', () => {
  it('floods what it does not know to every remote, and learns from what comes back', () => {
    const { b, nets } = underlay(3)
    const [one, two, three] = nets as [Net, Net, Net]
    expect(b.ping(one, '10.0.0.3')).toBe('nothing')
    for (const to of ['172.16.0.2', '172.16.0.3']) expect(append(b, one, 'vx0', to)).toBeNull()
    expect(b.ping(one, '10.0.0.3')).toBe('reply from 10.0.0.3 ttl 64')
    const first = formatMac(b.link(one, 'vx0').address)
    const third = formatMac(b.link(three, 'vx0').address)
    expect(fdb(b, one, 'vx0')).toEqual([
      `${third} 172.16.0.3`,
      '00:00:00:00:00:00 172.16.0.2',
      '00:00:00:00:00:00 172.16.0.3',
    ])
    expect(fdb(b, two, 'vx0')).toEqual([`${first} 172.16.0.1`])
    expect(b.link(one, 'vx0').stats).toMatchObject({ rxPackets: 3, rxBytes: 196, txPackets: 4, txDropped: 1 })
    b.run(310)
    expect(fdb(b, two, 'vx0')).toEqual([])
  })

  it('takes frames of its own identifier only, and on its own port', () => {
    const { b, nets } = underlay(2, (i) => 42 + i)
    const [one, two] = nets as [Net, Net]
    append(b, one, 'vx0', '172.16.0.2')
    expect(b.ping(one, '10.0.0.2')).toBe('nothing')
    expect(b.link(two, 'vx0').stats.rxPackets).toBe(0)
    const drops: string[] = []
    b.trace.listener = (e) => e.kind === 'drop' && drops.push(e.reason)
    b.ping(one, '10.0.0.2')
    expect(drops[0]).toBe('VXLAN_VNI_NOT_FOUND')
  })

  it('is as long as its underlying device allows, and cuts what is longer', () => {
    const { b, nets } = underlay(2)
    const [one, two] = nets as [Net, Net]
    expect(b.link(one, 'vx0').mtu).toBe(1450)
    const set = (mtu: number) => b.ask(one, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: 'vx0', mtu } })
    expect(set(1500)).toBe('EINVAL')
    expect(set(1400)).toBeNull()
    expect(addVxlan(b, two, 'vx1', { id: 7, port: 4789 })).toBeNull()
    expect(b.link(two, 'vx1').mtu).toBe(1500)
    expect(addVxlan(b, two, 'vx2', { id: 8, port: 4789, link: b.link(two, 'eth0').index }, 9000)).toBeNull()
    expect(b.link(two, 'vx2').mtu).toBe(1450)
    expect(addVxlan(b, two, 'vx3', { id: 8, port: 4789 })).toBe(
      'EEXIST A VXLAN device with the specified VNI already exists',
    )
  })

  it('keeps its tunnel where it was made, and goes with its underlying device', () => {
    const { b, nets } = underlay(2)
    const [one, two] = nets as [Net, Net]
    append(b, one, 'vx0', '172.16.0.2')
    const inner = b.ipv4Net()
    b.ok(one, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: 'vx0', netns: inner } })
    expect(b.link(inner, 'vx0').linkNetnsid).toBe(0)
    b.addr(inner, 'vx0', '10.0.0.1/24')
    b.up(inner, 'vx0')
    append(b, inner, 'vx0', '172.16.0.2')
    expect(b.ping(inner, '10.0.0.2')).toBe('reply from 10.0.0.2 ttl 64')
    b.ok(one, { type: 'RTM_DELLINK', index: b.link(one, 'eth0').index })
    expect(b.ask(inner, { type: 'RTM_GETLINK', ifname: 'vx0' })).toBe('ENODEV')
    expect(b.link(two, 'vx0').mtu).toBe(1450)
  })
})
