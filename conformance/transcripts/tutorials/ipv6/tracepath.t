# The way to a host and its MTU, by IPv6.
$ ip netns add a; ip netns add r; ip netns add b
$ ip link add va netns a type veth peer name ra netns r
$ ip link add vb netns b type veth peer name rb netns r
$ ip netns exec a ip link set va address 02:00:00:00:00:0a
$ ip -n r link set rb mtu 1400; ip -n b link set vb mtu 1400
$ ip -n a link set lo up; ip -n a link set va up; ip -n b link set vb up; ip -n r link set ra up; ip -n r link set rb up
$ ip netns exec r sysctl -w net.ipv6.conf.all.forwarding=1
net.ipv6.conf.all.forwarding = 1
$ ip -n r addr add 2001:db8:a::1/64 dev ra nodad; ip -n r addr add 2001:db8:b::1/64 dev rb nodad
$ ip -n a addr add 2001:db8:a::2/64 dev va nodad; ip -n b addr add 2001:db8:b::2/64 dev vb nodad
$ ip -n a -6 route add default via 2001:db8:a::1; ip -n b -6 route add default via 2001:db8:b::1
$ sleep 3
$ t() { ip netns exec a tracepath "$@" 2>&1 | sed -E 's/ +[0-9]+\.[0-9]{3}ms/ T/' | uniq; }
$ t -6 -n 2001:db8:b::2
 1?: [LOCALHOST] T pmtu 1500
 1:  2001:db8:a::1 T 
 2:  2001:db8:a::1 T pmtu 1400
 2:  2001:db8:b::2 T reached
     Resume: pmtu 1400 hops 2 back 2 
$ t -n 2001:db8:b::2
 1?: [LOCALHOST] T pmtu 1400
 1:  2001:db8:a::1 T 
 2:  2001:db8:b::2 T reached
     Resume: pmtu 1400 hops 2 back 2 
$ ip -n a -6 route show cache
2001:db8:b::2 via 2001:db8:a::1 dev va metric 1024 expires 599sec mtu 1400 pref medium
$ t -n ::1
 1?: [LOCALHOST] T pmtu 65536
 1:  ::1 T reached
     Resume: pmtu 65536 hops 1 back 1 
$ t -n -m 1 2001:db8:b::2
 1?: [LOCALHOST] T pmtu 1400
 1:  2001:db8:a::1 T 
     Too many hops: pmtu 1400
     Resume: pmtu 1400 
$ t -n -l 48 2001:db8:b::2
tracepath: pktlen must be within: 48 < value <= 2147483647
$ t -n -l 1300 2001:db8:b::2
 1:  2001:db8:a::1 T 
 2:  2001:db8:b::2 T reached
     Resume: pmtu 1300 hops 2 back 2 
$ t -n 2001:db8:b::2/5000
 1?: [LOCALHOST] T pmtu 1400
 1:  2001:db8:a::1 T 
 2:  2001:db8:b::2 T reached
     Resume: pmtu 1400 hops 2 back 2 
$ t -6 -4 -n 2001:db8:b::2
tracepath: Only one -4 or -6 option may be specified
$ t -6 127.0.0.1
tracepath: 127.0.0.1: Address family for hostname not supported
$ t -4 ::1
tracepath: ::1: Address family for hostname not supported
$ t -n fe80::1%va
 1?: [LOCALHOST] T pmtu 1500
 1:  fe80::ff:fe00:a%va T !H
     Resume: pmtu 1500 
$ t -n 2001:db8:a::99
 1?: [LOCALHOST] T pmtu 1500
 1:  2001:db8:a::2 T !H
     Resume: pmtu 1500 
$ t -n 2001:db8:c::1
 1?: [LOCALHOST] T pmtu 1500
 1:  2001:db8:a::1 T !N
     Resume: pmtu 1500 
$ ip -n r route add prohibit 2001:db8:e::/64; ip -n r route add blackhole 2001:db8:f::/64
$ t -n 2001:db8:e::1
 1?: [LOCALHOST] T pmtu 1500
 1:  2001:db8:a::1 T !A
     Resume: pmtu 1500 
$ t -n -m 2 2001:db8:f::1
 1?: [LOCALHOST] T pmtu 1500
 1:  no reply
 2:  no reply
     Too many hops: pmtu 1500
     Resume: pmtu 1500 
$ t 2001:db8:a::1
 1?: [LOCALHOST] T pmtu 1500
 1:  ??? T reached
     Resume: pmtu 1500 hops 1 back 1 
$ t -b 2001:db8:a::1
 1?: [LOCALHOST] T pmtu 1500
 1:  ??? (2001:db8:a::1) T reached
     Resume: pmtu 1500 hops 1 back 1 
$ ip -n a -6 route del default
$ t -n 2001:db8:f::1
 1:  send failed
     Resume: pmtu 128000 
