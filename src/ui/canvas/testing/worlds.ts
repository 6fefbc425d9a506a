// Labs to lay out and to act on.
import { type FakeDevice, type FakeMachine, type FakeNetns, World } from './build.ts'

export function bridgeLab(): World {
  const world = new World()
  const host = world.machine('host')
  const root = rootOf(host)
  const bridge = world.device(root, 'br0', 'bridge', true)
  bridge.addresses.push('10.201.0.1/24')
  up(root)
  attach(world, host, bridge, 'red', '10.201.0.2/24')
  attach(world, host, bridge, 'blue', '10.201.0.3/24')
  return world
}

export function lan(): World {
  const world = new World()
  const [host, pc, router, internet] = ['host', 'pc', 'router', 'internet'].map((name) => world.machine(name))
  if (!host || !pc || !router || !internet) throw new Error('unreachable')
  for (const machine of [host, pc, router, internet]) up(rootOf(machine))
  const inside = rootOf(router)
  inside.forwarding = true
  const lan0 = world.device(inside, 'lan0', 'bridge', true)
  lan0.addresses.push('192.168.1.1/24')
  for (const [i, machine] of [host, pc].entries()) {
    const [nic, port] = world.pair(rootOf(machine), 'eth0', inside, `lan${i + 1}`, 'veth', true)
    nic.addresses.push(`192.168.1.${10 + i}/24`)
    port.master = lan0.id
  }
  const [wan, far] = world.pair(inside, 'wan0', rootOf(internet), 'eth0', 'veth', true)
  wan.addresses.push('203.0.113.1/24')
  far.addresses.push('203.0.113.254/24')
  const lo = rootOf(internet).devices[0]
  lo?.addresses.push('8.8.8.8/32', '1.1.1.1/32', '203.0.113.80/32')
  return world
}

/** Three machines on a switch, one of them with a router namespace between two others. */
export function switched(): World {
  const world = new World()
  const machines = ['host', 'web1', 'web2'].map((name) => world.machine(name))
  const sw = world.machine('sw1', 'switch')
  for (const [i, machine] of machines.entries()) {
    const [nic] = world.pair(rootOf(machine), 'eth0', rootOf(sw), `p${i + 1}`, 'ethernet', i < 2)
    nic.addresses.push(`192.168.0.${i + 1}/24`)
  }
  const [host] = machines
  if (!host) return world
  const [red, r, blue] = ['red', 'r', 'blue'].map((name) => world.netns(host, name))
  if (!red || !r || !blue) return world
  const [a, b] = world.pair(red, 'eth0', r, 'eth0', 'veth', true)
  a.addresses.push('10.0.0.2/24')
  b.addresses.push('10.0.0.1/24')
  const [c, d] = world.pair(r, 'eth1', blue, 'eth0', 'veth', true)
  c.addresses.push('10.0.1.1/24')
  d.addresses.push('10.0.1.2/24')
  const [e, f] = world.pair(rootOf(host), 'veth-blue', blue, 'eth1', 'veth', true)
  e.addresses.push('172.16.0.1/30')
  f.up = false
  return world
}

export function many(count: number): World {
  const world = new World()
  const host = world.machine('host')
  const bridge = world.device(rootOf(host), 'br0', 'bridge', true)
  bridge.addresses.push('10.0.0.1/16')
  up(rootOf(host))
  for (let i = 1; i <= count; i++) attach(world, host, bridge, `ns${i}`, `10.0.${i >> 8}.${(i & 255) + 1}/16`)
  return world
}

function attach(world: World, machine: FakeMachine, bridge: FakeDevice, name: string, address: string): void {
  const netns = world.netns(machine, name)
  const [port, inside] = world.pair(rootOf(machine), `veth-${name}`, netns, 'eth0', 'veth', true)
  port.master = bridge.id
  inside.addresses.push(address)
}

function rootOf(machine: FakeMachine): FakeNetns {
  const [root] = machine.namespaces
  if (!root) throw new Error('a machine has its own namespace')
  return root
}

function up(netns: FakeNetns): void {
  for (const device of netns.devices) {
    device.up = true
    if (device.name === 'lo') device.addresses.push('127.0.0.1/8', '::1/128')
  }
}
