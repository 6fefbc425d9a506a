// What a router says of packets that are too big, and a rule that drops it.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'bare')
}

describe('why: path MTU black holes', () => {
  it('over IPv4, at the router', () => {
    expect(
      why(`
for n in red r1 r2 blue; do ip netns add $n; done
ip link add eth0 netns red type veth peer name eth0 netns r1; ip link add eth1 netns r1 type veth peer name eth0 netns r2; ip link add eth1 netns r2 type veth peer name eth0 netns blue
for n in red r1 r2 blue; do ip -n $n link set eth0 up; done; ip -n r1 link set eth1 up; ip -n r2 link set eth1 up
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n r1 addr add 10.0.0.254/24 dev eth0; ip -n r1 addr add 10.0.1.1/24 dev eth1; ip -n r2 addr add 10.0.1.2/24 dev eth0; ip -n r2 addr add 10.0.2.254/24 dev eth1; ip -n blue addr add 10.0.2.1/24 dev eth0
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv4.ip_forward=1; done
ip -n red route add default via 10.0.0.254; ip -n r1 route add default via 10.0.1.2; ip -n r2 route add default via 10.0.1.1; ip -n blue route add default via 10.0.2.254
ip -n r1 link set eth1 mtu 1400; ip -n r2 link set eth0 mtu 1400
ip netns exec r1 iptables -A OUTPUT -p icmp --icmp-type fragmentation-needed -j DROP
cd /tmp; head -c 200000 /dev/zero >/tmp/f; ip netns exec red python3 -m http.server 80 >/dev/null 2>&1 &
sleep 1
ip netns exec blue curl -s -m 5 -o /dev/null http://10.0.0.1/f`),
    ).toEqual({
      cause: 'pmtu-black-hole',
      en: 'r1 says “fragmentation needed” to 10.0.0.1, but r1’s OUTPUT chain drops that: 10.0.0.1 is not told, and goes on sending packets that do not fit (path MTU black hole).',
      ko: 'r1이 10.0.0.1에게 “fragmentation needed”라고 알리지만 r1의 OUTPUT 체인이 이를 버립니다: 10.0.0.1은 알지 못하고 들어가지 않는 크기의 패킷을 계속 보냅니다(경로 MTU 블랙홀).',
      mend: ['ip netns exec r1 iptables -I OUTPUT 1 -p icmp --icmp-type fragmentation-needed -j ACCEPT'],
    })
  })

  it('over IPv6, at the sender', () => {
    expect(
      why(`
for n in red r1 r2 blue; do ip netns add $n; done
ip link add eth0 netns red type veth peer name eth0 netns r1; ip link add eth1 netns r1 type veth peer name eth0 netns r2; ip link add eth1 netns r2 type veth peer name eth0 netns blue
for n in red r1 r2 blue; do ip -n $n link set eth0 up; done; ip -n r1 link set eth1 up; ip -n r2 link set eth1 up
a() { ip -n $1 addr add $2 dev $3 nodad; }
a red fd00:a::1/64 eth0; a r1 fd00:a::ff/64 eth0; a r1 fd00:b::1/64 eth1; a r2 fd00:b::2/64 eth0; a r2 fd00:c::ff/64 eth1; a blue fd00:c::1/64 eth0
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv6.conf.all.forwarding=1; done
ip -n red route add default via fd00:a::ff; ip -n r1 route add default via fd00:b::2; ip -n r2 route add default via fd00:b::1; ip -n blue route add default via fd00:c::ff
sleep 2
ip -n r1 link set eth1 mtu 1400; ip -n r2 link set eth0 mtu 1400
ip netns exec red ip6tables -A INPUT -p icmpv6 --icmpv6-type packet-too-big -j DROP
cd /tmp; head -c 200000 /dev/zero >/tmp/f; ip netns exec red python3 -m http.server 80 --bind :: >/dev/null 2>&1 &
sleep 1
ip netns exec blue curl -s -m 5 -o /dev/null 'http://[fd00:a::1]/f'`),
    ).toEqual({
      cause: 'pmtu-black-hole',
      en: 'r1 says “packet too big” to fd00:a::1, but red’s ip6tables INPUT chain drops that: fd00:a::1 is not told, and goes on sending packets that do not fit (path MTU black hole).',
      ko: 'r1이 fd00:a::1에게 “packet too big”라고 알리지만 red의 ip6tables INPUT 체인이 이를 버립니다: fd00:a::1은 알지 못하고 들어가지 않는 크기의 패킷을 계속 보냅니다(경로 MTU 블랙홀).',
      mend: ['ip netns exec red ip6tables -I INPUT 1 -p icmpv6 --icmpv6-type packet-too-big -j ACCEPT'],
    })
  })

  it('a ping of IPv6', () => {
    expect(
      why(`
for n in red r1 r2 blue; do ip netns add $n; done
ip link add eth0 netns red type veth peer name eth0 netns r1; ip link add eth1 netns r1 type veth peer name eth0 netns r2; ip link add eth1 netns r2 type veth peer name eth0 netns blue
for n in red r1 r2 blue; do ip -n $n link set eth0 up; done; ip -n r1 link set eth1 up; ip -n r2 link set eth1 up
a() { ip -n $1 addr add $2 dev $3 nodad; }
a red fd00:a::1/64 eth0; a r1 fd00:a::ff/64 eth0; a r1 fd00:b::1/64 eth1; a r2 fd00:b::2/64 eth0; a r2 fd00:c::ff/64 eth1; a blue fd00:c::1/64 eth0
for n in r1 r2; do ip netns exec $n sysctl -qw net.ipv6.conf.all.forwarding=1; done
ip -n red route add default via fd00:a::ff; ip -n r1 route add default via fd00:b::2; ip -n r2 route add default via fd00:b::1; ip -n blue route add default via fd00:c::ff
sleep 2
ip -n r1 link set eth1 mtu 1400; ip -n r2 link set eth0 mtu 1400
ip netns exec red ip6tables -A INPUT -p icmpv6 --icmpv6-type packet-too-big -j DROP
ip netns exec red ping -c 2 -W 1 -s 1440 fd00:c::1`),
    ).toEqual({
      cause: 'pmtu-black-hole',
      en: 'r1 says “packet too big” to fd00:a::1, but red’s ip6tables INPUT chain drops that: fd00:a::1 is not told, and goes on sending packets that do not fit (path MTU black hole).',
      ko: 'r1이 fd00:a::1에게 “packet too big”라고 알리지만 red의 ip6tables INPUT 체인이 이를 버립니다: fd00:a::1은 알지 못하고 들어가지 않는 크기의 패킷을 계속 보냅니다(경로 MTU 블랙홀).',
      mend: ['ip netns exec red ip6tables -I INPUT 1 -p icmpv6 --icmpv6-type packet-too-big -j ACCEPT'],
    })
  })
})
