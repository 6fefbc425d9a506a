# Three hosts on one underlay; each sends unknown destinations to both others.
#! world: bare
$ ip link add br0 type bridge; ip link set br0 up
$ for i in 1 2 3; do ip netns add h$i; ip netns exec h$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; ip link add v$i type veth peer name eth0 netns h$i; ip link set v$i master br0; ip link set v$i up; ip -n h$i link set eth0 up; ip -n h$i addr add 172.16.0.$i/24 dev eth0; done; sleep 1
$ for i in 1 2 3; do ip -n h$i link add vx0 address 02:00:00:00:00:0$i type vxlan id 42 dstport 4789 dev eth0; ip -n h$i addr add 10.0.0.$i/24 dev vx0; ip -n h$i link set vx0 up; done
$ ip -n h1 -d link show vx0
3: vx0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535 
    vxlan id 42 dev eth0 srcport 0 0 dstport 4789 ttl auto ageing 300 udpcsum noudp6zerocsumtx noudp6zerocsumrx addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536 
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n h1 -s link show vx0
3: vx0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       1       0       0 
$ for i in 1 2 3; do for j in 1 2 3; do [ $i = $j ] || bridge -n h$i fdb append 00:00:00:00:00:00 dev vx0 dst 172.16.0.$j; done; done
$ bridge -n h1 fdb show dev vx0
00:00:00:00:00:00 dst 172.16.0.2 self permanent
00:00:00:00:00:00 dst 172.16.0.3 self permanent
$ ip -n h1 neigh flush all; ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.117 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.117/0.117/0.117/0.000 ms
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.3
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.
64 bytes from 10.0.0.3: icmp_seq=1 ttl=64 time=0.082 ms

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.082/0.082/0.082/0.000 ms
$ bridge -n h1 fdb show dev vx0
02:00:00:00:00:03 dst 172.16.0.3 self 
02:00:00:00:00:02 dst 172.16.0.2 self 
00:00:00:00:00:00 dst 172.16.0.2 self permanent
00:00:00:00:00:00 dst 172.16.0.3 self permanent
$ bridge -n h2 fdb show dev vx0
02:00:00:00:00:01 dst 172.16.0.1 self 
00:00:00:00:00:00 dst 172.16.0.1 self permanent
00:00:00:00:00:00 dst 172.16.0.3 self permanent
$ ip -n h1 neigh
172.16.0.3 dev eth0 lladdr fe:75:55:2d:9f:16 REACHABLE 
172.16.0.2 dev eth0 lladdr 96:b5:ce:b7:15:9f REACHABLE 
10.0.0.3 dev vx0 lladdr 02:00:00:00:00:03 REACHABLE 
10.0.0.2 dev vx0 lladdr 02:00:00:00:00:02 REACHABLE 
$ ip netns exec h1 ping -c 1 -W 1 -M do -s 1422 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 1422(1450) bytes of data.
1430 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.054 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.054/0.054/0.054/0.000 ms
$ ip netns exec h1 ping -c 1 -W 1 -M do -s 1423 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 1423(1451) bytes of data.
ping: local error: message too long, mtu=1450

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec h1 ping -c 1 -W 1 -s 1472 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 1472(1500) bytes of data.
1480 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.078 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.078/0.078/0.078/0.000 ms
$ bridge -n h1 fdb del 00:00:00:00:00:00 dev vx0 dst 172.16.0.3; bridge -n h1 fdb del 02:00:00:00:00:03 dev vx0; ip -n h1 neigh flush all
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.3
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ bridge -n h1 fdb replace 02:00:00:00:00:02 dev vx0 dst 172.16.0.9; ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ bridge -n h1 fdb show dev vx0 | grep 02:00
02:00:00:00:00:02 dst 172.16.0.9 self permanent
$ ip -n h2 link set vx0 down; bridge -n h2 fdb show dev vx0
00:00:00:00:00:00 dst 172.16.0.1 self permanent
00:00:00:00:00:00 dst 172.16.0.3 self permanent
