// Neighbours that do not answer: addresses, masks, ARP.
import { describe, expect, it } from 'vitest'
import { whyOf, PAIR, ROUTED, BRIDGED } from './testing.ts'

describe('why: neighbours', () => {
  it('there is no address', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n red addr flush dev eth0`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'no-address',
      en: 'eth0 in red has no IPv4 address, so red has neither a source nor a route for it.',
      ko: 'red의 eth0에 IPv4 주소가 없어, red에는 출발지 주소도 경로도 없습니다.',
      mend: ['ip -n red addr add 10.0.0.1/24 dev eth0'],
    })
  })

  it('there is no address at the other end', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n blue addr flush dev eth0`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'arp-unanswered',
      en: 'Nobody answers ARP for 10.0.0.2 on eth0 of red: no interface in the lab has that address.',
      ko: 'red의 eth0에서 10.0.0.2를 묻는 ARP에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
      mend: ['ip -n blue addr add 10.0.0.2/24 dev eth0'],
    })
  })

  it('nobody answers ARP', () => {
    expect(whyOf(PAIR, 'red', 'ping -c 1 10.0.0.9')).toEqual({
      cause: 'arp-unanswered',
      en: 'Nobody answers ARP for 10.0.0.9 on eth0 of red: no interface in the lab has that address.',
      ko: 'red의 eth0에서 10.0.0.9를 묻는 ARP에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
      mend: null,
    })
  })

  it('the mask leaves out the neighbour', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n red addr flush dev eth0
ip -n red addr add 10.0.0.1/32 dev eth0`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'wrong-mask',
      en: 'The mask of eth0 in red is wrong: 10.0.0.1/32 leaves out 10.0.0.2, which is on the same link with /24.',
      ko: 'red의 eth0 넷마스크가 틀렸습니다: 같은 링크에 /24로 있는 10.0.0.2가 10.0.0.1/32에 들지 않습니다.',
      mend: ['ip -n red addr add 10.0.0.1/24 dev eth0'],
    })
  })

  it('the mask of the other end leaves out the sender', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n blue addr flush dev eth0
ip -n blue addr add 10.0.0.2/32 dev eth0`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'wrong-mask',
      en: 'The mask of eth0 in blue is wrong: 10.0.0.2/32 leaves out 10.0.0.1, which is on the same link with /24.',
      ko: 'blue의 eth0 넷마스크가 틀렸습니다: 같은 링크에 /24로 있는 10.0.0.1이 10.0.0.2/32에 들지 않습니다.',
      mend: ['ip -n blue addr add 10.0.0.2/24 dev eth0'],
    })
  })

  it('the mask takes in who is not on the link', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n red addr flush dev eth0
ip -n red addr add 10.0.0.1/16 dev eth0`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'wrong-mask',
      en: 'The mask of eth0 in red is wrong: with 10.0.0.1/16 it takes 10.0.1.1 for a neighbour, which is on another link.',
      ko: 'red의 eth0 넷마스크가 틀렸습니다: 10.0.0.1/16 때문에 다른 링크에 있는 10.0.1.1을 이웃으로 여깁니다.',
      mend: [
        'ip -n red addr del 10.0.0.1/16 dev eth0',
        'ip -n red addr add 10.0.0.1/24 dev eth0',
        'ip -n red route add default via 10.0.0.254',
      ],
    })
  })

  it('nobody has the gateway’s address', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n red route replace default via 10.0.0.77`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'arp-unanswered',
      en: 'red’s route goes via 10.0.0.77, and nobody answers ARP for that gateway: no interface in the lab has the address.',
      ko: 'red의 경로는 10.0.0.77을 지나는데 그 게이트웨이를 묻는 ARP에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
      mend: ['ip -n red route replace default via 10.0.0.254'],
    })
  })

  it('the gateway is not on the link', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n red route replace default via 10.0.1.254 dev eth0 onlink
ip netns exec router sysctl -qw net.ipv4.conf.all.arp_ignore=1`,
        'red',
        'ping -c 1 10.0.1.1',
      ),
    ).toEqual({
      cause: 'arp-ignored',
      en: 'router has 10.0.1.254 but may not answer ARP for it on eth0: net.ipv4.conf.all.arp_ignore is set.',
      ko: 'router에 10.0.1.254가 있지만 eth0에서 ARP에 답하지 않습니다: net.ipv4.conf.all.arp_ignore가 켜져 있습니다.',
      mend: ['ip netns exec router sysctl -w net.ipv4.conf.all.arp_ignore=0'],
    })
  })

  it('an address is there twice', () => {
    expect(
      whyOf(
        `${BRIDGED}
ip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &
ip netns add green
ip link add veth-green type veth peer name eth0 netns green
ip link set veth-green master br0 up
ip -n green addr add 10.0.0.2/24 dev eth0
ip -n green link set eth0 up
ip netns exec green arping -c 1 -A -I eth0 10.0.0.2`,
        'red',
        'curl http://10.0.0.2/',
      ),
    ).toEqual({
      cause: 'duplicate-address',
      en: '10.0.0.2 is there twice, on eth0 in blue and on eth0 in green, and whoever spoke last gets the packets.',
      ko: '10.0.0.2가 blue의 eth0과 green의 eth0에 모두 있어, 마지막에 말한 쪽이 패킷을 받습니다.',
      mend: [
        'ip -n green addr del 10.0.0.2/24 dev eth0',
        'ip -n green addr add 10.0.0.3/24 dev eth0',
        'ip -n red neigh del 10.0.0.2 dev eth0',
      ],
    })
  })

  it('arp_ignore is set', () => {
    expect(
      whyOf(
        `${PAIR}
ip netns exec blue sysctl -qw net.ipv4.conf.all.arp_ignore=8`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'arp-ignored',
      en: 'blue has 10.0.0.2 but may not answer ARP for it on eth0: net.ipv4.conf.all.arp_ignore is set.',
      ko: 'blue에 10.0.0.2가 있지만 eth0에서 ARP에 답하지 않습니다: net.ipv4.conf.all.arp_ignore가 켜져 있습니다.',
      mend: ['ip netns exec blue sysctl -w net.ipv4.conf.all.arp_ignore=0'],
    })
  })

  it('a permanent neighbour is wrong', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n blue link set eth0 address 02:00:00:00:00:02
ip -n red neigh replace 10.0.0.2 lladdr 02:00:00:00:00:99 dev eth0 nud permanent`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'wrong-neighbour',
      en: 'red sends it to 02:00:00:00:00:99, which its neighbour table has for 10.0.0.2, but 10.0.0.2 is at 02:00:00:00:00:02.',
      ko: 'red가 이웃 테이블에 10.0.0.2의 것으로 적힌 02:00:00:00:00:99로 보내지만, 10.0.0.2의 MAC은 02:00:00:00:00:02입니다.',
      mend: ['ip -n red neigh del 10.0.0.2 dev eth0'],
    })
  })
})
