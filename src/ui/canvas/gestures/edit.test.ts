import { describe, expect, it } from 'vitest'
import { World } from '../testing/build.ts'
import { deviceNamed, netnsNamed, viewOf } from '../testing/view.ts'
import { bridgeLab, lan, switched } from '../testing/worlds.ts'
import { planCreate } from './create.ts'
import {
  planAddAddress,
  planChangeAddress,
  planDefaultRoute,
  planDelete,
  planForwarding,
  planMoveToNetns,
  planRename,
  planTakeFromBridge,
  planUnplug,
  planUpDown,
} from './edit.ts'
import type { Plan } from './gesture.ts'
import { perform, word } from './gesture.ts'
import { pingTargets, planPingTo, suggestGateway } from './ping.ts'
import { segmentOf, suggestAddress } from './segment.ts'

const view = viewOf(bridgeLab())
const red = netnsNamed(view, 'red')
const eth0 = deviceNamed(view, 'red', 'eth0')
const port = deviceNamed(view, 'host', 'veth-red')
const br0 = deviceNamed(view, 'host', 'br0')

function lines(plan: Plan): readonly string[] {
  return plan.ok
    ? plan.gestures.flatMap((g) => g.lines.map((line) => `${g.machine}$ ${line}`))
    : [plan.reason]
}

describe('edits', () => {
  it('are typed as a person would, in the namespace concerned', () => {
    expect(
      [
        planAddAddress(view, eth0, '10.0.0.1/24'),
        planAddAddress(view, br0, '10.0.0.254/24'),
        planChangeAddress(view, eth0, '10.201.0.2/24', '10.0.0.1/24'),
        planChangeAddress(view, eth0, '10.201.0.2/24', ''),
        planUpDown(view, eth0, false),
        planUpDown(view, port, true),
        planRename(view, eth0, 'wan'),
        planTakeFromBridge(view, port),
        planDefaultRoute(view, { kind: 'netns', id: red }, '10.201.0.1'),
        planForwarding(view, { kind: 'machine', id: 'host' }, true),
        planForwarding(view, { kind: 'netns', id: red }, false),
        planMoveToNetns(view, port, red),
        planDelete(view, { kind: 'netns', id: red }),
        planDelete(view, { kind: 'device', id: eth0 }),
        planDelete(view, { kind: 'device', id: br0 }),
        planUnplug(view, eth0, port),
      ].flatMap(lines),
    ).toEqual([
      'host$ ip -n red addr add 10.0.0.1/24 dev eth0',
      'host$ ip addr add 10.0.0.254/24 dev br0',
      'host$ ip -n red addr del 10.201.0.2/24 dev eth0',
      'host$ ip -n red addr add 10.0.0.1/24 dev eth0',
      'host$ ip -n red addr del 10.201.0.2/24 dev eth0',
      'host$ ip -n red link set eth0 down',
      'host$ ip link set veth-red up',
      'host$ ip -n red link set eth0 name wan',
      'host$ ip link set veth-red nomaster',
      'host$ ip -n red route add default via 10.201.0.1',
      'host$ sysctl -w net.ipv4.ip_forward=1',
      'host$ ip netns exec red sysctl -w net.ipv4.ip_forward=0',
      'host$ ip link set veth-red netns red',
      'host$ ip netns del red',
      'host$ ip -n red link del eth0',
      'host$ ip link del br0',
      'host$ ip -n red link del eth0',
    ])
  })

  it('take machines and their cables away from another machine', () => {
    const wide = viewOf(lan())
    expect(lines(planDelete(wide, { kind: 'machine', id: 'pc' }))).toEqual(['host$ lab del pc'])
    expect(lines(planDelete(wide, { kind: 'machine', id: 'host' }))).toEqual(['pc$ lab del host'])
    expect(
      lines(planUnplug(wide, deviceNamed(wide, 'router', 'lan1'), deviceNamed(wide, 'host', 'eth0'))),
    ).toEqual(['router$ lab uncable router:lan1'])
  })

  it('are refused for what has no terminal or no name', () => {
    const three = viewOf(switched())
    expect(planUpDown(three, deviceNamed(three, 'sw1', 'p1'), false)).toEqual({
      ok: false,
      reason: 'The ports of a switch have no terminal to be set from.',
    })
    expect(planUpDown(view, 'gone', true)).toEqual({ ok: false, reason: 'That interface is gone.' })
  })

  it('quote what bash would not leave alone', () => {
    expect([word('eth0'), word("it's"), word('a b'), word('$(x)')]).toEqual([
      'eth0',
      `'it'\\''s'`,
      `'a b'`,
      `'$(x)'`,
    ])
  })
})

describe('new things', () => {
  it('get the first free name', () => {
    const host = { kind: 'machine', id: 'host' } as const
    const made = (['Namespace', 'Bridge', 'Machine', 'Switch'] as const).map((tool) =>
      planCreate(view, tool, host, null),
    )
    expect(made).toEqual([
      {
        ok: true,
        path: 'host/ns1',
        gestures: [{ machine: 'host', note: 'namespace ns1', lines: ['ip netns add ns1'] }],
      },
      {
        ok: true,
        path: 'host/br1',
        gestures: [
          {
            machine: 'host',
            note: 'bridge br1: it is down until set up',
            lines: ['ip link add br1 type bridge', 'ip link set br1 up'],
          },
        ],
      },
      {
        ok: true,
        path: 'web1',
        gestures: [{ machine: 'host', note: 'machine web1', lines: ['lab add machine web1'] }],
      },
      {
        ok: true,
        path: 'sw1',
        gestures: [{ machine: 'host', note: 'switch sw1', lines: ['lab add switch sw1'] }],
      },
    ])
  })

  it('go into the namespace that is named, else onto the machine of what is selected', () => {
    expect(planCreate(view, 'Bridge', { kind: 'netns', id: red }, null)).toMatchObject({
      path: 'host/red/br0',
      gestures: [
        {
          lines: ['ip -n red link add br0 type bridge', 'ip -n red link set br0 up'],
          note: 'bridge br0 in red: it is down until set up',
        },
      ],
    })
    expect(planCreate(view, 'Bridge', null, { kind: 'netns', id: red })).toMatchObject({ path: 'host/br1' })
    const wide = viewOf(lan())
    expect(planCreate(wide, 'Namespace', null, { kind: 'machine', id: 'pc' })).toMatchObject({
      path: 'pc/ns1',
    })
    expect(planCreate(wide, 'Namespace', null, null)).toMatchObject({ path: 'host/ns1' })
  })

  it('are refused in a switch', () => {
    const three = viewOf(switched())
    expect(planCreate(three, 'Bridge', { kind: 'machine', id: 'sw1' }, null)).toEqual({
      ok: false,
      reason: 'A switch has no namespaces and no bridges of its own: drop the bridge on a machine.',
    })
  })
})

describe('suggestions', () => {
  it('know who is on the segment', () => {
    const names = segmentOf(view, view.devices.get(eth0)!).map((d) => d.name)
    expect(names).toEqual(['eth0', 'veth-red', 'br0', 'veth-blue', 'eth0'])
  })

  it('give the next free address of the subnet, or a subnet nobody has', () => {
    expect(suggestAddress(view, view.devices.get(eth0)!)).toBe('10.201.0.4/24')
    const world = new World()
    const host = world.machine('host')
    const root = host.namespaces[0]!
    const [a] = world.pair(root, 'veth0', root, 'veth1')
    expect(suggestAddress(viewOf(world), viewOf(world).devices.get(a.id)!)).toBe('10.0.0.1/24')
    world.device(root, 'br0', 'bridge').addresses.push('10.0.0.1/24')
    expect(suggestAddress(viewOf(world), viewOf(world).devices.get(a.id)!)).toBe('10.0.1.1/24')
  })

  it('find a gateway: what forwards, else the bridge', () => {
    expect(suggestGateway(view, { kind: 'netns', id: red })).toBe('10.201.0.1')
    expect(suggestGateway(viewOf(lan()), { kind: 'machine', id: 'pc' })).toBe('192.168.1.1')
  })

  it('know whom to ping, and by which address', () => {
    expect(pingTargets(view, { kind: 'netns', id: red }).map((t) => `${t.name} ${t.address}`)).toEqual([
      'host 10.201.0.1',
      'blue 10.201.0.3',
    ])
    const blue = netnsNamed(view, 'blue')
    expect(lines(planPingTo(view, { kind: 'netns', id: red }, { kind: 'netns', id: blue }))).toEqual([
      'host$ ip netns exec red ping -c 1 10.201.0.3',
    ])
    expect(lines(planPingTo(view, { kind: 'machine', id: 'host' }, { kind: 'netns', id: red }))).toEqual([
      'host$ ping -c 1 10.201.0.2',
    ])
  })
})

describe('a plan', () => {
  it('is sent a gesture at a time, or its refusal shown', () => {
    const sent: unknown[] = []
    const notices: unknown[] = []
    const store = { send: (m: unknown) => sent.push(m), notify: (n: unknown) => notices.push(n) }
    const done = [planUpDown(view, eth0, true), planUpDown(view, 'gone', true)].map((p) => perform(store, p))
    expect({ done, sent, notices }).toEqual({
      done: [true, false],
      sent: [
        { type: 'gesture', machine: 'host', lines: ['ip -n red link set eth0 up'], note: 'eth0 in red up' },
      ],
      notices: ['That interface is gone.'],
    })
  })
})
