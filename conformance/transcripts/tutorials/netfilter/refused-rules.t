# What a rule is refused for: chains, hooks, protocols, loops and depth
$ iptables -N A; iptables -N B
$ iptables -A A -j B
$ iptables -A B -j A
$ iptables -A A -j A
$ iptables -A A -j INPUT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (No such file or directory): rule in chain A
[4]
$ iptables -A A -j NOPE
iptables v1.8.9 (nf_tables): Chain 'NOPE' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A A -g NOPE
iptables v1.8.9 (nf_tables): Chain 'NOPE' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j MASQUERADE
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -t nat -A PREROUTING -j MASQUERADE
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables -t nat -N U
$ iptables -t nat -A U -j MASQUERADE
$ iptables -t nat -A PREROUTING -j U
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables -t nat -A OUTPUT -j U
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -t nat -A POSTROUTING -j U
$ iptables -t nat -A U -j DNAT --to 1.2.3.4
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain U
[4]
$ iptables -A INPUT -j TTL --ttl-set 3
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -t raw -A PREROUTING -j REJECT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables -t mangle -A INPUT -j REJECT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -j REJECT --reject-with tcp-reset
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
$ iptables -A INPUT ! -p tcp -j REJECT --reject-with tcp-reset
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m owner --uid-owner 0
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A OUTPUT -m mac --mac-source 02:00:00:00:00:01
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -t mangle -A POSTROUTING -m mac --mac-source 02:00:00:00:00:01
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain POSTROUTING
[4]
$ iptables -A OUTPUT -m physdev --physdev-out x
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -A FORWARD -m physdev --physdev-out x
$ iptables -A OUTPUT -m rpfilter
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -A INPUT -m rpfilter
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -t raw -A PREROUTING -m rpfilter
$ iptables -t mangle -A PREROUTING -m rpfilter
$ iptables -A INPUT -j TCPMSS --clamp-mss-to-pmtu
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -p tcp -j TCPMSS --clamp-mss-to-pmtu
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -p tcp --tcp-flags SYN SYN -j TCPMSS --clamp-mss-to-pmtu
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
$ iptables -A FORWARD -p tcp --syn -j TCPMSS --set-mss 500
$ iptables -A INPUT -j CT --notrack
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -t raw -A PREROUTING -j CT --notrack
$ iptables -A INPUT -j CHECKSUM --checksum-fill
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -j TOS --set-tos 3
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -j DSCP --set-dscp 3
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -j MARK --set-mark 3
$ iptables -A INPUT -j TRACE
$ iptables -t raw -A OUTPUT -j TRACE
$ iptables -A INPUT -m addrtype --limit-iface-out --dst-type LOCAL
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A FORWARD -m addrtype --limit-iface-out --dst-type LOCAL
$ iptables -A OUTPUT -m addrtype --limit-iface-in --dst-type LOCAL
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -A OUTPUT -m set --match-set nope src
iptables v1.8.9 (nf_tables): Set nope doesn't exist.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -X A
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain A
[4]
$ iptables -X B
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain B
[4]
$ iptables -N LOOP1
$ iptables -A INPUT -j LOOP1
$ iptables -X LOOP1
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain LOOP1
[4]
$ iptables -A A -i x -o y
$ iptables -A INPUT -o y
iptables v1.8.9 (nf_tables): Can't use -o with INPUT

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -i y
iptables v1.8.9 (nf_tables): Can't use -i with OUTPUT

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t security -A INPUT -j DROP
$ iptables -t mangle -A U2 -j DROP
iptables: No chain/target/match by that name.
[1]
$ for i in $(seq 1 20); do iptables -N C$i; done
$ for i in $(seq 1 19); do iptables -A C$i -j C$((i+1)) || echo "fail C$i"; done
$ iptables -A INPUT -j C1
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Too many links): rule in chain INPUT
[4]
$ iptables -A INPUT -j C4
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Too many links): rule in chain INPUT
[4]
$ iptables -A INPUT -j C5
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Too many links): rule in chain INPUT
[4]
$ iptables -A INPUT -j C6
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-N A
-N B
-N C1
-N C10
-N C11
-N C12
-N C13
-N C14
-N C15
-N C16
-N C17
-N C18
-N C19
-N C2
-N C20
-N C3
-N C4
-N C5
-N C6
-N C7
-N C8
-N C9
-N LOOP1
-A INPUT -p tcp -j REJECT --reject-with tcp-reset
-A INPUT -j MARK --set-xmark 0x3/0xffffffff
-A INPUT -j TRACE
-A INPUT -j LOOP1
-A INPUT -j C6
-A FORWARD -m physdev --physdev-out x
-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
-A FORWARD -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j TCPMSS --set-mss 500
-A FORWARD -m addrtype --dst-type LOCAL --limit-iface-out
-A A -j B
-A A -j A
-A A -i x -o y
-A B -j A
-A C1 -j C2
-A C10 -j C11
-A C11 -j C12
-A C12 -j C13
-A C13 -j C14
-A C14 -j C15
-A C15 -j C16
-A C16 -j C17
-A C17 -j C18
-A C18 -j C19
-A C19 -j C20
-A C2 -j C3
-A C3 -j C4
-A C4 -j C5
-A C5 -j C6
-A C6 -j C7
-A C7 -j C8
-A C8 -j C9
-A C9 -j C10
$ iptables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-N U
-A POSTROUTING -j U
-A U -j MASQUERADE
$ iptables -t mangle -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -m rpfilter
$ iptables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -m rpfilter
-A PREROUTING -j CT --notrack
-A OUTPUT -j TRACE
