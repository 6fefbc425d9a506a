# Routes: gateways, metrics, append and replace, several next hops, refusals, deletion
$ ip link set lo up
$ ip link add va type veth peer name vb
$ ip link set va up
$ ip link set vb up
$ ip addr add 2001:db8::1/64 dev va nodad
$ sleep 3
$ ip -6 route add 2001:db8:9::/64 via 2001:db8:77::99
RTNETLINK answers: No route to host
[2]
$ ip -6 route add 2001:db8:9::/64 via 2001:db8::1
Error: Gateway can not be a local address.
[2]
$ ip -6 route add 2001:db8:9::/64 dev nope
Cannot find device "nope"
[1]
$ ip -6 route add 2001:db8:9::/64 dev va
$ ip -6 route add 2001:db8:9::/64 dev va
RTNETLINK answers: File exists
[2]
$ ip -6 route add 2001:db8:9::/64 dev va metric 5
$ ip -6 route add 2001:db8:8::/64 via 2001:db8:9::5
$ ip -6 route add 2001:db8:8::/64 via 2001:db8:9::6
RTNETLINK answers: File exists
[2]
$ ip -6 route append 2001:db8:8::/64 via 2001:db8:9::6
$ ip -6 route
2001:db8::/64 dev va proto kernel metric 256 pref medium
2001:db8:8::/64 metric 1024 pref medium
	nexthop via 2001:db8:9::5 dev va weight 1 
	nexthop via 2001:db8:9::6 dev va weight 1 
2001:db8:9::/64 dev va metric 5 pref medium
2001:db8:9::/64 dev va metric 1024 pref medium
fe80::/64 dev vb proto kernel metric 256 pref medium
fe80::/64 dev va proto kernel metric 256 pref medium
$ ip -6 route replace 2001:db8:8::/64 via 2001:db8:9::7
$ ip -6 route change 2001:db8:7::/64 via 2001:db8:9::7
Error: Can not replace route - no match found.
[2]
$ ip -6 route del 2001:db8:7::/64
RTNETLINK answers: No such process
[2]
$ ip -6 route del 2001:db8:8::/64 via 2001:db8:9::44
RTNETLINK answers: No such process
[2]
$ ip -6 route del 2001:db8:8::/64
$ ip -6 route add default nexthop via 2001:db8:9::1 nexthop via 2001:db8:9::2 weight 3
$ ip -6 route
2001:db8::/64 dev va proto kernel metric 256 pref medium
2001:db8:9::/64 dev va metric 5 pref medium
2001:db8:9::/64 dev va metric 1024 pref medium
fe80::/64 dev vb proto kernel metric 256 pref medium
fe80::/64 dev va proto kernel metric 256 pref medium
default metric 1024 pref medium
	nexthop via 2001:db8:9::1 dev va weight 1 
	nexthop via 2001:db8:9::2 dev va weight 3 
$ ip -6 route del default via 2001:db8:9::2
$ ip -6 route add default via fe80::1
Error: Egress device not specified.
[2]
$ ip -6 route add default via fe80::1 dev va metric 3
$ ip -6 route
2001:db8::/64 dev va proto kernel metric 256 pref medium
2001:db8:9::/64 dev va metric 5 pref medium
2001:db8:9::/64 dev va metric 1024 pref medium
fe80::/64 dev vb proto kernel metric 256 pref medium
fe80::/64 dev va proto kernel metric 256 pref medium
default via fe80::1 dev va metric 3 pref medium
default via 2001:db8:9::1 dev va metric 1024 pref medium
$ ip -6 route add 2001:db8:b::/64 dev va table 100
$ ip -6 route show table 100
2001:db8:b::/64 dev va metric 1024 pref medium
$ ip -6 route show table 101
Error: ipv6: FIB table does not exist.
Dump terminated
[2]
$ ip -6 route add 2001:db8:c::/64 dev lo
$ ip -6 route get 2001:db8:c::1
2001:db8:c::1 from :: dev lo src 2001:db8::1 metric 1024 pref medium
$ ping -c 1 2001:db8:c::1
PING 2001:db8:c::1(2001:db8:c::1) 56 data bytes
From 2001:db8::1 icmp_seq=1 Destination unreachable: No route

--- 2001:db8:c::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -6 route flush dev va
$ ip -6 route
2001:db8:c::/64 dev lo metric 1024 pref medium
fe80::/64 dev vb proto kernel metric 256 pref medium
$ ip -6 route add prohibit default
$ ping -c 1 2001:db8:ffff::1
ping: connect: Permission denied
[2]
