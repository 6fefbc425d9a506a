import { describe, expect, it } from 'vitest'
import type { LabStoreState } from '../../../store/lab.ts'
import { World } from '../testing/build.ts'
import { type } from '../testing/typed.ts'
import { deviceNamed, netnsNamed, viewOf } from '../testing/view.ts'
import { planConnect } from './connect.ts'
import type { Target } from './gesture.ts'

/** A world built by typing on its machine `host`. */
function built(...lines: readonly string[]): LabStoreState {
  const world = new World()
  world.machine('host')
  for (const line of lines) type(world, 'host', line)
  return viewOf(world)
}

const machine = (id: string): Target => ({ kind: 'machine', id })
const netns = (view: LabStoreState, name: string): Target => ({ kind: 'netns', id: netnsNamed(view, name) })
const device = (view: LabStoreState, where: string, name: string): Target => ({
  kind: 'device',
  id: deviceNamed(view, where, name),
})

const TWO = ['ip netns add red', 'ip netns add blue', 'ip link add br0 type bridge']
const RED_ON_BR0 = [
  ...TWO,
  'ip link add veth-red type veth peer name eth0 netns red',
  'ip link set veth-red master br0',
]

describe('a cable within a machine', () => {
  it('from a namespace to a bridge makes the pair, plugs one end and brings both up', () => {
    const view = built(...TWO)
    const plan = planConnect(view, netns(view, 'red'), device(view, 'host', 'br0'))
    expect(plan).toEqual({
      ok: true,
      gestures: [
        {
          machine: 'host',
          note: 'cable red – br0: master makes veth-red a port of br0, both ends of a new pair are down until set up',
          lines: [
            'ip link add veth-red type veth peer name eth0 netns red',
            'ip link set veth-red master br0',
            'ip link set veth-red up',
            'ip -n red link set eth0 up',
          ],
        },
      ],
    })
    expect(planConnect(view, device(view, 'host', 'br0'), netns(view, 'red'))).toMatchObject({
      gestures: [{ lines: plan.ok ? plan.gestures[0]?.lines : [] }],
    })
  })

  it('takes the next names that are free', () => {
    const view = built(...RED_ON_BR0)
    expect(linesOf(planConnect(view, netns(view, 'red'), device(view, 'host', 'br0')))).toEqual([
      'ip link add veth-red1 type veth peer name eth1 netns red',
      'ip link set veth-red1 master br0',
      'ip link set veth-red1 up',
      'ip -n red link set eth1 up',
    ])
  })

  it('joins two namespaces', () => {
    const view = built(...TWO)
    expect(linesOf(planConnect(view, netns(view, 'red'), netns(view, 'blue')))).toEqual([
      'ip -n red link add eth0 type veth peer name eth0 netns blue',
      'ip -n red link set eth0 up',
      'ip -n blue link set eth0 up',
    ])
  })

  it('joins a namespace and its machine from the side of the machine', () => {
    const view = built(...TWO)
    expect(linesOf(planConnect(view, netns(view, 'red'), machine('host')))).toEqual([
      'ip link add veth-red type veth peer name eth0 netns red',
      'ip link set veth-red up',
      'ip -n red link set eth0 up',
    ])
  })

  it('joins two bridges', () => {
    const view = built('ip link add br0 type bridge', 'ip link add br1 type bridge')
    expect(linesOf(planConnect(view, device(view, 'host', 'br0'), device(view, 'host', 'br1')))).toEqual([
      'ip link add veth-br1 type veth peer name veth-br0',
      'ip link set veth-br1 master br0',
      'ip link set veth-br0 master br1',
      'ip link set veth-br1 up',
      'ip link set veth-br0 up',
    ])
  })

  it('joins a namespace and a bridge of another namespace', () => {
    const view = built('ip netns add red', 'ip netns add blue', 'ip -n blue link add br0 type bridge')
    expect(linesOf(planConnect(view, netns(view, 'red'), device(view, 'blue', 'br0')))).toEqual([
      'ip -n blue link add veth-red type veth peer name eth0 netns red',
      'ip -n blue link set veth-red master br0',
      'ip -n blue link set veth-red up',
      'ip -n red link set eth0 up',
    ])
  })

  it('cuts a name to what a device may be called', () => {
    const view = built('ip netns add a-very-long-namespace', 'ip link add br0 type bridge')
    expect(
      linesOf(planConnect(view, netns(view, 'a-very-long-namespace'), device(view, 'host', 'br0')))[0],
    ).toBe('ip link add veth-a-very-lon type veth peer name eth0 netns a-very-long-namespace')
  })

  it('is refused where both ends are the same', () => {
    const view = built(...TWO)
    expect(planConnect(view, netns(view, 'red'), device(view, 'red', 'lo'))).toEqual({
      ok: false,
      reason: 'A cable has its ends in two different places.',
    })
    expect(planConnect(view, machine('host'), device(view, 'host', 'br0'))).toEqual({
      ok: false,
      reason: 'host is on br0 already, by the interface br0: give that an address.',
    })
  })
})

describe('an interface', () => {
  it('of the bridge’s own namespace becomes a port', () => {
    const view = built(...TWO, 'ip link add veth-red type veth peer name eth0 netns red')
    const lines = ['ip link set veth-red master br0']
    expect(linesOf(planConnect(view, device(view, 'host', 'veth-red'), device(view, 'host', 'br0')))).toEqual(
      lines,
    )
    expect(linesOf(planConnect(view, device(view, 'host', 'br0'), device(view, 'host', 'veth-red')))).toEqual(
      lines,
    )
  })

  it('in a namespace takes the far end of its cable to another bridge', () => {
    const view = built(...RED_ON_BR0, 'ip link add br1 type bridge')
    expect(linesOf(planConnect(view, device(view, 'red', 'eth0'), device(view, 'host', 'br1')))).toEqual([
      'ip link set veth-red master br1',
    ])
    expect(planConnect(view, device(view, 'red', 'eth0'), device(view, 'host', 'br0'))).toEqual({
      ok: false,
      reason: 'veth-red is a port of br0 already.',
    })
  })

  it('that is a port stands for its bridge when something is plugged into it', () => {
    const view = built(...RED_ON_BR0)
    expect(linesOf(planConnect(view, netns(view, 'blue'), device(view, 'host', 'veth-red')))[1]).toBe(
      'ip link set veth-blue master br0',
    )
  })

  it('whose pair is still together is moved into a namespace', () => {
    const view = built('ip netns add red', 'ip link add veth0 type veth peer name veth1')
    expect(linesOf(planConnect(view, device(view, 'host', 'veth1'), netns(view, 'red')))).toEqual([
      'ip link set veth1 netns red',
    ])
  })
})

describe('a cable between machines', () => {
  const three = [
    'lab add machine web1',
    'lab add switch sw1',
    'ip netns add red',
    'ip link add br0 type bridge',
  ]

  it('joins two NICs and brings both up, each on its own terminal', () => {
    const view = built(...three)
    expect(planConnect(view, machine('host'), machine('web1'))).toEqual({
      ok: true,
      gestures: [
        {
          machine: 'host',
          note: 'cable host – web1: a NIC is down until set up',
          lines: ['lab cable host:eth0 web1:eth0', 'ip link set eth0 up'],
        },
        {
          machine: 'web1',
          note: 'cable host – web1: a NIC is down until set up',
          lines: ['ip link set eth0 up'],
        },
      ],
    })
  })

  it('leaves the port of a switch to the switch', () => {
    const view = built(...three, 'lab cable host:eth0 sw1')
    expect(linesOf(planConnect(view, machine('sw1'), machine('host')))).toEqual([
      'lab cable sw1 host:eth1',
      'ip link set eth1 up',
    ])
  })

  it('puts the new NIC onto the bridge that was meant', () => {
    const view = built(...three)
    expect(linesOf(planConnect(view, device(view, 'host', 'br0'), machine('sw1')))).toEqual([
      'lab cable host:eth0 sw1',
      'ip link set eth0 master br0',
      'ip link set eth0 up',
    ])
  })

  it('does not lead into a namespace', () => {
    const view = built(...three)
    expect(planConnect(view, netns(view, 'red'), machine('sw1'))).toEqual({
      ok: false,
      reason: "A namespace's cables stay on its machine: plug host itself, or a bridge on it.",
    })
  })
})

it('the comment of several lines says what is not plain from them', () => {
  const view = built(...TWO, 'ip link add br1 type bridge', 'lab add switch sw1')
  const br0 = device(view, 'host', 'br0')
  const plans = [
    planConnect(view, netns(view, 'red'), netns(view, 'blue')),
    planConnect(view, br0, device(view, 'host', 'br1')),
    planConnect(view, br0, machine('sw1')),
  ]
  expect(plans.map((plan) => (plan.ok ? plan.gestures[0]?.note : plan.reason))).toEqual([
    'cable red – blue: both ends of a new pair are down until set up',
    'cable br0 – br1: master makes veth-br1 a port of br0 and veth-br0 a port of br1, both ends of a new pair are down until set up',
    'cable br0 – sw1: master makes eth0 a port of br0, a NIC is down until set up',
  ])
})

function linesOf(plan: ReturnType<typeof planConnect>): readonly string[] {
  return plan.ok ? plan.gestures.flatMap((g) => g.lines) : [plan.reason]
}
