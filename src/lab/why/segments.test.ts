// What keeps two ends of a link apart: VLAN tags, flags of bridge ports, MAC addresses, an address on the wrong device.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'bare')
}

describe('why: VLANs, ports and MAC addresses', () => {
  it('the ends have different VLANs', () => {
    expect(
      why(`
ip netns add red; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 up; ip -n blue link set eth0 up
ip -n red link add link eth0 name eth0.10 type vlan id 10; ip -n red addr add 10.0.0.1/24 dev eth0.10; ip -n red link set eth0.10 up
ip -n blue link add link eth0 name eth0.20 type vlan id 20; ip -n blue addr add 10.0.0.2/24 dev eth0.20; ip -n blue link set eth0.20 up
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'vlan-id',
      en: 'eth0.10 in red sends with VLAN tag 10, but eth0.20 in blue takes VLAN 20 only.',
      ko: 'red의 eth0.10은 VLAN 태그 10으로 보내지만 blue의 eth0.20은 VLAN 20만 받습니다.',
      mend: [
        'ip -n blue link del eth0.20',
        'ip -n blue link add link eth0 name eth0.10 type vlan id 10',
        'ip -n blue addr add 10.0.0.2/24 dev eth0.10',
        'ip -n blue link set eth0.10 up',
      ],
    })
  })

  it('one end has a VLAN, the other none', () => {
    expect(
      why(`
ip netns add red; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 up; ip -n blue link set eth0 up
ip -n red link add link eth0 name eth0.10 type vlan id 10; ip -n red addr add 10.0.0.1/24 dev eth0.10; ip -n red link set eth0.10 up
ip -n blue addr add 10.0.0.2/24 dev eth0
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'vlan-id',
      en: 'eth0.10 in red sends with VLAN tag 10, but eth0 in blue takes frames without a tag: no interface there is of VLAN 10.',
      ko: 'red의 eth0.10은 VLAN 태그 10으로 보내지만 blue의 eth0은 태그 없는 프레임을 받습니다: 거기에는 VLAN 10의 인터페이스가 없습니다.',
      mend: ['ip -n red link del eth0.10', 'ip -n red addr add 10.0.0.1/24 dev eth0'],
    })
  })

  it('a bridge does not let the VLAN of a trunk pass', () => {
    expect(
      why(`
ip link add br0 type bridge vlan_filtering 1; ip link set br0 up
for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0 up; ip -n $n link set eth0 up; ip -n $n link add link eth0 name eth0.10 type vlan id 10; ip -n $n link set eth0.10 up; done
ip -n red addr add 10.0.0.1/24 dev eth0.10; ip -n blue addr add 10.0.0.2/24 dev eth0.10
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'vlan-filtering',
      en: 'Bridge br0 in host filters VLANs, and vred is not in VLAN 10.',
      ko: 'host의 브리지 br0이 VLAN을 거르는데, vred가 VLAN 10에 들어 있지 않습니다.',
      mend: ['bridge vlan add vid 10 dev vred', 'bridge vlan add vid 10 dev vblue'],
    })
  })

  it('the bridge itself is not in the VLAN', () => {
    expect(
      why(`
ip link add br0 type bridge vlan_filtering 1; ip link set br0 up
ip netns add red; ip link add vred type veth peer name eth0 netns red; ip link set vred master br0 up; ip -n red link set eth0 up
bridge vlan add vid 10 dev vred pvid untagged
ip link add link br0 name br0.10 type vlan id 10; ip link set br0.10 up; ip addr add 10.0.0.254/24 dev br0.10
ip -n red addr add 10.0.0.1/24 dev eth0
ip netns exec red ping -c 1 -W 1 10.0.0.254`),
    ).toEqual({
      cause: 'vlan-filtering',
      en: 'Bridge br0 in host filters VLANs, and br0 (self) is not in VLAN 10.',
      ko: 'host의 브리지 br0이 VLAN을 거르는데, br0 (self)가 VLAN 10에 들어 있지 않습니다.',
      mend: ['bridge vlan add vid 10 dev br0 self'],
    })
  })

  it('the ports are isolated', () => {
    expect(
      why(`
ip link add br0 type bridge; ip link set br0 up
for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0 up; ip -n $n link set eth0 up; bridge link set dev v$n isolated on; done
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'port-flags',
      en: 'Ports vred and vblue of bridge br0 in host are isolated: an isolated port may talk to those only that are not.',
      ko: 'host의 브리지 br0의 포트 vred와 vblue가 격리(isolated)되어 있습니다: 격리된 포트끼리는 통신하지 못합니다.',
      mend: ['bridge link set dev vblue isolated off'],
    })
  })

  it('a port is not flooded', () => {
    expect(
      why(`
ip link add br0 type bridge; ip link set br0 up
for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0 up; ip -n $n link set eth0 up; done
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
bridge link set dev vblue bcast_flood off
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'port-flags',
      en: 'bcast_flood is off at port vblue of bridge br0 in host: broadcast, ARP among it, is not sent out there.',
      ko: 'host의 브리지 br0의 포트 vblue에서 bcast_flood가 off입니다: ARP를 비롯한 브로드캐스트가 그리로 나가지 않습니다.',
      mend: ['bridge link set dev vblue bcast_flood on'],
    })
  })

  it('both ends have one MAC', () => {
    expect(
      why(`
ip link add br0 type bridge; ip link set br0 up
for n in red blue; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n master br0 up; ip -n $n link set eth0 address 02:00:00:00:00:aa; ip -n $n link set eth0 up; done
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'duplicate-mac',
      en: 'eth0 in red and eth0 in blue have the same MAC address, 02:00:00:00:00:aa: what is for one of them goes to the other, or nowhere.',
      ko: 'red의 eth0과 blue의 eth0이 같은 MAC 주소 02:00:00:00:00:aa를 씁니다: 한쪽으로 갈 것이 다른 쪽으로 가거나 사라집니다.',
      mend: ['ip -n blue link set eth0 address 02:00:00:00:00:01'],
    })
  })

  it('ARP is off', () => {
    expect(
      why(`
ip netns add red; ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 up; ip -n blue link set eth0 up arp off
ip -n red addr add 10.0.0.1/24 dev eth0; ip -n blue addr add 10.0.0.2/24 dev eth0
ip netns exec red ping -c 1 -W 1 10.0.0.2`),
    ).toEqual({
      cause: 'arp-off',
      en: 'ARP is off on eth0 in blue (NOARP): it does not answer for 10.0.0.2.',
      ko: 'blue의 eth0에서 ARP가 꺼져 있습니다(NOARP): 10.0.0.2를 물어도 답하지 않습니다.',
      mend: ['ip -n blue link set eth0 arp on'],
    })
  })

  it('the address is on a port of the bridge', () => {
    expect(
      why(`
ip link add br0 type bridge; ip link set br0 up
ip netns add red; ip link add vred type veth peer name eth0 netns red; ip link set vred master br0 up; ip -n red link set eth0 up
ip addr add 10.0.0.254/24 dev vred
ip -n red addr add 10.0.0.1/24 dev eth0
ip netns exec red ping -c 1 -W 1 10.0.0.254`),
    ).toEqual({
      cause: 'port-address',
      en: '10.0.0.254/24 is on vred in host, a port of bridge br0: what comes in by a port is the bridge’s, so vred itself hears no answer. The address belongs on br0.',
      ko: '10.0.0.254/24가 host에서 브리지 br0의 포트인 vred에 있습니다: 포트로 들어온 것은 브리지의 것이라 vred 자신은 답을 듣지 못합니다. 주소는 br0에 두어야 합니다.',
      mend: ['ip addr del 10.0.0.254/24 dev vred', 'ip addr add 10.0.0.254/24 dev br0'],
    })
  })
})
