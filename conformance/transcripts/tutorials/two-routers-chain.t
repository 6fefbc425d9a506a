# h1 - r1 - r2 - h2: static routes, and what each missing piece looks like
$ for n in h1 r1 r2 h2; do ip netns add $n; ip -n $n link set lo up; done
$ ip link add h1-r1 netns h1 type veth peer name r1-h1 netns r1
$ ip link add r1-r2 netns r1 type veth peer name r2-r1 netns r2
$ ip link add r2-h2 netns r2 type veth peer name h2-r2 netns h2
$ conf() { ip -n $1 addr add $3 dev $2 && ip -n $1 link set $2 up; }
$ conf h1 h1-r1 10.1.0.2/24; conf r1 r1-h1 10.1.0.1/24
$ conf r1 r1-r2 10.2.0.1/24; conf r2 r2-r1 10.2.0.2/24
$ conf r2 r2-h2 10.3.0.1/24; conf h2 h2-r2 10.3.0.2/24
$ ip netns exec h1 ping -c 1 10.3.0.2
ping: connect: Network is unreachable
[2]
$ ip -n h1 route add default via 10.1.0.1
$ ip netns exec h1 ping -c 1 -W 1 10.2.0.1
PING 10.2.0.1 (10.2.0.1) 56(84) bytes of data.
64 bytes from 10.2.0.1: icmp_seq=1 ttl=64 time=0.035 ms

--- 10.2.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.035/0.035/0.035/0.000 ms
$ ip netns exec h1 ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec h1 ping -c 1 -W 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ for r in r1 r2; do ip netns exec $r sysctl -w net.ipv4.ip_forward=1; done
net.ipv4.ip_forward = 1
net.ipv4.ip_forward = 1
$ ip netns exec h1 ping -c 1 -W 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Destination Net Unreachable

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec h1 ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n r1 route add 10.3.0.0/24 via 10.2.0.2
$ ip netns exec h1 ping -c 1 -W 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n r2 route add 10.1.0.0/24 via 10.2.0.1
$ ip netns exec h1 ping -c 1 -W 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n h2 route add 10.1.0.0/24 via 10.3.0.1
$ ip netns exec h1 ping -c 1 -W 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
64 bytes from 10.3.0.2: icmp_seq=1 ttl=62 time=0.232 ms

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.232/0.232/0.232/0.000 ms
$ ip netns exec h1 ping -c 1 -W 1 -t 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Time to live exceeded

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec h1 ping -c 1 -W 1 -t 2 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
From 10.2.0.2 icmp_seq=1 Time to live exceeded

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec h1 ping -c 1 -W 1 -t 3 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
64 bytes from 10.3.0.2: icmp_seq=1 ttl=62 time=0.023 ms

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.023/0.023/0.023/0.000 ms
$ ip netns exec h1 ping -n -c 1 -t 2 -q 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec h2 ping -c 1 10.2.0.1
ping: connect: Network is unreachable
[2]
$ ip -n h2 route add 10.2.0.0/24 via 10.3.0.1
$ ip netns exec h2 ping -c 1 10.2.0.1
PING 10.2.0.1 (10.2.0.1) 56(84) bytes of data.
64 bytes from 10.2.0.1: icmp_seq=1 ttl=63 time=0.030 ms

--- 10.2.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.030/0.030/0.030/0.000 ms
$ for n in h1 r1 r2 h2; do echo "== $n"; ip -n $n route; done
== h1
default via 10.1.0.1 dev h1-r1 
10.1.0.0/24 dev h1-r1 proto kernel scope link src 10.1.0.2 
== r1
10.1.0.0/24 dev r1-h1 proto kernel scope link src 10.1.0.1 
10.2.0.0/24 dev r1-r2 proto kernel scope link src 10.2.0.1 
10.3.0.0/24 via 10.2.0.2 dev r1-r2 
== r2
10.1.0.0/24 via 10.2.0.1 dev r2-r1 
10.2.0.0/24 dev r2-r1 proto kernel scope link src 10.2.0.2 
10.3.0.0/24 dev r2-h2 proto kernel scope link src 10.3.0.1 
== h2
10.1.0.0/24 via 10.3.0.1 dev h2-r2 
10.2.0.0/24 via 10.3.0.1 dev h2-r2 
10.3.0.0/24 dev h2-r2 proto kernel scope link src 10.3.0.2 
$ ip netns exec r1 route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
10.1.0.0        0.0.0.0         255.255.255.0   U     0      0        0 r1-h1
10.2.0.0        0.0.0.0         255.255.255.0   U     0      0        0 r1-r2
10.3.0.0        10.2.0.2        255.255.255.0   UG    0      0        0 r1-r2
$ ip -n r1 route del 10.3.0.0/24
$ ip netns exec h1 ping -c 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Destination Net Unreachable

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n r1 route add 10.3.0.0/24 via 10.3.0.1
Error: Nexthop has invalid gateway.
[2]
$ ip -n r1 route add 10.3.0.0/24 via 10.2.0.9
$ ip netns exec h1 ping -c 1 -W 5 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Destination Host Unreachable

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n r1 neigh show 10.2.0.9
10.2.0.9 dev r1-r2 FAILED 
$ ip -n r1 route replace 10.3.0.0/24 via 10.2.0.2
$ ip netns exec h1 ping -c 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
64 bytes from 10.3.0.2: icmp_seq=1 ttl=62 time=0.032 ms

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.032/0.032/0.032/0.000 ms
$ ip -n r2 link set r2-h2 down
$ ip netns exec h1 ping -c 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
From 10.2.0.2 icmp_seq=1 Destination Net Unreachable

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n h2 route
10.1.0.0/24 via 10.3.0.1 dev h2-r2 linkdown 
10.2.0.0/24 via 10.3.0.1 dev h2-r2 linkdown 
10.3.0.0/24 dev h2-r2 proto kernel scope link src 10.3.0.2 linkdown 
$ ip -n r2 link set r2-h2 up
$ ip -n r2 route
10.1.0.0/24 via 10.2.0.1 dev r2-r1 
10.2.0.0/24 dev r2-r1 proto kernel scope link src 10.2.0.2 
10.3.0.0/24 dev r2-h2 proto kernel scope link src 10.3.0.1 
$ ip netns exec h1 ping -c 1 10.3.0.2
PING 10.3.0.2 (10.3.0.2) 56(84) bytes of data.
64 bytes from 10.3.0.2: icmp_seq=1 ttl=62 time=0.038 ms

--- 10.3.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
