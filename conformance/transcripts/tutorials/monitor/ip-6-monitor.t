# ip monitor on IPv6: what addresses, routes and neighbours are told of, in order
$ ip netns add a
$ ip netns add b
$ ip link add v0 netns a address 02:00:00:00:00:0a type veth peer name v1 netns b address 02:00:00:00:00:0b
$ ip -n b link set v1 up
$ ip -n b addr add 2001:db8::9/64 dev v1 nodad
$ sleep 0.2
$ ip -n a -6 monitor address route > told &
$ ip -n a link set v0 up
$ sleep 3
$ ip -n a addr add 2001:db8::1/64 dev v0
$ sleep 3
$ ip -n a addr add 2001:db8::2/64 dev v0 nodad
$ ip -n a -6 route add 2001:db8:5::/48 via 2001:db8::9
$ ip -n a -6 route replace 2001:db8:5::/48 via 2001:db8::8
$ ip -n a -6 route append 2001:db8:5::/48 via 2001:db8::7
$ ip -n a -6 route del 2001:db8:5::/48 via 2001:db8::7
$ ip -n a -6 route del 2001:db8:5::/48
$ ip -n a -6 route add 2001:db8:6::/48 nexthop via 2001:db8::9 nexthop via 2001:db8::8
$ ip -n a -6 route append 2001:db8:6::/48 nexthop via 2001:db8::6 nexthop via 2001:db8::5
$ ip -n a -6 route del 2001:db8:6::/48
$ ip -n a -6 route add unreachable 2001:db8:7::/48
$ ip -n a addr add 2001:db8:9::1 peer 2001:db8:9::2/128 dev v0 nodad
$ ip -n a addr del 2001:db8:9::1 peer 2001:db8:9::2/128 dev v0
$ ip -n a addr change 2001:db8::2/64 dev v0 preferred_lft 50
$ ip -n a addr del 2001:db8::1/64 dev v0
$ ip netns exec a sysctl -w net.ipv6.conf.v0.forwarding=1
net.ipv6.conf.v0.forwarding = 1
$ ip netns exec a sysctl -w net.ipv6.conf.v0.disable_ipv6=1
net.ipv6.conf.v0.disable_ipv6 = 1
$ ip netns exec a sysctl -w net.ipv6.conf.v0.disable_ipv6=0
net.ipv6.conf.v0.disable_ipv6 = 0
$ sleep 3
$ ip -n b addr add 2001:db8::4/64 dev v1 nodad
$ ip -n a addr add 2001:db8::4/64 dev v0
$ sleep 2
$ ip -n a link set v0 down
$ ip -n a link del v0
$ sleep 0.1
$ kill %1
$ sed 's/preferred_lft [45]./preferred_lft SOON/' told
multicast ff00::/8 dev v0 table local proto kernel metric 256 pref medium
fe80::/64 dev v0 proto kernel metric 256 pref medium
2: v0    inet6 fe80::ff:fe00:a/64 scope link 
       valid_lft forever preferred_lft forever
local fe80::ff:fe00:a dev v0 table local proto kernel metric 0 pref medium
2001:db8::/64 dev v0 proto kernel metric 256 pref medium
2: v0    inet6 2001:db8::1/64 scope global tentative 
       valid_lft forever preferred_lft forever
2: v0    inet6 2001:db8::1/64 scope global 
       valid_lft forever preferred_lft forever
local 2001:db8::1 dev v0 table local proto kernel metric 0 pref medium
2: v0    inet6 2001:db8::2/64 scope global nodad 
       valid_lft forever preferred_lft forever
local 2001:db8::2 dev v0 table local proto kernel metric 0 pref medium
2001:db8:5::/48 via 2001:db8::9 dev v0 metric 1024 pref medium
2001:db8:5::/48 via 2001:db8::8 dev v0 metric 1024 pref medium
2001:db8:5::/48 metric 1024 pref medium
	nexthop via 2001:db8::7 dev v0 weight 1 
	nexthop via 2001:db8::8 dev v0 weight 1 
Deleted 2001:db8:5::/48 via 2001:db8::7 dev v0 metric 1024 pref medium
Deleted 2001:db8:5::/48 via 2001:db8::8 dev v0 metric 1024 pref medium
2001:db8:6::/48 metric 1024 pref medium
	nexthop via 2001:db8::9 dev v0 weight 1 
	nexthop via 2001:db8::8 dev v0 weight 1 
2001:db8:6::/48 metric 1024 pref medium
	nexthop via 2001:db8::9 dev v0 weight 1 
	nexthop via 2001:db8::8 dev v0 weight 1 
	nexthop via 2001:db8::6 dev v0 weight 1 
	nexthop via 2001:db8::5 dev v0 weight 1 
Deleted 2001:db8:6::/48 metric 1024 pref medium
	nexthop via 2001:db8::9 dev v0 weight 1 
	nexthop via 2001:db8::8 dev v0 weight 1 
	nexthop via 2001:db8::6 dev v0 weight 1 
	nexthop via 2001:db8::5 dev v0 weight 1 
unreachable 2001:db8:7::/48 dev lo metric 1024 pref medium
2001:db8:9::1 dev v0 proto kernel metric 256 pref medium
2: v0    inet6 2001:db8:9::1 peer 2001:db8:9::2/128 scope global nodad 
       valid_lft forever preferred_lft forever
local 2001:db8:9::1 dev v0 table local proto kernel metric 0 pref medium
2001:db8:9::2 dev v0 proto kernel metric 256 pref medium
Deleted 2: v0    inet6 2001:db8:9::1 peer 2001:db8:9::2/128 scope global nodad 
       valid_lft forever preferred_lft forever
Deleted 2001:db8:9::2 dev v0 proto kernel metric 256 pref medium
Deleted local 2001:db8:9::1 dev v0 table local proto kernel metric 0 pref medium
Deleted 2001:db8:9::1 dev v0 proto kernel metric 256 pref medium
2: v0    inet6 2001:db8::2/64 scope global 
       valid_lft forever preferred_lft SOONsec
Deleted 2: v0    inet6 2001:db8::1/64 scope global 
       valid_lft forever preferred_lft forever
Deleted local 2001:db8::1 dev v0 table local proto kernel metric 0 pref medium
anycast 2001:db8:: dev v0 table local proto kernel metric 0 pref medium
anycast fe80:: dev v0 table local proto kernel metric 0 pref medium
Deleted 2001:db8::/64 dev v0 proto kernel metric 256 pref medium
Deleted fe80::/64 dev v0 proto kernel metric 256 pref medium
Deleted anycast 2001:db8:: dev v0 table local proto kernel metric 0 pref medium
Deleted local 2001:db8::2 dev v0 table local proto kernel metric 0 pref medium
Deleted anycast fe80:: dev v0 table local proto kernel metric 0 pref medium
Deleted local fe80::ff:fe00:a dev v0 table local proto kernel metric 0 pref medium
Deleted multicast ff00::/8 dev v0 table local proto kernel metric 256 pref medium
Deleted 2: v0    inet6 2001:db8::2/64 scope global 
       valid_lft forever preferred_lft SOONsec
Deleted 2: v0    inet6 fe80::ff:fe00:a/64 scope link 
       valid_lft forever preferred_lft forever
multicast ff00::/8 dev v0 table local proto kernel metric 256 pref medium
fe80::/64 dev v0 proto kernel metric 256 pref medium
2: v0    inet6 fe80::ff:fe00:a/64 scope link 
       valid_lft forever preferred_lft forever
local fe80::ff:fe00:a dev v0 table local proto kernel metric 0 pref medium
anycast fe80:: dev v0 table local proto kernel metric 0 pref medium
2001:db8::/64 dev v0 proto kernel metric 256 pref medium
2: v0    inet6 2001:db8::4/64 scope global tentative 
       valid_lft forever preferred_lft forever
2: v0    inet6 2001:db8::4/64 scope global dadfailed tentative 
       valid_lft forever preferred_lft forever
Deleted 2001:db8::/64 dev v0 proto kernel metric 256 pref medium
Deleted fe80::/64 dev v0 proto kernel metric 256 pref medium
Deleted anycast fe80:: dev v0 table local proto kernel metric 0 pref medium
Deleted local fe80::ff:fe00:a dev v0 table local proto kernel metric 0 pref medium
Deleted multicast ff00::/8 dev v0 table local proto kernel metric 256 pref medium
Deleted 2: v0    inet6 2001:db8::4/64 scope global dadfailed tentative 
       valid_lft forever preferred_lft forever
Deleted 2: v0    inet6 fe80::ff:fe00:a/64 scope link 
       valid_lft forever preferred_lft forever
