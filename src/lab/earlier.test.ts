import { expect, it } from 'vitest'
import type { Hop } from './hops.ts'
import { fullLab } from './full.ts'
import { PacketLog } from './packetlog.ts'
import { storyOf, type Story } from './story.ts'

const PAIR = `ip netns add a; ip netns add b; ip link add eth0 netns a type veth peer name eth0 netns b
ip -n a addr add 10.0.0.1/24 dev eth0; ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up; ip -n b link set eth0 up; ip netns exec b nc -lk 80 &
sleep 3`

/** Hops of the packets of that label, and which packet each is compared with. */
function compared(label: RegExp, ...commands: string[]): { hops: Hop[]; earlier: (number | null)[] } {
  const lab = fullLab()
  lab.exec('host', PAIR)
  const log = new PacketLog(lab.trace)
  for (const command of commands) lab.exec('host', command)
  const hops = log.take().filter((hop) => label.test(hop.label))
  const told = (skb: number): Story => log.story(skb, lab.names, storyOf)!
  return { hops, earlier: hops.map((hop) => told(hop.root).earlier) }
}

it('is the packet at the same place in the ping before', () => {
  const ping = 'ip netns exec a ping -c 2 10.0.0.2'
  const { hops, earlier } = compared(/ICMP echo request/, ping, 'ip netns exec a ping -c 1 10.0.0.9', ping)
  const [one, two] = hops.map((hop) => hop.root)
  expect(earlier).toEqual([null, one, one, two])
})

it('is none of another sender, another address or another port', () => {
  const { earlier } = compared(
    /^TCP.*\[S\]/,
    'ip netns exec a nc -z 10.0.0.2 80',
    'ip netns exec a nc -z 10.0.0.2 81',
    'ip netns exec b nc -z 10.0.0.1 80',
  )
  expect(earlier).toEqual([null, null, null])
})

it('is the first segment of the connection before', () => {
  const connect = 'ip netns exec a nc -z 10.0.0.2 80'
  const { hops, earlier } = compared(/^TCP/, connect, connect)
  const syn = hops.filter((hop) => / SYN$|\[S\]/.test(hop.label))
  expect(syn.length, hops.map((hop) => hop.label).join()).toBe(2)
  expect(earlier[hops.indexOf(syn[1]!)]).toBe(syn[0]!.root)
})
