// World `cluster`: Kubernetes on three machines, and a fourth from which it is used.
//
//   host          eth0 192.168.1.10/24 ─┐
//   control-plane eth0 192.168.1.20/24 ─┤  router lan0 192.168.1.1/24, wan0 203.0.113.1/24 ── internet
//   node1         eth0 192.168.1.21/24 ─┤
//   node2         eth0 192.168.1.22/24 ─┘
//
// Pods have 10.244.N.0/24 on each node, services 10.96.0.0/12.
import { clusterDns } from './clusterdns.ts'
import { internetCommands, leaf, routerCommands } from './lan.ts'
import type { World } from './world.ts'

const SERVER = '192.168.1.20'
const NODES = [
  { name: 'control-plane', ip: SERVER, subnet: '10.244.0.0/24' },
  { name: 'node1', ip: '192.168.1.21', subnet: '10.244.1.0/24' },
  { name: 'node2', ip: '192.168.1.22', subnet: '10.244.2.0/24' },
] as const
const QUIET = '>/dev/null 2>&1 &'

const KUBECONFIG = `apiVersion: v1
clusters:
- cluster:
    server: https://${SERVER}:6443
  name: kubernetes
contexts:
- context:
    cluster: kubernetes
    user: kubernetes-admin
  name: kubernetes-admin@kubernetes
current-context: kubernetes-admin@kubernetes
kind: Config
users:
- name: kubernetes-admin
`

const CONFIGURE = `mkdir -p ~/.kube; cat >~/.kube/config <<'EOF'\n${KUBECONFIG}EOF`

/** What kubeadm and the DaemonSets start on a node. */
function nodeCommands({ name, ip, subnet }: (typeof NODES)[number]): string[] {
  const server = `--server=https://${SERVER}:6443`
  const role = ip === SERVER ? ' --control-plane' : ''
  const own = `--hostname-override=${name}`
  return [
    'sysctl -qw net.ipv4.ip_forward=1',
    `/opt/bin/flanneld ${server} ${own} --iface=eth0 --public-ip=${ip} --pod-cidr=${subnet} --backend=host-gw ${QUIET}`,
    'sleep 0.2',
    `kubelet ${server} ${own} --node-ip=${ip} --pod-cidr=${subnet}${role} ${QUIET}`,
    `kube-router ${server} ${own} --run-firewall=true ${QUIET}`,
    `kube-proxy ${server} ${own} --cluster-cidr=10.244.0.0/16 ${QUIET}`,
  ]
}

const CONTROL_PLANE = [
  `kube-apiserver --advertise-address=${SERVER} ${QUIET}`,
  'sleep 0.1',
  `kube-controller-manager ${QUIET}`,
  `kube-scheduler ${QUIET}`,
]

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
    { machine: 'control-plane', commands: CONTROL_PLANE },
    ...NODES.map((node) => ({ machine: node.name, commands: nodeCommands(node) })),
    { machine: 'host', commands: [CONFIGURE] },
    { machine: 'control-plane', commands: [CONFIGURE, 'sleep 2', clusterDns, 'sleep 5'] },
  ],
}
