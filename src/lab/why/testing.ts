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
    const [, machine = 'host', command = ''] = /^\s*(?:([a-z][a-z0-9-]*)\$ )?(.*)$/.exec(line) ?? []
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
  return explain(copier(lab, setup, world), probe)!
}

/** To build one, a cluster above all, is what takes the time: the lab itself is the first copy. */
function copier(lab: Lab, setup: string, world: WorldName): () => Lab {
  let first: Lab | null = lab
  return () => {
    const copy = first ?? build(setup, world)
    first = null
    return copy
  }
}

export function whyOf(setup: string, from: string, line: string, world: WorldName = 'bare'): Told {
  return told(answerOf(setup, from, line, world))
}

/** Of the program that ran last: in a container, a pod. */
export function whyLast(setup: string, world: WorldName): Told {
  const lab = build(setup, world)
  const probe = probeOf(lab.lastRun!)!
  return told(explain(copier(lab, setup, world), probe)!)
}

/** Of a cluster: what is drawn by lot in it (addresses of services, names of pods, NodePorts, which of two
 * pods is asked, on the same node or on another) is blotted out. */
export function whyInCluster(setup: string): Told {
  return JSON.parse(
    JSON.stringify(whyLast(setup, 'cluster'))
      .replace(/\b10\.(9[6-9]|10\d|11[01])\.\d+\.\d+[은는이가]?/g, 'CLUSTER-IP')
      .replace(/\b(web|coredns)-[a-z0-9]{8,10}-[a-z0-9]{5}[은는이가]?/g, '$1-POD')
      .replace(/; it only crosses a bridge, but \S+ is 1/g, '')
      .replace(/ 브리지만 지나는 패킷이지만 \S+ 1이라 여기를 거칩니다\./g, '')
      .replace(/(NodePort of service web is |NodePort는 )\d+/g, '$1NUMBER'),
  ) as Told
}

function told({ cause, sentence, mend }: Answer): Told {
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

/** host and the machine b, a cable between their cards. */
export const MACHINES = `
lab add machine b
lab cable host:eth0 b:eth0
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
b$ ip addr add 10.0.0.2/24 dev eth0
b$ ip link set eth0 up`

/** host stands between `out` 203.0.113.2 and the bridge; a server runs in blue. */
export const PUBLISHED = `${BRIDGED}
ip -n red route add default via 10.0.0.254
ip -n blue route add default via 10.0.0.254
ip netns exec blue python3 -m http.server 80 >/dev/null 2>&1 &
ip netns add out
ip link add veth-out type veth peer name eth0 netns out
ip addr add 203.0.113.1/24 dev veth-out
ip link set veth-out up
ip -n out addr add 203.0.113.2/24 dev eth0
ip -n out link set eth0 up
ip -n out route add default via 203.0.113.1
sysctl -qw net.ipv4.ip_forward=1`

/** Two hosts to put an overlay on. */
export const OVERLAY = `
ip netns add h1
ip netns add h2
ip link add eth0 netns h1 type veth peer name eth0 netns h2
ip -n h1 addr add 192.168.0.1/24 dev eth0
ip -n h2 addr add 192.168.0.2/24 dev eth0
ip -n h1 link set eth0 up
ip -n h2 link set eth0 up`

/** red has a macvlan on eth9 of host. */
export const MACVLAN = `
ip link add eth9 type veth peer name wire
ip link set wire up
ip link set eth9 up
ip addr add 10.0.0.1/24 dev eth9
ip netns add red
ip link add mv link eth9 type macvlan mode bridge
ip link set mv netns red
ip -n red addr add 10.0.0.2/24 dev mv
ip -n red link set mv up`
