// What a new cluster has before anybody asks for anything. (Ref: kubeadm init; pkg/controlplane)
import type { KubeObject, Service } from '../api/types.ts'
import { withDefaults } from './defaults.ts'
import type { Store } from './store.ts'

export function bootstrap(store: Store, address: string, port: number): void {
  const make = (object: KubeObject): void => {
    const metadata = { ...object.metadata, uid: store.uid(), creationTimestamp: store.now() }
    store.put(withDefaults({ ...object, metadata }))
  }
  for (const name of ['default', 'kube-node-lease', 'kube-public', 'kube-system']) {
    make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
  }
  const labels = { component: 'apiserver', provider: 'kubernetes' }
  const kubernetes: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kubernetes', namespace: 'default', labels },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.0.1',
      clusterIPs: ['10.96.0.1'],
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: port }],
    },
    status: { loadBalancer: {} },
  }
  make(kubernetes)
  const mirrored = {
    name: 'kubernetes',
    namespace: 'default',
    labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' },
  }
  make({
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: mirrored,
    ...{ subsets: [{ addresses: [{ ip: address }], ports: [{ name: 'https', port, protocol: 'TCP' }] }] },
  })
  make({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { 'kubernetes.io/service-name': 'kubernetes' },
    },
    ...{
      addressType: 'IPv4',
      endpoints: [{ addresses: [address], conditions: { ready: true, serving: true, terminating: false } }],
      ports: [{ name: 'https', port, protocol: 'TCP' }],
    },
  })
}
