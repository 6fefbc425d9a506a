// Rules and policies that Docker made: whose they are, and how a person opens them.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'docker')
}

describe('why: rules that Docker made', () => {
  it('a container on the default network is asked from another one', () => {
    expect(
      why(`
docker run -d --name web nginx
docker network create mynet
docker run -d --name app --network mynet alpine sleep 3600
docker exec app ping -c 1 -W 1 172.17.0.2`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s raw PREROUTING chain drops it: rule 1 matches (-d 172.17.0.2/32 ! -i docker0 -j DROP). Docker made this rule for container web: only its own network (bridge) may reach its address.',
      ko: 'host의 raw PREROUTING 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-d 172.17.0.2/32 ! -i docker0 -j DROP). Docker가 컨테이너 web을 위해 만든 규칙입니다: 그 주소에는 같은 네트워크(bridge)에서만 닿을 수 있습니다.',
      mend: ['docker network connect bridge app'],
    })
  })

  it('two networks that a person made', () => {
    expect(
      why(`
docker network create a-net; docker network create b-net
docker run -d --name web --network a-net nginx
docker run -d --name app --network b-net alpine sleep 3600
docker exec app wget -qO- http://172.18.0.2`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s raw PREROUTING chain drops it: rule 1 matches (-d 172.18.0.2/32 ! -i br-2c1fce73dc55 -j DROP). Docker made this rule for container web: only its own network (a-net) may reach its address.',
      ko: 'host의 raw PREROUTING 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-d 172.18.0.2/32 ! -i br-2c1fce73dc55 -j DROP). Docker가 컨테이너 web을 위해 만든 규칙입니다: 그 주소에는 같은 네트워크(a-net)에서만 닿을 수 있습니다.',
      mend: ['docker network connect a-net app'],
    })
  })

  it('a network whose containers may not talk to each other', () => {
    expect(
      why(`
docker network create -o com.docker.network.bridge.enable_icc=false noicc
docker run -d --name web --network noicc nginx
docker run -d --name app --network noicc alpine sleep 3600
docker exec app ping -c 1 -W 1 web`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s DOCKER-FORWARD chain drops it: rule 5 matches (-i br-2c1fce73dc55 -o br-2c1fce73dc55 -j DROP); it only crosses a bridge, but net.bridge.bridge-nf-call-iptables is 1. Docker made this rule for network noicc, where com.docker.network.bridge.enable_icc is false: its containers may not talk to each other.',
      ko: 'host의 DOCKER-FORWARD 체인이 패킷을 버립니다: 5번 규칙에 걸렸습니다(-i br-2c1fce73dc55 -o br-2c1fce73dc55 -j DROP). 브리지만 지나는 패킷이지만 net.bridge.bridge-nf-call-iptables가 1이라 여기를 거칩니다. com.docker.network.bridge.enable_icc가 false인 네트워크 noicc를 위해 Docker가 만든 규칙입니다: 그 안의 컨테이너끼리 통신하지 못합니다.',
      mend: ['iptables -I DOCKER-USER -s 172.18.0.3 -d 172.18.0.2 -p icmp -j ACCEPT'],
    })
  })

  it('iptables -F takes Docker’s rules away, and its policy stays', () => {
    expect(
      why(`
docker run -d --name web -p 8080:80 nginx
iptables -F
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s FORWARD chain drops it: policy DROP, no rule matched. Docker set this policy, and the rules by which it lets its containers’ packets through are gone from FORWARD, as after iptables -F.',
      ko: 'host의 FORWARD 체인이 패킷을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다. Docker가 정한 정책인데, 컨테이너의 패킷을 통과시키던 Docker의 규칙이 FORWARD에서 사라졌습니다. iptables -F를 실행하면 이렇게 됩니다.',
      mend: ['systemctl restart docker', 'docker start web'],
    })
  })

  it('iptables -t nat -F takes MASQUERADE away', () => {
    expect(
      why(`
docker run -d --name app alpine sleep 3600
iptables -t nat -F
docker exec app ping -c 1 -W 1 8.8.8.8`),
    ).toEqual({
      cause: 'no-route',
      en: 'host sends it out with its source 172.17.0.2 unchanged, and internet has no route back to 172.17.0.0/16: MASQUERADE is missing on host. Docker’s own rule for network bridge is gone, as after iptables -t nat -F.',
      ko: 'host가 출발지 172.17.0.2를 그대로 내보내는데 internet에는 172.17.0.0/16으로 돌아갈 경로가 없습니다: host에 MASQUERADE가 없습니다. Docker가 네트워크 bridge를 위해 만든 규칙이 사라졌습니다. iptables -t nat -F를 실행하면 이렇게 됩니다.',
      mend: ['iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE'],
    })
  })

  it('and docker-proxy goes on to serve published ports', () => {
    expect(
      why(`
docker run -d --name web -p 8080:80 nginx
iptables -t nat -F
pc$ curl -m 3 http://192.168.1.10:8080`),
    ).toEqual({
      cause: null,
      en: 'It gets through: nothing is wrong now.',
      ko: '통신이 됩니다: 지금은 문제가 없습니다.',
      mend: [],
    })
  })

  it('a bridge of one’s own meets Docker’s policy', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add br0 type bridge; ip link set br0 up
for n in red blue; do ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0 up; ip -n $n link set eth0 up; done
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s FORWARD chain drops it: policy DROP, no rule matched; it only crosses a bridge, but net.bridge.bridge-nf-call-iptables is 1. Docker sets this policy when it starts.',
      ko: 'host의 FORWARD 체인이 패킷을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다. 브리지만 지나는 패킷이지만 net.bridge.bridge-nf-call-iptables가 1이라 여기를 거칩니다. Docker가 시작할 때 정하는 정책입니다.',
      mend: ['iptables -I DOCKER-USER -i br0 -o br0 -j ACCEPT'],
    })
  })

  it('and so does what is routed', () => {
    expect(
      why(`
ip netns add red; ip link add vred type veth peer name eth0 netns red; ip addr add 10.0.0.254/24 dev vred; ip link set vred up
ip -n red link set eth0 up; ip -n red addr add 10.0.0.1/24 dev eth0; ip -n red route add default via 10.0.0.254
iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
ip netns exec red ping -c 1 -W 1 8.8.8.8`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s FORWARD chain drops it: policy DROP, no rule matched. Docker sets this policy when it starts.',
      ko: 'host의 FORWARD 체인이 패킷을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다. Docker가 시작할 때 정하는 정책입니다.',
      mend: [
        'iptables -I DOCKER-USER -s 10.0.0.1 -d 8.8.8.8 -p icmp -j ACCEPT',
        'iptables -I DOCKER-USER -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
      ],
    })
  })

  it('the address of a container, asked from the LAN', () => {
    expect(
      why(`
docker run -d --name web nginx
pc$ ip route add 172.17.0.0/16 via 192.168.1.10
pc$ ping -c 1 -W 1 172.17.0.2`),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s raw PREROUTING chain drops it: rule 1 matches (-d 172.17.0.2/32 ! -i docker0 -j DROP). Docker made this rule for container web: only its own network (bridge) may reach its address.',
      ko: 'host의 raw PREROUTING 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-d 172.17.0.2/32 ! -i docker0 -j DROP). Docker가 컨테이너 web을 위해 만든 규칙입니다: 그 주소에는 같은 네트워크(bridge)에서만 닿을 수 있습니다.',
      mend: [
        'iptables -t raw -I PREROUTING 1 -s 192.168.1.11 -d 172.17.0.2 -p icmp -j ACCEPT',
        'iptables -I DOCKER-USER -s 192.168.1.11 -d 172.17.0.2 -p icmp -j ACCEPT',
      ],
    })
  })
})
