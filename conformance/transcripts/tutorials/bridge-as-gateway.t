# The bridge has an address: the containers' gateway to a second network
$ sysctl -w net.ipv4.ip_forward=0
net.ipv4.ip_forward = 0
$ ip link add br-a type bridge; ip addr add 172.20.0.1/16 dev br-a; ip link set br-a up
$ ip link add br-b type bridge; ip addr add 172.21.0.1/16 dev br-b; ip link set br-b up
$ add() { ip netns add $1; ip link add ve-$1 type veth peer name eth0 netns $1; ip link set ve-$1 master $2 up; ip -n $1 addr add $3 dev eth0; ip -n $1 link set eth0 up; ip -n $1 link set lo up; }
$ add a1 br-a 172.20.0.2/16
$ add a2 br-a 172.20.0.3/16
$ add b1 br-b 172.21.0.2/16
$ ip netns exec a1 ping -c 1 172.20.0.3
PING 172.20.0.3 (172.20.0.3) 56(84) bytes of data.
64 bytes from 172.20.0.3: icmp_seq=1 ttl=64 time=0.239 ms

--- 172.20.0.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.239/0.239/0.239/0.000 ms
$ ip netns exec a1 ping -c 1 172.20.0.1
PING 172.20.0.1 (172.20.0.1) 56(84) bytes of data.
64 bytes from 172.20.0.1: icmp_seq=1 ttl=64 time=0.197 ms

--- 172.20.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.197/0.197/0.197/0.000 ms
$ ip netns exec a1 ping -c 1 172.21.0.2
ping: connect: Network is unreachable
[2]
$ ip -n a1 route add default via 172.21.0.1
Error: Nexthop has invalid gateway.
[2]
$ ip -n a1 route add default via 172.20.0.1
$ ip -n a1 route
default via 172.20.0.1 dev eth0 
172.20.0.0/16 dev eth0 proto kernel scope link src 172.20.0.2 
$ ip netns exec a1 ping -c 1 172.21.0.1
PING 172.21.0.1 (172.21.0.1) 56(84) bytes of data.
64 bytes from 172.21.0.1: icmp_seq=1 ttl=64 time=0.183 ms

--- 172.21.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.183/0.183/0.183/0.000 ms
$ ip netns exec a1 ping -c 1 -W 1 172.21.0.2
PING 172.21.0.2 (172.21.0.2) 56(84) bytes of data.

--- 172.21.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 0
$ sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip netns exec a1 ping -c 1 -W 1 172.21.0.2
PING 172.21.0.2 (172.21.0.2) 56(84) bytes of data.

--- 172.21.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n b1 route add default via 172.21.0.1
$ ip netns exec a1 ping -c 1 -W 1 172.21.0.2
PING 172.21.0.2 (172.21.0.2) 56(84) bytes of data.
64 bytes from 172.21.0.2: icmp_seq=1 ttl=63 time=0.197 ms

--- 172.21.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.197/0.197/0.197/0.000 ms
$ ip netns exec a1 ping -c 1 -t 1 172.21.0.2
PING 172.21.0.2 (172.21.0.2) 56(84) bytes of data.
From 172.20.0.1 icmp_seq=1 Time to live exceeded

--- 172.21.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec a1 ping -c 1 172.22.0.1
PING 172.22.0.1 (172.22.0.1) 56(84) bytes of data.
From 172.20.0.1 icmp_seq=1 Destination Net Unreachable

--- 172.22.0.1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip route
172.20.0.0/16 dev br-a proto kernel scope link src 172.20.0.1 
172.21.0.0/16 dev br-b proto kernel scope link src 172.21.0.1 
$ ip netns exec a1 ping -c 1 172.21.0.99
PING 172.21.0.99 (172.21.0.99) 56(84) bytes of data.
From 172.20.0.1 icmp_seq=1 Destination Host Unreachable

--- 172.21.0.99 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec b1 ping -c 1 172.20.0.3
PING 172.20.0.3 (172.20.0.3) 56(84) bytes of data.

--- 172.20.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec b1 ping -c 1 -W 1 172.20.0.3
PING 172.20.0.3 (172.20.0.3) 56(84) bytes of data.

--- 172.20.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n a2 route add default via 172.20.0.1 dev eth0
$ ip netns exec b1 ping -c 1 172.20.0.3
PING 172.20.0.3 (172.20.0.3) 56(84) bytes of data.
64 bytes from 172.20.0.3: icmp_seq=1 ttl=63 time=0.046 ms

--- 172.20.0.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.046/0.046/0.046/0.000 ms
$ ip route get 172.21.0.2
172.21.0.2 dev br-b src 172.21.0.1 uid 0 
    cache 
$ ip route get 172.21.0.2 from 172.20.0.2 iif br-a
172.21.0.2 from 172.20.0.2 dev br-b 
    cache iif br-a 
$ ip -n a1 route get 172.21.0.2
172.21.0.2 via 172.20.0.1 dev eth0 src 172.20.0.2 uid 0 
    cache 
$ ip -n a1 route get 8.8.8.8
8.8.8.8 via 172.20.0.1 dev eth0 src 172.20.0.2 uid 0 
    cache 
$ ip route get 8.8.8.8
RTNETLINK answers: Network is unreachable
[2]
$ ip link set br-b down
$ ip route
172.20.0.0/16 dev br-a proto kernel scope link src 172.20.0.1 
$ ip netns exec a1 ping -c 1 -W 1 172.21.0.2
PING 172.21.0.2 (172.21.0.2) 56(84) bytes of data.
From 172.20.0.1 icmp_seq=1 Destination Net Unreachable

--- 172.21.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip link set br-b up
$ ip netns exec a1 ping -c 1 -W 2 172.21.0.2
PING 172.21.0.2 (172.21.0.2) 56(84) bytes of data.
64 bytes from 172.21.0.2: icmp_seq=1 ttl=63 time=0.040 ms

--- 172.21.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
$ ip addr del 172.20.0.1/16 dev br-a
$ ip netns exec a1 ping -c 1 -W 1 172.20.0.3
PING 172.20.0.3 (172.20.0.3) 56(84) bytes of data.
64 bytes from 172.20.0.3: icmp_seq=1 ttl=64 time=0.022 ms

--- 172.20.0.3 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.022/0.022/0.022/0.000 ms
$ ip netns exec a1 ping -c 1 -W 1 172.21.0.2
PING 172.21.0.2 (172.21.0.2) 56(84) bytes of data.

--- 172.21.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip neigh show dev br-b
172.21.0.2 lladdr 22:f6:77:b4:f5:a2 REACHABLE 
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
172.21.0.0      0.0.0.0         255.255.0.0     U     0      0        0 br-b
