import { describe, expect, it } from 'vitest'
import { AF_BRIDGE, type NeighMessage } from '../../uapi/rtnetlink.ts'
import { formatMac } from '../../wire/mac.ts'
import { KernelBench } from '../testbench.ts'

/** br0 with `n` ports v1…, whose far ends are eth0 in namespaces with 10.0.0.1…/24. */
function bridged(n: number) {
  const b = new KernelBench()
  b.ipv4Only(b.root)
  b.add(b.root, 'br0', 'bridge')
  b.up(b.root, 'br0')
  const nets = Array.from({ length: n }, (_, i) => {
    const net = b.ipv4Net()
    b.veth(b.root, `v${i + 1}`, 'eth0', net)
    b.master(b.root, `v${i + 1}`, 'br0')
    b.up(b.root, `v${i + 1}`)
    b.up(net, 'eth0')
    b.addr(net, 'eth0', `10.0.0.${i + 1}/24`)
    return net
  })
  b.run(0.1)
  return { b, nets }
}

function learned(b: KernelBench): string[] {
  const entries = b.ok(b.root, { type: 'RTM_GETNEIGH', family: AF_BRIDGE }) as readonly NeighMessage[]
  return entries
    .filter((e) => e.master !== undefined && !(e.state & 0x80))
    .map((e) => `${b.root.devices.get(e.index)?.name} ${formatMac(e.lladdr ?? 0)}`)
}

describe('a bridge', () => {
  it('learns where addresses are, floods what it does not know, and forgets after ageing_time', () => {
    const { b, nets } = bridged(3)
    const [one, two] = nets
    const macs = nets.map((net) => formatMac(b.link(net, 'eth0').address))
    expect(b.ping(one!, '10.0.0.2')).toBe('reply from 10.0.0.2 ttl 64')
    expect(learned(b)).toEqual([`v1 ${macs[0]}`, `v2 ${macs[1]}`])
    const sent: string[] = []
    b.trace.listener = (e) => e.kind === 'xmit' && e.netns === b.root.inode && sent.push(e.deviceName ?? '')
    b.ping(two!, '10.0.0.1')
    expect(sent).toEqual(['v1', 'v2'])
    b.run(320)
    expect(learned(b)).toEqual([])
  })

  it('takes the lowest address and the smallest MTU of its ports', () => {
    const { b } = bridged(3)
    const ports = ['v1', 'v2', 'v3'].map((name) => b.link(b.root, name).address)
    expect(b.link(b.root, 'br0').address).toBe(Math.min(...ports))
    b.ok(b.root, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: 'v2', mtu: 1400 } })
    expect(b.link(b.root, 'br0').mtu).toBe(1400)
    b.master(b.root, 'v2', null)
    expect(b.link(b.root, 'br0').mtu).toBe(1500)
    b.ok(b.root, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: 'br0', mtu: 1300 } })
    b.master(b.root, 'v2', 'br0')
    expect(b.link(b.root, 'br0').mtu).toBe(1300)
  })

  it('has carrier while a port forwards, or before it ever had one', () => {
    const b = new KernelBench()
    b.ipv4Only(b.root)
    b.add(b.root, 'br0', 'bridge')
    b.up(b.root, 'br0')
    const state = () => b.link(b.root, 'br0').operstate
    expect(state()).toBe('UNKNOWN')
    b.veth(b.root, 'v0', 'p0', b.root)
    b.master(b.root, 'v0', 'br0')
    expect(state()).toBe('DOWN')
    b.up(b.root, 'v0')
    b.up(b.root, 'p0')
    b.run(0.1)
    expect(state()).toBe('UP')
    b.down(b.root, 'p0')
    b.run(1.1)
    expect(state()).toBe('DOWN')
  })

  it('keeps isolated ports apart, and sends back where hairpin is on', () => {
    const { b, nets } = bridged(3)
    for (const name of ['v1', 'v2']) {
      b.ok(b.root, { type: 'RTM_NEWLINK', flags: {}, link: { ifname: name, bridgePort: { isolated: true } } })
    }
    expect(b.ping(nets[0]!, '10.0.0.2')).toBe('nothing')
    expect(b.ping(nets[0]!, '10.0.0.3')).toBe('reply from 10.0.0.3 ttl 64')
  })

  it('refuses what cannot be a port', () => {
    const b = new KernelBench()
    b.ipv4Only(b.root)
    b.add(b.root, 'br0', 'bridge')
    b.add(b.root, 'br1', 'bridge')
    const master = (ifname: string, to: string) =>
      b.ask(b.root, { type: 'RTM_NEWLINK', flags: {}, link: { ifname, master: b.link(b.root, to).index } })
    expect(master('lo', 'br0')).toBe('EINVAL')
    expect(master('br0', 'br1')).toBe('ELOOP Can not enslave a bridge to a bridge')
    expect(master('br0', 'lo')).toBe('EOPNOTSUPP')
  })

  it('waits for the forward delay when STP is on', () => {
    const { b, nets } = bridged(2)
    b.ok(b.root, {
      type: 'RTM_NEWLINK',
      flags: {},
      link: { ifname: 'br0', linkinfo: { kind: 'bridge', bridge: { stpState: 1 } } },
    })
    b.down(b.root, 'v1')
    b.up(b.root, 'v1')
    b.run(0.1)
    expect(b.link(b.root, 'v1').linkinfo?.bridgePort?.state).toBe(1)
    expect(b.ping(nets[0]!, '10.0.0.2', 14)).toBe('nothing')
    b.run(16)
    expect(b.link(b.root, 'v1').linkinfo?.bridgePort?.state).toBe(3)
    expect(b.ping(nets[0]!, '10.0.0.2', 3)).toBe('reply from 10.0.0.2 ttl 64')
  })
})
