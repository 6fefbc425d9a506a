# Two ends that do not agree.
#! world: bare
$ for i in 1 2; do ip netns add h$i; ip netns exec h$i sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; done; ip link add eth0 netns h1 type veth peer name eth0 netns h2
$ for i in 1 2; do ip -n h$i addr add 172.16.0.$i/24 dev eth0; ip -n h$i link set eth0 up; done
$ ip -n h1 link add vx0 address 02:00:00:00:00:01 type vxlan id 42 dstport 4789 remote 172.16.0.2; ip -n h1 addr add 10.0.0.1/24 dev vx0; ip -n h1 link set vx0 up
$ ip -n h2 link add vx0 address 02:00:00:00:00:02 type vxlan id 43 dstport 4789 remote 172.16.0.1; ip -n h2 addr add 10.0.0.2/24 dev vx0; ip -n h2 link set vx0 up; ip -n h1 neigh flush dev vx0
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n h2 -s link show vx0
3: vx0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      0       0       0       0 
$ ip -n h2 link del vx0; ip -n h2 link add vx0 address 02:00:00:00:00:02 type vxlan id 42 dstport 8472 remote 172.16.0.1; ip -n h2 addr add 10.0.0.2/24 dev vx0; ip -n h2 link set vx0 up; ip -n h1 neigh flush dev vx0
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n h2 link set vx0 type vxlan dstport 4789
Error: Cannot change port.
[2]
$ ip -n h2 link del vx0; ip -n h2 link add vx0 address 02:00:00:00:00:02 type vxlan id 42 dstport 4789; ip -n h2 addr add 10.0.0.2/24 dev vx0; ip -n h2 link set vx0 up; ip -n h1 neigh flush dev vx0
$ ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.062 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.062/0.062/0.062/0.000 ms
$ bridge -n h2 fdb show dev vx0
02:00:00:00:00:01 dst 172.16.0.1 self 
$ ip -n h1 link add vx1 type vxlan id 42 dstport 4789
Error: A VXLAN device with the specified VNI already exists.
[2]
$ ip -n h1 link add vx1 type vxlan id 7 dstport 4789 remote 10.9.9.9; ip -n h1 addr add 10.7.0.1/24 dev vx1; ip -n h1 link set vx1 up
$ ip netns exec h1 ping -c 1 -W 1 10.7.0.2
PING 10.7.0.2 (10.7.0.2) 56(84) bytes of data.

--- 10.7.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n h1 -s link show vx1
4: vx1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether fe:be:a3:f9:43:55 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast           
             0       0      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
             0       0      1       0       1       0 
$ ip -n h1 link set eth0 down; ip netns exec h1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n h1 link show vx0
3: vx0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
