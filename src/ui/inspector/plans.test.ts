import { expect, test } from 'vitest'
import type { MachineView, NetnsView } from '../../store/lab.ts'
import type { Plan, View } from '../canvas/gestures/gesture.ts'
import { planAddRoute, planDeleteFdb, planDeleteRoute, planFlushNeighbours, reachable } from './plans.ts'

const HOST = { id: 'host', name: 'host', kind: 'machine' } as MachineView
const SWITCH = { id: 'sw1', name: 'sw1', kind: 'switch' } as MachineView
const VIEW: View = {
  order: ['host', 'sw1'],
  machines: new Map([HOST, SWITCH].map((m) => [m.id, m])),
  namespaces: new Map(),
  devices: new Map(),
}
const ROOT = { machine: 'host', root: true, name: null, pid: null } as NetnsView
const RED = { machine: 'host', root: false, name: 'red' } as NetnsView
const UNNAMED = { machine: 'host', root: false, name: null, pid: null } as NetnsView
const PORTS = { machine: 'sw1', root: true, name: null, pid: null } as NetnsView

const linesOf = (plan: Plan): readonly string[] =>
  plan.ok ? plan.gestures.flatMap((g) => g.lines) : [plan.reason]

const DEFAULT = { destination: 'default', gateway: '10.0.0.254', device: 'eth0', text: '', provenance: null }
const LOCAL = { destination: '10.0.0.0/24', gateway: null, device: 'eth0', text: '', provenance: null }
const LEARNT = {
  mac: '02:00:00:00:00:01',
  device: 'veth1',
  bridge: 'br0',
  text: '',
  permanent: false,
  provenance: null,
}

test.each([
  [ROOT, 'ip', 'bridge'],
  [RED, 'ip -n red', 'bridge -n red'],
] as const)('commands %#', (netns, ip, bridge) => {
  expect(
    [
      planAddRoute(VIEW, netns, ' default  via 10.0.0.254\n'),
      planAddRoute(VIEW, netns, '10.1.0.0/16 dev eth0; reboot'),
      planDeleteRoute(VIEW, netns, DEFAULT),
      planDeleteRoute(VIEW, netns, LOCAL),
      planFlushNeighbours(VIEW, netns, 'eth0'),
      planDeleteFdb(VIEW, netns, LEARNT),
      planDeleteFdb(VIEW, netns, { ...LEARNT, bridge: null }),
    ].flatMap(linesOf),
  ).toEqual([
    `${ip} route add default via 10.0.0.254`,
    `${ip} route add 10.1.0.0/16 dev 'eth0;' reboot`,
    `${ip} route del default via 10.0.0.254 dev eth0`,
    `${ip} route del 10.0.0.0/24 dev eth0`,
    `${ip} neigh flush dev eth0`,
    `${bridge} fdb del 02:00:00:00:00:01 dev veth1 master`,
    `${bridge} fdb del 02:00:00:00:00:01 dev veth1 self`,
  ])
})

test('a namespace without a name and a switch are out of reach', () => {
  expect([ROOT, RED, UNNAMED, PORTS].map((netns) => reachable(VIEW, netns))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(linesOf(planFlushNeighbours(VIEW, PORTS, 'p1'))).toEqual(['No command can reach it.'])
})
