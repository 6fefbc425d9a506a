import type { Lesson } from './lesson.ts'

export const overlay: Lesson = {
  id: 'overlay',
  title: 'An overlay of two hosts',
  summary:
    'Two machines, a bridge on each, and a VXLAN tunnel between: containers on one subnet across a router’s LAN.',
  text: `#! world: lan
#! title: An overlay of two hosts
# on host
$ ip link add vxlan42 type vxlan id 42 dev eth0 local 192.168.1.10 remote 192.168.1.11 dstport 4789
$ ip link add br42 type bridge; ip link set vxlan42 master br42; ip link set br42 up; ip link set vxlan42 up
$ ip netns add web; ip link add veth0 type veth peer name eth0 netns web; ip link set veth0 master br42 up
$ ip -n web link set eth0 mtu 1450 up; ip -n web addr add 10.42.0.2/24 dev eth0
# and the same on pc
pc$ ip link add vxlan42 type vxlan id 42 dev eth0 local 192.168.1.11 remote 192.168.1.10 dstport 4789
pc$ ip link add br42 type bridge; ip link set vxlan42 master br42; ip link set br42 up; ip link set vxlan42 up
pc$ ip netns add db; ip link add veth0 type veth peer name eth0 netns db; ip link set veth0 master br42 up
pc$ ip -n db link set eth0 mtu 1450 up; ip -n db addr add 10.42.0.3/24 dev eth0
`,
  holds: [
    { machine: 'host', command: 'ip netns exec web ping -c 1 10.42.0.3', status: 0 },
    { machine: 'pc', command: 'ip netns exec db ping -c 1 -M do -s 1422 10.42.0.2', status: 0 },
    { machine: 'host', command: 'bridge fdb show dev vxlan42 | grep -q "dst 192.168.1.11"', status: 0 },
  ],
}
