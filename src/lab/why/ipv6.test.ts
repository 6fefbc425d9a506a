// IPv6: what is known is said, of the rest nothing.
import { describe, expect, it } from 'vitest'
import { answerOf, whyOf } from './testing.ts'

/** red fd00::1/64 and blue fd00::2/64 at the ends of one cable. */
const PAIR6 = `
ip netns add red
ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red link set eth0 up
ip -n blue link set eth0 up
ip -n red addr add fd00::1/64 dev eth0 nodad
ip -n blue addr add fd00::2/64 dev eth0 nodad
sleep 2`

/** red fd00:a::1 and blue fd00:b::1, router between them, which forwards; both have it as their default. */
const ROUTED6 = `
ip netns add red
ip netns add blue
ip netns add router
ip link add eth0 netns red type veth peer name eth0 netns router
ip link add eth0 netns blue type veth peer name eth1 netns router
ip -n red link set eth0 up
ip -n blue link set eth0 up
ip -n router link set eth0 up
ip -n router link set eth1 up
ip -n red addr add fd00:a::1/64 dev eth0 nodad
ip -n blue addr add fd00:b::1/64 dev eth0 nodad
ip -n router addr add fd00:a::ff/64 dev eth0 nodad
ip -n router addr add fd00:b::ff/64 dev eth1 nodad
ip netns exec router sysctl -qw net.ipv6.conf.all.forwarding=1
ip -n red route add default via fd00:a::ff
ip -n blue route add default via fd00:b::ff
sleep 2`

const PING = 'ping -6 -c 1 fd00::2'

/** The sentence, and what mends it. */
function told(setup: string, line: string): readonly (string | null)[] {
  const { en, mend } = whyOf(setup, 'red', line)
  return [en, ...(mend ?? [null])]
}

describe('why: IPv6', () => {
  it('gets through', () => {
    expect(answerOf(PAIR6, 'red', PING)).toMatchObject({ reached: true, mend: [] })
    expect(answerOf(ROUTED6, 'red', 'ping fd00:b::1')).toMatchObject({ reached: true, mend: [] })
  })

  it('the link is down, at either end', () => {
    expect(told(`${PAIR6}\nip -n red link set eth0 down`, PING)).toEqual([
      'eth0 in red is down, so nothing leaves red by it.',
      'ip -n red link set eth0 up',
      'ip -n red addr add fd00::1/64 dev eth0',
    ])
    expect(told(`${PAIR6}\nip -n blue link set eth0 down`, PING)).toEqual([
      'eth0 in blue is down: nothing crosses the link to eth0 in red.',
      'ip -n blue link set eth0 up',
      'ip -n blue addr add fd00::2/64 dev eth0',
    ])
  })

  it('there is no address', () => {
    expect(told(`${PAIR6}\nip -n red addr del fd00::1/64 dev eth0`, PING)).toEqual([
      'red has no IPv6 address but link-local ones, so it has no route to fd00::2 either.',
      'ip -n red addr add fd00::1/64 dev eth0',
    ])
  })

  it('there is no route, there or back', () => {
    expect(told(`${ROUTED6}\nip -n red route del default via fd00:a::ff`, 'ping fd00:b::1')).toEqual([
      'red has no route to fd00:b::/64: nothing leaves it.',
      'ip -n red route add fd00:b::/64 via fd00:a::ff',
    ])
    expect(told(`${ROUTED6}\nip -n blue route del default via fd00:b::ff`, 'ping fd00:b::1')).toEqual([
      'blue has no route back to fd00:a::/64: the reply dies there.',
      'ip -n blue route add fd00:a::/64 via fd00:b::ff',
    ])
  })

  it('nobody answers', () => {
    expect(told(PAIR6, 'ping -c 1 fd00::9')).toEqual([
      'Nobody answers the neighbour solicitation for fd00::9 on eth0 of red: no interface in the lab has that address.',
      null,
    ])
  })

  it('a rule drops it, or the search for its neighbour', () => {
    expect(told(`${ROUTED6}\nip netns exec router ip6tables -A FORWARD -j DROP`, 'ping fd00:b::1')[0]).toBe(
      'router’s ip6tables FORWARD chain drops it: rule 1 matches (-j DROP).',
    )
    expect(told(`${PAIR6}\nip netns exec blue ip6tables -P INPUT DROP`, PING)).toEqual([
      'blue’s ip6tables INPUT chain drops the neighbour solicitation: policy DROP, no rule matched.',
      'ip netns exec blue ip6tables -A INPUT -p icmpv6 --icmpv6-type neighbour-solicitation -j ACCEPT',
      'ip netns exec blue ip6tables -A INPUT -s fd00::1 -d fd00::2 -p icmpv6 -j ACCEPT',
    ])
  })

  it('the router does not forward', () => {
    const off = `${ROUTED6}\nip netns exec router sysctl -qw net.ipv6.conf.all.forwarding=0`
    expect(told(off, 'ping fd00:b::1')).toEqual([
      'router does not forward: the packet is for another host, and net.ipv6.conf.all.forwarding is 0 there.',
      'ip netns exec router sysctl -w net.ipv6.conf.all.forwarding=1',
    ])
  })

  it('nothing listens', () => {
    expect(told(PAIR6, 'curl http://[fd00::2]:8080/')).toEqual([
      'Nothing in blue listens on tcp port 8080 over IPv6: the packet arrives and is refused.',
      'ip netns exec blue python3 -m http.server 8080 --bind :: >/dev/null 2>&1 &',
    ])
    expect(told(PAIR6, 'nc -6 fd00::2 99')).toEqual([
      'Nothing in blue listens on tcp port 99 over IPv6: the packet arrives and is refused.',
      'ip netns exec blue nc -6 -lk -p 99 >/dev/null 2>&1 &',
    ])
  })

  it('of what is not known nothing is said', () => {
    expect(answerOf(PAIR6, 'red', 'ping -6 nowhere')).toBe(null)
  })
})
