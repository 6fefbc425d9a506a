import { describe, expect, it } from 'vitest'
import { fullLab } from './full.ts'
import type { Lab } from './lab.ts'
import type { DeviceView, NetnsView } from './view.ts'
import { ViewBuilder } from './viewbuilder.ts'

function show(...commands: string[]): {
  lab: Lab
  builder: ViewBuilder
  netns: (name: string | null) => NetnsView
} {
  const lab = fullLab()
  for (const command of commands) lab.exec('host', command)
  const builder = new ViewBuilder(lab)
  builder.update(false)
  return {
    lab,
    builder,
    netns: (name) => builder.view.machines[0]!.namespaces.find((n) => n.name === name)!,
  }
}

function device(netns: NetnsView, name: string): DeviceView {
  return netns.devices.find((d) => d.name === name)!
}

const BRIDGE = [
  'ip netns add red; ip link add br0 type bridge; ip link set br0 up',
  'ip link add veth-red type veth peer name eth0 netns red; ip link set veth-red master br0 up',
  'ip -n red link set eth0 up; ip -n red addr add 10.0.0.1/24 dev eth0; ip addr add 10.0.0.254/24 dev br0',
  'ip -n red route add default via 10.0.0.254; sysctl -qw net.ipv4.ip_forward=1',
  'ping -c 1 10.0.0.1',
]

describe('the view', () => {
  it('shows namespaces, devices, and what they are plugged into', () => {
    const { netns } = show(...BRIDGE)
    const host = netns(null)
    const red = netns('red')
    const port = device(host, 'veth-red')
    const eth0 = device(red, 'eth0')
    expect([host.root, red.root, host.forwarding, red.forwarding]).toEqual([true, false, true, false])
    expect(host.devices.map((d) => [d.name, d.kind])).toEqual([
      ['lo', 'loopback'],
      ['br0', 'bridge'],
      ['veth-red', 'veth'],
    ])
    expect(port).toMatchObject({
      master: device(host, 'br0').id,
      peer: eth0.id,
      portState: 'forwarding',
      up: true,
    })
    expect(eth0).toMatchObject({
      master: null,
      peer: port.id,
      portState: null,
      operstate: 'UP',
      carrier: true,
    })
    expect(eth0.flags).toEqual(['BROADCAST', 'MULTICAST', 'UP', 'LOWER_UP'])
    expect(eth0.addresses[0]).toEqual({ family: 4, text: '10.0.0.1/24', scope: 'global', provenance: null })
    expect(red.routes).toEqual([
      {
        destination: 'default',
        gateway: '10.0.0.254',
        device: 'eth0',
        text: 'default via 10.0.0.254 dev eth0',
        provenance: null,
      },
      {
        destination: '10.0.0.0/24',
        gateway: null,
        device: 'eth0',
        text: '10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1',
        provenance: null,
      },
    ])
    expect(red.neighbours).toEqual([
      {
        address: '10.0.0.254',
        device: 'eth0',
        mac: device(host, 'br0').mac,
        state: expect.any(String),
        provenance: null,
      },
    ])
    expect(host.fdb).toContainEqual({
      mac: eth0.mac,
      device: 'veth-red',
      bridge: 'br0',
      text: `${eth0.mac} dev veth-red master br0`,
      permanent: false,
      provenance: null,
    })
  })

  it('says in the words of `ip route` what stands there', () => {
    const { lab, netns } = show(
      'ip link add d1 type veth peer name d2; ip link set d1 up; ip link set d2 up; ip addr add 10.0.0.1/24 dev d1',
      'ip route add 10.1.0.0/16 via 10.0.0.2 metric 7; ip route add blackhole 10.2.0.0/16; ip route add 10.3.0.1 dev d1',
      'ip route add 10.4.0.0/24 via 10.0.0.9 proto static; ip route add default via 10.0.0.3 src 10.0.0.1',
      'ip link set d2 down; sleep 2',
    )
    const printed = lab.exec('host', 'ip route').output
    expect(
      netns(null)
        .routes.map((r) => `${r.text}\n`)
        .join(''),
    ).toBe(printed.replace(/ \n/g, '\n'))
    expect(device(netns(null), 'd1').flags).toEqual(['NO-CARRIER', 'BROADCAST', 'MULTICAST', 'UP', 'M-DOWN'])
  })

  it('stays the same object while nothing changes', () => {
    const { lab, builder, netns } = show(...BRIDGE)
    const before = builder.view.machines[0]
    const red = netns('red')
    expect(builder.update(false)).toEqual({ changed: [], order: ['host'], same: true })
    expect(builder.view.machines[0]).toBe(before)
    lab.exec('host', 'ip addr add 10.9.9.9/24 dev br0')
    const { changed } = builder.update(false)
    expect(changed.map((m) => m.machine.name)).toEqual(['host'])
    expect(netns('red')).toBe(red)
  })

  it('has what counters say when it is asked to', () => {
    const { lab, builder, netns } = show(...BRIDGE)
    const before = device(netns('red'), 'eth0').rxPackets
    lab.exec('host', 'ping -c 1 10.0.0.1')
    builder.update(true)
    expect(device(netns('red'), 'eth0').rxPackets).toBeGreaterThan(before)
    expect(builder.update(true).same).toBe(true)
  })

  it('follows machines that come and go', () => {
    const { lab, builder } = show()
    lab.exec('host', 'lab add machine a; lab add switch sw1; lab cable a sw1')
    const { changed, order } = builder.update(false)
    expect([changed.map((m) => [m.machine.name, m.machine.kind]), order]).toEqual([
      [
        ['a', 'machine'],
        ['sw1', 'switch'],
      ],
      ['host', 'a', 'sw1'],
    ])
    lab.exec('host', 'lab del a')
    expect(builder.update(false)).toMatchObject({ order: ['host', 'sw1'], same: false })
  })

  it('follows names that come, go, and lead to what a process holds', () => {
    const { lab, builder } = show('ip netns add red')
    const names = (): readonly (string | null)[] => {
      builder.update(false)
      return builder.view.machines[0]!.namespaces.map((n) => n.name)
    }
    expect(names()).toEqual([null, 'red'])
    lab.exec('host', 'ip netns add blue; ip netns del red')
    expect(names()).toEqual([null, 'blue'])
    lab.exec('host', 'unshare -n sleep 1000 & sleep 0.1; ln -s /proc/$!/ns/net /run/netns/green')
    expect(names()).toEqual([null, 'blue', 'green'])
    lab.exec('host', 'pkill sleep; sleep 0.1')
    expect(names()).toEqual([null, 'blue'])
    lab.exec('host', 'umount /run/netns/blue')
    expect(names()).toEqual([null])
  })
})
