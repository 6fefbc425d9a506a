import { describe, expect, it } from 'vitest'
import type { LabStoreState } from '../../../store/lab.ts'
import { World } from '../testing/build.ts'
import { type } from '../testing/typed.ts'
import { deviceNamed, netnsNamed, viewOf } from '../testing/view.ts'
import { planCopy, type CopyPlan } from './copy.ts'
import type { Target } from './gesture.ts'

/** Two namespaces on a bridge, and a cable between them. */
const LINES = [
  'ip netns add red',
  'ip netns add ns1',
  'ip link add br0 type bridge',
  'ip link set br0 up',
  'ip addr add 10.0.0.1/24 dev br0',
  'ip link add veth-red type veth peer name eth0 netns red',
  'ip link set veth-red master br0',
  'ip link set veth-red up',
  'ip -n red link set eth0 up',
  'ip -n red addr add 10.0.0.2/24 dev eth0',
  'ip -n red link add eth1 type veth peer name eth0 netns ns1',
]

function copyOf(...names: readonly string[]): CopyPlan {
  const world = new World()
  world.machine('host')
  for (const line of LINES) type(world, 'host', line)
  const view = viewOf(world)
  const host = view.machines.get('host')
  if (!host) throw new Error('unreachable')
  return planCopy({ view, targets: names.map((name) => target(view, name)) }, view, host)
}

function target(view: LabStoreState, name: string): Target {
  return name.startsWith('br')
    ? { kind: 'device', id: deviceNamed(view, 'host', name) }
    : { kind: 'netns', id: netnsNamed(view, name) }
}

describe('a copy', () => {
  it('of a namespace and its bridge has the cable between them, under free names and addresses', () => {
    expect(copyOf('red', 'br0')).toEqual({
      ok: true,
      gestures: [
        {
          machine: 'host',
          note: 'copies of 2 things: names and addresses are the next free ones',
          lines: [
            'ip netns add red2',
            'ip link add br1 type bridge',
            'ip link set br1 up',
            'ip link add veth-red2 type veth peer name eth0 netns red2',
            'ip link set veth-red2 master br1',
            'ip link set veth-red2 up',
            'ip -n red2 link set eth0 up',
            'ip -n red2 addr add 10.0.0.3/24 dev eth0',
          ],
        },
      ],
      paths: [
        ['host/red', 'host/red2'],
        ['host/br0', 'host/br1'],
      ],
    })
  })

  it('of namespaces has the cables between them and no other', () => {
    expect(copyOf('red', 'ns1')).toMatchObject({
      gestures: [
        {
          lines: [
            'ip netns add red2',
            'ip netns add ns2',
            'ip -n red2 link add eth1 type veth peer name eth0 netns ns2',
          ],
        },
      ],
    })
    expect(copyOf('ns1')).toMatchObject({ gestures: [{ note: 'a copy', lines: ['ip netns add ns2'] }] })
  })

  it('of nothing that can be copied is refused', () => {
    expect(copyOf()).toEqual({ ok: false, reason: 'Namespaces and bridges can be copied: none is chosen.' })
  })
})
