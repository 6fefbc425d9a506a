// Rules and policies in every table.
import { describe, expect, it } from 'vitest'
import { whyOf, ROUTED, PAIR, BRIDGED } from './testing.ts'

describe('why: firewall', () => {
  it('the policy of FORWARD', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router iptables -P FORWARD DROP`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'router’s FORWARD chain drops it: policy DROP, no rule matched.',
      ko: 'router의 FORWARD 체인이 패킷을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다.',
      mend: [
        'ip netns exec router iptables -A FORWARD -s 10.0.0.1 -d 10.0.1.1 -p icmp -j ACCEPT',
        'ip netns exec router iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
      ],
    })
  })

  it('a rule that rejects', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router iptables -A FORWARD -s 10.0.0.0/24 -j REJECT`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'router’s FORWARD chain rejects it: rule 1 matches (-s 10.0.0.0/24 -j REJECT --reject-with icmp-port-unreachable).',
      ko: 'router의 FORWARD 체인이 패킷을 거부합니다: 1번 규칙에 걸렸습니다(-s 10.0.0.0/24 -j REJECT --reject-with icmp-port-unreachable).',
      mend: ['ip netns exec router iptables -I FORWARD 1 -s 10.0.0.1 -d 10.0.1.1 -p icmp -j ACCEPT'],
    })
  })

  it('a rule of a chain of one’s own', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router iptables -N GUARD
ip netns exec router iptables -A GUARD -p icmp -j DROP
ip netns exec router iptables -A FORWARD -j GUARD`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'router’s GUARD chain drops it: rule 1 matches (-p icmp -j DROP).',
      ko: 'router의 GUARD 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-p icmp -j DROP).',
      mend: [
        'ip netns exec router iptables -I GUARD 1 -s 10.0.0.1 -d 10.0.1.1 -p icmp -j ACCEPT',
        'ip netns exec router iptables -I GUARD 2 -s 10.0.1.1 -d 10.0.0.1 -p icmp -j ACCEPT',
      ],
    })
  })

  it('raw', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router iptables -t raw -A PREROUTING -s 10.0.0.1 -p icmp -j DROP`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'router’s raw PREROUTING chain drops it: rule 1 matches (-s 10.0.0.1/32 -p icmp -j DROP).',
      ko: 'router의 raw PREROUTING 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-s 10.0.0.1/32 -p icmp -j DROP).',
      mend: [
        'ip netns exec router iptables -t raw -I PREROUTING 1 -s 10.0.0.1 -d 10.0.1.1 -p icmp -j ACCEPT',
      ],
    })
  })

  it('mangle', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router iptables -t mangle -A POSTROUTING -d 10.0.1.1 -j DROP`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'router’s mangle POSTROUTING chain drops it: rule 1 matches (-d 10.0.1.1/32 -j DROP).',
      ko: 'router의 mangle POSTROUTING 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-d 10.0.1.1/32 -j DROP).',
      mend: [
        'ip netns exec router iptables -t mangle -I POSTROUTING 1 -s 10.0.0.1 -d 10.0.1.1 -p icmp -j ACCEPT',
      ],
    })
  })

  it('INPUT', () => {
    expect(
      whyOf(
        `${PAIR}
ip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &
ip netns exec blue iptables -A INPUT -p tcp --dport 80 -j DROP`,
        'red',
        'curl http://10.0.0.2/',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'blue’s INPUT chain drops it: rule 1 matches (-p tcp -m tcp --dport 80 -j DROP).',
      ko: 'blue의 INPUT 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-p tcp -m tcp --dport 80 -j DROP).',
      mend: ['ip netns exec blue iptables -I INPUT 1 -s 10.0.0.1 -d 10.0.0.2 -p tcp --dport 80 -j ACCEPT'],
    })
  })

  it('OUTPUT', () => {
    expect(
      whyOf(
        `${PAIR}
ip netns exec red iptables -P OUTPUT DROP`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'red’s OUTPUT chain drops it: policy DROP, no rule matched.',
      ko: 'red의 OUTPUT 체인이 패킷을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다.',
      mend: ['ip netns exec red iptables -A OUTPUT -s 10.0.0.1 -d 10.0.0.2 -p icmp -j ACCEPT'],
    })
  })

  it('OUTPUT of the other end', () => {
    expect(
      whyOf(
        `${PAIR}
ip netns exec blue iptables -P OUTPUT DROP`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'blue’s OUTPUT chain drops the reply: policy DROP, no rule matched.',
      ko: 'blue의 OUTPUT 체인이 응답을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다.',
      mend: ['ip netns exec blue iptables -A OUTPUT -s 10.0.0.2 -d 10.0.0.1 -p icmp -j ACCEPT'],
    })
  })

  it('bridged packets', () => {
    expect(
      whyOf(
        `${BRIDGED}
sysctl -qw net.bridge.bridge-nf-call-iptables=1
iptables -P FORWARD DROP`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s FORWARD chain drops it: policy DROP, no rule matched; it only crosses a bridge, but net.bridge.bridge-nf-call-iptables is 1.',
      ko: 'host의 FORWARD 체인이 패킷을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다. 브리지만 지나는 패킷이지만 net.bridge.bridge-nf-call-iptables가 1이라 여기를 거칩니다.',
      mend: ['sysctl -w net.bridge.bridge-nf-call-iptables=0'],
    })
  })

  it('a traceroute', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router iptables -A FORWARD -p udp -j DROP`,
        'red',
        'traceroute 10.0.1.1',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'router’s FORWARD chain drops it: rule 1 matches (-p udp -j DROP).',
      ko: 'router의 FORWARD 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-p udp -j DROP).',
      mend: [
        'ip netns exec router iptables -I FORWARD 1 -s 10.0.0.1 -d 10.0.1.1 -p udp --dport 33434 -j ACCEPT',
      ],
    })
  })
})
