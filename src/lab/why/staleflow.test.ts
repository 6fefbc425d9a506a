// What connection tracking keeps.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'bare')
}

describe('why: conntrack', () => {
  it('a flow of UDP that is older than the rule', () => {
    expect(
      why(`
ip link add br0 type bridge; ip link set br0 up; ip addr add 10.0.0.254/24 dev br0; sysctl -qw net.ipv4.ip_forward=1
for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0 up; ip -n $n link set eth0 up; done
ip netns add out; ip link add vout type veth peer name eth0 netns out; ip addr add 203.0.113.1/24 dev vout; ip link set vout up; ip -n out addr add 203.0.113.2/24 dev eth0; ip -n out link set eth0 up; ip -n out route add default via 203.0.113.1
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0; ip -n red route add default via 10.0.0.254;  ip -n blue route add default via 10.0.0.254
iptables -t nat -A PREROUTING -p udp --dport 53 -d 203.0.113.1 -j DNAT --to-destination 10.0.0.1:53
ip netns exec out sh -c 'echo a | nc -u -w 1 -p 4000 203.0.113.1 53'
iptables -t nat -F PREROUTING
ip netns exec blue nc -u -k -l 53 >/dev/null 2>&1 &
iptables -t nat -A PREROUTING -p udp --dport 53 -d 203.0.113.1 -j DNAT --to-destination 10.0.0.2:53
ip netns exec out sh -c 'echo a | nc -u -w 1 -p 4000 203.0.113.1 53'`),
    ).toEqual({
      cause: 'stale-conntrack',
      en: 'Connection tracking in host has known the flow 203.0.113.2:4000 > 203.0.113.1:53 since before: it keeps the translation it was given then (10.0.0.1:53), and no rule of nat is asked again until the entry is gone.',
      ko: 'host의 연결 추적이 플로우 203.0.113.2:4000 > 203.0.113.1:53을 전부터 알고 있습니다: 그때 정한 변환(10.0.0.1:53)을 그대로 쓰며, 그 항목이 사라질 때까지 nat 규칙을 다시 보지 않습니다.',
      mend: ['conntrack -D -p udp -s 203.0.113.2 -d 203.0.113.1 --sport 4000 --dport 53'],
    })
  })
})
