// Pods that are not ready, DNS behind a policy, names asked from a node.
import { describe, expect, it } from 'vitest'
import { whyInCluster as why } from './testing.ts'

describe('why: what is asked of a cluster', () => {
  it('a pod whose readiness probe fails', () => {
    expect(
      why(`
echo '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"db","labels":{"app":"db"}},"spec":{"containers":[{"name":"db","image":"nginx","readinessProbe":{"httpGet":{"path":"/nope","port":80},"periodSeconds":2}}]}}' | kubectl apply -f -
kubectl create service clusterip db --tcp=80:80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe; sleep 5
kubectl get pods,endpoints
kubectl exec probe -- wget -qO- http://db`),
    ).toEqual({
      cause: 'firewall',
      en: 'node1’s KUBE-SERVICES chain rejects it: rule 1 matches (-d CLUSTER-IP/32 -p tcp -m comment --comment "default/db:80-80 has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). kube-proxy made this rule because the service db has no endpoints: of the pods with app=db none is ready (db: it runs, but its readiness probe fails).',
      ko: 'node1의 KUBE-SERVICES 체인이 패킷을 거부합니다: 1번 규칙에 걸렸습니다(-d CLUSTER-IP/32 -p tcp -m comment --comment "default/db:80-80 has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). 서비스 db에 엔드포인트가 없어 kube-proxy가 만든 규칙입니다: app=db 레이블이 있는 파드 가운데 준비된 것이 없습니다(db: 실행 중이지만 readiness 프로브가 실패함).',
      mend: null,
    })
  })

  it('a pod that no node takes', () => {
    expect(
      why(`
echo '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"db","labels":{"app":"db"}},"spec":{"nodeSelector":{"disk":"ssd"},"containers":[{"name":"db","image":"nginx"}]}}' | kubectl apply -f -
kubectl create service clusterip db --tcp=80:80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe; sleep 5
kubectl get pods
kubectl exec probe -- wget -qO- http://db`),
    ).toEqual({
      cause: 'firewall',
      en: `node2’s KUBE-SERVICES chain rejects it: rule 1 matches (-d CLUSTER-IP/32 -p tcp -m comment --comment "default/db:80-80 has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). kube-proxy made this rule because the service db has no endpoints: of the pods with app=db none is ready (db: no node takes it, 0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling).`,
      ko: `node2의 KUBE-SERVICES 체인이 패킷을 거부합니다: 1번 규칙에 걸렸습니다(-d CLUSTER-IP/32 -p tcp -m comment --comment "default/db:80-80 has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). 서비스 db에 엔드포인트가 없어 kube-proxy가 만든 규칙입니다: app=db 레이블이 있는 파드 가운데 준비된 것이 없습니다(db: 받아 줄 노드가 없음, 0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling).`,
      mend: null,
    })
  })

  it('a policy for what leaves forgets DNS', () => {
    expect(
      why(`
kubectl create deployment web --image=nginx; kubectl expose deployment web --port=80
kubectl run probe --image=busybox --labels=role=client -- sleep 3600
kubectl wait --for=condition=ready pod/probe; kubectl rollout status deployment web
echo '{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"only-web"},"spec":{"podSelector":{"matchLabels":{"role":"client"}},"policyTypes":["Egress"],"egress":[{"to":[{"podSelector":{"matchLabels":{"app":"web"}}}],"ports":[{"port":80}]}]}}' | kubectl apply -f -
sleep 1
kubectl exec probe -- wget -T 5 -qO- http://web`),
    ).toEqual({
      cause: 'firewall',
      en: 'The resolver CLUSTER-IP does not answer for web: node1’s KUBE-POD-FW-YZIC6W4XXWKHCCLS chain rejects it: rule 4 matches (-s 10.244.1.3/32 -m comment --comment "rule to REJECT traffic from POD name:probe namespace: default" -m mark ! --mark 0x10000/0x10000 -j REJECT --reject-with icmp-port-unreachable). It stands for NetworkPolicy only-web, which selects pod probe and does not let this out.',
      ko: '리졸버 CLUSTER-IP web을 답하지 않습니다: node1의 KUBE-POD-FW-YZIC6W4XXWKHCCLS 체인이 패킷을 거부합니다: 4번 규칙에 걸렸습니다(-s 10.244.1.3/32 -m comment --comment "rule to REJECT traffic from POD name:probe namespace: default" -m mark ! --mark 0x10000/0x10000 -j REJECT --reject-with icmp-port-unreachable). 파드 probe를 고르는 NetworkPolicy only-web의 규칙이며, 이 패킷을 내보내지 않습니다.',
      mend: [
        `echo '{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"allow-dns","namespace":"default"},"spec":{"podSelector":{"matchLabels":{"role":"client"}},"policyTypes":["Egress"],"egress":[{"ports":[{"port":53,"protocol":"UDP"},{"port":53,"protocol":"TCP"}]}]}}' | kubectl apply -f -`,
      ],
    })
  })

  it('the name of a service, asked on a node', () => {
    expect(
      why(`
kubectl create deployment web --image=nginx; kubectl expose deployment web --port=80
kubectl rollout status deployment web
node1$ curl -s -m 3 http://web`),
    ).toEqual({
      cause: 'service-name',
      en: 'web is a service of the cluster, whose names are known to its own DNS only: pods ask that, node1 asks 8.8.8.8. From here it is reached at CLUSTER-IP:80.',
      ko: 'web은 클러스터의 서비스인데 그 이름은 클러스터의 DNS만 압니다: 파드는 그 DNS에 묻지만 node1은 8.8.8.8에 묻습니다. 여기서는 CLUSTER-IP:80으로 닿습니다.',
      mend: null,
    })
  })

  it('a policy lets in by namespace', () => {
    expect(
      why(`
kubectl run db --image=nginx --labels=app=db; kubectl expose pod db --port=80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe pod/db
echo '{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"db-in"},"spec":{"podSelector":{"matchLabels":{"app":"db"}},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"team":"a"}}}]}]}}' | kubectl apply -f -
sleep 1
kubectl exec probe -- wget -T 3 -qO- http://db`),
    ).toEqual({
      cause: 'firewall',
      en: 'node2’s KUBE-POD-FW-PFRZ3ILXL3VWR4AJ chain rejects it: rule 4 matches (-d 10.244.2.2/32 -m comment --comment "rule to REJECT traffic destined for POD name:db namespace: default" -m mark ! --mark 0x10000/0x10000 -j REJECT --reject-with icmp-port-unreachable). It stands for NetworkPolicy db-in, which selects pod db and does not let this in.',
      ko: 'node2의 KUBE-POD-FW-PFRZ3ILXL3VWR4AJ 체인이 패킷을 거부합니다: 4번 규칙에 걸렸습니다(-d 10.244.2.2/32 -m comment --comment "rule to REJECT traffic destined for POD name:db namespace: default" -m mark ! --mark 0x10000/0x10000 -j REJECT --reject-with icmp-port-unreachable). 파드 db를 고르는 NetworkPolicy db-in의 규칙이며, 이 패킷을 들여보내지 않습니다.',
      mend: ['kubectl label --overwrite namespace default team=a'],
    })
  })
})
