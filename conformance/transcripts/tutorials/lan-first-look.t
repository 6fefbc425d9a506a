#! world: lan
# A small office: who is where
$ ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
2: eth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether ae:b1:9c:2f:7c:cf brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 192.168.1.10/24 brd 192.168.1.255 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::acb1:9cff:fe2f:7ccf/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ ip r
default via 192.168.1.1 dev eth0 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
$ hostname
host
pc$ hostname
pc
pc$ ip -br -4 addr
lo               UNKNOWN        127.0.0.1/8 
eth0@if3         UP             192.168.1.11/24 
router$ ip -br addr show up | grep -v fe80
lo               UNKNOWN        127.0.0.1/8 ::1/128 
router$ hostname
router
internet$ ip -4 -br a
lo               UNKNOWN        127.0.0.1/8 8.8.8.8/32 1.1.1.1/32 203.0.113.80/32 
eth0@if4         UP             203.0.113.254/24 
$ arp -n
$ ping -c 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.
64 bytes from 192.168.1.1: icmp_seq=1 ttl=64 time=0.458 ms

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.458/0.458/0.458/0.000 ms
$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.1              ether   12:be:e1:6f:ef:f0   C                     eth0
$ ping -c 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.
64 bytes from 192.168.1.11: icmp_seq=1 ttl=64 time=0.091 ms

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.091/0.091/0.091/0.000 ms
$ ip neigh
192.168.1.11 dev eth0 lladdr 42:e5:4d:b4:3f:d5 REACHABLE 
192.168.1.1 dev eth0 lladdr 12:be:e1:6f:ef:f0 REACHABLE 
pc$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.10             ether   ae:b1:9c:2f:7c:cf   C                     eth0
pc$ ping -c 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10) 56(84) bytes of data.
64 bytes from 192.168.1.10: icmp_seq=1 ttl=64 time=0.039 ms

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.039/0.039/0.039/0.000 ms
pc$ ip neigh
192.168.1.10 dev eth0 lladdr ae:b1:9c:2f:7c:cf DELAY 
router$ ip neigh
192.168.1.10 dev lan0 lladdr ae:b1:9c:2f:7c:cf DELAY 
$ ping -c 2 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time=0.107 ms
64 bytes from 8.8.8.8: icmp_seq=2 ttl=63 time=0.058 ms

--- 8.8.8.8 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1039ms
rtt min/avg/max/mdev = 0.058/0.082/0.107/0.024 ms
$ ping -c 1 203.0.113.254
PING 203.0.113.254 (203.0.113.254) 56(84) bytes of data.
64 bytes from 203.0.113.254: icmp_seq=1 ttl=63 time=0.225 ms

--- 203.0.113.254 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.225/0.225/0.225/0.000 ms
$ ping -c 1 203.0.113.1
PING 203.0.113.1 (203.0.113.1) 56(84) bytes of data.
64 bytes from 203.0.113.1: icmp_seq=1 ttl=64 time=0.068 ms

--- 203.0.113.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.068/0.068/0.068/0.000 ms
$ ping -c 1 1.1.1.1
PING 1.1.1.1 (1.1.1.1) 56(84) bytes of data.
64 bytes from 1.1.1.1: icmp_seq=1 ttl=63 time=0.039 ms

--- 1.1.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.039/0.039/0.039/0.000 ms
$ ip neigh
192.168.1.11 dev eth0 lladdr 42:e5:4d:b4:3f:d5 REACHABLE 
192.168.1.1 dev eth0 lladdr 12:be:e1:6f:ef:f0 REACHABLE 
$ ping -c 1 -t 1 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
From 192.168.1.1 icmp_seq=1 Time to live exceeded

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ping -c 1 -t 2 8.8.8.8
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time=0.074 ms

--- 8.8.8.8 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.074/0.074/0.074/0.000 ms
$ ping -c 1 192.168.1.99
PING 192.168.1.99 (192.168.1.99) 56(84) bytes of data.
From 192.168.1.10 icmp_seq=1 Destination Host Unreachable

--- 192.168.1.99 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ping -c 1 9.9.9.9
PING 9.9.9.9 (9.9.9.9) 56(84) bytes of data.

--- 9.9.9.9 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ route
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
default         192.168.1.1     0.0.0.0         UG    0      0        0 eth0
192.168.1.0     0.0.0.0         255.255.255.0   U     0      0        0 eth0
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         192.168.1.1     0.0.0.0         UG    0      0        0 eth0
192.168.1.0     0.0.0.0         255.255.255.0   U     0      0        0 eth0
router$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         203.0.113.254   0.0.0.0         UG    0      0        0 wan0
192.168.1.0     0.0.0.0         255.255.255.0   U     0      0        0 lan0
203.0.113.0     0.0.0.0         255.255.255.0   U     0      0        0 wan0
router$ ip route
default via 203.0.113.254 dev wan0 
192.168.1.0/24 dev lan0 proto kernel scope link src 192.168.1.1 
203.0.113.0/24 dev wan0 proto kernel scope link src 203.0.113.1 
router$ bridge link
2: lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan0 state forwarding priority 32 cost 2 
3: lan2@lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan0 state forwarding priority 32 cost 2 
router$ bridge fdb show br lan0 | grep -c 'master lan0'
4
$ ip route get 8.8.8.8
8.8.8.8 via 192.168.1.1 dev eth0 src 192.168.1.10 uid 0 
    cache 
$ ip route get 192.168.1.11
192.168.1.11 dev eth0 src 192.168.1.10 uid 0 
    cache 
router$ ip route get 192.168.1.11
192.168.1.11 dev lan0 src 192.168.1.1 uid 0 
    cache 
router$ ip route get 8.8.8.8
8.8.8.8 via 203.0.113.254 dev wan0 src 203.0.113.1 uid 0 
    cache 
router$ sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 1
internet$ ping -c 1 203.0.113.1
PING 203.0.113.1 (203.0.113.1) 56(84) bytes of data.
64 bytes from 203.0.113.1: icmp_seq=1 ttl=64 time=0.068 ms

--- 203.0.113.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.068/0.068/0.068/0.000 ms
$ cat /etc/resolv.conf
nameserver 8.8.8.8
$ cat /etc/hosts
127.0.0.1	localhost
127.0.1.1	host
::1	localhost ip6-localhost ip6-loopback
pc$ cat /proc/sys/net/ipv4/ip_forward
0
$ ls /sys/class/net
eth0
lo
