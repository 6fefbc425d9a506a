# Two veths of one host in one subnet
$ ip netns add one; ip netns add two
$ ip link add v1 type veth peer name eth0 netns one
$ ip link add v2 type veth peer name eth0 netns two
$ ip addr add 10.0.0.1/24 dev v1
$ ip addr add 10.0.0.2/24 dev v2
$ ip link set v1 up; ip link set v2 up
$ ip -n one addr add 10.0.0.11/24 dev eth0; ip -n one link set eth0 up
$ ip -n two addr add 10.0.0.12/24 dev eth0; ip -n two link set eth0 up
$ ip route
10.0.0.0/24 dev v1 proto kernel scope link src 10.0.0.1 
10.0.0.0/24 dev v2 proto kernel scope link src 10.0.0.2 
$ ping -c 1 -W 1 10.0.0.11
PING 10.0.0.11 (10.0.0.11) 56(84) bytes of data.
64 bytes from 10.0.0.11: icmp_seq=1 ttl=64 time=0.036 ms

--- 10.0.0.11 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.036/0.036/0.036/0.000 ms
$ ping -c 1 -W 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip route get 10.0.0.12
10.0.0.12 dev v1 src 10.0.0.1 uid 0 
    cache 
$ ping -c 1 -W 1 -I v2 10.0.0.12
PING 10.0.0.12 (10.0.0.12) from 10.0.0.2 v2: 56(84) bytes of data.
64 bytes from 10.0.0.12: icmp_seq=1 ttl=64 time=0.039 ms

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.039/0.039/0.039/0.000 ms
$ ping -c 1 -W 1 -I 10.0.0.2 10.0.0.12
PING 10.0.0.12 (10.0.0.12) from 10.0.0.2 : 56(84) bytes of data.

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec two ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec two ping -c 1 -W 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec one ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.040 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
$ sleep 3; ip neigh
10.0.0.12 dev v1 FAILED 
10.0.0.12 dev v2 lladdr 86:e0:fa:42:e2:19 REACHABLE 
10.0.0.11 dev v1 lladdr ea:00:68:fb:91:b4 REACHABLE 
$ ip route del 10.0.0.0/24 dev v1
$ ip route
10.0.0.0/24 dev v2 proto kernel scope link src 10.0.0.2 
$ ping -c 1 -W 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.
64 bytes from 10.0.0.12: icmp_seq=1 ttl=64 time=0.026 ms

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.026/0.026/0.026/0.000 ms
$ ping -c 1 -W 1 10.0.0.11
PING 10.0.0.11 (10.0.0.11) 56(84) bytes of data.

--- 10.0.0.11 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip route add 10.0.0.11 dev v1
$ ping -c 1 -W 1 10.0.0.11
PING 10.0.0.11 (10.0.0.11) 56(84) bytes of data.
64 bytes from 10.0.0.11: icmp_seq=1 ttl=64 time=0.026 ms

--- 10.0.0.11 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.026/0.026/0.026/0.000 ms
$ ip route
10.0.0.0/24 dev v2 proto kernel scope link src 10.0.0.2 
10.0.0.11 dev v1 scope link 
$ ip route get 10.0.0.11
10.0.0.11 dev v1 src 10.0.0.1 uid 0 
    cache 
$ ip route add 10.0.0.12/32 dev v2 src 10.0.0.2
$ ip route get 10.0.0.12
10.0.0.12 dev v2 src 10.0.0.2 uid 0 
    cache 
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 v2
10.0.0.11       0.0.0.0         255.255.255.255 UH    0      0        0 v1
10.0.0.12       0.0.0.0         255.255.255.255 UH    0      0        0 v2
$ ip link set v1 down
$ ip route
10.0.0.0/24 dev v2 proto kernel scope link src 10.0.0.2 
10.0.0.12 dev v2 scope link src 10.0.0.2 
$ ip link set v1 up
$ ip route
10.0.0.0/24 dev v2 proto kernel scope link src 10.0.0.2 
10.0.0.0/24 dev v1 proto kernel scope link src 10.0.0.1 
10.0.0.12 dev v2 scope link src 10.0.0.2 
$ ip addr del 10.0.0.2/24 dev v2
$ ip route
10.0.0.0/24 dev v1 proto kernel scope link src 10.0.0.1 
$ ip addr add 10.0.0.1/24 dev v2
$ ip -4 -br a
v1@if2           UP             10.0.0.1/24 
v2@if2           UP             10.0.0.1/24 
$ ip route
10.0.0.0/24 dev v1 proto kernel scope link src 10.0.0.1 
10.0.0.0/24 dev v2 proto kernel scope link src 10.0.0.1 
$ ping -c 1 -W 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip addr del 10.0.0.1/24 dev v1
$ ip route
10.0.0.0/24 dev v2 proto kernel scope link src 10.0.0.1 
$ ping -c 1 -W 1 10.0.0.12
PING 10.0.0.12 (10.0.0.12) 56(84) bytes of data.
64 bytes from 10.0.0.12: icmp_seq=1 ttl=64 time=0.037 ms

--- 10.0.0.12 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.037/0.037/0.037/0.000 ms
