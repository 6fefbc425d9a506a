// Network policies, and the ways between nodes.
import { describe, expect, it } from 'vitest'
import { whyInCluster as why } from './testing.ts'

describe('why: pods of a cluster', () => {
  it('a policy lets in others only', () => {
    expect(
      why(`
kubectl run db --image=nginx --labels=app=db; kubectl expose pod db --port=80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe pod/db
echo '{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"db-in"},"spec":{"podSelector":{"matchLabels":{"app":"db"}},"ingress":[{"from":[{"podSelector":{"matchLabels":{"role":"client"}}}],"ports":[{"port":80}]}]}}' | kubectl apply -f -
sleep 1
kubectl exec probe -- wget -qO- http://db`),
    ).toEqual({
      cause: 'firewall',
      en: 'node2’s KUBE-POD-FW-PFRZ3ILXL3VWR4AJ chain rejects it: rule 4 matches (-d 10.244.2.2/32 -m comment --comment "rule to REJECT traffic destined for POD name:db namespace: default" -m mark ! --mark 0x10000/0x10000 -j REJECT --reject-with icmp-port-unreachable). It stands for NetworkPolicy db-in, which selects pod db and does not let this in.',
      ko: 'node2의 KUBE-POD-FW-PFRZ3ILXL3VWR4AJ 체인이 패킷을 거부합니다: 4번 규칙에 걸렸습니다(-d 10.244.2.2/32 -m comment --comment "rule to REJECT traffic destined for POD name:db namespace: default" -m mark ! --mark 0x10000/0x10000 -j REJECT --reject-with icmp-port-unreachable). 파드 db를 고르는 NetworkPolicy db-in의 규칙이며, 이 패킷을 들여보내지 않습니다.',
      mend: ['kubectl label --overwrite pod probe role=client'],
    })
  })

  it('a node without a route to the pods of another', () => {
    expect(
      why(`
kubectl create deployment web --image=nginx --replicas=2
kubectl rollout status deployment web
node1$ ip route del 10.244.2.0/24
node1$ ping -c 1 -W 1 10.244.2.2`),
    ).toEqual({
      cause: 'pod-route',
      en: 'node1 has no route to 10.244.2.0/24, the pods of node node2: the packet leaves by its default route. flannel writes that route on every node; here it is gone.',
      ko: 'node1에 노드 node2의 파드 네트워크 10.244.2.0/24로 가는 경로가 없어 패킷이 기본 경로로 나갑니다. flannel이 노드마다 적어 두는 경로인데 여기서는 사라졌습니다.',
      mend: ['node1$ ip route add 10.244.2.0/24 via 192.168.1.22'],
    })
  })

  it('the address of a pod, asked from outside the cluster', () => {
    expect(
      why(`
kubectl run web --image=nginx
kubectl wait --for=condition=ready pod/web
curl -m 3 http://10.244.2.2`),
    ).toEqual({
      cause: 'pod-route',
      en: '10.244.2.2 is pod web on node node2, and host is no node of the cluster: it has no route to 10.244.2.0/24, so the packet leaves by its default route.',
      ko: '10.244.2.2는 노드 node2의 파드 web인데 host는 클러스터의 노드가 아닙니다: 10.244.2.0/24로 가는 경로가 없어 패킷이 기본 경로로 나갑니다.',
      mend: ['ip route add 10.244.2.0/24 via 192.168.1.22'],
    })
  })

  it('an address that nobody has', () => {
    expect(
      why(`
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe
kubectl exec probe -- ping -c 1 -W 1 10.244.9.9`),
    ).toEqual({
      cause: 'nobody',
      en: 'No interface in the lab has 10.244.9.9: the packet goes as far as internet, which has no way on for it.',
      ko: '랩에 10.244.9.9를 가진 인터페이스가 없습니다: 패킷은 internet까지 가고 거기서 더 갈 길이 없습니다.',
      mend: null,
    })
  })
})
