// Links that are down, cut, filtered or too small.
import { describe, expect, it } from 'vitest'
import { whyOf, PAIR, BRIDGED, MACHINES, ROUTED } from './testing.ts'

describe('why: links', () => {
  it('the sender’s own link is down', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n red link set eth0 down`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'link-down',
      en: 'eth0 in red is down, so nothing leaves red by it.',
      ko: 'red의 eth0이 내려가 있어 그리로는 아무것도 나가지 못합니다.',
      mend: ['ip -n red link set eth0 up'],
    })
  })

  it('the link is down at the other end', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n blue link set eth0 down`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'far-link-down',
      en: 'eth0 in blue is down: nothing crosses the link between red and blue.',
      ko: 'blue의 eth0이 내려가 있어 red와 blue 사이의 링크로 아무것도 건너지 못합니다.',
      mend: ['ip -n blue link set eth0 up'],
    })
  })

  it('lo is down', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n red link set lo down`,
        'red',
        'ping -c 1 127.0.0.1',
      ),
    ).toEqual({
      cause: 'lo-down',
      en: 'lo in red is down, and what red sends to itself (127.0.0.1) goes through lo.',
      ko: 'red의 lo가 내려가 있습니다. red가 자신(127.0.0.1)에게 보내는 것은 lo를 지납니다.',
      mend: ['ip -n red link set lo up'],
    })
  })

  it('lo is down, and it is one’s own address', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n red link set lo down`,
        'red',
        'ping -c 1 10.0.0.1',
      ),
    ).toEqual({
      cause: 'lo-down',
      en: 'lo in red is down, and what red sends to itself (10.0.0.1) goes through lo.',
      ko: 'red의 lo가 내려가 있습니다. red가 자신(10.0.0.1)에게 보내는 것은 lo를 지납니다.',
      mend: ['ip -n red link set lo up'],
    })
  })

  it('the namespace is not connected', () => {
    expect(
      whyOf(
        `${BRIDGED}
ip link del veth-red`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'not-connected',
      en: 'red has no interface but lo: nothing connects it to anything.',
      ko: 'red에는 lo 말고 인터페이스가 없습니다: 어디에도 연결되어 있지 않습니다.',
      mend: [
        'ip link add veth-red type veth peer name eth0 netns red',
        'ip link set veth-red master br0 up',
        'ip -n red link set eth0 up',
        'ip -n red addr add 10.0.0.1/24 dev eth0',
      ],
    })
  })

  it('the cable is missing', () => {
    expect(
      whyOf(
        `${MACHINES}
lab uncable host:eth0`,
        'host',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'no-cable',
      en: 'Nothing is plugged into eth0 in host: its cable is missing.',
      ko: 'host의 eth0에 아무것도 꽂혀 있지 않습니다: 케이블이 없습니다.',
      mend: ['lab cable host:eth0 b:eth0'],
    })
  })

  it('the veth is no port of the bridge', () => {
    expect(
      whyOf(
        `${BRIDGED}
ip link set veth-blue nomaster`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'no-master',
      en: 'veth-blue in host is a port of no bridge: what comes out of blue ends there.',
      ko: 'host의 veth-blue가 어느 브리지의 포트도 아닙니다: blue에서 나온 것이 거기서 끝납니다.',
      mend: ['ip link set veth-blue master br0'],
    })
  })

  it('the bridge is down', () => {
    expect(
      whyOf(
        `${BRIDGED}
ip link set br0 down`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'far-link-down',
      en: 'br0 in host is down: nothing crosses the link between red and blue.',
      ko: 'host의 br0이 내려가 있어 red와 blue 사이의 링크로 아무것도 건너지 못합니다.',
      mend: ['ip link set br0 up'],
    })
  })

  it('the bridge’s port does not forward', () => {
    expect(
      whyOf(
        `${BRIDGED}
bridge link set dev veth-blue state 0`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'bridge-port',
      en: 'Port veth-blue of bridge br0 in host is disabled, not forwarding.',
      ko: 'host의 브리지 br0의 포트 veth-blue가 전달(forwarding)이 아니라 disabled 상태입니다.',
      mend: ['bridge link set dev veth-blue state 3'],
    })
  })

  it('spanning tree holds the ports back', () => {
    expect(
      whyOf(
        `${BRIDGED}
ip link set br0 type bridge stp_state 1 forward_delay 3000
ip link set br0 down
ip link set br0 up`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'bridge-port',
      en: 'Port veth-red of bridge br0 in host is listening, not forwarding: spanning tree is on and holds it back.',
      ko: 'host의 브리지 br0의 포트 veth-red가 전달(forwarding)이 아니라 listening 상태입니다: 스패닝 트리가 켜져 있어 막고 있습니다.',
      mend: [
        'ip link set br0 type bridge stp_state 0',
        'bridge link set dev veth-red state 3',
        'bridge link set dev veth-blue state 3',
      ],
    })
  })

  it('the bridge filters VLANs', () => {
    expect(
      whyOf(
        `${BRIDGED}
ip link set br0 type bridge vlan_filtering 1
bridge vlan del vid 1 dev veth-blue
bridge vlan add vid 20 dev veth-blue pvid untagged`,
        'red',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'vlan-filtering',
      en: 'Bridge br0 in host filters VLANs, and port veth-blue is not in the VLAN of this frame.',
      ko: 'host의 브리지 br0이 VLAN을 거르는데, 포트 veth-blue가 이 프레임의 VLAN에 들어 있지 않습니다.',
      mend: ['bridge vlan add vid 1 dev veth-blue pvid untagged'],
    })
  })

  it('the MTU of the other end is smaller', () => {
    expect(
      whyOf(
        `${PAIR}
ip -n blue link set eth0 mtu 1400`,
        'red',
        'ping -c 1 -s 1472 10.0.0.2',
      ),
    ).toEqual({
      cause: 'mtu',
      en: 'The MTU of eth0 in blue is 1400: a packet of this size may not pass eth0 in red whole.',
      ko: 'blue의 eth0 MTU가 1400입니다: 이 크기의 패킷은 red의 eth0을 통째로 지나지 못합니다.',
      mend: ['ip -n blue link set eth0 mtu 1500'],
    })
  })

  it('the MTU behind a router is smaller', () => {
    expect(
      whyOf(
        `${ROUTED}
ip -n router link set eth1 mtu 1400`,
        'red',
        'ping -c 1 -M do -s 1472 10.0.1.1',
      ),
    ).toEqual({
      cause: 'mtu',
      en: 'The MTU of eth1 in router is 1400: a packet of this size may not pass eth1 in router whole.',
      ko: 'router의 eth1 MTU가 1400입니다: 이 크기의 패킷은 router의 eth1을 통째로 지나지 못합니다.',
      mend: ['ip -n router link set eth1 mtu 1500'],
    })
  })
})
