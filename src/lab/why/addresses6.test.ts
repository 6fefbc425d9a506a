// IPv6: addresses that cannot be used, neighbours that do not answer, what is not delivered.
import { describe, expect, it } from 'vitest'
import { whyLast } from './testing.ts'

function why(setup: string) {
  return whyLast(setup, 'bare')
}

describe('why: addresses and neighbours of IPv6', () => {
  it('IPv6 is off', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip netns exec red sysctl -qw net.ipv6.conf.all.disable_ipv6=1; ip -n red link set eth0 up; ip -n blue link set eth0 up; ip -n blue addr add fd00::2/64 dev eth0 nodad; sleep 2
ip netns exec red ping -6 -c 1 -W 1 fd00::2`),
    ).toEqual({
      cause: 'ipv6-disabled',
      en: 'IPv6 is off on eth0 in red: net.ipv6.conf.eth0.disable_ipv6 is 1, so it has no IPv6 address at all.',
      ko: 'red의 eth0에서 IPv6가 꺼져 있습니다: net.ipv6.conf.eth0.disable_ipv6가 1이라 IPv6 주소가 하나도 없습니다.',
      mend: [
        'ip netns exec red sysctl -w net.ipv6.conf.all.disable_ipv6=0',
        'ip -n red addr add fd00::1/64 dev eth0',
      ],
    })
  })

  it('the address is still tentative', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip -n blue link set eth0 up
ip -n blue addr add fd00::2/64 dev eth0 nodad; ip -n red addr add fd00::1/64 dev eth0
ip -n red link set eth0 up
ip netns exec red ping -c 1 -W 1 fd00::2`),
    ).toEqual({
      cause: 'tentative',
      en: 'fd00::1 on eth0 in red is still tentative: until duplicate address detection (DAD) is done, about a second, it may not be used.',
      ko: 'red의 eth0에 있는 fd00::1이 아직 tentative입니다: 중복 주소 검사(DAD)가 끝나는 약 1초 동안은 쓸 수 없습니다.',
      mend: ['sleep 2'],
    })
  })

  it('a link-local address without a zone', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip -n red link set eth0 up address 02:00:00:00:00:01; ip -n blue link set eth0 up address 02:00:00:00:00:02; sleep 2
ip netns exec red curl -m 2 'http://[fe80::ff:fe00:2]/'`),
    ).toEqual({
      cause: 'no-zone',
      en: 'fe80::ff:fe00:2 is link-local, and every link has fe80::/64: without a zone red does not know which one is meant. Write fe80::ff:fe00:2%eth0.',
      ko: 'fe80::ff:fe00:2는 링크 로컬 주소이고 모든 링크에 fe80::/64가 있습니다: 존(zone)이 없으면 red는 어느 링크인지 모릅니다. fe80::ff:fe00:2%eth0으로 씁니다.',
      mend: null,
    })
  })

  it('a prefix that leaves the neighbour out', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip -n red link set eth0 up; ip -n blue link set eth0 up
ip -n red addr add fd00::1/128 dev eth0 nodad; ip -n blue addr add fd00::2/64 dev eth0 nodad; sleep 2
ip netns exec red ping -c 1 -W 1 fd00::2`),
    ).toEqual({
      cause: 'wrong-prefix',
      en: 'The prefix of eth0 in red is wrong: fd00::1/128 leaves out fd00::2, which is on the same link with /64.',
      ko: 'red의 eth0 프리픽스가 틀렸습니다: 같은 링크에 /64로 있는 fd00::2가 fd00::1/128에 들지 않습니다.',
      mend: ['ip -n red addr del fd00::1/128 dev eth0', 'ip -n red addr add fd00::1/64 dev eth0'],
    })
  })

  it('another network on the same link', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip -n red link set eth0 up; ip -n blue link set eth0 up
ip -n red addr add fd00:1::1/64 dev eth0 nodad; ip -n blue addr add fd00:2::2/64 dev eth0 nodad; sleep 2
ip netns exec red ping -c 1 -W 1 fd00:2::2`),
    ).toEqual({
      cause: 'no-route',
      en: 'red has no route to fd00:2::/64: nothing leaves it.',
      ko: 'red에 fd00:2::/64로 가는 경로가 없어 아무것도 나가지 못합니다.',
      mend: ['ip -n red addr add fd00:2::1/64 dev eth0'],
    })
  })

  it('a prefix that takes in too much', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip netns add router
ip link add eth0 netns red type veth peer name eth0 netns router; ip link add eth0 netns blue type veth peer name eth1 netns router
for n in red blue router; do ip -n $n link set eth0 up; done; ip -n router link set eth1 up
ip -n red addr add fd00:a::1/16 dev eth0 nodad; ip -n blue addr add fd00:b::1/64 dev eth0 nodad; ip -n router addr add fd00:a::ff/64 dev eth0 nodad; ip -n router addr add fd00:b::ff/64 dev eth1 nodad; ip netns exec router sysctl -qw net.ipv6.conf.all.forwarding=1; ip -n red route add default via fd00:a::ff; ip -n blue route add default via fd00:b::ff; sleep 2
ip netns exec red ping -c 1 -W 1 fd00:b::1`),
    ).toEqual({
      cause: 'neighbour-unanswered',
      en: 'The prefix of eth0 in red is wrong: with fd00:a::1/16 it takes fd00:b::1 for a neighbour, which is on another link.',
      ko: 'red의 eth0 프리픽스가 틀렸습니다: fd00:a::1/16 때문에 다른 링크에 있는 fd00:b::1을 이웃으로 여깁니다.',
      mend: ['ip -n red addr del fd00:a::1/16 dev eth0', 'ip -n red addr add fd00:a::1/64 dev eth0'],
    })
  })

  it('lo is down', () => {
    expect(
      why(`
ip netns add red
ip netns exec red ping -c 1 -W 1 ::1`),
    ).toEqual({
      cause: 'lo-down',
      en: 'lo in red is down, and what red sends to itself (::1) goes through lo.',
      ko: 'red의 lo가 내려가 있습니다. red가 자신(::1)에게 보내는 것은 lo를 지납니다.',
      mend: ['ip -n red link set lo up'],
    })
  })

  it('the gateway is another one', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip netns add router
ip link add eth0 netns red type veth peer name eth0 netns router; ip link add eth0 netns blue type veth peer name eth1 netns router
for n in red blue router; do ip -n $n link set eth0 up; done; ip -n router link set eth1 up
ip -n red addr add fd00:a::1/64 dev eth0 nodad; ip -n blue addr add fd00:b::1/64 dev eth0 nodad; ip -n router addr add fd00:a::ff/64 dev eth0 nodad; ip -n router addr add fd00:b::ff/64 dev eth1 nodad; ip netns exec router sysctl -qw net.ipv6.conf.all.forwarding=1; ip -n red route add default via fd00:a::fe; ip -n blue route add default via fd00:b::ff; sleep 2
ip netns exec red ping -c 1 -W 1 fd00:b::1`),
    ).toEqual({
      cause: 'neighbour-unanswered',
      en: 'red’s route goes via fd00:a::fe, and nobody answers the neighbour solicitation for that gateway: no interface in the lab has the address.',
      ko: 'red의 경로는 fd00:a::fe를 지나는데 그 게이트웨이를 찾는 이웃 요청에 아무도 답하지 않습니다: 그 주소를 가진 인터페이스가 없습니다.',
      mend: ['ip -n red -6 route replace default via fd00:a::ff'],
    })
  })

  it('the cable ends in no bridge', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add br0 type bridge; ip link set br0 up
for n in red blue; do ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done; ip link set vred master br0
ip -n blue addr add fd00::2/64 dev eth0 nodad; ip -n red addr add fd00::1/64 dev eth0 nodad; sleep 2
ip netns exec red ping -c 1 -W 1 fd00::2`),
    ).toEqual({
      cause: 'no-master',
      en: 'vblue in host is a port of no bridge: what comes out of blue ends there.',
      ko: 'host의 vblue가 어느 브리지의 포트도 아닙니다: blue에서 나온 것이 거기서 끝납니다.',
      mend: ['ip link set vblue master br0'],
    })
  })

  it('it listens on ::1 only', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip -n red link set eth0 up; ip -n blue link set eth0 up; ip -n red addr add fd00::1/64 dev eth0 nodad; ip -n blue addr add fd00::2/64 dev eth0 nodad; ip -n blue link set lo up; sleep 2
ip netns exec blue python3 -m http.server 80 --bind ::1 >/dev/null 2>&1 &
sleep 1
ip netns exec red curl -m 2 'http://[fd00::2]/'`),
    ).toEqual({
      cause: 'nothing-listening',
      en: 'python3 in blue listens on [::1]:80 only: tcp to fd00::2 finds nobody there.',
      ko: 'blue의 python3이 [::1]:80에서만 듣습니다: fd00::2로 온 tcp는 받을 곳이 없습니다.',
      mend: ['kill 12', 'ip netns exec blue python3 -m http.server 80 --bind :: >/dev/null 2>&1 &'],
    })
  })

  it('it listens over IPv4 only', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip -n red link set eth0 up; ip -n blue link set eth0 up; ip -n red addr add fd00::1/64 dev eth0 nodad; ip -n blue addr add fd00::2/64 dev eth0 nodad; ip -n blue link set lo up; sleep 2
ip netns exec blue python3 -m http.server 80 --bind 0.0.0.0 >/dev/null 2>&1 &
sleep 1
ip netns exec red curl -m 2 'http://[fd00::2]/'`),
    ).toEqual({
      cause: 'nothing-listening',
      en: 'python3 in blue listens on tcp port 80 over IPv4 only: over IPv6 nobody is there.',
      ko: 'blue의 python3이 tcp 80번 포트를 IPv4로만 듣습니다: IPv6로는 받을 곳이 없습니다.',
      mend: ['kill 12', 'ip netns exec blue python3 -m http.server 80 --bind :: >/dev/null 2>&1 &'],
    })
  })

  it('echo requests are ignored', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip link add eth0 netns red type veth peer name eth0 netns blue; ip -n red link set eth0 up; ip -n blue link set eth0 up; ip -n red addr add fd00::1/64 dev eth0 nodad; ip -n blue addr add fd00::2/64 dev eth0 nodad; sleep 2
ip netns exec blue sysctl -qw net.ipv6.icmp.echo_ignore_all=1
ip netns exec red ping -c 1 -W 1 fd00::2`),
    ).toEqual({
      cause: 'echo-ignored',
      en: 'blue gets the echo request and must not answer: net.ipv6.icmp.echo_ignore_all is 1.',
      ko: 'blue가 에코 요청을 받지만 답하지 않습니다: net.ipv6.icmp.echo_ignore_all이 1입니다.',
      mend: ['ip netns exec blue sysctl -w net.ipv6.icmp.echo_ignore_all=0'],
    })
  })

  it('the sender knows that it is too big', () => {
    expect(
      why(`
ip netns add red; ip netns add blue; ip netns add router
ip link add eth0 netns red type veth peer name eth0 netns router; ip link add eth0 netns blue type veth peer name eth1 netns router
for n in red blue router; do ip -n $n link set eth0 up; done; ip -n router link set eth1 up
ip -n red addr add fd00:a::1/64 dev eth0 nodad; ip -n blue addr add fd00:b::1/64 dev eth0 nodad; ip -n router addr add fd00:a::ff/64 dev eth0 nodad; ip -n router addr add fd00:b::ff/64 dev eth1 nodad; ip netns exec router sysctl -qw net.ipv6.conf.all.forwarding=1; ip -n red route add default via fd00:a::ff; ip -n blue route add default via fd00:b::ff; sleep 2
ip -n router link set eth1 mtu 1300
ip netns exec red ping -M do -c 1 -W 1 -s 1400 fd00:b::1`),
    ).toEqual({
      cause: 'mtu',
      en: 'red knows that no more than 1300 octets get there whole (path MTU): eth1 in router has that MTU.',
      ko: 'red는 거기까지 1300바이트보다 큰 패킷이 통째로 가지 못함을 압니다(경로 MTU): router의 eth1 MTU가 그 값입니다.',
      mend: null,
    })
  })
})
