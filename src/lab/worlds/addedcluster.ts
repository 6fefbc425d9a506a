// A cluster that `lab add cluster` puts beside a machine: on a switch and a network of its own, as on a laptop's
// host-only network.
//
//   the machine that asks  ethN 192.168.56.1/24  ─┐
//   control-plane          eth0 192.168.56.10/24 ─┤ cluster
//   node1 …                eth0 192.168.56.11/24 ─┘
import { clusterDns } from './clusterdns.ts'
import {
  clusterPlan,
  configure,
  controlPlaneCommands,
  nodeCommands,
  type Backend,
  type ClusterPlan,
} from './clusternodes.ts'

export const CLUSTER_SWITCH = 'cluster'
const NETWORK = '192.168.56'
const GATEWAY = `${NETWORK}.1`
const FIRST = 10

interface AddedCluster {
  readonly plan: ClusterPlan
  /** What each machine does by itself. */
  readonly scripts: ReadonlyMap<string, string>
  /** What the machine that asks does, its card given, until the cluster is ready. */
  readonly script: (card: string) => string
}

export function addedCluster(size: number, backend: Backend): AddedCluster {
  const plan = clusterPlan(
    Array.from({ length: size }, (_, i) => `${NETWORK}.${FIRST + i}`),
    backend,
  )
  const scripts = plan.nodes.map((node, i): [string, string] => {
    const master = i === 0
    const commands = [
      'ip link set eth0 up',
      `ip addr add ${node.ip}/24 brd + dev eth0`,
      `ip route add default via ${GATEWAY}`,
      "echo 'nameserver 8.8.8.8' >/etc/resolv.conf",
      ...(master ? controlPlaneCommands(plan) : ['sleep 0.5']),
      ...nodeCommands(plan, node),
      ...(master ? [configure(plan), 'sleep 2', clusterDns] : []),
    ]
    return [node.name, commands.join('\n')]
  })
  return { plan, scripts: new Map(scripts), script: (card) => askerCommands(plan, card).join('\n') }
}

/** It is the way out of the nodes where there is one, which Docker's chain must let through. */
function askerCommands(plan: ClusterPlan, card: string): string[] {
  const through = ['i', 'o'].map((way) => `iptables -I DOCKER-USER -${way} ${card} -j ACCEPT`).join('; ')
  return [
    `ip link set lo up; ip link set ${card} up`,
    `ip addr add ${GATEWAY}/24 brd + dev ${card}`,
    configure(plan),
    'if [ -n "$(ip route show default)" ]; then',
    '  sysctl -qw net.ipv4.ip_forward=1',
    `  iptables -t nat -A POSTROUTING -s ${NETWORK}.0/24 ! -d ${NETWORK}.0/24 -j MASQUERADE`,
    `  if iptables -n -L DOCKER-USER >/dev/null 2>&1; then ${through}; fi`,
    'fi',
    'until [ "$(kubectl get nodes --no-headers 2>/dev/null | grep -cw Ready)" = ' +
      `${plan.nodes.length} ]; do sleep 0.5; done`,
    'until kubectl -n kube-system get deployment coredns >/dev/null 2>&1; do sleep 0.5; done',
    'kubectl -n kube-system rollout status deployment coredns >/dev/null',
    'kubectl get nodes -o wide',
  ]
}
