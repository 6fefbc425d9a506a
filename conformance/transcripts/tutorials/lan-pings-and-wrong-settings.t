#! world: lan
# The office PC with wrong settings: address, mask, gateway, MAC
$ ping -c 1 -q 192.168.1.11 | grep received
1 packets transmitted, 1 received, 0% packet loss, time 0ms
pc$ ip addr del 192.168.1.11/24 dev eth0
$ ping -c 1 -W 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ ip route
pc$ ip addr add 192.168.2.11/24 dev eth0
pc$ ip route add default via 192.168.1.1
Error: Nexthop has invalid gateway.
[2]
pc$ ip route add default via 192.168.1.1 dev eth0
Error: Nexthop has invalid gateway.
[2]
pc$ ip route add default via 192.168.1.1 dev eth0 onlink
pc$ ip route
default via 192.168.1.1 dev eth0 onlink 
192.168.2.0/24 dev eth0 proto kernel scope link src 192.168.2.11 
pc$ ping -c 1 -W 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ ip route del default
pc$ ip addr flush dev eth0
pc$ ping -c 1 192.168.1.1
ping: connect: Network is unreachable
[2]
pc$ ip addr add 192.168.1.11/32 dev eth0
pc$ ping -c 1 192.168.1.1
ping: connect: Network is unreachable
[2]
pc$ ip route add 192.168.1.1 dev eth0
pc$ ping -c 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.
64 bytes from 192.168.1.1: icmp_seq=1 ttl=64 time=0.113 ms

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.113/0.113/0.113/0.000 ms
pc$ ip route add default via 192.168.1.1
pc$ ping -c 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time=0.117 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.117/0.117/0.117/0.000 ms
pc$ ip neigh
192.168.1.1 dev eth0 lladdr 22:f6:31:1f:00:f6 REACHABLE 
pc$ ip addr flush dev eth0; ip addr add 192.168.1.11/24 brd + dev eth0
pc$ ip route
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.11 
pc$ ping -c 1 8.8.8.8
ping: connect: Network is unreachable
[2]
pc$ ip route add default via 192.168.1.10
pc$ ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ route del default gw 192.168.1.10
pc$ route add default gw 192.168.1.254
pc$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         192.168.1.254   0.0.0.0         UG    0      0        0 eth0
192.168.1.0     0.0.0.0         255.255.255.0   U     0      0        0 eth0
pc$ ping -c 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
From 192.168.1.11 icmp_seq=1 Destination Host Unreachable

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
pc$ route del default
pc$ route add default gw 192.168.1.1 eth0
pc$ ping -c 2 -i 0.3 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time=0.080 ms
64 bytes from 8.8.8.8: icmp_seq=2 ttl=63 time=0.064 ms

--- 8.8.8.8 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 326ms
rtt min/avg/max/mdev = 0.064/0.072/0.080/0.008 ms
pc$ arp -s 192.168.1.1 02:00:00:00:00:99
pc$ ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.254                    (incomplete)                              eth0
192.168.1.1              ether   02:00:00:00:00:99   CM                    eth0
192.168.1.10             ether   9e:72:61:16:51:78   C                     eth0
pc$ arp -d 192.168.1.1
pc$ ping -c 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time=0.156 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.156/0.156/0.156/0.000 ms
router$ ip link set lan2 down
pc$ ip -br link
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
eth0@if3         DOWN           c2:3e:44:ec:30:88 <NO-CARRIER,BROADCAST,MULTICAST,UP> 
pc$ ping -c 1 -W 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
router$ ip link set lan2 up
pc$ sleep 1; ip -br link show eth0
eth0@if3         UP             c2:3e:44:ec:30:88 <BROADCAST,MULTICAST,UP,LOWER_UP> 
pc$ ping -c 1 -W 2 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.
64 bytes from 192.168.1.1: icmp_seq=1 ttl=64 time=0.092 ms

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.092/0.092/0.092/0.000 ms
router$ ip addr del 192.168.1.1/24 dev lan0
pc$ ping -c 1 -W 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
router$ ip addr add 192.168.1.1/24 brd + dev lan0
router$ ip route
default via 203.0.113.254 dev wan0 
192.168.1.0/24 dev lan0 proto kernel scope link src 192.168.1.1 
203.0.113.0/24 dev wan0 proto kernel scope link src 203.0.113.1 
pc$ ping -c 1 -W 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time=0.117 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.117/0.117/0.117/0.000 ms
internet$ ip addr del 8.8.8.8/32 dev lo
pc$ ping -c 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ ping -c 1 1.1.1.1
PING 1.1.1.1 (1.1.1.1) 56(84) bytes of data.
64 bytes from 1.1.1.1: icmp_seq=1 ttl=63 time=0.069 ms

--- 1.1.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.069/0.069/0.069/0.000 ms
