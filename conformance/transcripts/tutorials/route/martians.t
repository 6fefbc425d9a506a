# Addresses that cannot be: what log_martians tells
#! world: bare
$ ip netns add b
$ ip link set lo up
$ ip link add va address 02:00:00:00:00:01 type veth peer name eb address 02:00:00:00:00:02 netns b
$ ip addr add 10.0.0.1/24 dev va; ip link set va up
$ ip -n b addr add 10.0.0.2/24 dev eb; ip -n b addr add 10.9.0.1/32 dev lo
$ ip -n b link set lo up; ip -n b link set eb up
$ sysctl -w net.ipv4.conf.all.log_martians=1
net.ipv4.conf.all.log_martians = 1
$ echo start > /dev/kmsg
$ ip netns exec b ping -c 1 -W 1 10.0.0.1 > /dev/null; dmesg -t | tail -1
start
$ sysctl -w net.ipv4.conf.va.rp_filter=1
net.ipv4.conf.va.rp_filter = 1
$ ip -n b neigh add 10.0.0.1 lladdr 02:00:00:00:00:01 dev eb
RTNETLINK answers: File exists
[2]
$ ip netns exec b ping -c 1 -W 1 -I 10.9.0.1 10.0.0.1 > /dev/null
[1]
$ dmesg -tx | tail -2
kern  :warn  : IPv4: martian source 10.0.0.1 from 10.9.0.1, on dev va
kern  :warn  : ll header: 00000000: 02 00 00 00 00 01 02 00 00 00 00 02 08 00
$ nstat -az TcpExtIPReversePathFilter
\#kernel
TcpExtIPReversePathFilter       1                  0.0
$ ip -n b neigh flush all; ip -n b neigh del 10.0.0.1 dev eb
RTNETLINK answers: No such file or directory
[2]
$ ip netns exec b ping -c 1 -W 1 -I 10.9.0.1 10.0.0.1 > /dev/null
[1]
$ dmesg -t | tail -2
IPv4: martian source 10.0.0.1 from 10.9.0.1, on dev va
ll header: 00000000: ff ff ff ff ff ff 02 00 00 00 00 02 08 06
$ sysctl -w net.ipv4.conf.va.rp_filter=2
net.ipv4.conf.va.rp_filter = 2
$ ip netns exec b ping -c 1 -W 1 -I 10.9.0.1 10.0.0.1 > /dev/null
[1]
$ ip route add 10.9.0.1 via 10.0.0.2
$ ip netns exec b ping -c 1 -W 1 -I 10.9.0.1 10.0.0.1 | tail -3 | head -1
--- 10.0.0.1 ping statistics ---
$ sysctl net.ipv4.ping_group_range net.ipv4.igmp_qrv net.ipv4.ipfrag_time net.ipv4.fib_multipath_hash_policy
net.ipv4.ping_group_range = 1	0
net.ipv4.igmp_qrv = 2
net.ipv4.ipfrag_time = 30
net.ipv4.fib_multipath_hash_policy = 0
$ cat /proc/sys/net/ipv4/neigh/va/{unres_qlen,proxy_qlen,anycast_delay}
101
64
100
