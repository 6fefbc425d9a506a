import type { Lesson } from './lesson.ts'

export const veth: Lesson = {
  id: 'veth-pair',
  title: 'A veth pair',
  summary: 'A cable with one end on the host and the other in a namespace.',
  text: `#! title: A veth pair
$ ip netns add red
$ ip link add veth0 type veth peer name eth0 netns red
$ ip addr add 10.200.0.1/24 dev veth0
$ ip link set veth0 up
$ ip -n red addr add 10.200.0.2/24 dev eth0
$ ip -n red link set eth0 up
`,
  holds: [
    { machine: 'host', command: 'ping -c 1 10.200.0.2', status: 0 },
    { machine: 'host', command: 'ip netns exec red ping -c 1 10.200.0.1', status: 0 },
    { machine: 'host', command: 'ip netns exec red ping -c 1 10.201.0.1', status: 2 },
  ],
}
