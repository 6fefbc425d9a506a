import { describe, expect, it } from 'vitest'
import type { Net } from '../kernel.ts'
import { KernelBench } from '../testbench.ts'

const HOSTS = 5

interface Segment {
  readonly b: KernelBench
  readonly nets: readonly Net[]
  readonly counters: () => readonly string[]
}

/** br0 with hosts 10.0.0.1… on v1…; while somebody listens to the trace, every host is shown every frame. */
function segment(traced: boolean): Segment {
  const b = new KernelBench()
  if (traced) b.trace.listener = () => {}
  b.add(b.root, 'br0', 'bridge')
  b.up(b.root, 'br0')
  const nets = Array.from({ length: HOSTS }, () => b.kernel.createNet())
  nets.forEach((net, i) => {
    b.veth(b.root, `v${i + 1}`, 'eth0', net)
    b.master(b.root, `v${i + 1}`, 'br0')
    b.up(b.root, `v${i + 1}`)
    b.up(net, 'eth0')
    b.addr(net, 'eth0', `10.0.0.${i + 1}/24`)
  })
  const counters = (): readonly string[] =>
    [b.root, ...nets].flatMap((net) =>
      [...net.devices.values()].map(({ name, stats }) => `${name} ${Object.values(stats).join(' ')}`),
    )
  return { b, nets, counters }
}

type Act = (at: Segment) => void

const ping =
  (from: number, to: number): Act =>
  ({ b, nets }) => {
    const net = nets[from - 1]
    if (net) b.ping(net, `10.0.0.${to}`)
  }

const ACTS: Readonly<Record<string, Act>> = {
  'what hosts say when they come up': () => {},
  'questions for others': (at) => {
    for (let to = 1; to <= HOSTS + 2; to++) ping(1, to)(at)
  },
  'a question by somebody known': (at) => {
    ping(2, 1)(at)
    at.b.run(100)
    ping(1, 3)(at)
  },
  'a host that goes away': (at) => {
    ping(1, 2)(at)
    at.b.down(at.nets[2] as Net, 'eth0')
    ping(1, 4)(at)
    at.b.down(at.b.root, 'v4')
    ping(1, 5)(at)
  },
  'a port that leaves and returns': (at) => {
    ping(1, 2)(at)
    at.b.master(at.b.root, 'v3', null)
    ping(1, 4)(at)
    at.b.master(at.b.root, 'v3', 'br0')
    ping(1, 5)(at)
  },
  'an address that is added': (at) => {
    ping(1, 2)(at)
    at.b.addr(at.nets[2] as Net, 'eth0', '10.0.0.9/24')
    ping(1, 9)(at)
  },
  'a router': (at) => {
    ping(1, 2)(at)
    at.b.kernel.writeSysctl(at.nets[2] as Net, 'net/ipv4/ip_forward', '1')
    ping(1, 9)(at)
  },
}

describe('frames that concern few', () => {
  it.each(Object.entries(ACTS))('count as though everybody had looked at them: %s', (_, act) => {
    const after = [true, false].map((traced) => {
      const at = segment(traced)
      at.b.run(0.1)
      act(at)
      at.b.run(10)
      return at.counters()
    })
    expect(after[1]).toEqual(after[0])
  })
})
