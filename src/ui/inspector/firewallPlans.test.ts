import { expect, it } from 'vitest'
import type { FlowView, MachineView, NetnsView } from '../../store/lab.ts'
import type { Plan, View } from '../canvas/gestures/gesture.ts'
import {
  planAppendRule,
  planDeleteRule,
  planForgetFlow,
  planPolicy,
  planReplaceRule,
  planZero,
  type ChainPlace,
} from './firewallPlans.ts'

const HOST = { id: 'host', name: 'host', kind: 'machine' } as MachineView
const VIEW: View = {
  order: ['host'],
  machines: new Map([['host', HOST]]),
  namespaces: new Map(),
  devices: new Map(),
}
const ROOT = { machine: 'host', root: true, name: null, pid: null } as NetnsView
const RED = { machine: 'host', root: false, name: 'red' } as NetnsView
const UNNAMED = { machine: 'host', root: false, name: null, pid: null } as NetnsView

const lines = (plan: Plan): readonly string[] =>
  plan.ok ? plan.gestures.flatMap((g) => g.lines) : [plan.reason]

function chain(netns: NetnsView, table: 'filter' | 'nat', family: 'ip' | 'ip6' = 'ip'): ChainPlace {
  const view = { name: 'FORWARD', policy: 'ACCEPT' as const, counters: null, references: 0, rules: [] }
  return { netns, table: { family, name: table, chains: [view] }, chain: view }
}

it('types what each change of a chain stands for', () => {
  expect(
    [
      planAppendRule(VIEW, chain(ROOT, 'filter'), ' -p icmp -j DROP '),
      planReplaceRule(VIEW, chain(RED, 'filter'), 2, '-j ACCEPT'),
      planDeleteRule(VIEW, chain(RED, 'nat'), 1),
      planPolicy(VIEW, chain(ROOT, 'filter', 'ip6'), 'DROP'),
      planZero(VIEW, chain(ROOT, 'nat')),
      planZero(VIEW, chain(UNNAMED, 'nat')),
    ].flatMap(lines),
  ).toEqual([
    'iptables -A FORWARD -p icmp -j DROP',
    'ip netns exec red iptables -R FORWARD 2 -j ACCEPT',
    'ip netns exec red iptables -t nat -D FORWARD 1',
    'ip6tables -P FORWARD DROP',
    'iptables -t nat -Z FORWARD',
    'No command can reach it.',
  ])
})

it('a flow is forgotten by what it is', () => {
  const flow = { filter: '-p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1 --dport 80' } as FlowView
  expect(lines(planForgetFlow(VIEW, RED, flow))).toEqual([
    'ip netns exec red conntrack -D -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1 --dport 80',
  ])
})
