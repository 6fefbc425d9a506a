// Routes, rules and time to live that send a packet elsewhere or nowhere.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'bare')
}

describe('why: ways astray', () => {
  it('two devices in one network', () => {
    expect(
      why(`
for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.0.254/24 dev vred; ip addr add 10.0.0.253/24 dev vblue
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'wrong-device',
      en: 'host sends it out of vred, by its route “10.0.0.0/24 dev vred proto kernel scope link src 10.0.0.254”, but 10.0.0.2 is on the link of vblue.',
      ko: 'host가 경로 “10.0.0.0/24 dev vred proto kernel scope link src 10.0.0.254”에 따라 vred로 내보내지만 10.0.0.2는 vblue의 링크에 있습니다.',
      mend: ['ip route add 10.0.0.2/32 dev vblue'],
    })
  })

  it('the default route names a device without a gateway', () => {
    expect(
      why(`
ip netns add red; ip netns add r1; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns r1; ip link add eth1 netns red type veth peer name eth0 netns blue
for n in red r1 blue; do ip -n $n link set eth0 up; done; ip -n red link set eth1 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n r1 addr add 10.0.0.254/24 dev eth0; ip -n red addr add 10.9.0.1/24 dev eth1; ip -n blue addr add 10.9.0.2/24 dev eth0
ip -n r1 addr add 172.16.0.1/32 dev lo; ip -n r1 link set lo up
ip -n red route add default dev eth1
ip netns exec red ping -c 1 -W 1 172.16.0.1`),
    ).toEqual({
      cause: 'wrong-device',
      en: 'red’s route “default dev eth1 scope link” names no gateway, so red asks for 172.16.0.1 itself on eth1, where nobody has it; the way there leads through 10.0.0.254.',
      ko: 'red의 경로 “default dev eth1 scope link”에 게이트웨이가 없어 red가 eth1에서 172.16.0.1을 직접 찾지만 거기에는 없습니다. 그리로 가는 길은 10.0.0.254를 지납니다.',
      mend: ['ip -n red route replace default via 10.0.0.254'],
    })
  })

  it('a more specific route leads to nobody', () => {
    expect(
      why(`
ip netns add red; ip netns add router; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns router; ip link add eth0 netns blue type veth peer name eth1 netns router
for n in red blue router; do ip -n $n link set eth0 up; done; ip -n router link set eth1 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.1.1/24 dev eth0; ip -n router addr add 10.0.0.254/24 dev eth0; ip -n router addr add 10.0.1.254/24 dev eth1
ip netns exec router sysctl -qw net.ipv4.ip_forward=1
ip -n red route add default via 10.0.0.254; ip -n blue route add default via 10.0.1.254
ip -n router route add 10.0.1.1/32 via 10.0.0.99
ip netns exec red ping -c 1 -W 1 10.0.1.1`),
    ).toEqual({
      cause: 'arp-unanswered',
      en: 'router’s route goes via 10.0.0.99, and nobody answers ARP for that gateway: no interface in the lab has the address.',
      ko: 'router의 경로는 10.0.0.99를 지나는데 그 게이트웨이를 묻는 ARP에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
      mend: ['ip -n router route del 10.0.1.1 via 10.0.0.99'],
    })
  })

  it('a rule refuses it', () => {
    expect(
      why(`
ip netns add red; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 up; ip -n blue link set eth0 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
ip -n red rule add to 10.0.0.2 unreachable
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'policy-rule',
      en: 'A rule of red refuses it before its routes are asked: ip rule “from all to 10.0.0.2 unreachable”.',
      ko: 'red의 정책 라우팅 규칙이 경로를 찾기 전에 거부합니다: ip rule “from all to 10.0.0.2 unreachable”.',
      mend: ['ip -n red rule del pref 32765 from all to 10.0.0.2 unreachable'],
    })
  })

  it('a rule has it looked up in another table', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip netns add green
ip link add eth0 netns red type veth peer name eth0 netns blue; ip link add eth1 netns red type veth peer name eth0 netns green
for n in red blue green; do ip -n $n link set eth0 up; done; ip -n red link set eth1 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0; ip -n red addr add 10.9.0.1/24 dev eth1; ip -n green addr add 10.9.0.2/24 dev eth0
ip -n red rule add from all to 10.0.0.0/24 lookup 100
ip -n red route add default via 10.9.0.2 table 100
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'policy-rule',
      en: 'A rule of red has it looked up in another table than main: ip rule “from all to 10.0.0.0/24 lookup 100”. There the way to 10.0.0.2 is “default via 10.9.0.2 dev eth1”.',
      ko: 'red의 정책 라우팅 규칙이 main이 아닌 테이블에서 찾게 합니다: ip rule “from all to 10.0.0.0/24 lookup 100”. 거기서 10.0.0.2로 가는 길은 “default via 10.9.0.2 dev eth1”입니다.',
      mend: ['ip -n red rule del pref 32765 from all to 10.0.0.0/24 table 100'],
    })
  })

  it('a rule for a source takes the way back', () => {
    expect(
      why(`
ip netns add red; ip netns add router; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns router; ip link add eth0 netns blue type veth peer name eth1 netns router
for n in red blue router; do ip -n $n link set eth0 up; done; ip -n router link set eth1 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.1.1/24 dev eth0; ip -n router addr add 10.0.0.254/24 dev eth0; ip -n router addr add 10.0.1.254/24 dev eth1
ip netns exec router sysctl -qw net.ipv4.ip_forward=1
ip -n red route add default via 10.0.0.254; ip -n blue route add default via 10.0.1.254
ip -n router rule add from 10.0.0.0/24 lookup 100
ip -n router route add blackhole default table 100
ip netns exec red ping -c 1 -W 1 10.0.1.1`),
    ).toEqual({
      cause: 'policy-rule',
      en: 'A rule of router has it looked up in another table than main: ip rule “from 10.0.0.0/24 lookup 100”. There the way to 10.0.0.1 is “blackhole default”.',
      ko: 'router의 정책 라우팅 규칙이 main이 아닌 테이블에서 찾게 합니다: ip rule “from 10.0.0.0/24 lookup 100”. 거기서 10.0.0.1로 가는 길은 “blackhole default”입니다.',
      mend: ['ip -n router rule del pref 32765 from 10.0.0.0/24 table 100'],
    })
  })

  it('a blackhole on the way back', () => {
    expect(
      why(`
ip netns add red; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 up; ip -n blue link set eth0 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
ip -n blue route add blackhole 10.0.0.1
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'rp-filter',
      en: 'blue has a route that refuses it: blackhole 10.0.0.1.',
      ko: 'blue에 이를 거부하는 경로가 있습니다: blackhole 10.0.0.1.',
      mend: ['ip -n blue route del blackhole 10.0.0.1'],
    })
  })

  it('the device of the target is down at the router', () => {
    expect(
      why(`
ip netns add red; ip netns add router; ip netns add blue; ip netns add out
ip link add eth0 netns red type veth peer name eth0 netns router; ip link add eth0 netns blue type veth peer name eth1 netns router; ip link add eth0 netns out type veth peer name eth2 netns router
for n in red blue out router; do ip -n $n link set eth0 up; done; ip -n router link set eth2 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.1.1/24 dev eth0; ip -n router addr add 10.0.0.254/24 dev eth0; ip -n router addr add 10.0.1.254/24 dev eth1; ip -n router addr add 203.0.113.1/24 dev eth2; ip -n out addr add 203.0.113.2/24 dev eth0
ip netns exec router sysctl -qw net.ipv4.ip_forward=1
ip -n red route add default via 10.0.0.254; ip -n blue route add default via 10.0.1.254; ip -n router route add default via 203.0.113.2
ip netns exec red ping -c 1 -W 1 10.0.1.1`),
    ).toEqual({
      cause: 'network-down',
      en: 'eth1 in router is down, and with it the route to 10.0.1.0/24: the packet takes another way.',
      ko: 'router의 eth1이 내려가 10.0.1.0/24로 가는 경로도 사라졌습니다: 패킷이 다른 길로 갑니다.',
      mend: ['ip -n router link set eth1 up'],
    })
  })

  it('the TTL is too small', () => {
    expect(
      why(`
ip netns add red; ip netns add router; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns router; ip link add eth0 netns blue type veth peer name eth1 netns router
for n in red blue router; do ip -n $n link set eth0 up; done; ip -n router link set eth1 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.1.1/24 dev eth0; ip -n router addr add 10.0.0.254/24 dev eth0; ip -n router addr add 10.0.1.254/24 dev eth1
ip netns exec router sysctl -qw net.ipv4.ip_forward=1
ip -n red route add default via 10.0.0.254; ip -n blue route add default via 10.0.1.254
ip netns exec red sysctl -qw net.ipv4.ip_default_ttl=1
ip netns exec red ping -c 1 -W 1 10.0.1.1`),
    ).toEqual({
      cause: 'ttl',
      en: 'The packet’s TTL is used up at router: it left red with 1, and every router takes one away.',
      ko: '패킷의 TTL이 router에서 다했습니다: red에서 1로 떠났고 라우터마다 1씩 줄입니다.',
      mend: ['ip netns exec red sysctl -w net.ipv4.ip_default_ttl=64'],
    })
  })

  it('the routes go round', () => {
    expect(
      why(`
ip netns add red; ip netns add r1; ip netns add r2
ip link add eth0 netns red type veth peer name eth0 netns r1; ip link add eth1 netns r1 type veth peer name eth0 netns r2
for n in red r1 r2; do ip -n $n link set eth0 up; done; ip -n r1 link set eth1 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n r1 addr add 10.0.0.254/24 dev eth0; ip -n r1 addr add 10.0.1.1/24 dev eth1; ip -n r2 addr add 10.0.1.2/24 dev eth0
ip -n red route add default via 10.0.0.254; ip -n r1 route add default via 10.0.1.2; ip -n r2 route add default via 10.0.1.1
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv4.ip_forward=1; done
ip netns exec red ping -c 1 -W 1 10.0.5.5`),
    ).toEqual({
      cause: 'ttl',
      en: 'The packet goes round between r1, r2 until its TTL is used up: for each of them the way to 10.0.5.5 leads to the next (routing loop); no interface in the lab has that address.',
      ko: '패킷이 TTL이 다할 때까지 r1, r2 사이를 돕니다: 저마다 10.0.5.5로 가는 길을 다음 쪽으로 둡니다(라우팅 루프). 랩에 그 주소를 가진 인터페이스가 없습니다.',
      mend: null,
    })
  })

  it('only the answers pass a firewall that drops what is INVALID', () => {
    expect(
      why(`
ip netns add red; ip netns add r1; ip netns add r2; ip netns add blue
ip link add br0 type bridge; ip link add br1 type bridge; ip link set br0 up; ip link set br1 up
p() { ip link add $1-$2 type veth peer name $2 netns $1; ip link set $1-$2 master $3 up; ip -n $1 addr add $4 dev $2; ip -n $1 link set $2 up; }
p red eth0 br0 10.0.0.1/24; p r1 eth0 br0 10.0.0.254/24; p r2 eth0 br0 10.0.0.253/24; p r1 eth1 br1 10.0.1.254/24; p r2 eth1 br1 10.0.1.253/24; p blue eth0 br1 10.0.1.1/24
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv4.ip_forward=1; ip netns exec $n sysctl -qw net.ipv4.conf.all.rp_filter=0; done
sysctl -qw net.bridge.bridge-nf-call-iptables=0
ip -n red route add default via 10.0.0.254; ip -n blue route add default via 10.0.1.253
ip netns exec r2 iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP
ip netns exec r2 iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
ip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &
ip netns exec red curl -s -m 3 http://10.0.1.1/`),
    ).toEqual({
      cause: 'firewall',
      en: 'r2’s FORWARD chain drops the reply: rule 1 matches (-m conntrack --ctstate INVALID -j DROP). Only the answers come through r2, the requests go by r1 (asymmetric routing): to connection tracking in r2 they belong to no connection.',
      ko: 'r2의 FORWARD 체인이 응답을 버립니다: 1번 규칙에 걸렸습니다(-m conntrack --ctstate INVALID -j DROP). 요청은 r1로 가고 응답만 r2를 지납니다(비대칭 라우팅): r2의 연결 추적은 이 응답을 어느 연결의 것으로도 알지 못합니다.',
      mend: ['ip -n blue route replace default via 10.0.1.254'],
    })
  })

  it('or one that lets in what is ESTABLISHED', () => {
    expect(
      why(`
ip netns add red; ip netns add r1; ip netns add r2; ip netns add blue
ip link add br0 type bridge; ip link add br1 type bridge; ip link set br0 up; ip link set br1 up
p() { ip link add $1-$2 type veth peer name $2 netns $1; ip link set $1-$2 master $3 up; ip -n $1 addr add $4 dev $2; ip -n $1 link set $2 up; }
p red eth0 br0 10.0.0.1/24; p r1 eth0 br0 10.0.0.254/24; p r2 eth0 br0 10.0.0.253/24; p r1 eth1 br1 10.0.1.254/24; p r2 eth1 br1 10.0.1.253/24; p blue eth0 br1 10.0.1.1/24
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv4.ip_forward=1; done
sysctl -qw net.bridge.bridge-nf-call-iptables=0
ip -n red route add default via 10.0.0.254; ip -n blue route add default via 10.0.1.253
ip netns exec r2 iptables -P FORWARD DROP
ip netns exec r2 iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
ip netns exec red ping -c 1 -W 1 10.0.1.1`),
    ).toEqual({
      cause: 'firewall',
      en: 'r2’s FORWARD chain drops the reply: policy DROP, no rule matched. Only the answers come through r2, the requests go by r1 (asymmetric routing): to connection tracking in r2 they belong to no connection.',
      ko: 'r2의 FORWARD 체인이 응답을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다. 요청은 r1로 가고 응답만 r2를 지납니다(비대칭 라우팅): r2의 연결 추적은 이 응답을 어느 연결의 것으로도 알지 못합니다.',
      mend: ['ip -n blue route replace default via 10.0.1.254'],
    })
  })

  it('a broadcast is pinged', () => {
    expect(
      why(`
ip netns add red; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 up; ip -n blue link set eth0 up
ip -n red addr add 10.0.0.1/24 brd + dev eth0; ip -n blue addr add 10.0.0.2/24 brd + dev eth0
ip netns exec red ping -b -c 1 -W 1 10.0.0.255`),
    ).toEqual({
      cause: 'echo-ignored',
      en: 'blue gets the echo request and must not answer: net.ipv4.icmp_echo_ignore_broadcasts is 1.',
      ko: 'blue가 에코 요청을 받지만 답하지 않습니다: net.ipv4.icmp_echo_ignore_broadcasts가 1입니다.',
      mend: ['ip netns exec blue sysctl -w net.ipv4.icmp_echo_ignore_broadcasts=0'],
    })
  })
})
