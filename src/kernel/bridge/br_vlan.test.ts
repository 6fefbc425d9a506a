import { expect, it } from 'vitest'
import type { BridgeVlanRequest } from '../../uapi/bridge.ts'
import type { Net } from '../core/net.ts'
import { KernelBench } from '../testbench.ts'

/** br0 that filters, with ports v1…vN whose far ends are eth0 in namespaces with 10.0.0.1…. */
function filtering(n: number) {
  const b = new KernelBench()
  b.add(b.root, 'br0', 'bridge')
  const linkinfo = { kind: 'bridge', bridge: { vlanFiltering: 1 } }
  b.ok(b.root, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: 'br0', linkinfo } })
  b.up(b.root, 'br0')
  const nets = Array.from({ length: n }, (_, i) => {
    const net = b.kernel.createNet()
    b.veth(b.root, `v${i + 1}`, 'eth0', net)
    b.master(b.root, `v${i + 1}`, 'br0')
    b.up(b.root, `v${i + 1}`)
    b.up(net, 'eth0')
    b.addr(net, 'eth0', `10.0.0.${i + 1}/24`)
    return net
  })
  b.run(0.1)
  const vlan = (type: 'RTM_ADDVLAN' | 'RTM_DELVLAN', dev: string, more: Partial<BridgeVlanRequest>) =>
    b.ask(b.root, {
      type,
      vlan: { index: b.link(b.root, dev).index, target: dev === 'br0' ? 'self' : 'master', vid: 1, ...more },
    })
  return { b, nets: nets as [Net, Net, Net], vlan }
}

it('keeps VLANs apart', () => {
  const { b, nets, vlan } = filtering(3)
  const [one] = nets
  expect(b.ping(one, '10.0.0.2')).toBe('reply from 10.0.0.2 ttl 64')
  for (const dev of ['v1', 'v3']) {
    expect(vlan('RTM_ADDVLAN', dev, { vid: 10, pvid: true, untagged: true })).toBeNull()
    expect(vlan('RTM_DELVLAN', dev, { vid: 1 })).toBeNull()
  }
  expect(b.ping(one, '10.0.0.2')).toBe('nothing')
  expect(b.ping(one, '10.0.0.3')).toBe('reply from 10.0.0.3 ttl 64')
  const told = b
    .ok(b.root, { type: 'RTM_GETVLAN' })
    .flatMap((m) =>
      m.type === 'RTM_NEWVLAN'
        ? [`${b.root.devices.get(m.index)?.name} ${m.vid} ${m.pvid} ${m.untagged}`]
        : [],
    )
  expect(told.sort()).toEqual(['br0 1 true true', 'v1 10 true true', 'v2 1 true true', 'v3 10 true true'])
})

it('sends tagged out of a trunk', () => {
  const { b, nets, vlan } = filtering(2)
  vlan('RTM_ADDVLAN', 'v1', { vid: 20, pvid: true, untagged: true })
  vlan('RTM_ADDVLAN', 'v2', { vid: 20 })
  const tags: (number | undefined)[] = []
  b.trace.listener = (e) => e.kind === 'xmit' && e.deviceName === 'v2' && tags.push(e.frame.vlan?.id)
  expect(b.ping(nets[0], '10.0.0.2')).toBe('nothing')
  expect(tags).toContain(20)
})

it('refuses numbers that are none', () => {
  const { vlan } = filtering(1)
  expect(vlan('RTM_ADDVLAN', 'v1', { vid: 4095 })).toBe('EINVAL bridge: Vlan id is invalid')
  expect(vlan('RTM_ADDVLAN', 'v1', { vid: 5, target: 'self' })).toBe('EOPNOTSUPP')
  expect(vlan('RTM_DELVLAN', 'v1', { vid: 77 })).toBeNull()
})
