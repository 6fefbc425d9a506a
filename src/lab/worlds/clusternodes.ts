// The machines of a Kubernetes cluster: what kubeadm and the DaemonSets start on each. Pods have 10.244.N.0/24 on each,
// services 10.96.0.0/12.

export const BACKENDS = ['host-gw', 'vxlan'] as const
export type Backend = (typeof BACKENDS)[number]

export interface ClusterNode {
  readonly name: string
  readonly ip: string
  /** Of its pods. */
  readonly subnet: string
}

export interface ClusterPlan {
  /** The first is the control plane. */
  readonly nodes: readonly ClusterNode[]
  readonly backend: Backend
}

/** In a cluster this small the control plane runs pods like the others, as kubeadm's book advises. */
const SMALL = 2
const QUIET = '>/dev/null 2>&1 &'

/** In the background, what it says kept where its pod looks for it. */
function logged(program: string): string {
  return `>/var/log/${program}.log 2>&1 &`
}

/** `addresses`: one a machine. */
export function clusterPlan(addresses: readonly string[], backend: Backend): ClusterPlan {
  const nodes = addresses.map((ip, i) => {
    return { name: i === 0 ? 'control-plane' : `node${i}`, ip, subnet: `10.244.${i}.0/24` }
  })
  return { nodes, backend }
}

function serverOf({ nodes: [first] }: ClusterPlan): string {
  return first?.ip ?? ''
}

/** What runs on the control plane alone. */
export function controlPlaneCommands(plan: ClusterPlan): string[] {
  return [
    `kube-apiserver --advertise-address=${serverOf(plan)} ${logged('kube-apiserver')}`,
    'sleep 0.1',
    `kube-controller-manager ${logged('kube-controller-manager')}`,
    `kube-scheduler ${logged('kube-scheduler')}`,
  ]
}

/** What runs on every node. */
export function nodeCommands(plan: ClusterPlan, { name, ip, subnet }: ClusterNode): string[] {
  const server = `--server=https://${serverOf(plan)}:6443`
  const own = `--hostname-override=${name}`
  const taint =
    plan.nodes.length > SMALL
      ? ' --register-with-taints=node-role.kubernetes.io/control-plane:NoSchedule'
      : ''
  const role = ip === serverOf(plan) ? ` --control-plane${taint}` : ''
  return [
    'sysctl -qw net.ipv4.ip_forward=1',
    `/opt/bin/flanneld ${server} ${own} --iface=eth0 --public-ip=${ip} --pod-cidr=${subnet} --backend=${plan.backend} ${logged('flanneld')}`,
    'sleep 0.2',
    `kubelet ${server} ${own} --node-ip=${ip} --pod-cidr=${subnet}${role} ${QUIET}`,
    `kube-router ${server} ${own} --run-firewall=true ${logged('kube-router')}`,
    `kube-proxy ${server} ${own} --cluster-cidr=10.244.0.0/16 ${logged('kube-proxy')}`,
  ]
}

/** Where kubectl finds the cluster. */
export function configure(plan: ClusterPlan): string {
  const config = `apiVersion: v1
clusters:
- cluster:
    server: https://${serverOf(plan)}:6443
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
  return `mkdir -p ~/.kube; cat >~/.kube/config <<'EOF'\n${config}EOF`
}
