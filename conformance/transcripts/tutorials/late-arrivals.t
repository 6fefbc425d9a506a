# Addresses before links, links before peers, ports before bridges: every order ends the same, or says why not
$ ip netns add A1; ip netns add B1
$ ip -n A1 link set eth0 up
Cannot find device "eth0"
[1]
$ ip -n A1 addr add 10.0.0.1/24 dev eth0
Cannot find device "eth0"
[1]
$ ip link add eth0 netns A1 type veth peer name eth0 netns B1
$ ip -n A1 link; ip -n B1 link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: eth0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 72:30:82:51:91:dc brd ff:ff:ff:ff:ff:ff link-netns B1
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: eth0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 3e:56:89:be:7b:3a brd ff:ff:ff:ff:ff:ff link-netns A1
$ ip -n A1 addr add 10.0.0.1/24 dev eth0
$ ip -n A1 route
$ ip -n A1 route add default via 10.0.0.2
Error: Nexthop has invalid gateway.
[2]
$ ip -n A1 link set eth0 up
$ ip -n A1 route
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 linkdown 
$ ip -n A1 route add default via 10.0.0.2
$ ip -n A1 route
default via 10.0.0.2 dev eth0 linkdown 
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 linkdown 
$ ip netns exec A1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec A1 ip neigh
10.0.0.2 dev eth0 INCOMPLETE 
$ ip -n B1 link set eth0 up
$ ip -n A1 route
default via 10.0.0.2 dev eth0 
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 
$ ip -n A1 -br link show eth0
eth0@if2         UP             72:30:82:51:91:dc <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ sleep 4
$ ip netns exec A1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n B1 addr add 10.0.0.2/24 dev eth0
$ sleep 4
$ ip netns exec A1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.027 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.027/0.027/0.027/0.000 ms
$ ip link set A1eth master br0
Error: argument "br0" is wrong: Device does not exist

[255]
$ ip -n A1 link set eth0 down
$ ip -n A1 route
$ ip -n A1 -4 -br addr
eth0@if2         DOWN           10.0.0.1/24 
$ ip -n A1 link set eth0 up
$ ip -n A1 route
10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.1 
$ ip netns exec A1 ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.038 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
$ ip -n A1 addr add 10.0.0.3/24 dev eth0
$ ip -n A1 addr del 10.0.0.1/24 dev eth0
$ ip -n A1 -4 -br addr
$ ip -n A1 route
$ ip netns exec A1 ping -c 1 10.0.0.2
ping: connect: Network is unreachable
[2]
$ ip -n A1 addr add 10.0.0.1/24 dev eth0
$ ip -n A1 route del 10.0.0.0/24
$ ip netns exec A1 ping -c 1 10.0.0.2
ping: connect: Network is unreachable
[2]
$ ip -n A1 route add 10.0.0.0/24 dev eth0
$ ip -n A1 route
10.0.0.0/24 dev eth0 scope link 
$ ip netns exec A1 ping -c 1 -W 2 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.037 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.037/0.037/0.037/0.000 ms
$ ip -n B1 link del eth0
$ ip -n A1 link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip -n A1 -4 addr
$ ip link add br0 type bridge
$ ip netns exec A1 ip link set br0 up
Cannot find device "br0"
[1]
$ ip link set br0 netns A1
Error: The interface netns is immutable.
[2]
$ ip -n A1 link add br0 type bridge
$ ip -n A1 -br link | cut -c1-30
lo               DOWN         
br0              DOWN         
