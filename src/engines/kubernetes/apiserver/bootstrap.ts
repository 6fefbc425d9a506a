// What a new cluster has before anybody asks for anything. (Ref: kubeadm init; pkg/controlplane)
import type { KubeObject } from '../api/meta.ts'
import type { Service } from '../api/types.ts'
import { addons } from './addons.ts'
import { withDefaults } from './defaults.ts'
import type { Store } from './store.ts'

const ROOT_CA = '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----\n'

/** What every namespace has from the start. */
export function furnish(store: Store, namespace: string): void {
  const make = (object: KubeObject): void => {
    const metadata = { ...object.metadata, namespace, uid: store.uid(), creationTimestamp: store.now() }
    store.put({ ...object, metadata })
  }
  make({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } })
  const annotations = {
    'kubernetes.io/description':
      'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
  }
  make({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kube-root-ca.crt', annotations },
    ...{ data: { 'ca.crt': ROOT_CA } },
  })
}

/** `version`: of the cluster's programs. */
export function bootstrap(store: Store, address: string, port: number, version: string): void {
  const make = (object: KubeObject): void => {
    const metadata = { ...object.metadata, uid: store.uid(), creationTimestamp: store.now() }
    store.put(withDefaults({ ...object, metadata }))
  }
  for (const name of ['default', 'kube-flannel', 'kube-node-lease', 'kube-public', 'kube-system']) {
    make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
    furnish(store, name)
  }
  for (const set of addons(`${address}:${port}`, version)) make(set)
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
