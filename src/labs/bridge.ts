import type { Lesson } from './lesson.ts'

export const bridge: Lesson = {
  id: 'bridge-gateway',
  title: 'The host on the bridge',
  summary: 'An address on br0 makes the host a neighbour of its containers, and their gateway.',
  text: `#! title: The host on the bridge
$ ip link add br0 type bridge
$ ip addr add 10.201.0.1/24 brd + dev br0
$ ip link set br0 up
$ for n in 1 2 3; do
>   ip netns add box$n
>   ip link add veth$n type veth peer name eth0 netns box$n
>   ip link set veth$n master br0 up
>   ip -n box$n addr add 10.201.0.1$n/24 dev eth0
>   ip -n box$n link set eth0 up
>   ip -n box$n route add default via 10.201.0.1
> done
`,
  holds: [
    { machine: 'host', command: 'ping -c 1 10.201.0.13', status: 0 },
    { machine: 'host', command: 'ip netns exec box1 ping -c 1 10.201.0.12', status: 0 },
    { machine: 'host', command: 'ip netns exec box1 ping -c 1 -W 1 10.9.9.9', status: 1 },
  ],
}
