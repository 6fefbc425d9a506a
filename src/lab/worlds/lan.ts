// World `lan`:
//
//   host eth0 192.168.1.10/24 ─┐
//                              ├─ router lan0 192.168.1.1/24, wan0 203.0.113.1/24 ── internet eth0 203.0.113.254/24
//   pc   eth0 192.168.1.11/24 ─┘
//
// Each cable is a veth pair whose ends lie on two machines, as in the recordings of real Linux (`eth0@if2`).
import type { World } from './world.ts'

const MASQUERADE = 'iptables -t nat -A POSTROUTING -s 192.168.1.0/24 -o wan0 -j MASQUERADE'

/** Of a router with so many machines on its LAN. */
export function routerCommands(ports: number): string[] {
  const names = Array.from({ length: ports }, (_, i) => `lan${i + 1}`)
  return [
    'ip link set lo up',
    'ip link add lan0 type bridge',
    ...names.map((name) => `ip link set ${name} master lan0`),
    `for d in lan0 ${names.join(' ')} wan0; do ip link set $d up; done`,
    'ip addr add 192.168.1.1/24 brd + dev lan0',
    'ip addr add 203.0.113.1/24 brd + dev wan0',
    'ip route add default via 203.0.113.254',
    'sysctl -qw net.ipv4.ip_forward=1',
    MASQUERADE,
  ]
}

export const internetCommands: readonly string[] = [
  'ip link set lo up',
  'ip link set eth0 up',
  'ip addr add 203.0.113.254/24 brd + dev eth0',
  'for a in 8.8.8.8 1.1.1.1 203.0.113.80; do ip addr add $a/32 dev lo; done',
  "mkdir -p /srv/www && echo '<h1>Example Domain</h1>' >/srv/www/index.html",
  'python3 -m http.server 80 -d /srv/www >/dev/null 2>&1 &',
  'dnsmasq -d -R -h --log-facility=/dev/null -z -a 8.8.8.8 -A /example.com/google.com/www.naver.com/203.0.113.80 &',
]

/** Of a machine on the LAN. */
export function leaf(address: string): string[] {
  return [
    'ip link set lo up',
    'ip link set eth0 up',
    `ip addr add ${address}/24 brd + dev eth0`,
    'ip route add default via 192.168.1.1',
    "echo 'nameserver 8.8.8.8' >/etc/resolv.conf",
  ]
}

export const lan: World = {
  machines: ['host', 'pc', 'router', 'internet'],
  cables: [
    { machine: 'host', device: 'eth0', peer: 'router', peerDevice: 'lan1' },
    { machine: 'pc', device: 'eth0', peer: 'router', peerDevice: 'lan2' },
    { machine: 'internet', device: 'eth0', peer: 'router', peerDevice: 'wan0' },
  ],
  setup: [
    { machine: 'router', commands: routerCommands(2) },
    { machine: 'internet', commands: internetCommands },
    { machine: 'pc', commands: leaf('192.168.1.11') },
    { machine: 'host', commands: leaf('192.168.1.10') },
    // The links settle, groups are told of, the bridge learns; then no trace is left of having looked.
    { machine: 'host', commands: ['sleep 3', 'ping -qc 1 -W 1 8.8.8.8', 'ip neigh flush all'] },
    { machine: 'pc', commands: ['ping -qc 1 -W 1 8.8.8.8', 'ip neigh flush all'] },
    {
      machine: 'router',
      commands: ['ip neigh flush all', 'conntrack -F 2>/dev/null', 'iptables -t nat -F', MASQUERADE],
    },
    { machine: 'internet', commands: ['ip neigh flush all'] },
  ],
}
