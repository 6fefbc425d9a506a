# States of flows and marks.
#! world: bare
$ iptables -A INPUT -m state --state NEW
$ iptables -A INPUT -m state --state ESTABLISHED,RELATED,NEW,INVALID,UNTRACKED
$ iptables -A INPUT -m state ! --state INVALID
$ iptables -A INPUT -m state --state NEW,,RELATED
iptables v1.8.9 (nf_tables): Bad state ",RELATED"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m state --state NEW,
iptables v1.8.9 (nf_tables): "--state" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m state --state ""
iptables v1.8.9 (nf_tables): "--state" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m state --state N
$ iptables -A INPUT -m state --state DNAT
iptables v1.8.9 (nf_tables): Bad state "DNAT"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m state --state new
$ iptables -A INPUT -m state --state NEW --state NEW
iptables v1.8.9 (nf_tables): state: option "--state" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctstate NEW
$ iptables -A INPUT -m conntrack --ctstate NEW,SNAT
$ iptables -A INPUT -m conntrack --ctstate ""
iptables v1.8.9 (nf_tables): Bad ctstate ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctstate NEW,
iptables v1.8.9 (nf_tables): Bad ctstate ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctstate N
$ iptables -A INPUT -m conntrack ! --ctstate INVALID,NEW
$ iptables -A INPUT -m conntrack --ctstatus NONE
$ iptables -A INPUT -m conntrack --ctstatus EXPECTED,SEEN_REPLY,ASSURED,CONFIRMED
$ iptables -A INPUT -m conntrack ! --ctstatus ASSURED
$ iptables -A INPUT -m conntrack --ctstatus FOO
iptables v1.8.9 (nf_tables): Bad ctstatus "FOO"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctproto tcp
$ iptables -A INPUT -m conntrack ! --ctproto 17
$ iptables -A INPUT -m conntrack --ctproto 0
$ iptables -A INPUT -m conntrack ! --ctproto 0
$ iptables -A INPUT -m conntrack --ctproto all
$ iptables -A INPUT -m conntrack --ctproto nosuch
iptables v1.8.9 (nf_tables): unknown protocol "nosuch" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctproto 256
iptables v1.8.9 (nf_tables): unknown protocol "256" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctorigsrc 10.0.0.1
$ iptables -A INPUT -m conntrack ! --ctorigsrc 10.0.0.0/8
$ iptables -A INPUT -m conntrack --ctorigdst 10.0.0.0/255.255.0.0
$ iptables -A INPUT -m conntrack --ctreplsrc 10.0.0.1 --ctrepldst 10.0.0.2
$ iptables -A INPUT -m conntrack --ctorigsrc nosuch
iptables v1.8.9 (nf_tables): getaddrinfo: Temporary failure in name resolution

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctorigsrc 10.0.0.1/33
$ iptables -A INPUT -m conntrack --ctorigsrc 10.0.0.0/255.0.255.0
$ iptables -A INPUT -m conntrack --ctorigsrc localhost
$ iptables -A INPUT -m conntrack --ctorigsrcport 80
$ iptables -A INPUT -m conntrack ! --ctorigdstport 80:90
$ iptables -A INPUT -m conntrack --ctreplsrcport http
$ iptables -A INPUT -m conntrack --ctrepldstport 90:80
$ iptables -A INPUT -m conntrack --ctrepldstport 80,90
iptables v1.8.9 (nf_tables): Port "80,90" does not resolve to anything.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctorigsrcport nosuch
iptables v1.8.9 (nf_tables): Port "nosuch" does not resolve to anything.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctorigsrcport 70000
$ iptables -A INPUT -m conntrack --ctexpire 10
$ iptables -A INPUT -m conntrack --ctexpire 10:
$ iptables -A INPUT -m conntrack --ctexpire :10
$ iptables -A INPUT -m conntrack ! --ctexpire 10:20
$ iptables -A INPUT -m conntrack --ctexpire 20:10
$ iptables -A INPUT -m conntrack --ctexpire x
iptables v1.8.9 (nf_tables): conntrack: bad value for option "--ctexpire" near "x", or out of range (0-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctexpire 10x
iptables v1.8.9 (nf_tables): conntrack: Argument to "--ctexpire" has unexpected characters near "x".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctexpire 1:2:3
iptables v1.8.9 (nf_tables): conntrack: Too many components for option "--ctexpire" (max: 2)

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctexpire 99999999999
iptables v1.8.9 (nf_tables): conntrack: bad value for option "--ctexpire" near "99999999999", or out of range (0-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctdir ORIGINAL
$ iptables -A INPUT -m conntrack --ctdir REPLY
$ iptables -A INPUT -m conntrack --ctdir original
$ iptables -A INPUT -m conntrack --ctdir FOO
iptables v1.8.9 (nf_tables): conntrack: Bad value for "--ctdir" option: "FOO"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack ! --ctdir REPLY
iptables v1.8.9 (nf_tables): conntrack: option "--ctdir" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctstate NEW --ctstate NEW
iptables v1.8.9 (nf_tables): conntrack: option "--ctstate" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctstate NEW --ctproto 6 --ctorigsrc 10.0.0.1 --ctorigdst 10.0.0.2 --ctorigsrcport 1 --ctorigdstport 2 --ctreplsrcport 3 --ctrepldstport 4 --ctstatus ASSURED --ctexpire 5 --ctdir REPLY
$ iptables -A INPUT -m conntrack --ctstate NEW -m conntrack --ctstate INVALID
$ ip6tables -A INPUT -m conntrack --ctorigsrc fd00::/8
$ ip6tables -A INPUT -m conntrack --ctorigsrc fd00::1
$ ip6tables -A INPUT -m conntrack --ctorigsrc 10.0.0.1
ip6tables v1.8.9 (nf_tables): getaddrinfo: Address family for hostname not supported

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m state --state NEW
$ iptables -A INPUT -m connmark --mark 1
$ iptables -A INPUT -m connmark ! --mark 1/0xf
$ iptables -A INPUT -m connmark --mark x
iptables v1.8.9 (nf_tables): connmark: bad integer value for option "--mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m connmark
iptables v1.8.9 (nf_tables): connmark: option "--mark" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m connmark --mark 1 --mark 2
iptables v1.8.9 (nf_tables): connmark: option "--mark" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark 0
$ iptables -A INPUT -m mark --mark 0/0
$ iptables -A INPUT -m mark --mark 1/2
$ iptables -A INPUT -m mark --mark 0xffffffff
$ iptables -A INPUT -m mark --mark 0x1ffffffff
iptables v1.8.9 (nf_tables): mark: bad integer value for option "--mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark 1/x
iptables v1.8.9 (nf_tables): mark: bad integer value for option "--mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark 1/2x
iptables v1.8.9 (nf_tables): mark: trailing garbage after value for option "--mark".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark 1x
iptables v1.8.9 (nf_tables): mark: trailing garbage after value for option "--mark".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark 010
$ iptables -A INPUT -m mark ! --mark 5/0xf
$ iptables -A INPUT -m mark --mark -1
iptables v1.8.9 (nf_tables): mark: bad integer value for option "--mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark ""
iptables v1.8.9 (nf_tables): mark: bad integer value for option "--mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark 1 --mark 2
iptables v1.8.9 (nf_tables): mark: option "--mark" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark
iptables v1.8.9 (nf_tables): mark: option "--mark" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mark --mark
iptables v1.8.9 (nf_tables): option "--mark" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -m mark --mark 1
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m state --state NEW
-A INPUT -m state --state INVALID,NEW,RELATED,ESTABLISHED,UNTRACKED
-A INPUT -m state ! --state INVALID
-A INPUT -m state --state NEW
-A INPUT -m state --state NEW
-A INPUT -m conntrack --ctstate NEW
-A INPUT -m conntrack --ctstate NEW,SNAT
-A INPUT -m conntrack --ctstate NEW
-A INPUT -m conntrack ! --ctstate INVALID,NEW
-A INPUT -m conntrack --ctstatus NONE
-A INPUT -m conntrack --ctstatus EXPECTED,SEEN_REPLY,ASSURED,CONFIRMED
-A INPUT -m conntrack ! --ctstatus ASSURED
-A INPUT -m conntrack --ctproto 6
-A INPUT -m conntrack ! --ctproto 17
-A INPUT -m conntrack --ctproto 0
-A INPUT -m conntrack ! --ctproto 0
-A INPUT -m conntrack --ctproto 0
-A INPUT -m conntrack --ctorigsrc 10.0.0.1
-A INPUT -m conntrack ! --ctorigsrc 10.0.0.0/8
-A INPUT -m conntrack --ctorigdst 10.0.0.0/16
-A INPUT -m conntrack --ctreplsrc 10.0.0.1 --ctrepldst 10.0.0.2
-A INPUT -m conntrack --ctorigsrc 10.0.0.1
-A INPUT -m conntrack --ctorigsrc 10.0.0.0
-A INPUT -m conntrack --ctorigsrc 127.0.0.1
-A INPUT -m conntrack --ctorigsrcport 80
-A INPUT -m conntrack ! --ctorigdstport 80:90
-A INPUT -m conntrack --ctreplsrcport 80
-A INPUT -m conntrack --ctrepldstport 90:80
-A INPUT -m conntrack --ctorigsrcport 4464
-A INPUT -m conntrack --ctexpire 10
-A INPUT -m conntrack --ctexpire 10:4294967295
-A INPUT -m conntrack --ctexpire 0:10
-A INPUT -m conntrack ! --ctexpire 10:20
-A INPUT -m conntrack --ctexpire 20:10
-A INPUT -m conntrack --ctdir ORIGINAL
-A INPUT -m conntrack --ctdir REPLY
-A INPUT -m conntrack --ctdir ORIGINAL
-A INPUT -m conntrack --ctstate NEW --ctproto 6 --ctorigsrc 10.0.0.1 --ctorigdst 10.0.0.2 --ctorigsrcport 1 --ctorigdstport 2 --ctreplsrcport 3 --ctrepldstport 4 --ctstatus ASSURED --ctexpire 5 --ctdir REPLY
-A INPUT -m conntrack --ctstate NEW -m conntrack --ctstate INVALID
-A INPUT -m connmark --mark 0x1
-A INPUT -m connmark ! --mark 0x1/0xf
-A INPUT -m mark --mark 0x0
-A INPUT -m mark --mark 0x0/0x0
-A INPUT -m mark --mark 0x1/0x2
-A INPUT -m mark --mark 0xffffffff
-A INPUT -m mark --mark 0x8
-A INPUT -m mark ! --mark 0x5/0xf
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0            state NEW
           0    --  0.0.0.0/0            0.0.0.0/0            state INVALID,NEW,RELATED,ESTABLISHED,UNTRACKED
           0    --  0.0.0.0/0            0.0.0.0/0            ! state INVALID
           0    --  0.0.0.0/0            0.0.0.0/0            state NEW
           0    --  0.0.0.0/0            0.0.0.0/0            state NEW
           0    --  0.0.0.0/0            0.0.0.0/0            ctstate NEW
           0    --  0.0.0.0/0            0.0.0.0/0            ctstate NEW,SNAT
           0    --  0.0.0.0/0            0.0.0.0/0            ctstate NEW
           0    --  0.0.0.0/0            0.0.0.0/0            ! ctstate INVALID,NEW
           0    --  0.0.0.0/0            0.0.0.0/0            ctstatus NONE
           0    --  0.0.0.0/0            0.0.0.0/0            ctstatus EXPECTED,SEEN_REPLY,ASSURED,CONFIRMED
           0    --  0.0.0.0/0            0.0.0.0/0            ! ctstatus ASSURED
           0    --  0.0.0.0/0            0.0.0.0/0            ctproto 6
           0    --  0.0.0.0/0            0.0.0.0/0            ! ctproto 17
           0    --  0.0.0.0/0            0.0.0.0/0            ctproto 0
           0    --  0.0.0.0/0            0.0.0.0/0            ! ctproto 0
           0    --  0.0.0.0/0            0.0.0.0/0            ctproto 0
           0    --  0.0.0.0/0            0.0.0.0/0            ctorigsrc 10.0.0.1
           0    --  0.0.0.0/0            0.0.0.0/0            ! ctorigsrc 10.0.0.0/8
           0    --  0.0.0.0/0            0.0.0.0/0            ctorigdst 10.0.0.0/16
           0    --  0.0.0.0/0            0.0.0.0/0            ctreplsrc 10.0.0.1 ctrepldst 10.0.0.2
           0    --  0.0.0.0/0            0.0.0.0/0            ctorigsrc 10.0.0.1
           0    --  0.0.0.0/0            0.0.0.0/0            ctorigsrc 10.0.0.0
           0    --  0.0.0.0/0            0.0.0.0/0            ctorigsrc 127.0.0.1
           0    --  0.0.0.0/0            0.0.0.0/0            ctorigsrcport 80
           0    --  0.0.0.0/0            0.0.0.0/0            ! ctorigdstport 80:90
           0    --  0.0.0.0/0            0.0.0.0/0            ctreplsrcport 80
           0    --  0.0.0.0/0            0.0.0.0/0            ctrepldstport 90:80
           0    --  0.0.0.0/0            0.0.0.0/0            ctorigsrcport 4464
           0    --  0.0.0.0/0            0.0.0.0/0            ctexpire 10
           0    --  0.0.0.0/0            0.0.0.0/0            ctexpire 10:4294967295
           0    --  0.0.0.0/0            0.0.0.0/0            ctexpire 0:10
           0    --  0.0.0.0/0            0.0.0.0/0            ! ctexpire 10:20
           0    --  0.0.0.0/0            0.0.0.0/0            ctexpire 20:10
           0    --  0.0.0.0/0            0.0.0.0/0            ctdir ORIGINAL
           0    --  0.0.0.0/0            0.0.0.0/0            ctdir REPLY
           0    --  0.0.0.0/0            0.0.0.0/0            ctdir ORIGINAL
           0    --  0.0.0.0/0            0.0.0.0/0            ctstate NEW ctproto 6 ctorigsrc 10.0.0.1 ctorigdst 10.0.0.2 ctorigsrcport 1 ctorigdstport 2 ctreplsrcport 3 ctrepldstport 4 ctstatus ASSURED ctexpire 5 ctdir REPLY
           0    --  0.0.0.0/0            0.0.0.0/0            ctstate NEW ctstate INVALID
           0    --  0.0.0.0/0            0.0.0.0/0            connmark match  0x1
           0    --  0.0.0.0/0            0.0.0.0/0            connmark match ! 0x1/0xf
           0    --  0.0.0.0/0            0.0.0.0/0            mark match 0x0
           0    --  0.0.0.0/0            0.0.0.0/0            mark match 0x0/0x0
           0    --  0.0.0.0/0            0.0.0.0/0            mark match 0x1/0x2
           0    --  0.0.0.0/0            0.0.0.0/0            mark match 0xffffffff
           0    --  0.0.0.0/0            0.0.0.0/0            mark match 0x8
           0    --  0.0.0.0/0            0.0.0.0/0            mark match ! 0x5/0xf

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere             state NEW
           all  --  anywhere             anywhere             state INVALID,NEW,RELATED,ESTABLISHED,UNTRACKED
           all  --  anywhere             anywhere             ! state INVALID
           all  --  anywhere             anywhere             state NEW
           all  --  anywhere             anywhere             state NEW
           all  --  anywhere             anywhere             ctstate NEW
           all  --  anywhere             anywhere             ctstate NEW,SNAT
           all  --  anywhere             anywhere             ctstate NEW
           all  --  anywhere             anywhere             ! ctstate INVALID,NEW
           all  --  anywhere             anywhere             ctstatus NONE
           all  --  anywhere             anywhere             ctstatus EXPECTED,SEEN_REPLY,ASSURED,CONFIRMED
           all  --  anywhere             anywhere             ! ctstatus ASSURED
           all  --  anywhere             anywhere             ctproto 6
           all  --  anywhere             anywhere             ! ctproto 17
           all  --  anywhere             anywhere             ctproto 0
           all  --  anywhere             anywhere             ! ctproto 0
           all  --  anywhere             anywhere             ctproto 0
           all  --  anywhere             anywhere             ctorigsrc 10.0.0.1
           all  --  anywhere             anywhere             ! ctorigsrc 10.0.0.0/8
           all  --  anywhere             anywhere             ctorigdst 10.0.0.0/16
           all  --  anywhere             anywhere             ctreplsrc 10.0.0.1 ctrepldst 10.0.0.2
           all  --  anywhere             anywhere             ctorigsrc 10.0.0.1
           all  --  anywhere             anywhere             ctorigsrc 10.0.0.0
           all  --  anywhere             anywhere             ctorigsrc localhost
           all  --  anywhere             anywhere             ctorigsrcport 80
           all  --  anywhere             anywhere             ! ctorigdstport 80:90
           all  --  anywhere             anywhere             ctreplsrcport 80
           all  --  anywhere             anywhere             ctrepldstport 90:80
           all  --  anywhere             anywhere             ctorigsrcport 4464
           all  --  anywhere             anywhere             ctexpire 10
           all  --  anywhere             anywhere             ctexpire 10:4294967295
           all  --  anywhere             anywhere             ctexpire 0:10
           all  --  anywhere             anywhere             ! ctexpire 10:20
           all  --  anywhere             anywhere             ctexpire 20:10
           all  --  anywhere             anywhere             ctdir ORIGINAL
           all  --  anywhere             anywhere             ctdir REPLY
           all  --  anywhere             anywhere             ctdir ORIGINAL
           all  --  anywhere             anywhere             ctstate NEW ctproto 6 ctorigsrc 10.0.0.1 ctorigdst 10.0.0.2 ctorigsrcport 1 ctorigdstport 2 ctreplsrcport 3 ctrepldstport 4 ctstatus ASSURED ctexpire 5 ctdir REPLY
           all  --  anywhere             anywhere             ctstate NEW ctstate INVALID
           all  --  anywhere             anywhere             connmark match  0x1
           all  --  anywhere             anywhere             connmark match ! 0x1/0xf
           all  --  anywhere             anywhere             mark match 0x0
           all  --  anywhere             anywhere             mark match 0x0/0x0
           all  --  anywhere             anywhere             mark match 0x1/0x2
           all  --  anywhere             anywhere             mark match 0xffffffff
           all  --  anywhere             anywhere             mark match 0x8
           all  --  anywhere             anywhere             mark match ! 0x5/0xf
$ nft list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ct state new counter packets 0 bytes 0
		ct state invalid,new,related,established,untracked counter packets 0 bytes 0
		ct state ! invalid counter packets 0 bytes 0
		ct state new counter packets 0 bytes 0
		ct state new counter packets 0 bytes 0
		ct state new counter packets 0 bytes 0
		ct status snat counter packets 0 bytes 0
		ct state new counter packets 0 bytes 0
		ct state ! invalid,new counter packets 0 bytes 0
		ct status counter packets 0 bytes 0
		ct status expected,seen-reply,assured,confirmed counter packets 0 bytes 0
		ct status ! assured counter packets 0 bytes 0
		ct original protocol 6 counter packets 0 bytes 0
		ct original protocol != 17 counter packets 0 bytes 0
		ct original protocol 0 counter packets 0 bytes 0
		ct original protocol != 0 counter packets 0 bytes 0
		ct original protocol 0 counter packets 0 bytes 0
		ct original saddr 10.0.0.1 counter packets 0 bytes 0
		ct original saddr != 10.0.0.0/8 counter packets 0 bytes 0
		ct original daddr 10.0.0.0/16 counter packets 0 bytes 0
		ct reply saddr 10.0.0.1 ct reply daddr 10.0.0.2 counter packets 0 bytes 0
		ct original saddr 10.0.0.1 counter packets 0 bytes 0
		ct original saddr 10.0.0.0 counter packets 0 bytes 0
		ct original saddr 127.0.0.1 counter packets 0 bytes 0
		ct original proto-src 80 counter packets 0 bytes 0
		ct original proto-dst != 80-90 counter packets 0 bytes 0
		ct reply proto-src 80 counter packets 0 bytes 0
		ct reply proto-dst 90-80 counter packets 0 bytes 0
		ct original proto-src 4464 counter packets 0 bytes 0
		ct expiration 10 counter packets 0 bytes 0
		ct expiration 10-4294967295 counter packets 0 bytes 0
		ct expiration 0-10 counter packets 0 bytes 0
		ct expiration != 10-20 counter packets 0 bytes 0
		ct expiration 20-10 counter packets 0 bytes 0
		ct direction original counter packets 0 bytes 0
		ct direction reply counter packets 0 bytes 0
		ct direction original counter packets 0 bytes 0
		ct direction reply ct reply protocol 6 ct state new ct status assured ct expiration 5 ct original saddr 10.0.0.1 ct original daddr 10.0.0.2 ct original proto-src 1 ct original proto-dst 2 ct reply proto-src 3 ct reply proto-dst 4 counter packets 0 bytes 0
		ct state new ct state invalid counter packets 0 bytes 0
		ct mark 0x1 counter packets 0 bytes 0
		ct mark and 0xf != 0x1 counter packets 0 bytes 0
		meta mark 0x00000000 counter packets 0 bytes 0
		meta mark 0x00000000/0 counter packets 0 bytes 0
		meta mark & 0x00000002 == 0x00000001 counter packets 0 bytes 0
		meta mark 0xffffffff counter packets 0 bytes 0
		meta mark 0x00000008 counter packets 0 bytes 0
		meta mark & 0x0000000f != 0x00000005 counter packets 0 bytes 0
	}
}
\# Warning: table ip6 filter is managed by iptables-nft, do not touch!
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ct original saddr fd00::/8 counter packets 0 bytes 0
		ct original saddr fd00::1 counter packets 0 bytes 0
		ct state new counter packets 0 bytes 0
		meta mark 0x00000001 counter packets 0 bytes 0
	}
}
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m conntrack --ctorigsrc fd00::/8
-A INPUT -m conntrack --ctorigsrc fd00::1
-A INPUT -m state --state NEW
-A INPUT -m mark --mark 0x1
