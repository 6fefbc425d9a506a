// VXLAN and macvlan.
import { describe, expect, it } from 'vitest'
import { whyOf, OVERLAY, MACVLAN } from './testing.ts'

describe('why: overlays', () => {
  it('VXLANs of different numbers', () => {
    expect(
      whyOf(
        `${OVERLAY}
ip -n h1 link add vx type vxlan id 42 dstport 4789 remote 192.168.0.2
ip -n h2 link add vx type vxlan id 43 dstport 4789 remote 192.168.0.1
ip -n h1 addr add 10.9.0.1/24 dev vx
ip -n h2 addr add 10.9.0.2/24 dev vx
ip -n h1 link set vx up
ip -n h2 link set vx up`,
        'h1',
        'ping -c 1 10.9.0.2',
      ),
    ).toEqual({
      cause: 'vxlan',
      en: 'vx in h1 sends VXLAN 42, and h2 has no VXLAN device of that number: vx there is 43.',
      ko: 'h1의 vx는 VNI 42로 보내는데 h2에는 그 번호의 VXLAN 장치가 없습니다: 그곳의 vx는 43입니다.',
      mend: [
        'ip -n h2 link del vx',
        'ip -n h2 link add vx type vxlan id 42 remote 192.168.0.1 dstport 4789',
        'ip -n h2 addr add 10.9.0.2/24 dev vx',
        'ip -n h2 link set vx up',
      ],
    })
  })

  it('VXLANs of different ports', () => {
    expect(
      whyOf(
        `${OVERLAY}
ip -n h1 link add vx type vxlan id 42 dstport 4789 remote 192.168.0.2
ip -n h2 link add vx type vxlan id 42 dstport 8472 remote 192.168.0.1
ip -n h1 addr add 10.9.0.1/24 dev vx
ip -n h2 addr add 10.9.0.2/24 dev vx
ip -n h1 link set vx up
ip -n h2 link set vx up`,
        'h1',
        'ping -c 1 10.9.0.2',
      ),
    ).toEqual({
      cause: 'vxlan',
      en: 'vx in h1 sends to UDP port 4789, and vx in h2 listens on 8472.',
      ko: 'h1의 vx는 UDP 4789번 포트로 보내는데 h2의 vx는 8472번에서 듣습니다.',
      mend: [
        'ip -n h2 link del vx',
        'ip -n h2 link add vx type vxlan id 42 remote 192.168.0.1 dstport 4789',
        'ip -n h2 addr add 10.9.0.2/24 dev vx',
        'ip -n h2 link set vx up',
      ],
    })
  })

  it('a VXLAN without an FDB entry', () => {
    expect(
      whyOf(
        `${OVERLAY}
ip -n h1 link add vx type vxlan id 42 dstport 4789
ip -n h2 link add vx type vxlan id 42 dstport 4789 remote 192.168.0.1
ip -n h1 addr add 10.9.0.1/24 dev vx
ip -n h2 addr add 10.9.0.2/24 dev vx
ip -n h1 link set vx up
ip -n h2 link set vx up`,
        'h1',
        'ping -c 1 10.9.0.2',
      ),
    ).toEqual({
      cause: 'vxlan',
      en: 'vx in h1 knows no remote for this frame: its FDB has no entry that leads to h2.',
      ko: 'h1의 vx가 이 프레임을 보낼 상대를 모릅니다: FDB에 h2로 가는 항목이 없습니다.',
      mend: ['ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx dst 192.168.0.2'],
    })
  })

  it('an FDB entry that leads to nobody', () => {
    expect(
      whyOf(
        `${OVERLAY}
ip -n h1 link add vx type vxlan id 42 dstport 4789 remote 192.168.0.9
ip -n h2 link add vx type vxlan id 42 dstport 4789 remote 192.168.0.1
ip -n h1 addr add 10.9.0.1/24 dev vx
ip -n h2 addr add 10.9.0.2/24 dev vx
ip -n h1 link set vx up
ip -n h2 link set vx up`,
        'h1',
        'ping -c 1 10.9.0.2',
      ),
    ).toEqual({
      cause: 'vxlan',
      en: 'The FDB of vx in h1 sends to 192.168.0.9, where no end of VXLAN 42 is: h2 has one at 192.168.0.2.',
      ko: 'h1의 vx는 FDB에 따라 192.168.0.9로 보내는데 거기에는 VNI 42의 끝이 없습니다: h2의 것은 192.168.0.2에 있습니다.',
      mend: ['ip netns exec h1 bridge fdb append 00:00:00:00:00:00 dev vx dst 192.168.0.2'],
    })
  })

  it('a macvlan asks its parent', () => {
    expect(whyOf(MACVLAN, 'red', 'ping -c 1 10.0.0.1')).toEqual({
      cause: 'macvlan-parent',
      en: 'mv (red) stands on eth9 (host) as a macvlan, and a macvlan and its parent do not talk to each other.',
      ko: 'mv (red)는 eth9 (host) 위의 macvlan인데, macvlan과 그 부모 장치는 서로 통신하지 못합니다.',
      mend: [
        'ip link add macvlan0 link eth9 type macvlan mode bridge',
        'ip addr add 10.0.0.3/32 dev macvlan0',
        'ip link set macvlan0 up',
        'ip route add 10.0.0.2/32 dev macvlan0',
      ],
    })
  })

  it('the parent asks a macvlan', () => {
    expect(whyOf(MACVLAN, 'host', 'ping -c 1 10.0.0.2')).toEqual({
      cause: 'macvlan-parent',
      en: 'mv (red) stands on eth9 (host) as a macvlan, and a macvlan and its parent do not talk to each other.',
      ko: 'mv (red)는 eth9 (host) 위의 macvlan인데, macvlan과 그 부모 장치는 서로 통신하지 못합니다.',
      mend: [
        'ip link add macvlan0 link eth9 type macvlan mode bridge',
        'ip addr add 10.0.0.3/32 dev macvlan0',
        'ip link set macvlan0 up',
        'ip route add 10.0.0.2/32 dev macvlan0',
      ],
    })
  })

  it('macvlans in private mode', () => {
    expect(
      whyOf(
        `${MACVLAN}
ip netns add green
ip link add mv2 link eth9 type macvlan mode private
ip link set mv2 netns green
ip -n green addr add 10.0.0.3/24 dev mv2
ip -n green link set mv2 up`,
        'green',
        'ping -c 1 10.0.0.2',
      ),
    ).toEqual({
      cause: 'macvlan-parent',
      en: 'mv2 (green) and mv (red) stand on the same device as macvlans in private mode, which do not talk to each other.',
      ko: 'mv2 (green)과 mv (red)는 같은 장치 위의 private 모드 macvlan이라 서로 통신하지 못합니다.',
      mend: ['ip -n green link set mv2 type macvlan mode bridge'],
    })
  })
})
