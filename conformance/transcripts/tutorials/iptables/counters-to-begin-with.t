# Counters that a rule begins with: ip6tables forgets them. What a command on a chain that is not there yet does.
#! world: bare
$ ip6tables -A INPUT -c 5 6
$ ip6tables -I INPUT -c 5 6 -j ACCEPT
$ ip6tables -nvL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 ACCEPT     0    --  *      *       ::/0                 ::/0                
    0     0            0    --  *      *       ::/0                 ::/0                
$ printf '*filter\n:INPUT ACCEPT [7:8]\n[3:4] -A INPUT -j ACCEPT\nCOMMIT\n' | ip6tables-restore -c
$ ip6tables-save -c | grep -v '^#'
*filter
:INPUT ACCEPT [7:8]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
[0:0] -A INPUT -j ACCEPT
COMMIT
$ iptables -A INPUT -c 5 6
$ iptables -R INPUT 1 -c 7 8
$ iptables -nvL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    7     8            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
$ iptables -Z OUTPUT
iptables: No chain/target/match by that name.
[1]
$ iptables -Z OUTPUT 1
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -R FORWARD 1 -j DROP
iptables: No chain/target/match by that name.
[1]
$ iptables -F FORWARD
$ nft list ruleset
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		counter packets 0 bytes 0 accept
	}
}
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		counter packets 7 bytes 8
	}

	chain FORWARD {
		type filter hook forward priority filter; policy accept;
	}
}
$ iptables -v -A NOPE -j ACCEPT
iptables: No chain/target/match by that name.
ACCEPT  all opt -- in * out *  0.0.0.0/0  -> 0.0.0.0/0  
[1]
$ iptables -v -A INPUT -j MASQUERADE
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
MASQUERADE  all opt -- in * out *  0.0.0.0/0  -> 0.0.0.0/0  
[4]
