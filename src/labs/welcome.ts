import type { Lesson } from './lesson.ts'

export const welcome: Lesson = {
  id: 'welcome',
  title: 'Two namespaces on a bridge',
  summary: 'red and blue are plugged into one bridge; ping from one to the other and watch ARP, then ICMP.',
  text: `#! title: Two namespaces on a bridge
$ ip netns add red
$ ip netns add blue
$ ip link add br0 type bridge
$ ip link set br0 up
$ ip link add veth-red type veth peer name eth0 netns red
$ ip link set veth-red master br0
$ ip link set veth-red up
$ ip -n red addr add 10.0.0.1/24 dev eth0
$ ip -n red link set eth0 up
$ ip link add veth-blue type veth peer name eth0 netns blue
$ ip link set veth-blue master br0
$ ip link set veth-blue up
$ ip -n blue addr add 10.0.0.2/24 dev eth0
$ ip -n blue link set eth0 up
`,
  holds: [
    { machine: 'host', command: 'ip netns exec red ping -c 1 10.0.0.2', status: 0 },
    { machine: 'host', command: 'ip netns exec blue ping -c 1 10.0.0.1', status: 0 },
    { machine: 'host', command: 'ping -c 1 -W 1 10.0.0.1', status: 2 },
  ],
}
