// The pods of the control plane, which a kubelet runs by itself and mirrors into the API.
// (Ref: cmd/kubeadm/app/phases/controlplane/manifests.go; pkg/kubelet/pod/mirror_client.go)
import { hashedName } from '../kubeproxy/names.ts'
import type { Container, Pod } from '../api/podtypes.ts'
import { formatTime } from '../api/time.ts'
import type { Node as NodeObject } from '../api/types.ts'
import type { Node } from './node.ts'

interface Manifest {
  readonly name: string
  readonly image: string
  readonly args: readonly string[]
  readonly requests: Record<string, string>
  readonly annotations: Record<string, string>
}

function manifests(version: string, name: string, ip: string): Manifest[] {
  const kube = (program: string, args: readonly string[], cpu: string): Manifest => {
    const image = `registry.k8s.io/${program}:${version}`
    return { name: program, image, args, requests: { cpu }, annotations: {} }
  }
  return [
    {
      name: 'etcd',
      image: 'registry.k8s.io/etcd:3.6.8-0',
      args: [`--advertise-client-urls=https://${ip}:2379`, `--name=${name}`],
      requests: { cpu: '100m', memory: '100Mi' },
      annotations: { 'kubeadm.kubernetes.io/etcd.advertise-client-urls': `https://${ip}:2379` },
    },
    {
      ...kube('kube-apiserver', [`--advertise-address=${ip}`], '250m'),
      annotations: { 'kubeadm.kubernetes.io/kube-apiserver.advertise-address.endpoint': `${ip}:6443` },
    },
    kube('kube-controller-manager', [], '200m'),
    kube('kube-scheduler', [], '100m'),
  ]
}

/** The mirrors that are not there. */
export function missingMirrors({ p, cache, name, ip }: Node, version: string): Pod[] {
  const owner = cache.get<NodeObject>('Node', '', name)
  if (!owner) return []
  const seen = formatTime(Math.floor(p.clock.epoch()))
  return manifests(version, name, ip)
    .filter((one) => !cache.get('Pod', 'kube-system', `${one.name}-${name}`))
    .map((one) => mirror(one, owner, seen))
}

function mirror(
  { name, image, args, requests, annotations }: Manifest,
  owner: NodeObject,
  seen: string,
): Pod {
  const { name: nodeName, uid = '' } = owner.metadata
  const hash = hashedName('', name + args.join(' ')).toLowerCase()
  const container: Container = { name, image, command: [name, ...args], resources: { requests } }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${nodeName}`,
      namespace: 'kube-system',
      labels: { component: name, tier: 'control-plane' },
      annotations: {
        ...annotations,
        'kubernetes.io/config.hash': hash,
        'kubernetes.io/config.mirror': hash,
        'kubernetes.io/config.seen': seen,
        'kubernetes.io/config.source': 'file',
      },
      ownerReferences: [{ apiVersion: 'v1', controller: true, kind: 'Node', name: nodeName, uid }],
    },
    spec: {
      containers: [container],
      hostNetwork: true,
      nodeName,
      priorityClassName: 'system-node-critical',
      tolerations: [{ effect: 'NoExecute', operator: 'Exists' }],
    },
    status: { phase: 'Pending' },
  }
}
