# Addresses: refusals, lifetimes, replace and change, no prefix route, peers, flush
$ ip link set lo up
$ ip link add va type veth peer name vb
$ ip -6 addr add 2001:db8::1/64 dev va
$ ip link set va up
$ ip link set vb up
$ sleep 3
$ ip -6 route
2001:db8::/64 dev va proto kernel metric 256 pref medium
fe80::/64 dev vb proto kernel metric 256 pref medium
fe80::/64 dev va proto kernel metric 256 pref medium
$ ip addr add 2001:db8::1/64 dev va
Error: ipv6: address already assigned.
[2]
$ ip addr add 2001:db8::1/64 dev nope
Cannot find device "nope"
[1]
$ ip addr add 2001:db8::1/129 dev va
Error: any valid prefix is expected rather than "2001:db8::1/129".
[1]
$ ip addr add ff02::5/64 dev va
Error: ipv6: Cannot assign multicast address without "IFA_F_MCAUTOJOIN" flag.
[2]
$ ip addr add ::1/128 dev va
Error: ipv6: Cannot assign loopback address on this device.
[2]
$ ip addr add ::/64 dev va
Error: ipv6: Invalid address.
[2]
$ ip addr del 2001:db8::9/64 dev va
Error: ipv6: address not found.
[2]
$ ip addr del 2001:db8::1/63 dev va
Error: ipv6: address not found.
[2]
$ ip addr replace 2001:db8::1/64 dev va valid_lft forever preferred_lft 0
$ ip -6 addr show dev va | head -3
3: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet6 2001:db8::1/64 scope global deprecated 
       valid_lft forever preferred_lft 0sec
$ ip addr add 2001:db8:1::1/64 dev va valid_lft 10 preferred_lft 20
preferred_lft is greater than valid_lft
[1]
$ ip addr add 2001:db8:2::1/64 dev va noprefixroute nodad
$ ip addr add 2001:db8:3::1/64 dev va metric 50
$ ip addr add 2001:db8:4::1 peer 2001:db8:4::2/64 dev va
$ ip -6 addr show dev va
3: va@vb: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    inet6 2001:db8:4::1 peer 2001:db8:4::2/64 scope global tentative 
       valid_lft forever preferred_lft forever
    inet6 2001:db8:3::1/64 metric 50 scope global tentative 
       valid_lft forever preferred_lft forever
    inet6 2001:db8:2::1/64 scope global nodad noprefixroute 
       valid_lft forever preferred_lft forever
    inet6 2001:db8::1/64 scope global deprecated 
       valid_lft forever preferred_lft 0sec
    inet6 fe80::d856:9dff:fe24:f40b/64 scope link 
       valid_lft forever preferred_lft forever
$ ip -6 route
2001:db8::/64 dev va proto kernel metric 256 pref medium
2001:db8:3::/64 dev va proto kernel metric 50 pref medium
2001:db8:4::/64 dev va proto kernel metric 256 pref medium
fe80::/64 dev vb proto kernel metric 256 pref medium
fe80::/64 dev va proto kernel metric 256 pref medium
$ ip -6 addr flush dev va
$ ip -6 addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 state UNKNOWN qlen 1000
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP qlen 1000
    inet6 fe80::8a8:85ff:fee1:9cc4/64 scope link 
       valid_lft forever preferred_lft forever
$ ip -6 route
fe80::/64 dev vb proto kernel metric 256 pref medium
$ ip link set va down
$ ip link set va up
$ sleep 3
$ ip -6 addr show dev va | wc -l
3
