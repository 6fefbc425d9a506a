// The work that is measured, as the commands a person would type.

export interface Work {
  /** `B(100)`. */
  readonly name: string
  readonly what: string
  /** Commands that have to have run before the clock is started. */
  readonly setup: readonly string[]
  /** What is timed. */
  readonly commands: readonly string[]
  /** Milliseconds that vethlab is to stay within, on the machine that the targets were set on. */
  readonly target: number
  /** What the output of `commands` has to end in, as a proof that the work was done; null: they print nothing. */
  readonly proof: (output: string) => boolean
}

/** 10.0.0.1 is the bridge; the namespaces follow. */
function address(index: number): string {
  const host = index + 1
  return `10.0.${host >> 8}.${host & 255}`
}

/** A bridge with an address, then `count` namespaces on it: 3 + 8 × count commands. */
function build(count: number): readonly string[] {
  const commands = ['ip link add br0 type bridge', 'ip addr add 10.0.0.1/16 dev br0', 'ip link set br0 up']
  for (let i = 1; i <= count; i++) {
    commands.push(
      `ip netns add n${i}`,
      `ip link add v${i} type veth peer name eth0 netns n${i}`,
      `ip link set v${i} master br0`,
      `ip link set v${i} up`,
      `ip -n n${i} link set lo up`,
      `ip -n n${i} addr add ${address(i)}/16 dev eth0`,
      `ip -n n${i} link set eth0 up`,
      `ip -n n${i} route add default via 10.0.0.1`,
    )
  }
  return commands
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}

/** A client on a bridge, a router on the same bridge, a server behind the router. */
const ROUTED: readonly string[] = [
  'ip link add br0 type bridge',
  'ip link set br0 up',
  ...['client', 'router', 'server'].flatMap((name) => [
    `ip netns add ${name}`,
    `ip -n ${name} link set lo up`,
  ]),
  'ip link add c type veth peer name eth0 netns client',
  'ip link add r type veth peer name eth0 netns router',
  'ip link set c master br0 up',
  'ip link set r master br0 up',
  'ip -n router link add eth1 type veth peer name eth0 netns server',
  'ip -n client addr add 10.1.0.2/24 dev eth0',
  'ip -n router addr add 10.1.0.1/24 dev eth0',
  'ip -n router addr add 10.2.0.1/24 dev eth1',
  'ip -n server addr add 10.2.0.2/24 dev eth0',
  'ip -n client link set eth0 up',
  'ip -n router link set eth0 up',
  'ip -n router link set eth1 up',
  'ip -n server link set eth0 up',
  'ip -n client route add default via 10.1.0.1',
  'ip -n server route add default via 10.2.0.1',
  'ip netns exec router sysctl -qw net.ipv4.ip_forward=1',
]

const silent = (output: string): boolean => output === ''

function answered(times: number): (output: string) => boolean {
  return (output) => output.split(' 1 received, 0% packet loss').length - 1 === times
}

export function workB(count: number, target: number): Work {
  return {
    name: `B(${count})`,
    what: `build a bridge and ${count} namespaces on it`,
    setup: [],
    commands: build(count),
    target,
    proof: silent,
  }
}

export function workP(count: number, target: number): Work {
  return {
    name: `P(${count})`,
    what: `the bridge pings each of ${count} namespaces once, cold ARP`,
    setup: build(count),
    commands: range(count).map((i) => `ping -q -c 1 ${address(i)}`),
    target,
    proof: answered(count),
  }
}

export function workL(count: number, target: number): Work {
  return {
    name: `L(${count})`,
    what: `each of ${count} hosts on a bridge pings the gateway once, cold ARP`,
    setup: build(count),
    commands: range(count).map((i) => `ip netns exec n${i} ping -q -c 1 10.0.0.1`),
    target,
    proof: answered(count),
  }
}

export function workF(echoes: number, target: number): Work {
  return {
    name: 'F(1)',
    what: `${echoes} echoes client – bridge – router – server`,
    setup: ROUTED,
    commands: [`ip netns exec client ping -q -f -c ${echoes} 10.2.0.2`],
    target,
    proof: (output) => output.includes(`${echoes} received, 0% packet loss`),
  }
}

/** A client, `count` routers in a row, a server: the ends of the Nth cable are 10.1.N.1 and 10.1.N.2. */
function chain(count: number): readonly string[] {
  const hosts = ['client', ...range(count).map((i) => `r${i}`), 'server']
  const cables = range(count + 1).flatMap((i) => [
    `ip -n ${hosts[i - 1]} link add right type veth peer name left netns ${hosts[i]}`,
    `ip -n ${hosts[i - 1]} addr add 10.1.${i}.1/24 dev right`,
    `ip -n ${hosts[i]} addr add 10.1.${i}.2/24 dev left`,
    `ip -n ${hosts[i - 1]} link set right up`,
    `ip -n ${hosts[i]} link set left up`,
  ])
  const ways = range(count).flatMap((i) => [
    `ip -n ${hosts[i - 1]} route add 10.1.${count + 1}.0/24 via 10.1.${i}.2`,
    `ip -n ${hosts[i + 1]} route add 10.1.1.0/24 via 10.1.${i + 1}.1`,
  ])
  return [
    ...hosts.flatMap((name) => [`ip netns add ${name}`, `ip -n ${name} link set lo up`]),
    ...range(count).map((i) => `ip netns exec r${i} sysctl -qw net.ipv4.ip_forward=1`),
    ...cables,
    ...ways,
  ]
}

/** A rule that no packet of these labs meets. */
function stranger(index: number): string {
  return `FORWARD -s 172.16.${index >> 8}.${index & 255} -j DROP`
}

export function workC(datagrams: number, routers: number, target: number): Work {
  const echoes = datagrams / 2
  return {
    name: `C(${routers})`,
    what: `${datagrams} datagrams of 64 octets, echoes and answers, through ${routers} routers`,
    setup: chain(routers),
    commands: [`ip netns exec client ping -q -f -s 36 -c ${echoes} 10.1.${routers + 1}.2`],
    target,
    proof: (output) => output.includes(`${echoes} received, 0% packet loss`),
  }
}

export function workI(count: number, target: number): Work {
  return {
    name: `I(${count})`,
    what: `${count} iptables -A, a command each`,
    setup: [],
    commands: range(count).map((i) => `iptables -A ${stranger(i)}`),
    target,
    proof: silent,
  }
}

export function workR(count: number, echoes: number, target: number): Work {
  return {
    ...workF(echoes, target),
    name: `R(${count})`,
    what: `${echoes} echoes, the router with ${count} rules that do not match`,
    setup: [...ROUTED, ...range(count).map((i) => `ip netns exec router iptables -A ${stranger(i)}`)],
  }
}

export function workS(count: number, target: number): Work {
  const rules = '/run/rules'
  return {
    name: `S(${count})`,
    what: `iptables-restore of ${count} rules`,
    setup: [
      `echo '*filter' >${rules}`,
      `for i in $(seq ${count}); do echo "-A FORWARD -s 172.$((i / 65536 + 16)).$((i / 256 % 256)).$((i % 256)) -j DROP"; done >>${rules}`,
      `echo COMMIT >>${rules}`,
    ],
    commands: [`iptables-restore ${rules}`],
    target,
    proof: silent,
  }
}
