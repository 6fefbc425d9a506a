import type { Lesson } from './lesson.ts'

export const nat: Lesson = {
  id: 'nat',
  title: 'Out to the internet by masquerade',
  summary:
    'A container network behind host: forwarding, a MASQUERADE rule, and what connection tracking remembers for the way back.',
  text: `#! world: lan
#! title: Out to the internet by masquerade
$ ip link add br0 type bridge; ip addr add 172.18.0.1/16 dev br0; ip link set br0 up
$ for n in 1 2; do ip netns add c$n; ip link add veth$n type veth peer name eth0 netns c$n; ip link set veth$n master br0 up; ip -n c$n addr add 172.18.0.1$n/16 dev eth0; ip -n c$n link set eth0 up; ip -n c$n route add default via 172.18.0.1; done
$ sysctl -w net.ipv4.ip_forward=1
# Without this rule nothing comes back: the router does not know 172.18.0.0/16.
$ iptables -t nat -A POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE
$ iptables -P FORWARD DROP
$ iptables -A FORWARD -i br0 -j ACCEPT
$ iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
`,
  holds: [
    { machine: 'host', command: 'ip netns exec c1 ping -c 1 8.8.8.8', status: 0 },
    { machine: 'host', command: 'ip netns exec c1 ping -c 1 172.18.0.12', status: 0 },
    {
      machine: 'host',
      command: 'conntrack -L -s 172.18.0.11 2>/dev/null | grep -q dst=192.168.1.10',
      status: 0,
    },
    {
      machine: 'pc',
      command: 'ip route add 172.18.0.0/16 via 192.168.1.10; ping -c 1 -W 1 172.18.0.11',
      status: 1,
    },
  ],
}
