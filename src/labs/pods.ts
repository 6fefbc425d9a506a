import type { Lesson } from './lesson.ts'

export const pods: Lesson = {
  id: 'kubernetes-pods',
  title: 'What a Pod is',
  summary:
    'Two containers in one network namespace: they share an address and lo, a pause process holds it, a CNI plugin wired it.',
  text: `#! title: What a Pod is
# a cluster of two machines beside this one, its pods joined by a VXLAN tunnel
$ lab add cluster 2 vxlan
$ cat >pod.yaml <<EOF
> apiVersion: v1
> kind: Pod
> metadata: {name: pair, labels: {app: pair}}
> spec:
>   nodeName: node1
>   containers:
>   - {name: web, image: nginx}
>   - {name: side, image: busybox, command: [sleep, "86400"]}
> EOF
$ kubectl apply -f pod.yaml
$ kubectl wait --for=condition=Ready pod/pair
$ kubectl get pod pair -o wide
# the other container reaches the web server by 127.0.0.1: there is one lo for both
$ kubectl exec pair -c side -- wget -qO- http://127.0.0.1
# on node1: ps ax | grep -e pause -e nginx; ip netns; cat /run/flannel/subnet.env; bridge fdb show dev flannel.1
`,
  holds: [
    {
      machine: 'host',
      command: 'kubectl exec pair -c side -- wget -qO- http://127.0.0.1 | grep -q nginx',
      status: 0,
    },
    { machine: 'node1', command: 'pgrep -x pause', status: 0 },
    { machine: 'node1', command: 'ip -d link show flannel.1 | grep -q "vxlan id 1"', status: 0 },
  ],
}
