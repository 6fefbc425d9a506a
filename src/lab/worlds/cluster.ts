// World `cluster`: Kubernetes on three machines, and a fourth from which it is used.
//
//   host          eth0 192.168.1.10/24 ─┐
//   control-plane eth0 192.168.1.20/24 ─┤  router lan0 192.168.1.1/24, wan0 203.0.113.1/24 ── internet
//   node1         eth0 192.168.1.21/24 ─┤
//   node2         eth0 192.168.1.22/24 ─┘
import { clusterDns } from './clusterdns.ts'
import { clusterPlan, configure, controlPlaneCommands, nodeCommands } from './clusternodes.ts'
import { internetCommands, leaf, routerCommands } from './lan.ts'
import type { World } from './world.ts'

const PLAN = clusterPlan(['192.168.1.20', '192.168.1.21', '192.168.1.22'], 'host-gw')
const NODES = PLAN.nodes
const CONFIGURE = configure(PLAN)

export const cluster: World = {
  machines: ['host', ...NODES.map(({ name }) => name), 'router', 'internet'],
  cables: [
    ...['host', ...NODES.map(({ name }) => name)].map((machine, i) => {
      return { machine, device: 'eth0', peer: 'router', peerDevice: `lan${i + 1}` }
    }),
    { machine: 'internet', device: 'eth0', peer: 'router', peerDevice: 'wan0' },
  ],
  setup: [
    { machine: 'router', commands: routerCommands(1 + NODES.length) },
    { machine: 'internet', commands: internetCommands },
    { machine: 'host', commands: leaf('192.168.1.10') },
    ...NODES.map(({ name, ip }) => ({ machine: name, commands: leaf(ip) })),
    { machine: 'control-plane', commands: controlPlaneCommands(PLAN) },
    ...NODES.map((node) => ({ machine: node.name, commands: nodeCommands(PLAN, node) })),
    { machine: 'host', commands: [CONFIGURE] },
    { machine: 'control-plane', commands: [CONFIGURE, 'sleep 2', clusterDns, 'sleep 5'] },
  ],
}
