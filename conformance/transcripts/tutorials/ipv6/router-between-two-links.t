# A router with three namespaces: forwarding, hop limit, unreachables, a smaller MTU behind it
$ for n in red router blue; do ip netns add $n; ip -n $n link set lo up; done
$ ip link add eth0 netns red type veth peer name left netns router
$ ip link add eth0 netns blue type veth peer name right netns router
$ for n in red blue; do ip -n $n link set eth0 up; done
$ for d in left right; do ip -n router link set $d up; done
$ ip -n red addr add 2001:db8:1::2/64 dev eth0
$ ip -n blue addr add 2001:db8:2::2/64 dev eth0
$ ip -n router addr add 2001:db8:1::1/64 dev left
$ ip -n router addr add 2001:db8:2::1/64 dev right
$ ip -n red route add default via 2001:db8:1::1
$ ip -n blue -6 route add default via 2001:db8:2::1
$ sleep 3
$ ip netns exec red ping -c 1 -W 1 2001:db8:2::2
PING 2001:db8:2::2(2001:db8:2::2) 56 data bytes

--- 2001:db8:2::2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec router sysctl -w net.ipv6.conf.all.forwarding=1
net.ipv6.conf.all.forwarding = 1
$ ip netns exec red ping -c 1 2001:db8:2::2
PING 2001:db8:2::2(2001:db8:2::2) 56 data bytes
64 bytes from 2001:db8:2::2: icmp_seq=1 ttl=63 time=0.062 ms

--- 2001:db8:2::2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.062/0.062/0.062/0.000 ms
$ ip netns exec red ping -c 1 -t 1 2001:db8:2::2
PING 2001:db8:2::2(2001:db8:2::2) 56 data bytes
From 2001:db8:1::1 icmp_seq=1 Time exceeded: Hop limit

--- 2001:db8:2::2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec red ping -c 1 2001:db8:9::1
PING 2001:db8:9::1(2001:db8:9::1) 56 data bytes
From 2001:db8:1::1 icmp_seq=1 Destination unreachable: No route

--- 2001:db8:9::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n router -6 route add prohibit 2001:db8:8::/64
$ ip -n router -6 route add unreachable 2001:db8:7::/64
$ ip -n router -6 route add blackhole 2001:db8:6::/64
$ ip -n router -6 route
2001:db8:1::/64 dev left proto kernel metric 256 pref medium
2001:db8:2::/64 dev right proto kernel metric 256 pref medium
blackhole 2001:db8:6::/64 dev lo metric 1024 pref medium
unreachable 2001:db8:7::/64 dev lo metric 1024 pref medium
prohibit 2001:db8:8::/64 dev lo metric 1024 pref medium
fe80::/64 dev right proto kernel metric 256 pref medium
fe80::/64 dev left proto kernel metric 256 pref medium
$ ip netns exec red ping -c 1 2001:db8:8::1
PING 2001:db8:8::1(2001:db8:8::1) 56 data bytes
From 2001:db8:1::1 icmp_seq=1 Destination unreachable: Administratively prohibited

--- 2001:db8:8::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec red ping -c 1 2001:db8:7::1
PING 2001:db8:7::1(2001:db8:7::1) 56 data bytes
From 2001:db8:1::1 icmp_seq=1 Destination unreachable: No route

--- 2001:db8:7::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec red ping -c 1 -W 1 2001:db8:6::1
PING 2001:db8:6::1(2001:db8:6::1) 56 data bytes

--- 2001:db8:6::1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec router ping -c 1 2001:db8:8::1
ping: connect: Permission denied
[2]
$ ip netns exec router ping -c 1 2001:db8:7::1
ping: connect: No route to host
[2]
$ ip netns exec router ping -c 1 2001:db8:6::1
ping: connect: Invalid argument
[2]
$ ip -n router link set right mtu 1300
$ ip netns exec red ping -c 1 -s 1400 2001:db8:2::2
PING 2001:db8:2::2(2001:db8:2::2) 1400 data bytes
From 2001:db8:1::1 icmp_seq=1 Packet too big: mtu=1300

--- 2001:db8:2::2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec red ping -c 1 -s 1400 -M do 2001:db8:2::2
PING 2001:db8:2::2(2001:db8:2::2) 1400 data bytes
ping: local error: message too long, mtu: 1300

--- 2001:db8:2::2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n red -6 route get 2001:db8:2::2 | sed 's/expires [0-9]*sec/expires/'
2001:db8:2::2 from :: via 2001:db8:1::1 dev eth0 src 2001:db8:1::2 metric 1024 expires mtu 1300 pref medium
$ ip -n red -6 route show cache | sed 's/expires [0-9]*sec/expires/'
2001:db8:2::2 via 2001:db8:1::1 dev eth0 metric 1024 expires mtu 1300 pref medium
$ ip -n router -6 route get 2001:db8:2::2 from 2001:db8:1::2 iif left
2001:db8:2::2 from 2001:db8:1::2 dev right proto kernel metric 256 iif left pref medium
