# What becomes of the other end: renamed, moved away and back, deleted, its namespace deleted
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip netns add blue
$ ip link add v-host type veth peer name v-blue netns blue
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v-host@if2       DOWN           fa:35:2a:e4:95:57 <BROADCAST,MULTICAST> 
$ ip -n blue -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v-blue@if2       DOWN           aa:7f:6d:9b:1a:21 <BROADCAST,MULTICAST> 
$ ip -n blue link set v-blue name eth0
$ ip -n blue link set eth0 up
$ ip link set v-host up
$ ip -br link show v-host
v-host@if2       UP             fa:35:2a:e4:95:57 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -n blue -br link show eth0
eth0@if2         UP             aa:7f:6d:9b:1a:21 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip link set v-host name up0
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
up0@if2          UP             fa:35:2a:e4:95:57 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip addr add 172.16.0.1/30 dev up0
$ ip -n blue addr add 172.16.0.2/30 dev eth0
$ ping -c 2 -q 172.16.0.2
PING 172.16.0.2 (172.16.0.2) 56(84) bytes of data.

--- 172.16.0.2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1008ms
rtt min/avg/max/mdev = 0.031/0.035/0.039/0.004 ms
$ ip -n blue link set eth0 netns 1
$ ip -br addr
lo               DOWN           
up0@eth0         UP             172.16.0.1/30 
eth0@up0         DOWN           
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
up0@eth0         UP             fa:35:2a:e4:95:57 <BROADCAST,MULTICAST,UP,M-DOWN> 
eth0@up0         DOWN           aa:7f:6d:9b:1a:21 <BROADCAST,MULTICAST> 
$ ip addr show eth0
3: eth0@up0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether aa:7f:6d:9b:1a:21 brd ff:ff:ff:ff:ff:ff
$ ip link set eth0 up
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
up0@eth0         UP             fa:35:2a:e4:95:57 <BROADCAST,MULTICAST,UP,LOWER_UP> 
eth0@up0         UP             aa:7f:6d:9b:1a:21 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip link set eth0 netns blue
$ ip -n blue addr
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
3: eth0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether aa:7f:6d:9b:1a:21 brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ ip -br addr show up0
up0@if3          DOWN           172.16.0.1/30 
$ ip -n blue addr add 172.16.0.2/30 dev eth0
$ ip -n blue link set eth0 up
$ ping -c 1 172.16.0.2
PING 172.16.0.2 (172.16.0.2) 56(84) bytes of data.
64 bytes from 172.16.0.2: icmp_seq=1 ttl=64 time=0.033 ms

--- 172.16.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.033/0.033/0.033/0.000 ms
$ ip link set up0 down
$ ip -n blue -br addr
lo               DOWN           
eth0@if2         DOWN           172.16.0.2/30 fe80::a87f:6dff:fe9b:1a21/64 
$ ip route
$ ip netns exec blue ip route
172.16.0.0/30 dev eth0 proto kernel scope link src 172.16.0.2 linkdown 
$ ip netns exec blue ping -c 1 -W 1 172.16.0.1
PING 172.16.0.1 (172.16.0.1) 56(84) bytes of data.

--- 172.16.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link set up0 up
$ ip -n blue -br addr
lo               DOWN           
eth0@if2         UP             172.16.0.2/30 fe80::a87f:6dff:fe9b:1a21/64 
$ ping -c 1 172.16.0.2
PING 172.16.0.2 (172.16.0.2) 56(84) bytes of data.
64 bytes from 172.16.0.2: icmp_seq=1 ttl=64 time=0.038 ms

--- 172.16.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
$ ip -n blue link del eth0
$ ip -br addr
lo               DOWN           
$ ip link show up0
Device "up0" does not exist.
[1]
$ ip link add v-host type veth peer name v-blue
$ ip link set v-blue netns blue
$ ip netns del blue
$ sleep 1; ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip link set v-host up
Cannot find device "v-host"
[1]
