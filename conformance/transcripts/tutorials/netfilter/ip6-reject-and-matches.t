# ip6tables: what REJECT says, matches by their counters, DROP and REJECT on the way out
$ ip netns add a
$ ip link add ra type veth peer name eth0 netns a
$ ip addr add 2001:db8::1/64 dev ra nodad; ip link set ra up; ip link set lo up
$ ip -n a addr add 2001:db8::2/64 dev eth0 nodad; ip -n a link set eth0 up; ip -n a link set lo up
$ sleep 3
$ ip netns exec a ping -c1 -W1 2001:db8::1 | head -2
PING 2001:db8::1(2001:db8::1) 56 data bytes
64 bytes from 2001:db8::1: icmp_seq=1 ttl=64 time=0.050 ms
$ for w in no-route adm-prohibited addr-unreachable port-unreachable; do ip6tables -F INPUT; ip6tables -A INPUT -p icmpv6 --icmpv6-type echo-request -j REJECT --reject-with icmp6-$w; ip netns exec a ping -c1 -W1 2001:db8::1; done
PING 2001:db8::1(2001:db8::1) 56 data bytes
From 2001:db8::1 icmp_seq=1 Destination unreachable: No route

--- 2001:db8::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

PING 2001:db8::1(2001:db8::1) 56 data bytes
From 2001:db8::1 icmp_seq=1 Destination unreachable: Administratively prohibited

--- 2001:db8::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

PING 2001:db8::1(2001:db8::1) 56 data bytes
From 2001:db8::1 icmp_seq=1 Destination unreachable: Address unreachable

--- 2001:db8::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

PING 2001:db8::1(2001:db8::1) 56 data bytes
From 2001:db8::1 icmp_seq=1 Destination unreachable: Port unreachable

--- 2001:db8::1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip6tables -F
$ ip6tables -A INPUT -s 2001:db8::2 -p icmpv6 --icmpv6-type 128
$ ip6tables -A INPUT ! -s 2001:db8::/64 -p icmpv6 --icmpv6-type 128
$ ip6tables -A INPUT -d 2001:db8::/64 -p icmpv6 --icmpv6-type 128 -m hl --hl-eq 64
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 128 -m length --length 104
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 129
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 128 -j DROP
$ ip netns exec a ping -c1 -W1 2001:db8::1
PING 2001:db8::1(2001:db8::1) 56 data bytes

--- 2001:db8::1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip6tables -nvL INPUT; ip6tables -F
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1   104            58   --  *      *       2001:db8::2          ::/0                 ipv6-icmptype 128
    0     0            58   --  *      *      !2001:db8::/64        ::/0                 ipv6-icmptype 128
    1   104            58   --  *      *       ::/0                 2001:db8::/64        ipv6-icmptype 128 HL match HL == 64
    1   104            58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 128 length 104
    0     0            58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 129
    1   104 DROP       58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 128
$ ip6tables -A OUTPUT -d 2001:db8::2 -p icmpv6 --icmpv6-type 128 -j DROP; ping -c1 -W1 2001:db8::2
PING 2001:db8::2(2001:db8::2) 56 data bytes

--- 2001:db8::2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip6tables -F; ip6tables -A OUTPUT -d 2001:db8::2 -p icmpv6 --icmpv6-type 128 -j REJECT; ping -c1 -W1 2001:db8::2
PING 2001:db8::2(2001:db8::2) 56 data bytes
From 2001:db8::1 icmp_seq=1 Destination unreachable: Port unreachable
ping: sendmsg: Operation not permitted

--- 2001:db8::2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
