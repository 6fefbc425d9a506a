#! world: lan
# The ARP cache, seen from every machine
$ arp
$ arp -n
$ ping -c 1 192.168.1.11 > /dev/null; arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.11             ether   6e:34:01:de:0a:8c   C                     eth0
pc$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.10             ether   5e:2a:8f:d3:94:2c   C                     eth0
$ ping -c 1 8.8.8.8 > /dev/null; arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.11             ether   6e:34:01:de:0a:8c   C                     eth0
192.168.1.1              ether   7a:53:ad:e6:47:58   C                     eth0
$ arp -d 192.168.1.11
$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.1              ether   7a:53:ad:e6:47:58   C                     eth0
$ ip neigh flush all
$ arp -n
$ ping -c 1 192.168.1.77
PING 192.168.1.77 (192.168.1.77) 56(84) bytes of data.
From 192.168.1.10 icmp_seq=1 Destination Host Unreachable

--- 192.168.1.77 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.77                     (incomplete)                              eth0
$ ip neigh
192.168.1.77 dev eth0 FAILED 
$ arp -an
? (192.168.1.77) at <incomplete> on eth0
$ arp -en
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.77                     (incomplete)                              eth0
$ arp -n 192.168.1.77
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.77                     (incomplete)                              eth0
$ arp -n 192.168.1.78
192.168.1.78 (192.168.1.78) -- no entry
$ arp -s 192.168.1.77 02:aa:bb:cc:dd:ee
$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.1.77             ether   02:aa:bb:cc:dd:ee   CM                    eth0
$ arp -an
? (192.168.1.77) at 02:aa:bb:cc:dd:ee [ether] PERM on eth0
$ ping -c 1 -W 1 192.168.1.77
PING 192.168.1.77 (192.168.1.77) 56(84) bytes of data.

--- 192.168.1.77 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip neigh show 192.168.1.77
192.168.1.77 dev eth0 lladdr 02:aa:bb:cc:dd:ee PERMANENT 
$ ip neigh show nud permanent
192.168.1.77 dev eth0 lladdr 02:aa:bb:cc:dd:ee PERMANENT 
$ arp -d 192.168.1.77
$ arp -n 192.168.1.77
192.168.1.77 (192.168.1.77) -- no entry
pc$ ip neigh flush dev eth0
pc$ ip addr add 192.168.1.77/24 dev eth0
pc$ ip -4 -br addr show eth0
eth0@if3         UP             192.168.1.11/24 192.168.1.77/24 
$ sleep 1; ping -c 1 192.168.1.77
PING 192.168.1.77 (192.168.1.77) 56(84) bytes of data.
64 bytes from 192.168.1.77: icmp_seq=1 ttl=64 time=0.074 ms

--- 192.168.1.77 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.074/0.074/0.074/0.000 ms
$ ip neigh show 192.168.1.77 | cut -d' ' -f1-4
192.168.1.77 dev eth0 lladdr
pc$ ip addr del 192.168.1.77/24 dev eth0
$ ping -c 1 -W 1 192.168.1.77
PING 192.168.1.77 (192.168.1.77) 56(84) bytes of data.

--- 192.168.1.77 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip neigh flush all
$ ping -c 2 192.168.1.77
PING 192.168.1.77 (192.168.1.77) 56(84) bytes of data.
From 192.168.1.10 icmp_seq=1 Destination Host Unreachable
From 192.168.1.10 icmp_seq=2 Destination Host Unreachable

--- 192.168.1.77 ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1011ms
pipe 2
[1]
pc$ ip link set eth0 address 02:00:00:00:00:77
$ ping -c 1 -W 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.
64 bytes from 192.168.1.11: icmp_seq=1 ttl=64 time=0.118 ms

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.118/0.118/0.118/0.000 ms
$ ip neigh show 192.168.1.11
192.168.1.11 dev eth0 lladdr 02:00:00:00:00:77 REACHABLE 
pc$ ip route
default via 192.168.1.1 dev eth0 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.11 
router$ ping -c 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.
64 bytes from 192.168.1.11: icmp_seq=1 ttl=64 time=0.091 ms

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.091/0.091/0.091/0.000 ms
router$ arp -n | grep -c 192.168.1
2
pc$ sysctl -w net.ipv4.icmp_echo_ignore_all=1
net.ipv4.icmp_echo_ignore_all = 1
$ ping -c 1 -W 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip neigh show 192.168.1.11
192.168.1.11 dev eth0 lladdr 02:00:00:00:00:77 REACHABLE 
