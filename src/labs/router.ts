import type { Lesson } from './lesson.ts'

export const router: Lesson = {
  id: 'router',
  title: 'A router between two subnets',
  summary:
    'The namespace r forwards between two bridges; watch the MAC addresses and the TTL change on the way.',
  text: `#! title: A router between two subnets
$ for n in a r b; do ip netns add $n; done
$ ip link add sw1 type bridge; ip link set sw1 up
$ ip link add sw2 type bridge; ip link set sw2 up
# plug NAMESPACE INTERFACE SWITCH
$ plug() { ip link add $1-$3 type veth peer name $2 netns $1; ip link set $1-$3 master $3 up; ip -n $1 link set $2 up; }
$ plug a eth0 sw1; plug r eth0 sw1; plug r eth1 sw2; plug b eth0 sw2
$ ip -n a addr add 192.168.1.10/24 dev eth0
$ ip -n r addr add 192.168.1.1/24 dev eth0
$ ip -n r addr add 192.168.2.1/24 dev eth1
$ ip -n b addr add 192.168.2.10/24 dev eth0
$ ip -n a route add default via 192.168.1.1
$ ip -n b route add default via 192.168.2.1
$ ip netns exec r sysctl -w net.ipv4.ip_forward=1
`,
  holds: [
    { machine: 'host', command: 'ip netns exec a ping -c 1 192.168.2.10', status: 0 },
    { machine: 'host', command: 'ip netns exec b ping -c 1 192.168.1.10', status: 0 },
    { machine: 'host', command: 'ip netns exec a ping -c 1 -t 1 -W 1 192.168.2.10', status: 1 },
  ],
}
