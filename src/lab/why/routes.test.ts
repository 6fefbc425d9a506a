// Routes there and back, forwarding, rp_filter, MASQUERADE.
import { describe, expect, it } from 'vitest'
import { whyOf, ROUTED, PAIR } from './testing.ts'

describe('why: routes', () => {
  it('there is no route', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n red route del default`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'no-route',
      en: 'red has no route to 10.0.1.0/24: nothing leaves it.',
      ko: 'red에 10.0.1.0/24로 가는 경로가 없어 아무것도 나가지 못합니다.',
      mend: ['ip -n red route add default via 10.0.0.254'],
    })
  })

  it('there is no route back', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n blue route del default`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'no-route',
      en: 'blue has no route back to 10.0.0.0/24: the reply dies there.',
      ko: 'blue에 10.0.0.0/24로 돌아가는 경로가 없어 응답이 거기서 죽습니다.',
      mend: ['ip -n blue route add default via 10.0.1.254'],
    })
  })

  it('there is no route back to a connection', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &
ip -n blue route del default`,
        'red',
        'curl http://10.0.1.1/',
      ),
    ).toEqual({
      cause: 'no-route',
      en: 'blue has no route back to 10.0.0.0/24: the reply dies there.',
      ko: 'blue에 10.0.0.0/24로 돌아가는 경로가 없어 응답이 거기서 죽습니다.',
      mend: ['ip -n blue route add default via 10.0.1.254'],
    })
  })

  it('a router has no route', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n router addr del 10.0.1.254/24 dev eth1
ip -n router addr add 10.0.2.254/24 dev eth1
ip -n blue addr add 10.0.2.1/24 dev eth0`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'no-route',
      en: 'router has no route to 10.0.1.0/24: the packet dies there.',
      ko: 'router에 10.0.1.0/24로 가는 경로가 없어 패킷이 거기서 죽습니다.',
      mend: [
        'ip -n router route add default via 10.0.2.1',
        'ip -n blue route replace default via 10.0.2.254',
      ],
    })
  })

  it('ip_forward is off', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router sysctl -qw net.ipv4.ip_forward=0`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'ip-forward',
      en: 'router does not forward: the packet is for another host, and net.ipv4.ip_forward is 0 there.',
      ko: 'router가 패킷을 전달하지 않습니다: 다른 호스트로 갈 패킷인데 그곳의 net.ipv4.ip_forward가 0입니다.',
      mend: ['ip netns exec router sysctl -w net.ipv4.ip_forward=1'],
    })
  })

  it('rp_filter is strict', () => {
    expect(
      whyOf(
        `${ROUTED}
ip link add eth1 netns red type veth peer name eth2 netns router
ip -n red addr add 10.0.2.1/24 dev eth1
ip -n router addr add 10.0.2.254/24 dev eth2
ip -n red link set eth1 up
ip -n router link set eth2 up
ip -n router route add 10.0.0.1/32 via 10.0.2.1
ip netns exec router sysctl -qw net.ipv4.conf.all.rp_filter=1`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'rp-filter',
      en: 'router drops what comes in by eth0 from 10.0.0.1: by its own routes the way back leads elsewhere, and rp_filter is strict there.',
      ko: 'router가 eth0으로 들어온 10.0.0.1발 패킷을 버립니다: 되돌아가는 경로가 다른 장치로 나 있고 rp_filter가 엄격합니다.',
      mend: ['ip netns exec router sysctl -w net.ipv4.conf.eth0.rp_filter=2'],
    })
  })

  it('a blackhole stands in the way', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n red route add blackhole 10.0.0.2/32`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'no-route',
      en: 'red has a route that refuses it: blackhole 10.0.0.2.',
      ko: 'red에 이를 거부하는 경로가 있습니다: blackhole 10.0.0.2.',
      mend: ['ip -n red route del blackhole 10.0.0.2'],
    })
  })

  it('a router’s route prohibits it', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n router route add prohibit 10.0.1.1/32`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'no-route',
      en: 'router has a route that refuses it: prohibit 10.0.1.1.',
      ko: 'router에 이를 거부하는 경로가 있습니다: prohibit 10.0.1.1.',
      mend: ['ip -n router route del prohibit 10.0.1.1'],
    })
  })

  it('MASQUERADE is missing', () => {
    expect(
      whyOf(
        `
router$ iptables -t nat -F`,
        'host',
        'ping -c 1 8.8.8.8',
        'lan',
      ),
    ).toEqual({
      cause: 'no-route',
      en: 'router sends it out with its source 192.168.1.10 unchanged, and internet has no route back to 192.168.1.0/24: MASQUERADE is missing on router.',
      ko: 'router가 출발지 192.168.1.10을 그대로 내보내는데 internet에는 192.168.1.0/24로 돌아갈 경로가 없습니다: router에 MASQUERADE가 없습니다.',
      mend: ['router$ iptables -t nat -A POSTROUTING -s 192.168.1.0/24 -o wan0 -j MASQUERADE'],
    })
  })

  it('everything is wrong', () => {
    expect(
      whyOf(
        `${ROUTED}
ip netns exec router sysctl -qw net.ipv4.ip_forward=0
ip -n blue route del default
ip -n red link set eth0 down`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'link-down',
      en: 'eth0 in red is down, so nothing leaves red by it.',
      ko: 'red의 eth0이 내려가 있어 그리로는 아무것도 나가지 못합니다.',
      mend: [
        'ip -n red link set eth0 up',
        'ip -n red route add default via 10.0.0.254',
        'ip netns exec router sysctl -w net.ipv4.ip_forward=1',
        'ip -n blue route add default via 10.0.1.254',
      ],
    })
  })
})
