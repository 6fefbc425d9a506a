# Types of ICMP and ICMPv6 by number, name and the beginning of a name.
#! world: bare
$ iptables -A INPUT -p icmp --icmp-type 8
$ iptables -A INPUT -p icmp --icmp-type 8/0
$ iptables -A INPUT -p icmp --icmp-type 3/
iptables v1.8.9 (nf_tables): Unknown ICMP code `3/'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type 3/x
iptables v1.8.9 (nf_tables): Unknown ICMP code `3/x'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type 3/256
iptables v1.8.9 (nf_tables): Unknown ICMP code `3/256'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type 256/0
iptables v1.8.9 (nf_tables): Unknown ICMP type `256/0'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type dest
$ iptables -A INPUT -p icmp --icmp-type Echo-Request
$ iptables -A INPUT -p icmp --icmp-type echo
iptables v1.8.9 (nf_tables): Ambiguous ICMP type `echo': `echo-reply' or `echo-request'?
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type pong
$ iptables -A INPUT -p icmp --icmp-type ping
$ iptables -A INPUT -p icmp --icmp-type ttl-exceeded
$ iptables -A INPUT -p icmp --icmp-type any
$ iptables -A INPUT -p icmp ! --icmp-type any
$ iptables -A INPUT -p icmp --icmp-type 255
$ iptables -A INPUT -p icmp --icmp-type 254
$ iptables -A INPUT -p icmp --icmp-type ""
iptables v1.8.9 (nf_tables): Ambiguous ICMP type `': `any' or `echo-reply'?
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type 8 --icmp-type 0
iptables v1.8.9 (nf_tables): icmp: option "--icmp-type" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp ! --icmp-type 3/1
$ iptables -A INPUT -p icmp --icmp-type host-unreachable
$ iptables -A INPUT -p icmp --icmp-type 5/7
$ iptables -A INPUT -p icmp -m icmp
iptables v1.8.9 (nf_tables): icmp: option "--icmp-type" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m icmp --icmp-type 8
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -p icmp --icmp-type 13
$ iptables -A INPUT -p icmp --icmp-type timestamp-request
$ iptables -A INPUT -p icmp --icmp-type t
iptables v1.8.9 (nf_tables): Ambiguous ICMP type `t': `TOS-network-unreachable' or `TOS-host-unreachable'?
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type address-mask-reply
$ iptables -A INPUT -p icmp --icmpv6-type 128
iptables v1.8.9 (nf_tables): unknown option "--icmpv6-type"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmpv6 --icmpv6-type 128
iptables v1.8.9 (nf_tables): unknown option "--icmpv6-type"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type TOS-network-unreachable
$ iptables -A INPUT -p icmp --icmp-type 3,4
iptables v1.8.9 (nf_tables): unknown character ,
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --icmp-type 8 --foo
iptables v1.8.9 (nf_tables): unknown option "--foo"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 128
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type echo-request
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type echo-reply
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type router-solicitation
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type neighbour-solicitation
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type neighbor-advertisement
$ ip6tables -A INPUT -p icmpv6 ! --icmpv6-type 1
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 1/4
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type port-unreachable
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type packet-too-big
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type any
ip6tables v1.8.9 (nf_tables): Unknown ICMPv6 type `any'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type foo
ip6tables v1.8.9 (nf_tables): Unknown ICMPv6 type `foo'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 300
ip6tables v1.8.9 (nf_tables): Unknown ICMPv6 type `300'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 3/300
ip6tables v1.8.9 (nf_tables): Unknown ICMPv6 code `3/300'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 --icmp-type 8
ip6tables v1.8.9 (nf_tables): unknown option "--icmp-type"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 -m icmp6
ip6tables v1.8.9 (nf_tables): icmp6: option "--icmpv6-type" must be specified

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m icmp6 --icmpv6-type 128
ip6tables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type time-exceeded
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type ping
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type n
ip6tables v1.8.9 (nf_tables): Ambiguous ICMPv6 type `n': `no-route' or `neighbour-solicitation'?
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 --icmpv6-type 144
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -p icmp -m icmp --icmp-type 8
-A INPUT -p icmp -m icmp --icmp-type 8/0
-A INPUT -p icmp -m icmp --icmp-type 3
-A INPUT -p icmp -m icmp --icmp-type 8
-A INPUT -p icmp -m icmp --icmp-type 0
-A INPUT -p icmp -m icmp --icmp-type 8
-A INPUT -p icmp -m icmp --icmp-type 11
-A INPUT -p icmp -m icmp --icmp-type any
-A INPUT -p icmp -m icmp ! --icmp-type any
-A INPUT -p icmp -m icmp --icmp-type any
-A INPUT -p icmp -m icmp --icmp-type 254
-A INPUT -p icmp -m icmp ! --icmp-type 3/1
-A INPUT -p icmp -m icmp --icmp-type 3/1
-A INPUT -p icmp -m icmp --icmp-type 5/7
-A INPUT -p icmp -m icmp --icmp-type 13
-A INPUT -p icmp -m icmp --icmp-type 13
-A INPUT -p icmp -m icmp --icmp-type 18
-A INPUT -p icmp -m icmp --icmp-type 3/11
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8 code 0
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 3
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 0
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 11
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 255
           1    --  0.0.0.0/0            0.0.0.0/0            icmp !type 255
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 255
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 254
           1    --  0.0.0.0/0            0.0.0.0/0            icmp !type 3 code 1
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 3 code 1
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 5 code 7
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 13
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 13
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 18
           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 3 code 11

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           icmp --  anywhere             anywhere             icmp echo-request
           icmp --  anywhere             anywhere             icmptype 8 code 0
           icmp --  anywhere             anywhere             icmp destination-unreachable
           icmp --  anywhere             anywhere             icmp echo-request
           icmp --  anywhere             anywhere             icmp echo-reply
           icmp --  anywhere             anywhere             icmp echo-request
           icmp --  anywhere             anywhere             icmp time-exceeded
           icmp --  anywhere             anywhere             icmp any
           icmp --  anywhere             anywhere             icmp !any
           icmp --  anywhere             anywhere             icmp any
           icmp --  anywhere             anywhere             icmptype 254
           icmp --  anywhere             anywhere             icmp !host-unreachable
           icmp --  anywhere             anywhere             icmp host-unreachable
           icmp --  anywhere             anywhere             icmptype 5 code 7
           icmp --  anywhere             anywhere             icmp timestamp-request
           icmp --  anywhere             anywhere             icmp timestamp-request
           icmp --  anywhere             anywhere             icmp address-mask-reply
           icmp --  anywhere             anywhere             icmp TOS-network-unreachable
$ nft list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		meta l4proto icmp icmp type echo-request counter packets 0 bytes 0
		meta l4proto icmp xt match icmp counter packets 0 bytes 0
		meta l4proto icmp icmp type destination-unreachable counter packets 0 bytes 0
		meta l4proto icmp icmp type echo-request counter packets 0 bytes 0
		meta l4proto icmp icmp type echo-reply counter packets 0 bytes 0
		meta l4proto icmp icmp type echo-request counter packets 0 bytes 0
		meta l4proto icmp icmp type time-exceeded counter packets 0 bytes 0
		meta l4proto icmp ip protocol icmp counter packets 0 bytes 0
		meta l4proto icmp ip protocol icmp counter packets 0 bytes 0
		meta l4proto icmp ip protocol icmp counter packets 0 bytes 0
		meta l4proto icmp xt match icmp counter packets 0 bytes 0
		meta l4proto icmp xt match icmp counter packets 0 bytes 0
		meta l4proto icmp xt match icmp counter packets 0 bytes 0
		meta l4proto icmp xt match icmp counter packets 0 bytes 0
		meta l4proto icmp icmp type timestamp-request counter packets 0 bytes 0
		meta l4proto icmp icmp type timestamp-request counter packets 0 bytes 0
		meta l4proto icmp icmp type address-mask-reply counter packets 0 bytes 0
		meta l4proto icmp xt match icmp counter packets 0 bytes 0
	}
}
\# Warning: table ip6 filter is managed by iptables-nft, do not touch!
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		meta l4proto ipv6-icmp icmpv6 type echo-request counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type echo-request counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type echo-reply counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type nd-router-solicit counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type nd-neighbor-solicit counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type nd-neighbor-advert counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type != destination-unreachable counter packets 0 bytes 0
		meta l4proto ipv6-icmp xt match icmp6 counter packets 0 bytes 0
		meta l4proto ipv6-icmp xt match icmp6 counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type packet-too-big counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type time-exceeded counter packets 0 bytes 0
		meta l4proto ipv6-icmp icmpv6 type echo-request counter packets 0 bytes 0
		meta l4proto ipv6-icmp xt match icmp6 counter packets 0 bytes 0
	}
}
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 129
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 133
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 135
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 136
-A INPUT -p ipv6-icmp -m icmp6 ! --icmpv6-type 1
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 1/4
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 1/4
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 2
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 3
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 144
$ ip6tables -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp echo-request
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp echo-request
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp echo-reply
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp router-solicitation
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp neighbour-solicitation
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp neighbour-advertisement
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp !destination-unreachable
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp port-unreachable
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp port-unreachable
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp packet-too-big
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp time-exceeded
           ipv6-icmp --  anywhere             anywhere             ipv6-icmp echo-request
           ipv6-icmp --  anywhere             anywhere             ipv6-icmptype 144
