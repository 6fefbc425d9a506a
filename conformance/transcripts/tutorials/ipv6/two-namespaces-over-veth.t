# Two namespaces on a cable: link-local addresses, routes, a first ping
$ ip netns add red
$ ip netns add blue
$ ip link add veth0 netns red type veth peer name veth0 netns blue
$ ip -n red link set lo up
$ ip -n blue link set lo up
$ ip -n red link set veth0 up
$ ip -n blue link set veth0 up
$ ip -n red addr add 2001:db8::1/64 dev veth0
$ ip -n blue addr add 2001:db8::2/64 dev veth0
$ ip -n red -6 addr show dev veth0
2: veth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns blue
    inet6 2001:db8::1/64 scope global tentative 
       valid_lft forever preferred_lft forever
    inet6 fe80::f8af:61ff:fed2:e87a/64 scope link tentative 
       valid_lft forever preferred_lft forever
$ sleep 3
$ ip -n red -6 addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 state UNKNOWN qlen 1000
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
2: veth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP qlen 1000
    inet6 2001:db8::1/64 scope global 
       valid_lft forever preferred_lft forever
    inet6 fe80::f8af:61ff:fed2:e87a/64 scope link 
       valid_lft forever preferred_lft forever
$ ip -n red -6 route
2001:db8::/64 dev veth0 proto kernel metric 256 pref medium
fe80::/64 dev veth0 proto kernel metric 256 pref medium
$ ip -n red -6 route show table local
local ::1 dev lo proto kernel metric 0 pref medium
local 2001:db8::1 dev veth0 proto kernel metric 0 pref medium
local fe80::f8af:61ff:fed2:e87a dev veth0 proto kernel metric 0 pref medium
multicast ff00::/8 dev veth0 proto kernel metric 256 pref medium
$ ip netns exec red ping -c 2 2001:db8::2
PING 2001:db8::2(2001:db8::2) 56 data bytes
64 bytes from 2001:db8::2: icmp_seq=1 ttl=64 time=0.051 ms
64 bytes from 2001:db8::2: icmp_seq=2 ttl=64 time=0.043 ms

--- 2001:db8::2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1011ms
rtt min/avg/max/mdev = 0.043/0.047/0.051/0.004 ms
$ ip netns exec red ping -c 1 ::1
PING ::1(::1) 56 data bytes
64 bytes from ::1: icmp_seq=1 ttl=64 time=0.016 ms

--- ::1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.016/0.016/0.016/0.000 ms
$ ip netns exec red ping -c 1 2001:db8::1
PING 2001:db8::1(2001:db8::1) 56 data bytes
64 bytes from 2001:db8::1: icmp_seq=1 ttl=64 time=0.032 ms

--- 2001:db8::1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.032/0.032/0.032/0.000 ms
$ ip netns exec red ping -6 -c 1 10.0.0.1
ping: 10.0.0.1: Address family for hostname not supported
[2]
$ ip netns exec red ping -4 -c 1 2001:db8::2
ping: 2001:db8::2: Address family for hostname not supported
[2]
$ ip netns exec red ping -c 1 2001:db9::1
ping: connect: Network is unreachable
[2]
$ ip -n red -6 route get 2001:db8::2
2001:db8::2 from :: dev veth0 proto kernel src 2001:db8::1 metric 256 pref medium
$ ip -n red -6 route get ::1
local ::1 from :: dev lo table local proto kernel src ::1 metric 0 pref medium
$ ip -n red -6 route get 2001:db9::1
RTNETLINK answers: Network is unreachable
[2]
$ ip netns exec red ping -c 1 fe80::1%nosuch
ping: fe80::1%nosuch: Name or service not known
[2]
$ ip netns exec red ping6 -c 1 -q 2001:db8::2
PING 2001:db8::2(2001:db8::2) 56 data bytes

--- 2001:db8::2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.033/0.033/0.033/0.000 ms
