// A mutable picture of a lab, from which views are cut: for development and tests of the canvas only.
import type { DeviceView, MachineView, NetnsView } from '../../../store/lab.ts'

export interface FakeDevice {
  id: string
  index: number
  name: string
  kind: string
  up: boolean
  addresses: string[]
  master: string | null
  peer: string | null
}

export interface FakeNetns {
  id: string
  name: string | null
  root: boolean
  forwarding: boolean
  devices: FakeDevice[]
}

export interface FakeMachine {
  name: string
  kind: 'machine' | 'switch'
  namespaces: FakeNetns[]
}

export class World {
  readonly machines: FakeMachine[] = []
  #next = 1

  machine(name: string, kind: 'machine' | 'switch' = 'machine'): FakeMachine {
    const machine: FakeMachine = { name, kind, namespaces: [] }
    this.machines.push(machine)
    this.netns(machine, null)
    return machine
  }

  /** `name` null: the machine's own. */
  netns(machine: FakeMachine, name: string | null): FakeNetns {
    const id = `${machine.name}/${4026531840 + this.#next++}`
    const netns: FakeNetns = { id, name, root: name === null, forwarding: false, devices: [] }
    machine.namespaces.push(netns)
    machine.namespaces.sort(
      (a, b) => Number(b.root) - Number(a.root) || ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    )
    if (machine.kind === 'machine') this.device(netns, 'lo', 'loopback')
    return netns
  }

  device(netns: FakeNetns, name: string, kind: string, up = false): FakeDevice {
    const index = netns.devices.reduce((most, d) => Math.max(most, d.index), 0) + 1
    const id = `${netns.id.split('/')[0]}#${this.#next++}`
    const device: FakeDevice = { id, index, name, kind, up, addresses: [], master: null, peer: null }
    netns.devices.push(device)
    return device
  }

  pair(
    a: FakeNetns,
    aName: string,
    b: FakeNetns,
    bName: string,
    kind = 'veth',
    up = false,
  ): [FakeDevice, FakeDevice] {
    const one = this.device(a, aName, kind, up)
    const two = this.device(b, bName, kind, up)
    one.peer = two.id
    two.peer = one.id
    return [one, two]
  }

  all(): FakeDevice[] {
    return this.machines.flatMap((m) => m.namespaces.flatMap((n) => n.devices))
  }

  views(): MachineView[] {
    const byId = new Map(this.all().map((d) => [d.id, d]))
    return this.machines.map((m) => ({
      id: m.name,
      name: m.name,
      kind: m.kind,
      namespaces: m.namespaces.map((n) => netnsView(m, n, byId)),
      docker: null,
    }))
  }
}

function netnsView(machine: FakeMachine, netns: FakeNetns, byId: ReadonlyMap<string, FakeDevice>): NetnsView {
  return {
    id: netns.id,
    machine: machine.name,
    name: netns.name,
    pid: null,
    root: netns.root,
    forwarding: netns.forwarding,
    devices: netns.devices.map((d) => deviceView(netns, d, byId)),
    routes: [],
    neighbours: [],
    fdb: [],
    rules: 0,
    doors: [],
    container: null,
    processes: [],
  }
}

function deviceView(netns: FakeNetns, device: FakeDevice, byId: ReadonlyMap<string, FakeDevice>): DeviceView {
  const peer = device.peer ? byId.get(device.peer) : undefined
  const hasPorts = device.kind === 'bridge' && netns.devices.some((d) => d.master === device.id && d.up)
  const carrier = device.up && (device.kind === 'loopback' || hasPorts || (peer?.up ?? false))
  const number = device.id.length * 37 + device.index
  return {
    id: device.id,
    netns: netns.id,
    index: device.index,
    name: device.name,
    kind: device.kind,
    up: device.up,
    carrier,
    operstate: device.kind === 'loopback' && device.up ? 'UNKNOWN' : carrier ? 'UP' : 'DOWN',
    flags: device.up ? ['BROADCAST', 'MULTICAST', 'UP'] : ['BROADCAST', 'MULTICAST'],
    mtu: device.kind === 'loopback' ? 65536 : 1500,
    mac: `02:00:00:00:${(number >> 8).toString(16).padStart(2, '0')}:${(number & 255).toString(16).padStart(2, '0')}`,
    addresses: device.addresses.map((text) => ({
      family: text.includes(':') ? 6 : 4,
      text,
      scope: device.kind === 'loopback' ? 'host' : 'global',
      provenance: null,
    })),
    master: device.master,
    portState: device.master ? (device.up ? 'forwarding' : 'disabled') : null,
    parent: null,
    peer: device.peer,
    note: null,
    details: null,
    tunnel: null,
    provenance: null,
    rxPackets: 0,
    txPackets: 0,
    rxBytes: 0,
    txBytes: 0,
  }
}
