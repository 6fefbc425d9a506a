// What connects the nodes of a cluster, as DaemonSets: kubeadm's kube-proxy, flannel, and kube-router for policies.
// (Ref: cmd/kubeadm/app/phases/addons/proxy/manifests.go; flannel-io/flannel Documentation/kube-flannel.yml)
import type { Labels } from '../api/meta.ts'
import type { Container } from '../api/podtypes.ts'
import type { DaemonSet } from '../api/types.ts'

const NODE_NAME = { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }
const HOST_IP = { name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }

/** `server`: where the API is. */
export function addons(server: string, version: string): DaemonSet[] {
  const words = [`--server=https://${server}`, '--hostname-override=$(NODE_NAME)']
  const linux = { nodeSelector: { 'kubernetes.io/os': 'linux' } }
  return [
    daemonSet('kube-system', 'kube-proxy', { 'k8s-app': 'kube-proxy' }, linux, {
      name: 'kube-proxy',
      image: `registry.k8s.io/kube-proxy:${version}`,
      command: ['/usr/local/bin/kube-proxy', ...words, '--cluster-cidr=10.244.0.0/16'],
      env: [NODE_NAME],
      securityContext: { privileged: true },
    }),
    daemonSet(
      'kube-flannel',
      'kube-flannel-ds',
      { app: 'flannel', tier: 'node' },
      {},
      {
        name: 'kube-flannel',
        image: 'ghcr.io/flannel-io/flannel:v0.28.2',
        command: ['/opt/bin/flanneld'],
        args: [...words, '--iface=eth0', '--public-ip=$(HOST_IP)'],
        env: [NODE_NAME, HOST_IP],
        resources: { requests: { cpu: '100m', memory: '50Mi' } },
        securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] }, privileged: false },
      },
    ),
    daemonSet(
      'kube-system',
      'kube-router',
      { 'k8s-app': 'kube-router', tier: 'node' },
      {},
      {
        name: 'kube-router',
        image: 'docker.io/cloudnativelabs/kube-router:v2.6.3',
        args: [...words, '--run-firewall=true'],
        command: ['/usr/local/bin/kube-router'],
        env: [NODE_NAME],
        resources: { requests: { cpu: '250m', memory: '250Mi' } },
        securityContext: { privileged: true },
      },
    ),
  ]
}

function daemonSet(
  namespace: string,
  name: string,
  labels: Labels,
  more: { readonly nodeSelector?: Labels },
  container: Container,
): DaemonSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [container],
          hostNetwork: true,
          priorityClassName: 'system-node-critical',
          tolerations: [{ operator: 'Exists' }],
          ...more,
        },
      },
    },
    status: {
      currentNumberScheduled: 0,
      desiredNumberScheduled: 0,
      numberMisscheduled: 0,
      numberReady: 0,
    },
  }
}
