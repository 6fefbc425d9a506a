import { expect, it } from 'vitest'
import type { MdbMessage } from '../../uapi/bridge.ts'
import { KernelBench, inet } from '../testbench.ts'
import { ipMcDecGroup, ipMcIncGroup } from '../ipv4/igmp.ts'
import { inDev } from '../ipv4/in_device.ts'
import type { Net } from '../core/net.ts'

const GROUP = inet('239.1.1.1')

function lan() {
  const b = new KernelBench()
  b.ipv4Only(b.root)
  b.add(b.root, 'br0', 'bridge')
  b.up(b.root, 'br0')
  const hosts = [1, 2, 3].map((i) => {
    const net = b.ipv4Net()
    b.veth(b.root, `v${i}`, 'eth0', net)
    b.master(b.root, `v${i}`, 'br0')
    b.up(b.root, `v${i}`)
    b.up(net, 'eth0')
    b.addr(net, 'eth0', `10.0.0.${i}/24`)
    b.ok(net, {
      type: 'RTM_NEWROUTE',
      flags: { create: true },
      route: b.route(net, '239.0.0.0/8', { oif: b.link(net, 'eth0').index }),
    })
    return net
  })
  b.run(1)
  const [one, , three] = hosts as [Net, Net, Net]
  const bridge = { index: b.link(b.root, 'br0').index, ifname: 'br0' }
  const set = (attrs: object) =>
    b.ok(b.root, {
      type: 'RTM_NEWLINK',
      flags: {},
      link: { ...bridge, linkinfo: { kind: 'bridge', bridge: attrs } },
    })
  const mdb = () =>
    (b.ok(b.root, { type: 'RTM_GETMDB' }) as MdbMessage[]).map(
      (m) => `${b.root.devices.get(m.port)?.name} ${m.group ? String(m.group.address === GROUP) : 'router'}`,
    )
  const reached = (): string[] => {
    const sent = new Set<string>()
    b.trace.listener = (e) => e.kind === 'xmit' && e.netns === b.root.inode && sent.add(e.deviceName ?? '')
    b.ping(three, '239.1.1.1')
    b.trace.listener = null
    return [...sent].toSorted()
  }
  const device = inDev([...one.devices.values()].find((dev) => dev.name === 'eth0')!)!
  return { b, device, set, mdb, reached }
}

it('learns who listens, and sends a group to them alone while somebody asks', () => {
  const { b, device, set, mdb, reached } = lan()
  expect(mdb()).toEqual([])
  ipMcIncGroup(device, GROUP)
  b.run(1)
  expect(mdb()).toEqual(['v1 true'])
  expect(reached()).toEqual(['v1', 'v2'])
  set({ mcastQuerier: 1 })
  b.run(1)
  expect(reached()).toEqual(['v1', 'v2'])
  b.run(11)
  expect(reached()).toEqual(['v1'])
  ipMcDecGroup(device, GROUP)
  b.run(4)
  expect(mdb()).toEqual([])
  expect(reached()).toEqual([])
})

it('forgets who is not asked again, and asks every 125 seconds', () => {
  const { b, device, set, mdb } = lan()
  ipMcIncGroup(device, GROUP)
  b.run(200)
  expect(mdb()).toEqual(['v1 true'])
  b.run(120)
  expect(mdb()).toEqual([])
  set({ mcastQuerier: 1 })
  b.run(500)
  expect(mdb()).toEqual(['v1 true'])
})
