// Services: who is behind them, by which name and port they are reached.
import { describe, expect, it } from 'vitest'
import { whyInCluster as why } from './testing.ts'

describe('why: services of a cluster', () => {
  it('a service whose deployment has no replicas', () => {
    expect(
      why(`
kubectl create deployment web --image=nginx --replicas=0
kubectl expose deployment web --port=80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe
kubectl exec probe -- wget -qO- http://web`),
    ).toEqual({
      cause: 'firewall',
      en: 'node2’s KUBE-SERVICES chain rejects it: rule 1 matches (-d CLUSTER-IP/32 -p tcp -m comment --comment "default/web has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). kube-proxy made this rule because the service web has no endpoints: the deployment web has 0 replicas.',
      ko: 'node2의 KUBE-SERVICES 체인이 패킷을 거부합니다: 1번 규칙에 걸렸습니다(-d CLUSTER-IP/32 -p tcp -m comment --comment "default/web has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). 서비스 web에 엔드포인트가 없어 kube-proxy가 만든 규칙입니다: 디플로이먼트 web의 복제본이 0개입니다.',
      mend: ['kubectl scale deployment web --replicas=1'],
    })
  })

  it('a service whose selector fits no pod', () => {
    expect(
      why(`
kubectl run db --image=nginx --labels=app=dbx
kubectl create service clusterip db --tcp=80:80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe pod/db
kubectl exec probe -- wget -qO- http://db`),
    ).toEqual({
      cause: 'firewall',
      en: 'node1’s KUBE-SERVICES chain rejects it: rule 1 matches (-d CLUSTER-IP/32 -p tcp -m comment --comment "default/db:80-80 has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). kube-proxy made this rule because the service db has no endpoints: no pod has the labels of its selector, app=db.',
      ko: 'node1의 KUBE-SERVICES 체인이 패킷을 거부합니다: 1번 규칙에 걸렸습니다(-d CLUSTER-IP/32 -p tcp -m comment --comment "default/db:80-80 has no endpoints" -m tcp --dport 80 -j REJECT --reject-with icmp-port-unreachable). 서비스 db에 엔드포인트가 없어 kube-proxy가 만든 규칙입니다: 셀렉터 app=db에 맞는 레이블을 가진 파드가 없습니다.',
      mend: ['kubectl label --overwrite pod db app=db'],
    })
  })

  it('a service that has no port of the nodes', () => {
    expect(
      why(`
kubectl create deployment web --image=nginx; kubectl expose deployment web --port=80
kubectl rollout status deployment web
curl -m 3 http://192.168.1.21:80`),
    ).toEqual({
      cause: 'service-port',
      en: 'Nothing on node1 listens on port 80, and it is no NodePort: service web is of type ClusterIP, reached at CLUSTER-IP:80 inside the cluster only.',
      ko: 'node1에서 80번 포트를 듣는 것이 없고 NodePort도 아닙니다: 서비스 web은 ClusterIP 유형이라 클러스터 안에서만 CLUSTER-IP:80으로 닿습니다.',
      mend: null,
    })
  })

  it('a ClusterIP is pinged', () => {
    expect(
      why(`
kubectl create deployment web --image=nginx; kubectl expose deployment web --port=80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe
kubectl exec probe -- ping -c 1 -W 1 web`),
    ).toEqual({
      cause: 'service-address',
      en: 'CLUSTER-IP is the ClusterIP of service web, which no interface has: only rules for its ports (80/TCP) stand behind it, so it does not answer ping.',
      ko: 'CLUSTER-IP 서비스 web의 ClusterIP라 이 주소를 가진 인터페이스가 없습니다: 포트(80/TCP)에 대한 규칙만 있으므로 ping에 답하지 않습니다.',
      mend: null,
    })
  })

  it('a targetPort where nothing listens', () => {
    expect(
      why(`
kubectl create deployment web --image=nginx; kubectl expose deployment web --port=80 --target-port=8080
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe
kubectl rollout status deployment web
kubectl exec probe -- wget -qO- http://web`),
    ).toEqual({
      cause: 'service-port',
      en: 'Service web sends its port 80 to port 8080 of its pods (targetPort), where nothing listens; web-POD listens on 80.',
      ko: '서비스 web은 80번 포트를 파드의 8080번 포트(targetPort)로 보내는데 거기서 듣는 것이 없습니다. web-POD 80번에서 듣습니다.',
      mend: [
        'kubectl delete service web',
        'kubectl expose deployment web --name=web --port=80 --target-port=80',
      ],
    })
  })

  it('a service in another namespace', () => {
    expect(
      why(`
kubectl create namespace shop
kubectl -n shop create deployment web --image=nginx; kubectl -n shop expose deployment web --port=80
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe
kubectl exec probe -- wget -qO- http://web`),
    ).toEqual({
      cause: 'service-name',
      en: 'Service web is in namespace shop, and a name without a namespace is looked for in one’s own (default): from here it is web.shop.',
      ko: '서비스 web은 네임스페이스 shop에 있는데, 네임스페이스 없이 쓴 이름은 자신의 네임스페이스(default)에서 찾습니다: 여기서는 web.shop으로 부릅니다.',
      mend: null,
    })
  })

  it('the cluster has no DNS server', () => {
    expect(
      why(`
kubectl -n kube-system scale deployment coredns --replicas=0
kubectl run probe --image=busybox -- sleep 3600
kubectl wait --for=condition=ready pod/probe
sleep 40
kubectl exec probe -- nslookup kubernetes`),
    ).toEqual({
      cause: 'service-name',
      en: 'The resolver CLUSTER-IP does not answer for kubernetes: the cluster’s DNS, service kube-dns, has no endpoints: the deployment coredns has 0 replicas.',
      ko: '리졸버 CLUSTER-IP kubernetes를 답하지 않습니다: 클러스터의 DNS인 서비스 kube-dns에 엔드포인트가 없습니다: 디플로이먼트 coredns의 복제본이 0개입니다.',
      mend: ['kubectl -n kube-system scale deployment coredns --replicas=1'],
    })
  })
})
