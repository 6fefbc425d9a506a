// A lab built by commands, and why a probe in it fails.
import { fullLab } from '../full.ts'
import type { Lab } from '../lab.ts'
import { namedNets } from '../nodes.ts'
import type { WorldName } from '../worlds/names.ts'
import { probeOf } from './probe.ts'
import { explain, type Answer } from './why.ts'

interface Told {
  readonly cause: string | null
  readonly en: string
  readonly ko: string
  readonly mend: readonly string[] | null
}

/** `machine$ command` a line; without a machine it is given on host. */
function build(setup: string, world: WorldName): Lab {
  const lab = fullLab(world)
  for (const line of setup.split('\n')) {
    const [, machine = 'host', command = ''] = /^\s*(?:([a-z]+)\$ )?(.*)$/.exec(line) ?? []
    if (command !== '') lab.exec(machine, command)
  }
  return lab
}

/** `from`: a namespace of host, or a machine. */
export function answerOf(setup: string, from: string, line: string, world: WorldName = 'bare'): Answer {
  const lab = build(setup, world)
  const machine = lab.machine(from) ? from : 'host'
  const node = lab.machine(machine)!
  const net = machine === from ? node.kernel.initNet : namedNets(node).get(from)!
  const probe = probeOf({ machine, netns: net.inode, argv: line.split(' '), status: 1 })!
  return explain(() => build(setup, world), probe)
}

export function whyOf(setup: string, from: string, line: string, world: WorldName = 'bare'): Told {
  const { cause, sentence, mend } = answerOf(setup, from, line, world)
  const lines = mend?.map((command) =>
    command.machine === 'host' ? command.line : `${command.machine}$ ${command.line}`,
  )
  return { cause, en: sentence.en, ko: sentence.ko, mend: lines ?? null }
}

/** red 10.0.0.1/24 and blue 10.0.0.2/24 at the ends of one cable. */
export const PAIR = `
ip netns add red
ip netns add blue
ip link add eth0 netns red type veth peer name eth0 netns blue
ip -n red addr add 10.0.0.1/24 dev eth0
ip -n blue addr add 10.0.0.2/24 dev eth0
ip -n red link set lo up
ip -n blue link set lo up
ip -n red link set eth0 up
ip -n blue link set eth0 up`

/** red 10.0.0.1/24, router 10.0.0.254 and 10.0.1.254 that forwards, blue 10.0.1.1/24; both have it as their default. */
export const ROUTED = `
ip netns add red
ip netns add blue
ip netns add router
ip link add eth0 netns red type veth peer name eth0 netns router
ip link add eth0 netns blue type veth peer name eth1 netns router
ip -n red addr add 10.0.0.1/24 dev eth0
ip -n blue addr add 10.0.1.1/24 dev eth0
ip -n router addr add 10.0.0.254/24 dev eth0
ip -n router addr add 10.0.1.254/24 dev eth1
ip -n red link set eth0 up
ip -n blue link set eth0 up
ip -n router link set eth0 up
ip -n router link set eth1 up
ip netns exec router sysctl -qw net.ipv4.ip_forward=1
ip -n red route add default via 10.0.0.254
ip -n blue route add default via 10.0.1.254`

/** red 10.0.0.1/24 and blue 10.0.0.2/24 on br0 of host, which has 10.0.0.254/24. */
export const BRIDGED = `
ip link add br0 type bridge
ip link set br0 up
ip addr add 10.0.0.254/24 dev br0
ip netns add red
ip netns add blue
ip link add veth-red type veth peer name eth0 netns red
ip link add veth-blue type veth peer name eth0 netns blue
ip link set veth-red master br0 up
ip link set veth-blue master br0 up
ip -n red addr add 10.0.0.1/24 dev eth0
ip -n blue addr add 10.0.0.2/24 dev eth0
ip -n red link set eth0 up
ip -n blue link set eth0 up`
