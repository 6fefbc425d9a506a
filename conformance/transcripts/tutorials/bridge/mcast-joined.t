# A packet to a group is for those who joined it: 224.0.0.1 is everybody's, others have to be asked for.
#! world: bare
$ ip netns add a; ip netns add b
$ for n in a b; do ip netns exec $n sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv4.icmp_echo_ignore_broadcasts=0; ip -n $n link set lo up; done
$ ip link add eth0 netns a type veth peer name eth0 netns b
$ ip -n a addr add 10.0.0.1/24 dev eth0; ip -n a link set eth0 up
$ ip -n b addr add 10.0.0.2/24 dev eth0; ip -n b link set eth0 up
$ ip -n a route add 224.0.0.0/4 dev eth0
$ ip netns exec a ping -c 2 -i 0.2 -W 1 239.1.1.1 | grep -c 'from 10.0.0.2'
0
[1]
$ ip -n b addr add 239.1.1.1/32 dev eth0 autojoin
$ ip netns exec a ping -c 2 -i 0.2 -W 1 239.1.1.1 | grep -c 'from 10.0.0.2'
2
$ ip -n b addr del 239.1.1.1/32 dev eth0
$ ip netns exec a ping -c 2 -i 0.2 -W 1 239.1.1.1 | grep -c 'from 10.0.0.2'
0
[1]
$ ip -n b route get 239.1.1.1 from 10.0.0.1 iif eth0
RTNETLINK answers: Invalid argument
[2]
$ ip -n b route get 224.0.0.1 from 10.0.0.1 iif eth0
multicast 224.0.0.1 from 10.0.0.1 dev lo rt_offload_failed 
    cache <local,mc> iif eth0 
$ ip netns del a; ip netns del b
