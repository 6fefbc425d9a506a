// As much of `ip` and `lab` as the canvas types, on a fake world: enough to see a gesture come back as a view.
import type { FakeDevice, FakeMachine, FakeNetns, World } from './build.ts'

/** Runs one line; what it does not know it ignores. */
export function type(world: World, machineName: string, line: string): void {
  const machine = world.machines.find((m) => m.name === machineName)
  if (!machine) return
  const words = line.split(' ')
  if (words[0] === 'lab') return lab(world, words.slice(1))
  let netns = machine.namespaces[0]
  if (words[0] === 'ip' && words[1] === '-n') {
    const [, name] = words.splice(1, 2)
    netns = machine.namespaces.find((n) => n.name === name)
  }
  if (!netns) return
  const rest = words.slice(1).join(' ')
  if (words[0] === 'sysctl') netns.forwarding = line.endsWith('=1')
  if (words[0] === 'ip') ip(world, machine, netns, rest)
}

function ip(world: World, machine: FakeMachine, netns: FakeNetns, rest: string): void {
  const find = (name: string | undefined): FakeDevice | undefined =>
    netns.devices.find((d) => d.name === name)
  let m: RegExpExecArray | null
  if ((m = /^netns add (\S+)$/.exec(rest))) world.netns(machine, m[1] ?? '')
  else if ((m = /^netns del (\S+)$/.exec(rest))) {
    const gone = machine.namespaces.find((n) => n.name === m?.[1])
    for (const device of gone?.devices ?? []) remove(world, device)
    machine.namespaces = machine.namespaces.filter((n) => n !== gone)
  } else if ((m = /^link add (\S+) type bridge$/.exec(rest))) world.device(netns, m[1] ?? '', 'bridge')
  else if ((m = /^link add (\S+) type veth peer name (\S+)(?: netns (\S+))?$/.exec(rest))) {
    const there = m[3] ? machine.namespaces.find((n) => n.name === m?.[3]) : netns
    if (there) world.pair(netns, m[1] ?? '', there, m[2] ?? '')
  } else if ((m = /^link set (\S+) (up|down)$/.exec(rest))) set(find(m[1]), { up: m[2] === 'up' })
  else if ((m = /^link set (\S+) master (\S+)$/.exec(rest)))
    set(find(m[1]), { master: find(m[2])?.id ?? null })
  else if ((m = /^link set (\S+) nomaster$/.exec(rest))) set(find(m[1]), { master: null })
  else if ((m = /^link set (\S+) name (\S+)$/.exec(rest))) set(find(m[1]), { name: m[2] ?? '' })
  else if ((m = /^link del (\S+)$/.exec(rest))) {
    const device = find(m[1])
    if (device) remove(world, device)
  } else if ((m = /^addr add (\S+) dev (\S+)$/.exec(rest))) find(m[2])?.addresses.push(m[1] ?? '')
  else if ((m = /^addr del (\S+) dev (\S+)$/.exec(rest))) {
    const device = find(m[2])
    if (device) device.addresses = device.addresses.filter((a) => a !== m?.[1])
  }
}

function lab(world: World, words: readonly string[]): void {
  const [verb, a, b] = words
  if (verb === 'add' && b) world.machine(b, a === 'switch' ? 'switch' : 'machine')
  if (verb === 'del') {
    const at = world.machines.findIndex((m) => m.name === a)
    for (const d of world.machines[at]?.namespaces.flatMap((n) => n.devices) ?? []) remove(world, d)
    if (at >= 0) world.machines.splice(at, 1)
  }
  if (verb !== 'cable' || !a || !b) return
  const [one, two] = [a, b].map((end) => {
    const [name, nic] = end.split(':')
    const netns = world.machines.find((m) => m.name === name)?.namespaces[0]
    return (
      netns &&
      (netns.devices.find((d) => d.name === nic) ??
        world.device(netns, nic ?? `p${netns.devices.length + 1}`, 'ethernet', !nic))
    )
  })
  if (!one || !two) return
  one.peer = two.id
  two.peer = one.id
}

function set(device: FakeDevice | undefined, change: Partial<FakeDevice>): void {
  if (device) Object.assign(device, change)
}

function remove(world: World, device: FakeDevice): void {
  const gone = new Set([device.id, device.kind === 'veth' ? device.peer : null])
  for (const netns of world.machines.flatMap((m) => m.namespaces)) {
    netns.devices = netns.devices.filter((d) => !gone.has(d.id))
    for (const d of netns.devices) if (d.master && gone.has(d.master)) d.master = null
    for (const d of netns.devices) if (d.peer && gone.has(d.peer)) d.peer = null
  }
}
