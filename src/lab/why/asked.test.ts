// Questions that people ask in public, over and over.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string, world: 'docker' | 'bare' = 'docker') {
  return whyLast(setup, world)
}

describe('why: what is asked most', () => {
  it('localhost inside a container', () => {
    expect(
      why(`
docker network create mynet
docker run -d --name db --network mynet nginx
docker run -d --name app --network mynet alpine sleep 3600
docker exec app wget -qO- http://localhost:80`),
    ).toEqual({
      cause: 'docker-port',
      en: 'localhost in container app is the container itself, where nothing listens on tcp port 80; db does, and is reached by its own name or address.',
      ko: '컨테이너 app 안의 localhost는 그 컨테이너 자신이며 거기서 tcp 80번 포트를 듣는 것이 없습니다. 듣는 것은 db이고, 그 이름이나 주소로 접속합니다.',
      mend: null,
    })
  })

  it('a container that starts again and again', () => {
    expect(
      why(`
docker run -d --name web --restart always -p 8080:80 busybox false
sleep 1
pc$ curl -s -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'docker-port',
      en: 'Container web, which publishes port 8080 of host, does not run (restarting): nothing listens there.',
      ko: 'host의 8080번 포트를 게시하는 컨테이너 web이 실행 중이 아닙니다(재시작 중): 거기서 듣는 것이 없습니다.',
      mend: null,
    })
  })

  it('the address of a container, asked from another machine', () => {
    expect(
      why(`
docker run -d --name web nginx
pc$ ping -c 1 -W 1 172.17.0.2`),
    ).toEqual({
      cause: 'docker-elsewhere',
      en: '172.17.0.2 is container web in network bridge of host, which host alone knows: pc reaches it by a port that host publishes (-p).',
      ko: '172.17.0.2는 host만 아는 네트워크 bridge의 컨테이너 web입니다: pc에서는 host가 게시한 포트(-p)로 접속합니다.',
      mend: null,
    })
  })

  it('a rule of one’s own in DOCKER-USER', () => {
    expect(
      why(`
docker run -d --name web -p 8080:80 nginx
iptables -I DOCKER-USER -i eth0 -j DROP
pc$ curl -s -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s DOCKER-USER chain drops it: rule 1 matches (-i eth0 -j DROP).',
      ko: 'host의 DOCKER-USER 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-i eth0 -j DROP).',
      mend: ['iptables -I DOCKER-USER 1 -s 192.168.1.11 -d 172.17.0.2 -p tcp --dport 80 -j ACCEPT'],
    })
  })

  it('a namespace that is to reach the outside', () => {
    expect(
      why(
        `
ip netns add red; ip link add veth0 type veth peer name eth0 netns red; ip addr add 10.0.0.254/24 dev veth0; ip link set veth0 up; ip -n red addr add 10.0.0.1/24 dev eth0; ip -n red link set eth0 up; ip -n red route add default via 10.0.0.254
ip netns add inet; ip link add w type veth peer name eth0 netns inet; ip addr add 203.0.113.1/24 dev w; ip link set w up; ip -n inet addr add 203.0.113.2/24 dev eth0; ip -n inet link set eth0 up
ip netns exec red ping -c 1 -W 1 203.0.113.2`,
        'bare',
      ),
    ).toEqual({
      cause: 'ip-forward',
      en: 'host does not forward: the packet is for another host, and net.ipv4.ip_forward is 0 there.',
      ko: 'host가 패킷을 전달하지 않습니다: 다른 호스트로 갈 패킷인데 그곳의 net.ipv4.ip_forward가 0입니다.',
      mend: [
        'sysctl -w net.ipv4.ip_forward=1',
        'iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o w -j MASQUERADE',
      ],
    })
  })

  it('a port forward used from the server’s own link', () => {
    expect(
      why(
        `
ip link add br0 type bridge; ip link set br0 up; ip addr add 10.0.0.254/24 dev br0; sysctl -qw net.ipv4.ip_forward=1
for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0 up; ip -n $n link set eth0 up; ip -n $n route add default via 10.0.0.254 2>/dev/null; done
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0; ip -n red route add default via 10.0.0.254; ip -n blue route add default via 10.0.0.254
sysctl -qw net.bridge.bridge-nf-call-iptables=0; ip addr add 203.0.113.1/32 dev lo; ip link set lo up
ip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &
sleep 1; iptables -t nat -A PREROUTING -d 203.0.113.1 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2:80
ip netns exec red curl -s -m 3 http://203.0.113.1/`,
        'bare',
      ),
    ).toEqual({
      cause: 'hairpin',
      en: 'DNAT in host sends it to 10.0.0.2, which is on the same link as red and answers it directly: red asked 203.0.113.1 and drops an answer from 10.0.0.2. MASQUERADE is missing for what host sends back into that link (hairpin NAT).',
      ko: 'host의 DNAT가 10.0.0.2로 보내는데, 같은 링크에 있는 그 서버가 red에 직접 답합니다: red는 203.0.113.1에 물었으므로 10.0.0.2의 답을 버립니다. host가 같은 링크로 되돌려 보내는 것에 대한 MASQUERADE가 없습니다(헤어핀 NAT).',
      mend: ['iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -d 10.0.0.2 -p tcp --dport 80 -j MASQUERADE'],
    })
  })
})
