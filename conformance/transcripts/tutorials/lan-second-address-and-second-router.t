#! world: lan
# The PC becomes a router for a lab network; the office learns the way
pc$ ip netns add lab
pc$ ip link add lab0 type veth peer name eth0 netns lab
pc$ ip addr add 10.50.0.1/24 dev lab0
pc$ ip link set lab0 up
pc$ ip -n lab addr add 10.50.0.2/24 dev eth0; ip -n lab link set eth0 up; ip -n lab route add default via 10.50.0.1
pc$ ip netns exec lab ping -c 1 10.50.0.1
PING 10.50.0.1 (10.50.0.1) 56(84) bytes of data.
64 bytes from 10.50.0.1: icmp_seq=1 ttl=64 time=0.037 ms

--- 10.50.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.037/0.037/0.037/0.000 ms
pc$ ip netns exec lab ping -c 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.
64 bytes from 192.168.1.11: icmp_seq=1 ttl=64 time=0.021 ms

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.021/0.021/0.021/0.000 ms
pc$ ip netns exec lab ping -c 1 -W 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10) 56(84) bytes of data.

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.50.0.2
PING 10.50.0.2 (10.50.0.2) 56(84) bytes of data.

--- 10.50.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip route add 10.50.0.0/24 via 192.168.1.11
$ ping -c 1 -W 1 10.50.0.2
PING 10.50.0.2 (10.50.0.2) 56(84) bytes of data.

--- 10.50.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ cat /proc/sys/net/ipv4/ip_forward
0
pc$ echo 1 > /proc/sys/net/ipv4/ip_forward
$ ping -c 1 10.50.0.2
PING 10.50.0.2 (10.50.0.2) 56(84) bytes of data.
64 bytes from 10.50.0.2: icmp_seq=1 ttl=63 time=0.107 ms

--- 10.50.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.107/0.107/0.107/0.000 ms
$ ping -c 1 -t 1 10.50.0.2
PING 10.50.0.2 (10.50.0.2) 56(84) bytes of data.
From 192.168.1.11 icmp_seq=1 Time to live exceeded

--- 10.50.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ping -c 1 10.50.0.99
PING 10.50.0.99 (10.50.0.99) 56(84) bytes of data.
From 192.168.1.11 icmp_seq=1 Destination Host Unreachable

--- 10.50.0.99 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip route get 10.50.0.2
10.50.0.2 via 192.168.1.11 dev eth0 src 192.168.1.10 uid 0 
    cache 
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         192.168.1.1     0.0.0.0         UG    0      0        0 eth0
10.50.0.0       192.168.1.11    255.255.255.0   UG    0      0        0 eth0
192.168.1.0     0.0.0.0         255.255.255.0   U     0      0        0 eth0
pc$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         192.168.1.1     0.0.0.0         UG    0      0        0 eth0
10.50.0.0       0.0.0.0         255.255.255.0   U     0      0        0 lab0
192.168.1.0     0.0.0.0         255.255.255.0   U     0      0        0 eth0
pc$ ip -n lab route
default via 10.50.0.1 dev eth0 
10.50.0.0/24 dev eth0 proto kernel scope link src 10.50.0.2 
pc$ ip netns exec lab ping -c 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10) 56(84) bytes of data.
64 bytes from 192.168.1.10: icmp_seq=1 ttl=63 time=0.056 ms

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.056/0.056/0.056/0.000 ms
pc$ ip route add blackhole 192.168.1.10
pc$ ip netns exec lab ping -c 1 -W 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10) 56(84) bytes of data.

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ ip route del blackhole 192.168.1.10
pc$ ip route add prohibit 192.168.1.10
pc$ ip netns exec lab ping -c 1 -W 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10) 56(84) bytes of data.
From 10.50.0.1 icmp_seq=1 Packet filtered

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
pc$ ip route del prohibit 192.168.1.10
pc$ ip -n lab addr add 192.168.1.10/32 dev lo
pc$ ip -n lab link set lo up
pc$ ip netns exec lab ping -c 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10) 56(84) bytes of data.
64 bytes from 192.168.1.10: icmp_seq=1 ttl=64 time=0.019 ms

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.019/0.019/0.019/0.000 ms
pc$ ip -n lab addr del 192.168.1.10/32 dev lo
pc$ ip netns list
lab (id: 1)
pc$ hostname
pc
pc$ ip netns exec lab hostname
pc
$ ip route del 10.50.0.0/24
$ ip route
default via 192.168.1.1 dev eth0 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
$ ip addr add 10.50.0.77/24 dev eth0
$ ip route
default via 192.168.1.1 dev eth0 
10.50.0.0/24 dev eth0 proto kernel scope link src 10.50.0.77 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
$ ping -c 1 10.50.0.2
PING 10.50.0.2 (10.50.0.2) 56(84) bytes of data.
From 10.50.0.77 icmp_seq=1 Destination Host Unreachable

--- 10.50.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip addr del 10.50.0.77/24 dev eth0
pc$ ip netns del lab
pc$ sleep 1; ip -br link show type veth | grep lab0
[1]
