#! world: lan
# A namespace behind the office PC: forwarding, and the way back
$ ip netns add web
$ ip link add veth-web type veth peer name eth0 netns web
$ ip addr add 10.77.0.1/24 dev veth-web
$ ip link set veth-web up
$ ip netns exec web bash -c 'ip addr add 10.77.0.2/24 dev eth0; ip link set eth0 up; ip link set lo up; ip route add default via 10.77.0.1'
$ ip netns exec web ping -c 1 10.77.0.1
PING 10.77.0.1 (10.77.0.1) 56(84) bytes of data.
64 bytes from 10.77.0.1: icmp_seq=1 ttl=64 time=0.036 ms

--- 10.77.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.036/0.036/0.036/0.000 ms
$ ip netns exec web ping -c 1 192.168.1.10
PING 192.168.1.10 (192.168.1.10) 56(84) bytes of data.
64 bytes from 192.168.1.10: icmp_seq=1 ttl=64 time=0.155 ms

--- 192.168.1.10 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.155/0.155/0.155/0.000 ms
$ ip netns exec web ping -c 1 -W 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 0
$ sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip netns exec web ping -c 1 -W 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
pc$ ip route add 10.77.0.0/24 via 192.168.1.10
$ ip netns exec web ping -c 1 -W 1 192.168.1.11
PING 192.168.1.11 (192.168.1.11) 56(84) bytes of data.
64 bytes from 192.168.1.11: icmp_seq=1 ttl=63 time=0.109 ms

--- 192.168.1.11 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.109/0.109/0.109/0.000 ms
pc$ ping -c 1 10.77.0.2
PING 10.77.0.2 (10.77.0.2) 56(84) bytes of data.
64 bytes from 10.77.0.2: icmp_seq=1 ttl=63 time=0.047 ms

--- 10.77.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.047/0.047/0.047/0.000 ms
router$ ip route add 10.77.0.0/24 via 192.168.1.10
$ ip netns exec web ping -c 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.
64 bytes from 192.168.1.1: icmp_seq=1 ttl=63 time=0.134 ms

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.134/0.134/0.134/0.000 ms
router$ ping -c 1 10.77.0.2
PING 10.77.0.2 (10.77.0.2) 56(84) bytes of data.
64 bytes from 10.77.0.2: icmp_seq=1 ttl=63 time=0.076 ms

--- 10.77.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.076/0.076/0.076/0.000 ms
$ ip netns exec web ping -c 1 -W 1 -t 1 192.168.1.1
PING 192.168.1.1 (192.168.1.1) 56(84) bytes of data.
From 10.77.0.1 icmp_seq=1 Time to live exceeded

--- 192.168.1.1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec web ping -c 1 203.0.113.1
PING 203.0.113.1 (203.0.113.1) 56(84) bytes of data.
64 bytes from 203.0.113.1: icmp_seq=1 ttl=63 time=0.079 ms

--- 203.0.113.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.079/0.079/0.079/0.000 ms
pc$ ip route
default via 192.168.1.1 dev eth0 
10.77.0.0/24 via 192.168.1.10 dev eth0 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.11 
pc$ ip route get 10.77.0.2
10.77.0.2 via 192.168.1.10 dev eth0 src 192.168.1.11 uid 0 
    cache 
pc$ ip route del 10.77.0.0/24
pc$ ip neigh
192.168.1.1 dev eth0 lladdr 6e:af:4e:f9:96:8d REACHABLE 
192.168.1.10 dev eth0 lladdr 82:6c:76:7e:61:6f DELAY 
$ ip netns exec web ip neigh
10.77.0.1 dev eth0 lladdr aa:fb:a1:d3:48:cd REACHABLE 
$ ip netns exec web hostname
host
$ ip netns exec web cat /etc/resolv.conf
nameserver 8.8.8.8
$ ip -n web route
default via 10.77.0.1 dev eth0 
10.77.0.0/24 dev eth0 proto kernel scope link src 10.77.0.2 
$ ip netns exec web route
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
default         10.77.0.1       0.0.0.0         UG    0      0        0 eth0
10.77.0.0       0.0.0.0         255.255.255.0   U     0      0        0 eth0
$ ip route show dev veth-web
10.77.0.0/24 proto kernel scope link src 10.77.0.1 
$ ip route show via 192.168.1.1
default dev eth0 
$ ip route show 10.77.0.0/24
10.77.0.0/24 dev veth-web proto kernel scope link src 10.77.0.1 
$ ip route show match 10.77.0.9
default via 192.168.1.1 dev eth0 
10.77.0.0/24 dev veth-web proto kernel scope link src 10.77.0.1 
$ ip route show default
default via 192.168.1.1 dev eth0 
$ ip route show proto kernel
10.77.0.0/24 dev veth-web scope link src 10.77.0.1 
192.168.1.0/24 dev eth0 scope link src 192.168.1.10 
$ ip route show scope link
10.77.0.0/24 dev veth-web proto kernel src 10.77.0.1 
192.168.1.0/24 dev eth0 proto kernel src 192.168.1.10 
$ ip netns del web; sleep 1
$ ip route
default via 192.168.1.1 dev eth0 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
