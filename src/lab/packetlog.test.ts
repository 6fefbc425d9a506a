import { describe, expect, it } from 'vitest'
import type { Hop } from './hops.ts'
import { fullLab } from './full.ts'
import type { Lab } from './lab.ts'
import { storyOf } from './story.ts'
import { PacketLog } from './packetlog.ts'
import { ViewBuilder } from './viewbuilder.ts'

const BRIDGE = `ip link add br0 type bridge; ip link set br0 up
for n in 1 2 3; do
  ip netns add n$n; ip link add v$n type veth peer name eth0 netns n$n; ip link set v$n master br0 up
  ip -n n$n link set eth0 up; ip -n n$n addr add 10.0.0.$n/24 dev eth0
done
sleep 3`

function watch(...commands: string[]): {
  lab: Lab
  log: PacketLog
  hops: readonly Hop[]
  device: (id: string) => string
} {
  const lab = fullLab()
  lab.exec('host', BRIDGE)
  const log = new PacketLog(lab.trace)
  for (const command of commands) lab.exec('host', command)
  const view = new ViewBuilder(lab)
  view.update(false)
  const names = new Map<string, string>()
  for (const machine of view.view.machines) {
    for (const n of machine.namespaces)
      for (const d of n.devices) names.set(d.id, `${n.name ?? machine.name}/${d.name}`)
  }
  return { lab, log, hops: log.take(), device: (id) => names.get(id) ?? id }
}

describe('hops', () => {
  it('are every frame on every cable, in order', () => {
    const { hops, device } = watch('ip netns exec n1 ping -c 1 10.0.0.2')
    const seen = hops.map((h) => `${h.id} ${device(h.from)} > ${h.to && device(h.to)}: ${h.label}`)
    expect(seen).toEqual([
      '1 n1/eth0 > host/v1: ARP who-has 10.0.0.2',
      '2 host/v3 > n3/eth0: ARP who-has 10.0.0.2',
      '3 host/v2 > n2/eth0: ARP who-has 10.0.0.2',
      '4 n2/eth0 > host/v2: ARP 10.0.0.2 is-at',
      '5 host/v1 > n1/eth0: ARP 10.0.0.2 is-at',
      '6 n1/eth0 > host/v1: ICMP echo request',
      '7 host/v2 > n2/eth0: ICMP echo request',
      '8 n2/eth0 > host/v2: ICMP echo reply',
      '9 host/v1 > n1/eth0: ICMP echo reply',
    ])
    const [first, , , , , echo] = hops
    expect(first).toMatchObject({ protocol: 'ARP', length: 42, delay: 8000 })
    expect(first?.summary).toBe('ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28')
    expect(echo).toMatchObject({ protocol: 'ICMP', length: 98 })
    expect(echo?.summary).toMatch(
      /^IP 10\.0\.0\.1 > 10\.0\.0\.2: ICMP echo request, id \d+, seq 1, length 64$/,
    )
    expect(hops[1]?.root).toBe(first?.root)
  })

  it('tell what manages a cluster from what its users send', () => {
    const { hops } = watch(
      'ip netns exec n2 nc -l 6443 >/dev/null & ip netns exec n2 nc -l 8080 >/dev/null & sleep 0.1',
      'echo a | ip netns exec n1 nc -q 0 10.0.0.2 6443; echo b | ip netns exec n1 nc -q 0 10.0.0.2 8080',
    )
    const ofPort = (port: number): readonly Hop[] => hops.filter((hop) => hop.summary.includes(`.2.${port}`))
    expect(new Set(ofPort(6443).map((hop) => hop.management))).toEqual(new Set([true]))
    expect(new Set(ofPort(8080).map((hop) => hop.management))).toEqual(new Set([false]))
    expect(hops.some((hop) => hop.protocol === 'ARP' && hop.management)).toBe(false)
  })

  it('are not what stays inside a namespace', () => {
    expect(watch('ip link set lo up', 'ping -c 1 127.0.0.1').hops).toEqual([])
  })
})

describe('a story', () => {
  it('tells every step, and the headers', () => {
    const { lab, log, hops } = watch('ip netns exec n1 ping -c 1 10.0.0.2')
    const request = hops.find((h) => h.label === 'ICMP echo request')!
    const story = log.story(request.skb, lab.names, storyOf)!
    expect(story.title).toBe('ICMP echo request')
    expect(story.steps[0]).toMatchObject({ machine: 'host', netns: 'n1', title: 'allocSkb' })
    const titles = story.steps.map((s) => s.title)
    expect(titles).toEqual(
      expect.arrayContaining(['route', 'ipLocalOut', 'neighbour', 'xmit', 'brHandleFrame', 'icmpRcv']),
    )
    // The answer is part of it.
    expect(story.steps.at(-1)).toMatchObject({ netns: 'n1', outcome: 'delivered' })
    expect(story.layers.map((l) => l.name)).toEqual(['Ethernet II', 'IPv4', 'ICMP', 'Data'])
    expect(story.hex).toHaveLength(98 * 2)
  })

  it('of one copy of a flood leaves the others out', () => {
    const { lab, log, hops } = watch('ip netns exec n1 ping -c 1 10.0.0.2')
    const copy = hops.find((h) => h.id === 2)!
    const story = log.story(copy.skb, lab.names, storyOf)!
    expect(story.steps.some((s) => s.netns === 'n3')).toBe(true)
    expect(story.steps.some((s) => s.netns === 'n2')).toBe(false)
    expect(story.steps[0]?.netns).toBe('n1')
  })

  it('says why a packet was dropped', () => {
    const { lab, log, hops } = watch(
      'ip -n n2 route add default via 10.0.0.1; ip netns exec n2 ping -c 1 -W 1 10.5.5.5',
    )
    const request = hops.find((h) => h.label === 'ICMP echo request')!
    const drop = log.story(request.skb, lab.names, storyOf)!.steps.find((s) => s.outcome === 'drop')
    expect(drop).toMatchObject({ netns: 'n1', title: 'drop' })
    expect(drop?.detail).toContain('does not forward')
  })

  it('of a packet nobody saw is none', () => {
    const { lab, log } = watch()
    expect(log.story(999_999, lab.names, storyOf)).toBe(null)
  })

  it('is forgotten after some thousand others', () => {
    const { lab, log, hops } = watch(
      'ip netns exec n1 ping -c 1 10.0.0.2',
      'ip netns exec n1 ping -qfc 3000 10.0.0.3',
    )
    expect(log.story(hops[0]!.skb, lab.names, storyOf)).toBe(null)
    expect(log.story(log.take().at(-1)?.skb ?? hops.at(-1)!.skb, lab.names, storyOf)).not.toBe(null)
  })
})
