# Targets that mark packets and change headers.
#! world: bare
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 1
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 1/2
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 0x10/0xff
$ iptables -t mangle -A PREROUTING -j MARK --set-xmark 1
$ iptables -t mangle -A PREROUTING -j MARK --set-xmark 1/2
$ iptables -t mangle -A PREROUTING -j MARK --and-mark 0xf
$ iptables -t mangle -A PREROUTING -j MARK --or-mark 0xf
$ iptables -t mangle -A PREROUTING -j MARK --xor-mark 0xf
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 0
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 0xffffffff
$ iptables -t mangle -A PREROUTING -j MARK --set-mark x
iptables v1.8.9 (nf_tables): MARK: bad integer value for option "--set-mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 1/x
iptables v1.8.9 (nf_tables): MARK: bad integer value for option "--set-mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j MARK --and-mark x
iptables v1.8.9 (nf_tables): MARK: bad value for option "--and-mark", or out of range (0-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j MARK --and-mark 1/2
iptables v1.8.9 (nf_tables): MARK: bad value for option "--and-mark", or out of range (0-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j MARK
iptables v1.8.9 (nf_tables): MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 1 --set-xmark 2
iptables v1.8.9 (nf_tables): MARK: option "--set-xmark" cannot be used together with "--set-mark".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 1 --set-mark 2
iptables v1.8.9 (nf_tables): MARK: option "--set-mark" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j MARK --or-mark 0
$ iptables -t mangle -A PREROUTING -j MARK --set-mark 0/0xff
$ iptables -t mangle -A PREROUTING -j MARK --set-xmark 0/0xff
$ iptables -t mangle -A PREROUTING -j MARK --set-xmark 0xff/0xff
$ iptables -A INPUT -j MARK --set-mark 1
$ iptables -t nat -A PREROUTING -j MARK --set-mark 1
$ iptables -t raw -A PREROUTING -j MARK --set-mark 1
$ iptables -t mangle -A PREROUTING -j CONNMARK --set-mark 1
$ iptables -t mangle -A PREROUTING -j CONNMARK --set-mark 1/0xf
$ iptables -t mangle -A PREROUTING -j CONNMARK --set-xmark 1
$ iptables -t mangle -A PREROUTING -j CONNMARK --set-xmark 1/0xf
$ iptables -t mangle -A PREROUTING -j CONNMARK --and-mark 0xf
$ iptables -t mangle -A PREROUTING -j CONNMARK --or-mark 0xf
$ iptables -t mangle -A PREROUTING -j CONNMARK --xor-mark 0xf
$ iptables -t mangle -A PREROUTING -j CONNMARK --save-mark
$ iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark
$ iptables -t mangle -A PREROUTING -j CONNMARK --save-mark --mask 0xff
$ iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark --mask 0xff
$ iptables -t mangle -A PREROUTING -j CONNMARK --save-mark --nfmask 0xf --ctmask 0xf0
$ iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark --nfmask 0xf --ctmask 0xf0
$ iptables -t mangle -A PREROUTING -j CONNMARK --set-mark 1 --mask 0xf
$ iptables -t mangle -A PREROUTING -j CONNMARK --save-mark --restore-mark
iptables v1.8.9 (nf_tables): CONNMARK: option "--save-mark" cannot be used together with "--restore-mark".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j CONNMARK --mask 0xf
iptables v1.8.9 (nf_tables): CONNMARK target: No operation specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j CONNMARK --save-mark --mask 0xf --nfmask 3
iptables v1.8.9 (nf_tables): CONNMARK: option "--nfmask" cannot be used together with "--mask".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j CONNMARK
iptables v1.8.9 (nf_tables): CONNMARK target: No operation specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j CONNMARK --set-mark x
iptables v1.8.9 (nf_tables): CONNMARK: bad integer value for option "--set-mark", or out of range.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j CONNMARK --set-mark 1
$ iptables -t nat -A PREROUTING -j CONNMARK --set-mark 1
$ iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 1400
$ iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
$ iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
$ iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN SYN -j TCPMSS --clamp-mss-to-pmtu
$ iptables -t mangle -A FORWARD -p tcp -j TCPMSS --clamp-mss-to-pmtu
$ iptables -t mangle -A FORWARD -j TCPMSS --set-mss 1400
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain FORWARD
[4]
$ iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 65536
iptables v1.8.9 (nf_tables): TCPMSS: bad value for option "--set-mss", or out of range (0-65515).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 1400 --clamp-mss-to-pmtu
$ iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS
iptables v1.8.9 (nf_tables): TCPMSS target: At least one parameter is required
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -p tcp --syn -j TCPMSS --set-mss 1400
$ iptables -t mangle -A PREROUTING -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables -t mangle -A POSTROUTING -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
$ iptables -A FORWARD -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
$ iptables -A FORWARD -p tcp -m tcp --syn -m conntrack --ctstate NEW -j TCPMSS --clamp-mss-to-pmtu
$ iptables -t nat -A POSTROUTING -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
$ ip6tables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 1400
$ iptables -t mangle -A PREROUTING -j TOS --set-tos 0x10
$ iptables -t mangle -A PREROUTING -j TOS --set-tos 0x10/0x3f
$ iptables -t mangle -A PREROUTING -j TOS --set-tos Minimize-Delay
$ iptables -t mangle -A PREROUTING -j TOS --set-tos foo
iptables v1.8.9 (nf_tables): Symbolic name "foo" is unknown
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j TOS --and-tos 0xf
$ iptables -t mangle -A PREROUTING -j TOS --or-tos 0xf
$ iptables -t mangle -A PREROUTING -j TOS --xor-tos 0xf
$ iptables -t mangle -A PREROUTING -j TOS --set-tos 256
iptables v1.8.9 (nf_tables): Symbolic name "256" is unknown
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j TOS
iptables v1.8.9 (nf_tables): TOS: An action is required
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j TOS --set-tos 1 --or-tos 2
iptables v1.8.9 (nf_tables): TOS: option "--set-tos" cannot be used together with "--or-tos".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j TOS --set-tos 0x10
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp 46
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp 0x2e
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp 64
iptables v1.8.9 (nf_tables): DSCP: bad value for option "--set-dscp", or out of range (0-63).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp x
iptables v1.8.9 (nf_tables): DSCP: bad value for option "--set-dscp", or out of range (0-63).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp-class EF
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp-class foo
iptables v1.8.9 (nf_tables): Invalid DSCP value `foo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp 1 --set-dscp-class EF
iptables v1.8.9 (nf_tables): DSCP: option "--set-dscp" cannot be used together with "--set-dscp-class".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j DSCP
iptables v1.8.9 (nf_tables): DSCP target: Parameter --set-dscp is required
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j DSCP --set-dscp 1
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -t mangle -A PREROUTING -j TTL --ttl-set 64
$ iptables -t mangle -A PREROUTING -j TTL --ttl-inc 1
$ iptables -t mangle -A PREROUTING -j TTL --ttl-dec 1
$ iptables -t mangle -A PREROUTING -j TTL --ttl-set 256
iptables v1.8.9 (nf_tables): TTL: bad value for option "--ttl-set", or out of range (0-255).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j TTL --ttl-inc 0
iptables v1.8.9 (nf_tables): TTL: bad value for option "--ttl-inc", or out of range (1-255).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j TTL --ttl-dec 0
iptables v1.8.9 (nf_tables): TTL: bad value for option "--ttl-dec", or out of range (1-255).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j TTL --ttl-set 0
$ iptables -t mangle -A PREROUTING -j TTL --ttl-set 1 --ttl-inc 1
iptables v1.8.9 (nf_tables): TTL: option "--ttl-set" cannot be used together with "--ttl-inc".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j TTL
iptables v1.8.9 (nf_tables): TTL: You must specify an action
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -j HL --hl-set 3
iptables v1.8.9 (nf_tables): unknown option "--hl-set"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j TTL --ttl-set 64
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ ip6tables -t mangle -A PREROUTING -j HL --hl-set 64
$ ip6tables -t mangle -A PREROUTING -j HL --hl-inc 1
$ ip6tables -t mangle -A PREROUTING -j HL --hl-dec 1
$ ip6tables -t mangle -A PREROUTING -j HL --hl-dec 0
ip6tables v1.8.9 (nf_tables): HL: bad value for option "--hl-dec", or out of range (1-255).

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t mangle -A PREROUTING -j HL --hl-set 256
ip6tables v1.8.9 (nf_tables): HL: bad value for option "--hl-set", or out of range (0-255).

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t mangle -A PREROUTING -j HL
ip6tables v1.8.9 (nf_tables): HL: You must specify an action
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t mangle -A PREROUTING -j TTL --ttl-set 1
ip6tables v1.8.9 (nf_tables): unknown option "--ttl-set"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t mangle -A PREROUTING -j MARK --set-mark 1
$ ip6tables -t mangle -A PREROUTING -j TOS --set-tos 1
$ iptables -t raw -A PREROUTING -j NOTRACK
$ iptables -t raw -A PREROUTING -j CT --notrack
$ iptables -t raw -A PREROUTING -j CT --zone 5
$ iptables -t raw -A PREROUTING -j CT --zone 65536
iptables v1.8.9 (nf_tables): Cannot parse 65536 as a zone ID
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t raw -A PREROUTING -j CT --zone x
iptables v1.8.9 (nf_tables): Cannot parse x as a zone ID
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t raw -A PREROUTING -j CT --zone 5 --notrack
$ iptables -t raw -A PREROUTING -j CT
$ iptables -t raw -A PREROUTING -j TRACE
$ iptables -t raw -A OUTPUT -p icmp -j TRACE
$ iptables -A INPUT -j TRACE
$ iptables -A INPUT -j NOTRACK
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -j CT --notrack
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -t mangle -A POSTROUTING -p udp --dport 68 -j CHECKSUM --checksum-fill
$ iptables -t mangle -A POSTROUTING -p udp --dport 68 -j CHECKSUM
iptables v1.8.9 (nf_tables): CHECKSUM: option "--checksum-fill" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A POSTROUTING -j CHECKSUM --checksum-fill
$ iptables -A INPUT -j CHECKSUM --checksum-fill
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ ip6tables -t raw -A PREROUTING -j NOTRACK
$ ip6tables -t raw -A PREROUTING -j CT --notrack
$ ip6tables -t raw -A PREROUTING -j TRACE
$ iptables -A INPUT -j ACCEPT --to-ports 5
iptables v1.8.9 (nf_tables): unknown option "--to-ports"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j QUEUE
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (No such file or directory): rule in chain INPUT
[4]
$ iptables -A INPUT -j RETURN
$ iptables -t nat -A PREROUTING -j QUEUE
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (No such file or directory): rule in chain PREROUTING
[4]
$ iptables -A INPUT -m foo -j BAR
iptables v1.8.9 (nf_tables): Couldn't load match `foo':No such file or directory

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -j MARK --set-xmark 0x1/0xffffffff
-A PREROUTING -j MARK --set-xmark 0x1/0x3
-A PREROUTING -j MARK --set-xmark 0x10/0xff
-A PREROUTING -j MARK --set-xmark 0x1/0xffffffff
-A PREROUTING -j MARK --set-xmark 0x1/0x2
-A PREROUTING -j MARK --set-xmark 0x0/0xfffffff0
-A PREROUTING -j MARK --set-xmark 0xf/0xf
-A PREROUTING -j MARK --set-xmark 0xf/0x0
-A PREROUTING -j MARK --set-xmark 0x0/0xffffffff
-A PREROUTING -j MARK --set-xmark 0xffffffff/0xffffffff
-A PREROUTING -j MARK --set-xmark 0x0/0x0
-A PREROUTING -j MARK --set-xmark 0x0/0xff
-A PREROUTING -j MARK --set-xmark 0x0/0xff
-A PREROUTING -j MARK --set-xmark 0xff/0xff
-A PREROUTING -j CONNMARK --set-xmark 0x1/0xffffffff
-A PREROUTING -j CONNMARK --set-xmark 0x1/0xf
-A PREROUTING -j CONNMARK --set-xmark 0x1/0xffffffff
-A PREROUTING -j CONNMARK --set-xmark 0x1/0xf
-A PREROUTING -j CONNMARK --set-xmark 0x0/0xfffffff0
-A PREROUTING -j CONNMARK --set-xmark 0xf/0xf
-A PREROUTING -j CONNMARK --set-xmark 0xf/0x0
-A PREROUTING -j CONNMARK --save-mark --nfmask 0xffffffff --ctmask 0xffffffff
-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xffffffff --ctmask 0xffffffff
-A PREROUTING -j CONNMARK --save-mark --nfmask 0xff --ctmask 0xff
-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff
-A PREROUTING -j CONNMARK --save-mark --nfmask 0xf --ctmask 0xf0
-A PREROUTING -j CONNMARK --restore-mark --nfmask 0xf --ctmask 0xf0
-A PREROUTING -j CONNMARK --set-xmark 0x1/0xf
-A PREROUTING -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j TCPMSS --set-mss 1400
-A PREROUTING -j TOS --set-tos 0x10/0xff
-A PREROUTING -j TOS --set-tos 0x10/0x3f
-A PREROUTING -j TOS --set-tos 0x10/0x3f
-A PREROUTING -j TOS --set-tos 0x00/0xf0
-A PREROUTING -j TOS --set-tos 0x0f/0x0f
-A PREROUTING -j TOS --set-tos 0x0f/0x00
-A PREROUTING -j DSCP --set-dscp 0x2e
-A PREROUTING -j DSCP --set-dscp 0x2e
-A PREROUTING -j DSCP --set-dscp 0x2e
-A PREROUTING -j TTL --ttl-set 64
-A PREROUTING -j TTL --ttl-inc 1
-A PREROUTING -j TTL --ttl-dec 1
-A PREROUTING -j TTL --ttl-set 0
-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 1400
-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
-A FORWARD -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j TCPMSS --clamp-mss-to-pmtu
-A FORWARD -p tcp -m tcp --tcp-flags SYN SYN -j TCPMSS --clamp-mss-to-pmtu
-A FORWARD -p tcp -j TCPMSS --clamp-mss-to-pmtu
-A FORWARD -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j TCPMSS --clamp-mss-to-pmtu
-A POSTROUTING -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j TCPMSS --clamp-mss-to-pmtu
-A POSTROUTING -p udp -m udp --dport 68 -j CHECKSUM --checksum-fill
-A POSTROUTING -j CHECKSUM --checksum-fill
$ iptables -t mangle -nL
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK set 0x1
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK xset 0x1/0x3
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK xset 0x10/0xff
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK set 0x1
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK xset 0x1/0x2
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK and 0xf
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK or 0xf
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK xor 0xf
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK and 0x0
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK or 0xffffffff
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK and 0xffffffff
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK and 0xffffff00
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK and 0xffffff00
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK or 0xff
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK set 0x1
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK xset 0x1/0xf
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK set 0x1
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK xset 0x1/0xf
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK and 0xf
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK or 0xf
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK xor 0xf
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK save
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK restore
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK save mask 0xff
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK restore mask 0xff
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK save nfmask 0xf ctmask ~0xf0
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK restore ctmask 0xf0 nfmask ~0xf
CONNMARK   0    --  0.0.0.0/0            0.0.0.0/0            CONNMARK xset 0x1/0xf
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x17/0x02 TCPMSS set 1400
TOS        0    --  0.0.0.0/0            0.0.0.0/0            TOS set 0x10/0xff
TOS        0    --  0.0.0.0/0            0.0.0.0/0            TOS set 0x10/0x3f
TOS        0    --  0.0.0.0/0            0.0.0.0/0            TOS set 0x10/0x3f
TOS        0    --  0.0.0.0/0            0.0.0.0/0            TOS set 0x00/0xf0
TOS        0    --  0.0.0.0/0            0.0.0.0/0            TOS set 0x0f/0x0f
TOS        0    --  0.0.0.0/0            0.0.0.0/0            TOS set 0x0f/0x00
DSCP       0    --  0.0.0.0/0            0.0.0.0/0            DSCP set 0x2e
DSCP       0    --  0.0.0.0/0            0.0.0.0/0            DSCP set 0x2e
DSCP       0    --  0.0.0.0/0            0.0.0.0/0            DSCP set 0x2e
TTL        0    --  0.0.0.0/0            0.0.0.0/0            TTL set to 64
TTL        0    --  0.0.0.0/0            0.0.0.0/0            TTL increment by 1
TTL        0    --  0.0.0.0/0            0.0.0.0/0            TTL decrement by 1
TTL        0    --  0.0.0.0/0            0.0.0.0/0            TTL set to 0

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x06/0x02 TCPMSS set 1400
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x06/0x02 TCPMSS clamp to PMTU
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x17/0x02 TCPMSS clamp to PMTU
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x02/0x02 TCPMSS clamp to PMTU
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            TCPMSS clamp to PMTU
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x17/0x02 TCPMSS clamp to PMTU

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
TCPMSS     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x17/0x02 TCPMSS clamp to PMTU
CHECKSUM   17   --  0.0.0.0/0            0.0.0.0/0            udp dpt:68 CHECKSUM fill
CHECKSUM   0    --  0.0.0.0/0            0.0.0.0/0            CHECKSUM fill
$ iptables -t mangle -L
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
MARK       all  --  anywhere             anywhere             MARK set 0x1
MARK       all  --  anywhere             anywhere             MARK xset 0x1/0x3
MARK       all  --  anywhere             anywhere             MARK xset 0x10/0xff
MARK       all  --  anywhere             anywhere             MARK set 0x1
MARK       all  --  anywhere             anywhere             MARK xset 0x1/0x2
MARK       all  --  anywhere             anywhere             MARK and 0xf
MARK       all  --  anywhere             anywhere             MARK or 0xf
MARK       all  --  anywhere             anywhere             MARK xor 0xf
MARK       all  --  anywhere             anywhere             MARK and 0x0
MARK       all  --  anywhere             anywhere             MARK or 0xffffffff
MARK       all  --  anywhere             anywhere             MARK and 0xffffffff
MARK       all  --  anywhere             anywhere             MARK and 0xffffff00
MARK       all  --  anywhere             anywhere             MARK and 0xffffff00
MARK       all  --  anywhere             anywhere             MARK or 0xff
CONNMARK   all  --  anywhere             anywhere             CONNMARK set 0x1
CONNMARK   all  --  anywhere             anywhere             CONNMARK xset 0x1/0xf
CONNMARK   all  --  anywhere             anywhere             CONNMARK set 0x1
CONNMARK   all  --  anywhere             anywhere             CONNMARK xset 0x1/0xf
CONNMARK   all  --  anywhere             anywhere             CONNMARK and 0xf
CONNMARK   all  --  anywhere             anywhere             CONNMARK or 0xf
CONNMARK   all  --  anywhere             anywhere             CONNMARK xor 0xf
CONNMARK   all  --  anywhere             anywhere             CONNMARK save
CONNMARK   all  --  anywhere             anywhere             CONNMARK restore
CONNMARK   all  --  anywhere             anywhere             CONNMARK save mask 0xff
CONNMARK   all  --  anywhere             anywhere             CONNMARK restore mask 0xff
CONNMARK   all  --  anywhere             anywhere             CONNMARK save nfmask 0xf ctmask ~0xf0
CONNMARK   all  --  anywhere             anywhere             CONNMARK restore ctmask 0xf0 nfmask ~0xf
CONNMARK   all  --  anywhere             anywhere             CONNMARK xset 0x1/0xf
TCPMSS     tcp  --  anywhere             anywhere             tcp flags:FIN,SYN,RST,ACK/SYN TCPMSS set 1400
TOS        all  --  anywhere             anywhere             TOS set 0x10/0xff
TOS        all  --  anywhere             anywhere              TOS setMinimize-Delay
TOS        all  --  anywhere             anywhere              TOS setMinimize-Delay
TOS        all  --  anywhere             anywhere             TOS and 0x0f
TOS        all  --  anywhere             anywhere             TOS or 0x0f
TOS        all  --  anywhere             anywhere             TOS xor 0x0f
DSCP       all  --  anywhere             anywhere             DSCP set 0x2e
DSCP       all  --  anywhere             anywhere             DSCP set 0x2e
DSCP       all  --  anywhere             anywhere             DSCP set 0x2e
TTL        all  --  anywhere             anywhere             TTL set to 64
TTL        all  --  anywhere             anywhere             TTL increment by 1
TTL        all  --  anywhere             anywhere             TTL decrement by 1
TTL        all  --  anywhere             anywhere             TTL set to 0

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
TCPMSS     tcp  --  anywhere             anywhere             tcp flags:SYN,RST/SYN TCPMSS set 1400
TCPMSS     tcp  --  anywhere             anywhere             tcp flags:SYN,RST/SYN TCPMSS clamp to PMTU
TCPMSS     tcp  --  anywhere             anywhere             tcp flags:FIN,SYN,RST,ACK/SYN TCPMSS clamp to PMTU
TCPMSS     tcp  --  anywhere             anywhere             tcp flags:SYN/SYN TCPMSS clamp to PMTU
TCPMSS     tcp  --  anywhere             anywhere             TCPMSS clamp to PMTU
TCPMSS     tcp  --  anywhere             anywhere             tcp flags:FIN,SYN,RST,ACK/SYN TCPMSS clamp to PMTU

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
TCPMSS     tcp  --  anywhere             anywhere             tcp flags:FIN,SYN,RST,ACK/SYN TCPMSS clamp to PMTU
CHECKSUM   udp  --  anywhere             anywhere             udp dpt:bootpc CHECKSUM fill
CHECKSUM   all  --  anywhere             anywhere             CHECKSUM fill
$ iptables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -j MARK --set-xmark 0x1/0xffffffff
-A PREROUTING -j NOTRACK
-A PREROUTING -j CT --notrack
-A PREROUTING -j CT --zone 5
-A PREROUTING -j CT --notrack --zone 5
-A PREROUTING -j CT
-A PREROUTING -j TRACE
-A OUTPUT -p icmp -j TRACE
$ iptables -t raw -nL
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK set 0x1
CT         0    --  0.0.0.0/0            0.0.0.0/0            NOTRACK
CT         0    --  0.0.0.0/0            0.0.0.0/0            CT notrack
CT         0    --  0.0.0.0/0            0.0.0.0/0            CT zone 5
CT         0    --  0.0.0.0/0            0.0.0.0/0            CT notrack zone 5
CT         0    --  0.0.0.0/0            0.0.0.0/0            CT
TRACE      0    --  0.0.0.0/0            0.0.0.0/0           

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
TRACE      1    --  0.0.0.0/0            0.0.0.0/0           
$ ip6tables -t mangle -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -j HL --hl-set 64
-A PREROUTING -j HL --hl-inc 1
-A PREROUTING -j HL --hl-dec 1
-A PREROUTING -j MARK --set-xmark 0x1/0xffffffff
-A PREROUTING -j TOS --set-tos 0x01/0xff
-A FORWARD -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j TCPMSS --set-mss 1400
$ nft list ruleset
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain PREROUTING {
		type filter hook prerouting priority mangle; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
		counter packets 0 bytes 0 meta mark set mark and 0xfffffffc xor 0x1
		counter packets 0 bytes 0 meta mark set mark and 0xffffff00 xor 0x10
		counter packets 0 bytes 0 meta mark set 0x1
		counter packets 0 bytes 0 meta mark set mark and 0xfffffffd xor 0x1
		counter packets 0 bytes 0 meta mark set mark and 0xf
		counter packets 0 bytes 0 meta mark set mark or 0xf
		counter packets 0 bytes 0 meta mark set mark xor 0xf
		counter packets 0 bytes 0 meta mark set 0x0
		counter packets 0 bytes 0 meta mark set 0xffffffff
		counter packets 0 bytes 0 meta mark set mark and 0xffffffff
		counter packets 0 bytes 0 meta mark set mark and 0xffffff00
		counter packets 0 bytes 0 meta mark set mark and 0xffffff00
		counter packets 0 bytes 0 meta mark set mark or 0xff
		counter packets 0 bytes 0 ct mark set 0x1
		counter packets 0 bytes 0 ct mark set ct mark xor 0x1 and 0xfffffff0
		counter packets 0 bytes 0 ct mark set 0x1
		counter packets 0 bytes 0 ct mark set ct mark xor 0x1 and 0xfffffff0
		counter packets 0 bytes 0 ct mark set ct mark and 0xf
		counter packets 0 bytes 0 ct mark set ct mark or 0xf
		counter packets 0 bytes 0 ct mark set ct mark xor 0xf
		counter packets 0 bytes 0 ct mark set mark
		counter packets 0 bytes 0 meta mark set ct mark
		counter packets 0 bytes 0 ct mark set mark and 0xff
		counter packets 0 bytes 0 meta mark set ct mark and 0xff
		counter packets 0 bytes 0 xt target CONNMARK
		counter packets 0 bytes 0 xt target CONNMARK
		counter packets 0 bytes 0 ct mark set ct mark xor 0x1 and 0xfffffff0
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 tcp option maxseg size set 1400
		counter packets 0 bytes 0 ip6 dscp set 0x04
		counter packets 0 bytes 0 ip6 dscp set 0x04
		counter packets 0 bytes 0 ip6 dscp set 0x04
		counter packets 0 bytes 0 ip6 dscp set ip6 dscp and 0x03
		counter packets 0 bytes 0 ip6 dscp set ip6 dscp or 0x03
		counter packets 0 bytes 0 ip6 dscp set ip6 dscp xor 0x03
		counter packets 0 bytes 0 ip dscp set 0x2e
		counter packets 0 bytes 0 ip dscp set 0x2e
		counter packets 0 bytes 0 ip dscp set 0x2e
		counter packets 0 bytes 0 xt target TTL
		counter packets 0 bytes 0 xt target TTL
		counter packets 0 bytes 0 xt target TTL
		counter packets 0 bytes 0 xt target TTL
	}

	chain FORWARD {
		type filter hook forward priority mangle; policy accept;
		tcp flags syn / syn,rst counter packets 0 bytes 0 tcp option maxseg size set 1400
		tcp flags syn / syn,rst counter packets 0 bytes 0 tcp option maxseg size set rt mtu
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 tcp option maxseg size set rt mtu
		tcp flags & syn == syn counter packets 0 bytes 0 tcp option maxseg size set rt mtu
		meta l4proto tcp counter packets 0 bytes 0 tcp option maxseg size set rt mtu
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 tcp option maxseg size set rt mtu
	}

	chain POSTROUTING {
		type filter hook postrouting priority mangle; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 tcp option maxseg size set rt mtu
		udp dport 68 counter packets 0 bytes 0 xt target CHECKSUM
		counter packets 0 bytes 0 xt target CHECKSUM
	}
}
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
		counter packets 0 bytes 0 ct mark set 0x1
		counter packets 0 bytes 0 meta nftrace set 1
		counter packets 0 bytes 0 return
	}

	chain FORWARD {
		type filter hook forward priority filter; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 tcp option maxseg size set rt mtu
		tcp flags syn / fin,syn,rst,ack ct state new counter packets 0 bytes 0 tcp option maxseg size set rt mtu
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
		counter packets 0 bytes 0 ct mark set 0x1
	}

	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 tcp option maxseg size set rt mtu
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
		counter packets 0 bytes 0 notrack
		counter packets 0 bytes 0 notrack
		counter packets 0 bytes 0 xt target CT
		counter packets 0 bytes 0 notrack
		counter packets 0 bytes 0 xt target CT
		counter packets 0 bytes 0 meta nftrace set 1
	}

	chain OUTPUT {
		type filter hook output priority raw; policy accept;
		meta l4proto icmp counter packets 0 bytes 0 meta nftrace set 1
	}
}
\# Warning: table ip6 mangle is managed by iptables-nft, do not touch!
table ip6 mangle {
	chain FORWARD {
		type filter hook forward priority mangle; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 XT target TCPMSS not found

	}

	chain PREROUTING {
		type filter hook prerouting priority mangle; policy accept;
		counter packets 0 bytes 0 xt target HL
		counter packets 0 bytes 0 xt target HL
		counter packets 0 bytes 0 xt target HL
		counter packets 0 bytes 0 meta mark set 0x1
		counter packets 0 bytes 0 ip6 dscp set 0x00
	}
}
\# Warning: table ip6 raw is managed by iptables-nft, do not touch!
table ip6 raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		counter packets 0 bytes 0 notrack
		counter packets 0 bytes 0 notrack
		counter packets 0 bytes 0 meta nftrace set 1
	}
}
