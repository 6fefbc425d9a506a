import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullLab } from './full.ts'
import type { Lab } from './lab.ts'
import type { WorldName } from './worlds/names.ts'
import { worldState } from './worldfacts.ts'
import { worldText } from './worldtext.ts'

function build(commands: readonly string[], world: WorldName = 'bare'): Lab {
  const lab = fullLab(world)
  for (const command of commands) lab.exec('host', command)
  return lab
}

function commandsFor(lab: Lab): string[] {
  return worldText(lab, { title: '', placements: [], notes: [] }).steps.map((s) =>
    s.machine === 'host' ? s.command : `${s.machine}$ ${s.command}`,
  )
}

/** What two labs that are the same have in common; numbers of devices, and drawn MAC addresses, are not. */
function essence(lab: Lab): unknown {
  const { nodes, machines } = worldState(lab.nodes)
  return {
    nodes: nodes.map((node) => ({
      ...node,
      nics: [...node.nics].sort((a, b) => (a.name < b.name ? -1 : 1)),
    })),
    machines: machines.map((machine) => ({
      ...machine,
      nets: machine.nets.map((net) => ({
        ...net,
        routes: [...net.routes].sort(),
        neighbours: [...net.neighbours].sort(),
        fdb: [...net.fdb].sort(),
        sysctls: [...net.sysctls],
        links: net.links
          .map(({ index: _, serial: __, ...link }) => link)
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      })),
      files: [...machine.files].sort(),
      directories: [...machine.directories].sort(),
    })),
  }
}

function expectRoundTrip(lab: Lab): void {
  const text = worldText(lab, { title: '', placements: [], notes: [] })
  const again = fullLab(text.world)
  for (const step of text.steps) again.exec(step.machine, step.command)
  expect(essence(again)).toEqual(essence(lab))
}

describe('what stands on another link', () => {
  it('is made after it, wherever the two are, and not brought up with it', () => {
    const lab = build([
      'ip netns add red',
      'ip netns add blue',
      'ip link add eth0 type veth peer name eth0 netns red',
      'ip link set eth0 mtu 1400 up',
      'ip -n red link set eth0 up',
      'ip link add link eth0 name eth0.10 type vlan id 10 egress-qos-map 0:3',
      'ip link add link eth0.10 name q up type vlan protocol 802.1ad id 20',
      'ip link add link eth0 name eth0.11 type vlan id 11',
      'ip -n red link add link eth0 name mv0 netns blue type macvlan mode bridge',
      'ip -n blue addr add 10.0.0.1/24 dev mv0',
      'ip -n blue link set mv0 up',
      'ip -n red link property add dev eth0 altname uplink',
      'ip link add c0 type veth peer name c1',
      'ip link add link c0 name iv0 type ipvlan mode l2 private',
    ])
    expectRoundTrip(lab)
    expect(commandsFor(lab).filter((command) => /type (vlan|macvlan|ipvlan)|property/.test(command))).toEqual(
      [
        'ip link add link eth0 name eth0.10 type vlan id 10 egress-qos-map 0:3',
        'ip link add link eth0 name eth0.11 type vlan id 11',
        'ip link add link c0 name iv0 type ipvlan mode l2 private',
        'ip -n red link add link eth0 name mv0 netns blue type macvlan mode bridge',
        'ip link add link eth0.10 name q type vlan protocol 802.1ad id 20',
        'ip -n red link property add dev eth0 altname uplink',
      ],
    )
  })
})

describe('the commands for a lab are short', () => {
  it('of two namespaces on a bridge', () => {
    const lab = build([
      'ip netns add scratch; ip netns del scratch',
      'ip netns add red; ip netns add blue',
      'ip link add br0 type bridge; ip link set br0 up',
      'ip link add veth-red type veth peer name tmp; ip link set tmp netns red; ip -n red link set tmp name eth0',
      'ip link set veth-red master br0; ip link set veth-red up; ip -n red link set eth0 up; ip -n red link set lo up',
      'ip -n red addr add 10.0.0.1/24 dev eth0; ip -n red addr add 10.0.0.9/24 dev eth0',
      'ip -n red addr del 10.0.0.9/24 dev eth0; ip -n red route add default via 10.0.0.254',
      'ip netns exec red ping -c 1 -W 1 10.0.0.254',
    ])
    expect(commandsFor(lab)).toEqual([
      'ip netns add blue',
      'ip netns add red',
      'ip link add br0 type bridge',
      'ip link add veth-red type veth peer name eth0 netns red',
      'ip link set br0 up',
      'ip link set veth-red master br0 up',
      'ip -n red link set dev lo up',
      'ip -n red link set eth0 up',
      'ip -n red addr add 10.0.0.1/24 dev eth0',
      'ip -n red route add default via 10.0.0.254 dev eth0',
    ])
    expectRoundTrip(lab)
  })

  it('of what was changed in world lan', () => {
    const lab = build(
      [
        'ip route del default; ip addr add 192.168.1.20/24 dev eth0',
        'lab add machine web1; lab add switch sw1; lab cable web1 sw1; lab cable host:eth1 sw1',
        'ip link set eth1 name lan1 mtu 1400; lab del pc; sysctl -w net.ipv4.ip_forward=1',
        "mkdir -p /etc/netns/red /tmp/a/b; echo 'nameserver 1.1.1.1' > /etc/netns/red/resolv.conf; echo x >> /etc/hosts",
      ],
      'lan',
    )
    expect(commandsFor(lab)).toEqual([
      'lab del pc',
      'lab add machine web1',
      'lab add switch sw1',
      'lab cable web1:eth0 sw1',
      'lab cable host:lan1 sw1',
      'ip addr add 192.168.1.20/24 dev eth0',
      'ip link set lan1 mtu 1400',
      'sysctl -w net.ipv4.ip_forward=1',
      'ip route del default via 192.168.1.1 dev eth0',
      'mkdir -p /tmp/a/b',
      'mkdir -p /etc/netns/red',
      expect.stringContaining('cat > /etc/hosts'),
      "echo 'nameserver 1.1.1.1' > /etc/netns/red/resolv.conf",
    ])
    expectRoundTrip(lab)
  })

  it('of tunnels, VLANs and settings of bridges', () => {
    const lab = build([
      'ip netns add red; ip link add veth0 type veth peer name eth0 netns red; ip link set veth0 up',
      'ip link add br0 type bridge vlan_filtering 1 stp_state 1; ip link set veth0 master br0',
      'bridge vlan add vid 10 dev veth0 pvid untagged; bridge vlan del vid 1 dev veth0; bridge vlan add vid 10 dev br0 self',
      'ip -n red link add vx0 type vxlan id 42 dstport 4789 dev eth0 remote 10.0.0.2 local 10.0.0.1 nolearning',
      'bridge -n red fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.3 via eth0',
      'bridge link set dev veth0 cost 7 neigh_suppress on',
    ])
    expect(commandsFor(lab)).toEqual([
      'ip netns add red',
      'ip link add veth0 type veth peer name eth0 netns red',
      'ip link add br0 type bridge',
      'ip -n red link add vx0 type vxlan id 42 dev eth0 remote 10.0.0.2 local 10.0.0.1 dstport 4789 nolearning',
      'ip link set veth0 master br0 up',
      'bridge link set dev veth0 neigh_suppress on cost 7',
      'ip link set br0 type bridge stp_state 1 vlan_filtering 1',
      'bridge -n red fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.3 via eth0',
      'bridge vlan del vid 1 dev veth0',
      'bridge vlan add vid 10 dev veth0 pvid untagged',
      'bridge vlan add vid 10 dev br0 self',
    ])
    expectRoundTrip(lab)
  })

  it('of IPv6, rules and sets', () => {
    const lab = build([
      'ip netns add red; ip link add veth0 type veth peer name eth0 netns red; ip link set veth0 up; ip -n red link set eth0 up',
      'ip -n red addr add 2001:db8::1/64 dev eth0; ip -n red addr add 2001:db8::2 peer 2001:db8::3/128 dev eth0 metric 7',
      'ip -n red addr add fd00::1/64 dev eth0 nodad noprefixroute valid_lft 1000 preferred_lft 500',
      'ip -n red -6 route add default via 2001:db8::9; ip -n red neigh add 2001:db8::9 lladdr 02:00:00:00:00:09 dev eth0',
      'sysctl -qw net.ipv6.conf.all.forwarding=1',
      'ipset create good hash:net comment; ipset add good 10.0.0.0/8 comment "all of \'em"',
      'iptables -t nat -A POSTROUTING -s 10.0.0.0/24 ! -o veth0 -j MASQUERADE',
      'iptables -N web; iptables -A web -p tcp -m multiport --dports 80,443 -m comment --comment "it\'s \\$5" -j ACCEPT',
      'iptables -A INPUT -m set --match-set good src -j web; iptables -P FORWARD DROP',
      'ip netns exec red ip6tables -A INPUT -p icmpv6 --icmpv6-type echo-request -j DROP',
    ])
    expect(commandsFor(lab)).toEqual([
      'ip netns add red',
      'ip link add veth0 type veth peer name eth0 netns red',
      'ip link set veth0 up',
      'ip -n red link set eth0 up',
      'ip -n red addr add 2001:db8::1/64 dev eth0',
      'ip -n red addr add 2001:db8::2 peer 2001:db8::3/128 metric 7 dev eth0',
      'ip -n red addr add fd00::1/64 nodad noprefixroute valid_lft 1000 preferred_lft 500 dev eth0',
      'sysctl -w net.ipv6.conf.all.forwarding=1',
      'ipset create good hash:net comment',
      "ipset add good 10.0.0.0/8 comment 'all of '\\''em'",
      'iptables -N web',
      'iptables -P FORWARD DROP',
      'iptables -A INPUT -m set --match-set good src -j web',
      "iptables -A web -p tcp -m multiport --dports 80,443 -m comment --comment 'it'\\''s $5' -j ACCEPT",
      'iptables -t nat -A POSTROUTING -s 10.0.0.0/24 ! -o veth0 -j MASQUERADE',
      'ip -6 -n red route add default via 2001:db8::9 dev eth0',
      'ip -n red neigh replace 2001:db8::9 lladdr 02:00:00:00:00:09 dev eth0',
      'ip netns exec red ip6tables -A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128 -j DROP',
    ])
    expectRoundTrip(lab)
  })
})

const NETNS = ['', '-n red ', '-n blue ']
const DEVICES = ['lo', 'veth0', 'veth1', 'eth0', 'br0', 'br1']
const netns = fc.constantFrom(...NETNS)
const device = fc.constantFrom(...DEVICES)
const octet = fc.integer({ min: 1, max: 3 })

const command = fc.oneof(
  fc
    .tuple(netns, device, device, fc.constantFrom('', ' netns red', ' netns blue'))
    .map(([n, a, b, where]) => `ip ${n}link add ${a} type veth peer name ${b}${where}`),
  fc.tuple(netns, fc.constantFrom('br0', 'br1')).map(([n, b]) => `ip ${n}link add ${b} type bridge`),
  fc.tuple(netns, device, device).map(([n, a, b]) => `ip ${n}link set ${a} master ${b}`),
  fc.tuple(netns, device).map(([n, d]) => `ip ${n}link set ${d} up`),
  fc
    .tuple(
      netns,
      device,
      fc.constantFrom('down', 'nomaster', 'mtu 1400', 'alias x', 'address 02:00:00:00:00:01', 'netns blue'),
    )
    .map(([n, d, what]) => `ip ${n}link set ${d} ${what}`),
  fc.tuple(netns, device).map(([n, d]) => `ip ${n}link del ${d}`),
  fc
    .tuple(netns, octet, octet, device, fc.constantFrom('', ' brd +'))
    .map(([n, a, b, d, brd]) => `ip ${n}addr add 10.0.${a}.${b}/24${brd} dev ${d}`),
  fc.tuple(netns, octet, octet, device).map(([n, a, b, d]) => `ip ${n}addr del 10.0.${a}.${b}/24 dev ${d}`),
  fc.tuple(netns, octet, octet).map(([n, a, b]) => `ip ${n}route add 10.1.${a}.0/24 via 10.0.${a}.${b}`),
  fc.tuple(netns, octet, device).map(([n, a, d]) => `ip ${n}route add 10.2.${a}.0/24 dev ${d} metric 5`),
  fc
    .tuple(netns, octet, device)
    .map(([n, a, d]) => `ip ${n}neigh add 10.0.1.${a} lladdr 02:00:00:00:00:0${a} dev ${d}`),
  fc
    .tuple(
      fc.constantFrom('red', 'blue'),
      fc.constantFrom('ipv4.ip_forward=1', 'ipv4.conf.all.rp_filter=2', 'ipv6.conf.all.forwarding=1'),
    )
    .map(([n, what]) => `ip netns exec ${n} sysctl -qw net.${what}`),
  fc
    .tuple(netns, octet, device, fc.constantFrom('', ' nodad', ' noprefixroute', ' metric 5'))
    .map(([n, a, d, more]) => `ip ${n}addr add 2001:db8:${a}::${a}/64 dev ${d}${more}`),
  fc.tuple(netns, octet, device).map(([n, a, d]) => `ip ${n}addr del 2001:db8:${a}::${a}/64 dev ${d}`),
  fc.tuple(netns, octet).map(([n, a]) => `ip -6 ${n}route add 2001:db8:a${a}::/48 via 2001:db8:${a}::9`),
  fc
    .tuple(netns, octet, device)
    .map(([n, a, d]) => `ip ${n}neigh add 2001:db8::${a} lladdr 02:00:00:00:00:0${a} dev ${d}`),
  fc
    .tuple(
      fc.constantFrom('', 'ip netns exec red '),
      fc.constantFrom('iptables', 'ip6tables'),
      fc.constantFrom('', '-t mangle '),
      fc.constantFrom('-P FORWARD DROP', '-F', '-F web', '-N web', '-X web', '-D INPUT 1'),
    )
    .map((words) => words.join(' ')),
  fc
    .tuple(
      fc.constantFrom('', 'ip netns exec red '),
      fc.constantFrom('iptables', 'ip6tables'),
      fc.constantFrom('', '-t mangle '),
      fc.constantFrom('-A', '-I'),
      fc.constantFrom('INPUT', 'web'),
      fc.constantFrom(
        '-j web',
        '-p tcp ! --dport 80 -j DROP',
        '-m set --match-set s src',
        '-m comment --comment "a \'b"',
      ),
    )
    .map((words) => words.join(' ')),
  fc
    .tuple(
      fc.constantFrom('', 'ip netns exec red '),
      fc.constantFrom('create s hash:ip', 'add s 10.0.0.1', 'add s 10.0.0.2', 'del s 10.0.0.1', 'destroy s'),
    )
    .map(([n, what]) => `${n}ipset ${what}`),
  fc
    .tuple(octet, octet)
    .map(([a, b]) => `mkdir -p /tmp/d${a}; printf '%s\\n' ${'x '.repeat(b)}> /tmp/d${a}/f${b}`),
  fc.constantFrom(
    'lab add machine m1',
    'lab add switch sw1',
    'lab cable host sw1',
    'lab cable m1 sw1',
    'lab cable m1 host',
    'lab uncable m1',
    'lab del sw1',
  ),
)

it('whatever commands made it, the text makes it again', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 40 }), (commands) => {
      expectRoundTrip(build(['ip netns add red; ip netns add blue', ...commands]))
    }),
    { numRuns: 50 },
  )
}, 60_000)
