# traceroute by IPv6: UDP and echo requests, refusals on the way, and what is wrong with what was typed
$ ip netns add a
$ ip netns add r
$ ip netns add b
$ ip link add v0 netns a type veth peer name r0 netns r
$ ip link add v1 netns b type veth peer name r1 netns r
$ ip -n a link set v0 up
$ ip -n b link set v1 up
$ ip -n r link set r0 up
$ ip -n r link set r1 up
$ ip -n a addr add 2001:db8:1::1/64 dev v0 nodad
$ ip -n r addr add 2001:db8:1::ff/64 dev r0 nodad
$ ip -n b addr add 2001:db8:2::1/64 dev v1 nodad
$ ip -n r addr add 2001:db8:2::ff/64 dev r1 nodad
$ ip netns exec r sysctl -w net.ipv6.conf.all.forwarding=1
net.ipv6.conf.all.forwarding = 1
$ ip -n a -6 route add default via 2001:db8:1::ff
$ ip -n b -6 route add default via 2001:db8:2::ff
$ sleep 2.5
$ ip netns exec a traceroute -6 -n 2001:db8:2::1 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:2::1 (2001:db8:2::1), 30 hops max, 80 byte packets
 1  2001:db8:1::ff  T ms  T ms  T ms
 2  2001:db8:2::1  T ms  T ms  T ms
$ ip netns exec a traceroute6 -n -q 1 -I 2001:db8:2::1 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:2::1 (2001:db8:2::1), 30 hops max, 80 byte packets
 1  2001:db8:1::ff  T ms
 2  2001:db8:2::1  T ms
$ ip netns exec a traceroute -n -q 1 -I --back 2001:db8:2::1 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:2::1 (2001:db8:2::1), 30 hops max, 80 byte packets
 1  2001:db8:1::ff  T ms
 2  2001:db8:2::1  T ms
$ ip netns exec a traceroute -4 -n 2001:db8:2::1
2001:db8:2::1: Address family for hostname not supported
Cannot handle "host" cmdline arg `2001:db8:2::1' on position 1 (argc 3)
[2]
$ ip netns exec a traceroute -6 -n 10.0.0.1
10.0.0.1: Address family for hostname not supported
Cannot handle "host" cmdline arg `10.0.0.1' on position 1 (argc 3)
[2]
$ ip netns exec a traceroute -6 -n fe80::1
traceroute to fe80::1 (fe80::1), 30 hops max, 80 byte packets
connect: Invalid argument
[1]
$ sleep 3
$ ip netns exec a traceroute -n -q 1 -m 3 2001:db8:3::1 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:3::1 (2001:db8:3::1), 3 hops max, 80 byte packets
 1  2001:db8:1::ff  T ms !N
$ ip netns exec r ip -6 route add prohibit 2001:db8:4::/64
$ ip netns exec a traceroute -n -q 1 -m 3 -I 2001:db8:4::1 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:4::1 (2001:db8:4::1), 3 hops max, 80 byte packets
 1  2001:db8:1::ff  T ms !X
$ ip netns exec a traceroute -n -q 1 -m 3 -I 2001:db8:2::9 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:2::9 (2001:db8:2::9), 3 hops max, 80 byte packets
 1  2001:db8:1::ff  T ms !H
$ ip netns exec a traceroute -n -q 1 -I -F 2001:db8:2::1 1400 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:2::1 (2001:db8:2::1), 30 hops max, 1400 byte packets
 1  2001:db8:1::ff  T ms
 2  2001:db8:2::1  T ms
$ ip -n r link set r1 mtu 1300
$ ip netns exec a traceroute -n -q 1 -I --mtu 2001:db8:2::1 | sed -E 's/[0-9.]+ ms/T ms/g'
traceroute to 2001:db8:2::1 (2001:db8:2::1), 30 hops max, 65000 byte packets
 1  2001:db8:1::ff  T ms F=1500
 2  2001:db8:2::1  T ms F=1300
$ ip -n a -6 route del default
$ ip netns exec a traceroute -n -q 1 -I 2001:db8:2::1
\
connect: Network is unreachable
[1]
