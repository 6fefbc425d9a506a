// What is at the other end: listeners, DNAT, resolvers.
import { describe, expect, it } from 'vitest'
import { whyOf, PAIR, PUBLISHED } from './testing.ts'

describe('why: services', () => {
  it('nothing listens', () => {
    expect(whyOf(PAIR, 'red', 'curl http://10.0.0.2/')).toEqual({
      cause: 'nothing-listening',
      en: 'Nothing in blue listens on tcp port 80: the packet arrives and is refused.',
      ko: 'blue에서 tcp 80번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
      mend: ['ip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &'],
    })
  })

  it('nothing listens, asked by nc', () => {
    expect(whyOf(PAIR, 'red', 'nc 10.0.0.2 99')).toEqual({
      cause: 'nothing-listening',
      en: 'Nothing in blue listens on tcp port 99: the packet arrives and is refused.',
      ko: 'blue에서 tcp 99번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
      mend: ['ip netns exec blue nc -lk -p 99 >/dev/null 2>&1 &'],
    })
  })

  it('nothing listens to datagrams', () => {
    expect(whyOf(PAIR, 'red', 'nc -u 10.0.0.2 99')).toEqual({
      cause: 'nothing-listening',
      en: 'Nothing in blue listens on udp port 99: the packet arrives and is refused.',
      ko: 'blue에서 udp 99번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
      mend: ['ip netns exec blue nc -u -k -l 99 >/dev/null 2>&1 &'],
    })
  })

  it('nothing listens, asked by telnet', () => {
    expect(whyOf(PAIR, 'red', 'telnet 10.0.0.2')).toEqual({
      cause: 'nothing-listening',
      en: 'Nothing in blue listens on tcp port 23: the packet arrives and is refused.',
      ko: 'blue에서 tcp 23번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
      mend: ['ip netns exec blue nc -lk -p 23 >/dev/null 2>&1 &'],
    })
  })

  it('it listens on 127.0.0.1 only', () => {
    expect(
      whyOf(
        `${PAIR}
ip netns exec blue python3 -m http.server 80 --bind 127.0.0.1 >/dev/null 2>&1 &`,
        'red',
        'wget http://10.0.0.2/',
      ),
    ).toEqual({
      cause: 'nothing-listening',
      en: 'python3 in blue listens on 127.0.0.1:80 only: tcp to 10.0.0.2 finds nobody there.',
      ko: 'blue의 python3이 127.0.0.1:80에서만 듣습니다: 10.0.0.2로 온 tcp는 받을 곳이 없습니다.',
      mend: ['kill 12', 'ip netns exec blue python3 -m http.server 80 --bind 0.0.0.0 >/dev/null 2>&1 &'],
    })
  })

  it('DNAT is missing', () => {
    expect(whyOf(PUBLISHED, 'out', 'curl http://203.0.113.1:8080/')).toEqual({
      cause: 'nothing-listening',
      en: 'Nothing in host listens on tcp port 8080, and no DNAT rule there sends it on to blue (10.0.0.2:80), which does listen.',
      ko: 'host에서 tcp 8080번 포트를 듣는 것이 없고, 듣고 있는 blue(10.0.0.2:80)으로 보내는 DNAT 규칙도 없습니다.',
      mend: [
        'iptables -t nat -A PREROUTING -d 203.0.113.1 -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.2:80',
      ],
    })
  })

  it('DNAT leads to an address that nobody has', () => {
    expect(
      whyOf(
        `${PUBLISHED}
iptables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.77:80`,
        'out',
        'curl http://203.0.113.1:8080/',
      ),
    ).toEqual({
      cause: 'unreachable-dnat',
      en: 'DNAT in host sends it to 10.0.0.77:80, an address that nobody has.',
      ko: 'host의 DNAT가 10.0.0.77:80으로 보내지만 그 주소를 가진 것이 없습니다.',
      mend: [
        'iptables -t nat -R PREROUTING 1 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.0.0.2:80',
      ],
    })
  })

  it('DNAT leads to a port that nobody has', () => {
    expect(
      whyOf(
        `${PUBLISHED}
iptables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.2:81`,
        'out',
        'curl http://203.0.113.1:8080/',
      ),
    ).toEqual({
      cause: 'nothing-listening',
      en: 'DNAT sends it to 10.0.0.2:81, where nothing listens; blue listens on 10.0.0.2:80.',
      ko: 'DNAT가 10.0.0.2:81로 보내지만 거기서는 듣는 것이 없습니다. blue가 10.0.0.2:80에서 듣고 있습니다.',
      mend: [
        'iptables -t nat -R PREROUTING 1 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 10.0.0.2:80',
      ],
    })
  })

  it('DNAT works, and FORWARD drops', () => {
    expect(
      whyOf(
        `${PUBLISHED}
iptables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.2:80
iptables -P FORWARD DROP`,
        'out',
        'curl http://203.0.113.1:8080/',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'host’s FORWARD chain drops it: policy DROP, no rule matched.',
      ko: 'host의 FORWARD 체인이 패킷을 버립니다: 맞는 규칙이 없고 정책이 DROP입니다.',
      mend: [
        'iptables -A FORWARD -s 203.0.113.2 -d 10.0.0.2 -p tcp --dport 80 -j ACCEPT',
        'iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
      ],
    })
  })

  it('there is no resolver', () => {
    expect(
      whyOf(
        `
echo >/etc/resolv.conf`,
        'host',
        'curl http://example.com/',
        'lan',
      ),
    ).toEqual({
      cause: 'no-resolver',
      en: 'host has no resolver: /etc/resolv.conf names no nameserver, so the name example.com gets no address.',
      ko: 'host에 리졸버가 없습니다: /etc/resolv.conf에 nameserver가 없어 example.com의 주소를 알 수 없습니다.',
      mend: ['echo nameserver 8.8.8.8 >/etc/resolv.conf'],
    })
  })

  it('the resolver is silent', () => {
    expect(
      whyOf(
        `
internet$ iptables -A INPUT -p udp --dport 53 -j DROP`,
        'host',
        'ping -c 1 example.com',
        'lan',
      ),
    ).toEqual({
      cause: 'firewall',
      en: 'The resolver 8.8.8.8 does not answer for example.com: internet’s INPUT chain drops it: rule 1 matches (-p udp -m udp --dport 53 -j DROP).',
      ko: '리졸버 8.8.8.8이 example.com을 답하지 않습니다: internet의 INPUT 체인이 패킷을 버립니다: 1번 규칙에 걸렸습니다(-p udp -m udp --dport 53 -j DROP).',
      mend: ['internet$ iptables -I INPUT 1 -s 203.0.113.1 -d 8.8.8.8 -p udp --dport 53 -j ACCEPT'],
    })
  })

  it('the resolver is not there', () => {
    expect(whyOf(PAIR, 'red', 'dig @10.0.0.2 example.com')).toEqual({
      cause: 'nothing-listening',
      en: 'The resolver 10.0.0.2 does not answer for example.com: nothing in blue listens on udp port 53: the packet arrives and is refused.',
      ko: '리졸버 10.0.0.2가 example.com을 답하지 않습니다: blue에서 udp 53번 포트를 듣는 것이 없습니다: 패킷은 도착하지만 거부됩니다.',
      mend: null,
    })
  })

  it('the resolver does not know the name', () => {
    expect(whyOf(``, 'host', 'dig nowhere.test', 'lan')).toEqual({
      cause: 'unknown-name',
      en: 'The resolver 8.8.8.8 answers host, but does not know nowhere.test (REFUSED).',
      ko: '리졸버 8.8.8.8이 host에 답했지만 nowhere.test를 모릅니다(REFUSED).',
      mend: null,
    })
  })

  it('the name is that of a namespace', () => {
    expect(whyOf(PAIR, 'red', 'ping -c 1 blue')).toEqual({
      cause: 'no-resolver',
      en: 'red has no resolver: /etc/resolv.conf names no nameserver, so the name blue gets no address.',
      ko: 'red에 리졸버가 없습니다: /etc/resolv.conf에 nameserver가 없어 blue의 주소를 알 수 없습니다.',
      mend: ['mkdir -p /etc/netns/red && echo 10.0.0.2 blue >>/etc/netns/red/hosts'],
    })
  })

  it('echo requests are ignored', () => {
    expect(
      whyOf(
        `${PAIR}
ip netns exec blue sysctl -qw net.ipv4.icmp_echo_ignore_all=1`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'echo-ignored',
      en: 'blue gets the echo request and must not answer: net.ipv4.icmp_echo_ignore_all is 1.',
      ko: 'blue가 에코 요청을 받지만 답하지 않습니다: net.ipv4.icmp_echo_ignore_all이 1입니다.',
      mend: ['ip netns exec blue sysctl -w net.ipv4.icmp_echo_ignore_all=0'],
    })
  })

  it('nothing is wrong', () => {
    expect(whyOf(PAIR, 'red', 'ping -c 1 10.0.0.2')).toEqual({
      cause: null,
      en: 'It gets through: nothing is wrong now.',
      ko: '통신이 됩니다: 지금은 문제가 없습니다.',
      mend: [],
    })
  })
})
