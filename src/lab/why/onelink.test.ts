// Ends of one link whose addresses do not belong together.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'bare')
}

describe('why: two networks on one link', () => {
  it('addresses without a mask', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add v-net-0 type bridge; ip link set v-net-0 up
for n in red blue; do ip link add veth-$n type veth peer name veth-$n-br; ip link set veth-$n netns $n; ip link set veth-$n-br master v-net-0; ip link set veth-$n-br up; ip -n $n link set veth-$n up; done
ip -n red addr add 192.168.15.2 dev veth-red; ip -n blue addr add 192.168.15.3 dev veth-blue
ip netns exec red ping -c 1 -W 1 192.168.15.3`),
    ).toEqual({
      cause: 'no-mask',
      en: '192.168.15.2 was given to veth-red in red without a mask, so it is 192.168.15.2/32, a network of its own: 192.168.15.3, which is on the same link, is not in it.',
      ko: 'red의 veth-red에 192.168.15.2를 넷마스크 없이 주어 192.168.15.2/32, 곧 혼자뿐인 네트워크가 되었습니다: 같은 링크에 있는 192.168.15.3이 거기에 들지 않습니다.',
      mend: [
        'ip -n red addr add 192.168.15.2/24 dev veth-red',
        'ip -n blue addr add 192.168.15.3/24 dev veth-blue',
      ],
    })
  })

  it('ipvlans of mode l3', () => {
    expect(
      why(`
ip link add eth9 type veth peer name wire; ip link set wire up; ip link set eth9 up
for n in red blue; do ip netns add $n; ip link add iv$n link eth9 type ipvlan mode l3; ip link set iv$n netns $n; ip -n $n link set iv$n up; done
ip -n red addr add 10.0.1.1/24 dev ivred; ip -n blue addr add 10.0.2.1/24 dev ivblue
ip netns exec red ping -c 1 -W 1 10.0.2.1`),
    ).toEqual({
      cause: 'no-route',
      en: 'red has no route to 10.0.2.0/24: nothing leaves it.',
      ko: 'red에 10.0.2.0/24로 가는 경로가 없어 아무것도 나가지 못합니다.',
      mend: ['ip -n red route add 10.0.2.0/24 dev ivred', 'ip -n blue route add 10.0.1.0/24 dev ivblue'],
    })
  })

  it('another network at each end', () => {
    expect(
      why(`
ip netns add red; ip link add veth-red type veth peer name veth-host; ip link set veth-red netns red; ip -n red link set veth-red up; ip link set veth-host up
ip addr add 10.200.1.1/24 dev veth-host; ip -n red addr add 10.200.2.2/24 dev veth-red
ip netns exec red ping -c 1 -W 1 10.200.1.1`),
    ).toEqual({
      cause: 'no-route',
      en: 'red has no route to 10.200.1.0/24: nothing leaves it.',
      ko: 'red에 10.200.1.0/24로 가는 경로가 없어 아무것도 나가지 못합니다.',
      mend: ['ip -n red route add 10.200.1.0/24 dev veth-red', 'ip route add 10.200.2.0/24 dev veth-host'],
    })
  })
})
