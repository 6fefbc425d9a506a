import type { Lesson } from './lesson.ts'

export const kubernetes: Lesson = {
  id: 'kubernetes-service',
  title: 'A service of Kubernetes',
  summary:
    'Three pods on two nodes behind one address: names, NodePorts, and the rules that kube-proxy writes for them.',
  text: `#! world: cluster
#! title: A service of Kubernetes
# host is beside the cluster: control-plane, node1 and node2 are in it
$ kubectl create deployment web --image=nginx --replicas=3
$ kubectl expose deployment web --port=80 --type=NodePort
$ kubectl rollout status deployment web
$ kubectl get pods,svc -o wide
# on a node: iptables-save -t nat | grep default/web; ip route; ip netns
`,
  holds: [
    { machine: 'host', command: 'kubectl get endpoints web 2>/dev/null | grep -q :80', status: 0 },
    { machine: 'node1', command: 'iptables-save -t nat | grep -q KUBE-SVC-LOLE4ISW44XBNF3G', status: 0 },
    { machine: 'node1', command: 'ip route | grep -q "10.244.2.0/24 via 192.168.1.22"', status: 0 },
  ],
}
