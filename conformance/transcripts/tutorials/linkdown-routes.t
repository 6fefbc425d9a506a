# When the cable is out: NO-CARRIER and linkdown
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add a0 type veth peer name a1
$ ip link add b0 type veth peer name b1
$ ip addr add 10.1.1.1/24 dev a0
$ ip addr add 10.1.2.1/24 dev b0
$ ip link set a0 up; sleep 1
$ ip link set b0 up
$ ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: a1@a0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether a2:e7:4c:f7:f2:20 brd ff:ff:ff:ff:ff:ff
3: a0@a1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether c2:4b:9c:92:65:25 brd ff:ff:ff:ff:ff:ff
4: b1@b0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 1a:7c:70:fd:d8:f1 brd ff:ff:ff:ff:ff:ff
5: b0@b1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether d6:6c:31:07:2b:d9 brd ff:ff:ff:ff:ff:ff
$ ip route
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 linkdown 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 linkdown 
$ ip route get 10.1.1.5
10.1.1.5 dev a0 src 10.1.1.1 uid 0 
    cache 
$ ip link set a1 up; sleep 1
$ ip route
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 linkdown 
$ ip route add default via 10.1.1.254
$ ip route add default via 10.1.2.254 metric 100
$ ip route
default via 10.1.1.254 dev a0 
default via 10.1.2.254 dev b0 metric 100 linkdown 
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 linkdown 
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         10.1.1.254      0.0.0.0         UG    0      0        0 a0
0.0.0.0         10.1.2.254      0.0.0.0         UG    100    0        0 b0
10.1.1.0        0.0.0.0         255.255.255.0   U     0      0        0 a0
10.1.2.0        0.0.0.0         255.255.255.0   U     0      0        0 b0
$ ip route get 8.8.8.8
8.8.8.8 via 10.1.1.254 dev a0 src 10.1.1.1 uid 0 
    cache 
$ ip link set a1 down; sleep 1
$ ip route
default via 10.1.1.254 dev a0 linkdown 
default via 10.1.2.254 dev b0 metric 100 linkdown 
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 linkdown 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 linkdown 
$ ip route get 8.8.8.8
8.8.8.8 via 10.1.1.254 dev a0 src 10.1.1.1 uid 0 
    cache 
$ sysctl -w net.ipv4.conf.all.ignore_routes_with_linkdown=1
net.ipv4.conf.all.ignore_routes_with_linkdown = 1
$ ip route
default via 10.1.1.254 dev a0 dead linkdown 
default via 10.1.2.254 dev b0 metric 100 dead linkdown 
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 dead linkdown 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 dead linkdown 
$ ip route get 8.8.8.8
RTNETLINK answers: Network is unreachable
[2]
$ sysctl -w net.ipv4.conf.all.ignore_routes_with_linkdown=0
net.ipv4.conf.all.ignore_routes_with_linkdown = 0
$ ping -c 1 -W 1 10.1.1.1
PING 10.1.1.1 (10.1.1.1) 56(84) bytes of data.

--- 10.1.1.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.1.1.5
PING 10.1.1.5 (10.1.1.5) 56(84) bytes of data.

--- 10.1.1.5 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip link set a0 down; sleep 1
$ ip route
default via 10.1.2.254 dev b0 metric 100 linkdown 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 linkdown 
$ ip route get 8.8.8.8
8.8.8.8 via 10.1.2.254 dev b0 src 10.1.2.1 uid 0 
    cache 
$ ip link set a0 up; sleep 1
$ ip link set a1 up; sleep 1
$ ip route
default via 10.1.2.254 dev b0 metric 100 linkdown 
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 linkdown 
$ ip link add br0 type bridge
$ ip addr add 10.1.3.1/24 dev br0
$ ip link set br0 up
$ ip route show dev br0
10.1.3.0/24 proto kernel scope link src 10.1.3.1 
$ ip link set b1 master br0; sleep 1
$ ip link set br0 up
$ ip -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
a1@a0            UP             a2:e7:4c:f7:f2:20 <BROADCAST,MULTICAST,UP,LOWER_UP> 
a0@a1            UP             c2:4b:9c:92:65:25 <BROADCAST,MULTICAST,UP,LOWER_UP> 
b1@b0            DOWN           1a:7c:70:fd:d8:f1 <BROADCAST,MULTICAST> 
b0@b1            LOWERLAYERDOWN d6:6c:31:07:2b:d9 <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> 
br0              DOWN           1a:7c:70:fd:d8:f1 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip route
default via 10.1.2.254 dev b0 metric 100 linkdown 
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 linkdown 
10.1.3.0/24 dev br0 proto kernel scope link src 10.1.3.1 linkdown 
$ ip link set b1 up; sleep 1
$ ip route
default via 10.1.2.254 dev b0 metric 100 
10.1.1.0/24 dev a0 proto kernel scope link src 10.1.1.1 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 
10.1.3.0/24 dev br0 proto kernel scope link src 10.1.3.1 
$ ip link set b1 nomaster; sleep 1
$ ip -br link show br0
br0              DOWN           00:00:00:00:00:00 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
$ ip route show dev br0
10.1.3.0/24 proto kernel scope link src 10.1.3.1 linkdown 
$ ip -j route show dev br0
[{"dst":"10.1.3.0/24","protocol":"kernel","scope":"link","prefsrc":"10.1.3.1","flags":["linkdown"]}]
$ ip link del a1
$ ip route
default via 10.1.2.254 dev b0 metric 100 
10.1.2.0/24 dev b0 proto kernel scope link src 10.1.2.1 
10.1.3.0/24 dev br0 proto kernel scope link src 10.1.3.1 linkdown 
