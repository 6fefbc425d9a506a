# ip6tables rules about what an address is, and whether there is a way back
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
$ ip netns exec b ip6tables -A INPUT -m addrtype --dst-type LOCAL
$ ip netns exec b ip6tables -A INPUT -m addrtype --src-type UNICAST
$ ip netns exec b ip6tables -A INPUT -m addrtype --src-type LOCAL
$ ip netns exec b ip6tables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-in
$ ip netns exec b ip6tables -A OUTPUT -m addrtype --src-type LOCAL ! --dst-type LOCAL
$ ip netns exec b ip6tables -A INPUT -m addrtype --dst-type BROADCAST
ip6tables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ ip netns exec b ip6tables -A INPUT -m addrtype --dst-type UNICAST,ANYCAST
$ ip netns exec r ip6tables -t raw -A PREROUTING -p icmpv6 --icmpv6-type 128 -m rpfilter
$ ip netns exec r ip6tables -t raw -A PREROUTING -m rpfilter --invert -j DROP
$ ip netns exec r ip6tables -A INPUT -m rpfilter
ip6tables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ ip netns exec a ping -6 -c 2 -q 2001:db8:2::1 | grep -o "2 received"
2 received
$ ip netns exec b ip6tables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m addrtype --dst-type LOCAL
-A INPUT -m addrtype --src-type UNICAST
-A INPUT -m addrtype --src-type LOCAL
-A INPUT -m addrtype --dst-type LOCAL --limit-iface-in
-A INPUT -m addrtype --dst-type UNICAST,ANYCAST
-A OUTPUT -m addrtype --src-type LOCAL ! --dst-type LOCAL
$ ip netns exec r ip6tables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -p ipv6-icmp -m icmp6 --icmpv6-type 128 -m rpfilter
-A PREROUTING -m rpfilter --invert -j DROP
$ ip netns exec r ip6tables -t raw -L PREROUTING -nvx
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
    pkts      bytes target     prot opt in     out     source               destination         
       2      208            58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 128 rpfilter
       0        0 DROP       0    --  *      *       ::/0                 ::/0                 rpfilter invert
$ ip -n a addr add 2001:db8:77::1/64 dev v0 nodad
$ ip netns exec a ping -6 -c 1 -W 1 -q -I 2001:db8:77::1 2001:db8:2::1 | grep -o "0 received"
0 received
$ ip netns exec r ip6tables -t raw -L PREROUTING -nvx
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
    pkts      bytes target     prot opt in     out     source               destination         
       2      208            58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 128 rpfilter
       1      104 DROP       0    --  *      *       ::/0                 ::/0                 rpfilter invert
