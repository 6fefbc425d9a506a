# length, ttl, tos, dscp, tcpmss, pkttype, iprange, physdev and statistic.
#! world: bare
$ iptables -A INPUT -m length --length 100
$ iptables -A INPUT -m length --length 100:
$ iptables -A INPUT -m length --length :100
$ iptables -A INPUT -m length --length 200:100
$ iptables -A INPUT -m length ! --length 100:200
$ iptables -A INPUT -m length --length 65536
iptables v1.8.9 (nf_tables): length: bad value for option "--length" near "65536", or out of range (0-65535).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m length --length 0
$ iptables -A INPUT -m length --length x
iptables v1.8.9 (nf_tables): length: bad value for option "--length" near "x", or out of range (0-65535).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m length --length 1:x
iptables v1.8.9 (nf_tables): length: bad value for option "--length" near "x", or out of range (0-65535).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m length --length 1:2:3
iptables v1.8.9 (nf_tables): length: Too many components for option "--length" (max: 2)

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m length --length 100-200
iptables v1.8.9 (nf_tables): length: Argument to "--length" has unexpected characters near "-200".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m length --length :
$ iptables -A INPUT -m length
iptables v1.8.9 (nf_tables): length: option "--length" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m ttl --ttl 64
$ iptables -A INPUT -m ttl --ttl-eq 64
$ iptables -A INPUT -m ttl ! --ttl-eq 64
$ iptables -A INPUT -m ttl ! --ttl 64
$ iptables -A INPUT -m ttl --ttl-lt 64
$ iptables -A INPUT -m ttl --ttl-gt 64
$ iptables -A INPUT -m ttl ! --ttl-lt 64
iptables v1.8.9 (nf_tables): ttl: option "--ttl-lt" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m ttl --ttl-eq 256
iptables v1.8.9 (nf_tables): ttl: bad value for option "--ttl-eq", or out of range (0-255).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m ttl --ttl-eq x
iptables v1.8.9 (nf_tables): ttl: bad value for option "--ttl-eq", or out of range (0-255).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m ttl --ttl-lt 5 --ttl-gt 3
iptables v1.8.9 (nf_tables): ttl: option "--ttl-lt" cannot be used together with "--ttl-gt".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m ttl --ttl-eq 5 --ttl-eq 3
iptables v1.8.9 (nf_tables): ttl: option "--ttl-eq" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m ttl
iptables v1.8.9 (nf_tables): TTL match: You must specify one of `--ttl-eq', `--ttl-lt', `--ttl-gt
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m hl --hl-eq 4
iptables v1.8.9 (nf_tables): Couldn't load match `hl':No such file or directory

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -m hl --hl-eq 64
$ ip6tables -A INPUT -m hl ! --hl-eq 64
$ ip6tables -A INPUT -m hl --hl-lt 64
$ ip6tables -A INPUT -m hl --hl-gt 64
$ ip6tables -A INPUT -m hl --hl-eq 256
ip6tables v1.8.9 (nf_tables): hl: bad value for option "--hl-eq", or out of range (0-255).

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m hl --hl-eq 1 --hl-lt 3
ip6tables v1.8.9 (nf_tables): hl: option "--hl-lt" cannot be used together with "--hl-eq".

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m hl
ip6tables v1.8.9 (nf_tables): HL match: You must specify one of `--hl-eq', `--hl-lt', `--hl-gt'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m ttl --ttl-eq 3
ip6tables v1.8.9 (nf_tables): Couldn't load match `ttl':No such file or directory

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ iptables -A INPUT -m tos --tos 0x10
$ iptables -A INPUT -m tos --tos 16
$ iptables -A INPUT -m tos --tos 0x10/0x3f
$ iptables -A INPUT -m tos ! --tos 0x10/0x3f
$ iptables -A INPUT -m tos --tos Minimize-Delay
$ iptables -A INPUT -m tos --tos Maximize-Throughput
$ iptables -A INPUT -m tos --tos Maximize-Reliability
$ iptables -A INPUT -m tos --tos Minimize-Cost
$ iptables -A INPUT -m tos --tos Normal-Service
$ iptables -A INPUT -m tos ! --tos Minimize-Delay
$ iptables -A INPUT -m tos --tos foo
iptables v1.8.9 (nf_tables): Symbolic name "foo" is unknown
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tos --tos 256
iptables v1.8.9 (nf_tables): Symbolic name "256" is unknown
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tos --tos 1/256
iptables v1.8.9 (nf_tables): Illegal value: "1/256"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tos --tos 1/x
iptables v1.8.9 (nf_tables): Illegal value: "1/x"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tos --tos 0x10/0
$ iptables -A INPUT -m tos --tos minimize-delay
$ iptables -A INPUT -m tos
iptables v1.8.9 (nf_tables): tos: option "--tos" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -m tos --tos 0x10
$ iptables -A INPUT -m dscp --dscp 46
$ iptables -A INPUT -m dscp --dscp 0x2e
$ iptables -A INPUT -m dscp ! --dscp 46
$ iptables -A INPUT -m dscp --dscp 64
iptables v1.8.9 (nf_tables): dscp: bad value for option "--dscp", or out of range (0-63).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m dscp --dscp x
iptables v1.8.9 (nf_tables): dscp: bad value for option "--dscp", or out of range (0-63).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m dscp --dscp-class EF
$ iptables -A INPUT -m dscp --dscp-class ef
$ iptables -A INPUT -m dscp --dscp-class AF11
$ iptables -A INPUT -m dscp --dscp-class CS1
$ iptables -A INPUT -m dscp --dscp-class BE
$ iptables -A INPUT -m dscp --dscp-class foo
iptables v1.8.9 (nf_tables): Invalid DSCP value `foo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m dscp ! --dscp-class EF
$ iptables -A INPUT -m dscp --dscp 1 --dscp-class EF
iptables v1.8.9 (nf_tables): dscp: option "--dscp" cannot be used together with "--dscp-class".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m dscp
iptables v1.8.9 (nf_tables): DSCP match: Parameter --dscp is required
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m tcpmss --mss 500
$ iptables -A INPUT -p tcp -m tcpmss --mss 500:600
$ iptables -A INPUT -p tcp -m tcpmss ! --mss 500:600
$ iptables -A INPUT -p tcp -m tcpmss --mss 500:
$ iptables -A INPUT -p tcp -m tcpmss --mss :500
$ iptables -A INPUT -p tcp -m tcpmss --mss 600:500
iptables v1.8.9 (nf_tables): tcpmss: invalid range given
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m tcpmss --mss 70000
iptables v1.8.9 (nf_tables): tcpmss: bad value for option "--mss" near "70000", or out of range (0-65535).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m tcpmss
iptables v1.8.9 (nf_tables): tcpmss: option "--mss" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tcpmss --mss 500
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m pkttype --pkt-type unicast
$ iptables -A INPUT -m pkttype --pkt-type broadcast
$ iptables -A INPUT -m pkttype --pkt-type multicast
$ iptables -A INPUT -m pkttype --pkt-type host
$ iptables -A INPUT -m pkttype --pkt-type bcast
$ iptables -A INPUT -m pkttype --pkt-type mcast
$ iptables -A INPUT -m pkttype --pkt-type foo
iptables v1.8.9 (nf_tables): Bad packet type 'foo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m pkttype --pkt-type BROADCAST
$ iptables -A INPUT -m pkttype ! --pkt-type unicast
$ iptables -A INPUT -m pkttype
iptables v1.8.9 (nf_tables): pkttype: option "--pkt-type" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m iprange --src-range 10.0.0.1-10.0.0.5
$ iptables -A INPUT -m iprange ! --src-range 10.0.0.1-10.0.0.5
$ iptables -A INPUT -m iprange --dst-range 10.0.0.1-10.0.0.5
$ iptables -A INPUT -m iprange --dst-range 10.0.0.1
$ iptables -A INPUT -m iprange --src-range 10.0.0.1-10.0.0.5 ! --dst-range 10.1.0.1-10.1.0.5
$ iptables -A INPUT -m iprange --src-range 10.0.0.5-10.0.0.1
xt_iprange: range 10.0.0.5-10.0.0.1 is reversed and will never match
$ iptables -A INPUT -m iprange --src-range 10.0.0.1-
iptables v1.8.9 (nf_tables): iprange: Bad value for "--src-range" option: ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m iprange --src-range x-y
iptables v1.8.9 (nf_tables): iprange: Bad value for "--src-range" option: "x"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m iprange --src-range 10.0.0.0/24
iptables v1.8.9 (nf_tables): iprange: Bad value for "--src-range" option: "10.0.0.0/24"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m iprange --src-range 10.0.0.1-10.0.0.5-10.0.0.7
iptables v1.8.9 (nf_tables): iprange: Bad value for "--src-range" option: "10.0.0.5-10.0.0.7"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m iprange
iptables v1.8.9 (nf_tables): iprange match: You must specify `--src-range' or `--dst-range'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -m iprange --src-range fd00::1-fd00::5
$ ip6tables -A INPUT -m iprange --src-range 10.0.0.1-10.0.0.5
ip6tables v1.8.9 (nf_tables): iprange: Bad value for "--src-range" option: "10.0.0.1"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ iptables -A INPUT -m physdev --physdev-in eth0
$ iptables -A INPUT -m physdev ! --physdev-in eth0
$ iptables -A INPUT -m physdev --physdev-in eth+
$ iptables -A INPUT -m physdev --physdev-out eth0
$ iptables -A INPUT -m physdev --physdev-is-in
$ iptables -A INPUT -m physdev --physdev-is-out
$ iptables -A INPUT -m physdev --physdev-is-bridged
$ iptables -A INPUT -m physdev ! --physdev-is-bridged
$ iptables -A INPUT -m physdev ! --physdev-is-in --physdev-in eth0
$ iptables -A INPUT -m physdev --physdev-in ""
$ iptables -A INPUT -m physdev --physdev-in abcdefghijklmnop
iptables v1.8.9 (nf_tables): interface name `abcdefghijklmnop' must be shorter than IFNAMSIZ (15)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m physdev
iptables v1.8.9 (nf_tables): PHYSDEV: no physdev option specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A FORWARD -m physdev --physdev-out eth0
$ iptables -A FORWARD -m physdev --physdev-is-bridged
$ iptables -A FORWARD -m physdev --physdev-is-bridged --physdev-in v1 --physdev-out v2
$ iptables -A FORWARD -m physdev --physdev-is-in --physdev-is-out
$ iptables -A OUTPUT -m physdev --physdev-out eth0
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -A OUTPUT -m physdev --physdev-is-out
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -t nat -A POSTROUTING -m physdev --physdev-is-bridged
$ iptables -t nat -A POSTROUTING -m physdev --physdev-out v1
$ iptables -A INPUT -m statistic --mode random --probability 0.5
$ iptables -A INPUT -m statistic --mode random --probability .3
$ iptables -A INPUT -m statistic --mode random ! --probability 0.25
$ iptables -A INPUT -m statistic --mode random --probability 0
$ iptables -A INPUT -m statistic --mode random --probability -1
iptables v1.8.9 (nf_tables): statistic: bad value for option "--probability", or out of range (0-1).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode random --probability x
iptables v1.8.9 (nf_tables): statistic: bad value for option "--probability", or out of range (0-1).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode random
iptables v1.8.9 (nf_tables): --probability must be specified when using random mode
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --probability 0.5
iptables v1.8.9 (nf_tables): statistic: option "--mode" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode nth --every 3 --packet 0
$ iptables -A INPUT -m statistic --mode nth --every 3 --packet 2
$ iptables -A INPUT -m statistic --mode nth --every 3 --packet 3
iptables v1.8.9 (nf_tables): the --packet p must be 0 <= p <= n-1
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode nth --every 1 --packet 0
$ iptables -A INPUT -m statistic --mode nth --every 2
iptables v1.8.9 (nf_tables): statistic: option "--every" also requires "--packet".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode nth --packet 2
iptables v1.8.9 (nf_tables): the --packet p must be 0 <= p <= n-1
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode nth
iptables v1.8.9 (nf_tables): --every and --packet must be specified when using nth mode
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode nth --probability 0.5
iptables v1.8.9 (nf_tables): --every and --packet must be specified when using nth mode
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode random --every 3 --packet 0
iptables v1.8.9 (nf_tables): --probability must be specified when using random mode
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode rand --probability 0.5
iptables v1.8.9 (nf_tables): Bad mode "rand"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode random --probability 0.5 --every 3 --packet 1
iptables v1.8.9 (nf_tables): statistic: option "--probability" cannot be used together with "--every".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode nth --every x --packet 1
iptables v1.8.9 (nf_tables): statistic: bad value for option "--every", or out of range (1-4294967295).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m statistic --mode random --probability 0.123456789012
$ iptables -A INPUT -m statistic --mode random --probability 0.1
$ iptables -A INPUT -m statistic --mode random --probability 0.66666666651
$ ip6tables -A INPUT -m statistic --mode random --probability 0.5
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m length --length 100
-A INPUT -m length --length 100:65535
-A INPUT -m length --length 0:100
-A INPUT -m length --length 200:100
-A INPUT -m length ! --length 100:200
-A INPUT -m length --length 0
-A INPUT -m length --length 0:65535
-A INPUT -m ttl --ttl-eq 64
-A INPUT -m ttl --ttl-eq 64
-A INPUT -m ttl ! --ttl-eq 64
-A INPUT -m ttl ! --ttl-eq 64
-A INPUT -m ttl --ttl-lt 64
-A INPUT -m ttl --ttl-gt 64
-A INPUT -m tos --tos 0x10/0xff
-A INPUT -m tos --tos 0x10/0xff
-A INPUT -m tos --tos 0x10/0x3f
-A INPUT -m tos ! --tos 0x10/0x3f
-A INPUT -m tos --tos 0x10/0x3f
-A INPUT -m tos --tos 0x08/0x3f
-A INPUT -m tos --tos 0x04/0x3f
-A INPUT -m tos --tos 0x02/0x3f
-A INPUT -m tos --tos 0x00/0x3f
-A INPUT -m tos ! --tos 0x10/0x3f
-A INPUT -m tos --tos 0x10/0x00
-A INPUT -m tos --tos 0x10/0x3f
-A INPUT -m dscp --dscp 0x2e
-A INPUT -m dscp --dscp 0x2e
-A INPUT -m dscp ! --dscp 0x2e
-A INPUT -m dscp --dscp 0x2e
-A INPUT -m dscp --dscp 0x2e
-A INPUT -m dscp --dscp 0x0a
-A INPUT -m dscp --dscp 0x08
-A INPUT -m dscp --dscp 0x00
-A INPUT -m dscp ! --dscp 0x2e
-A INPUT -p tcp -m tcpmss --mss 500
-A INPUT -p tcp -m tcpmss --mss 500:600
-A INPUT -p tcp -m tcpmss ! --mss 500:600
-A INPUT -p tcp -m tcpmss --mss 500:65535
-A INPUT -p tcp -m tcpmss --mss 0:500
-A INPUT -m pkttype --pkt-type unicast
-A INPUT -m pkttype --pkt-type broadcast
-A INPUT -m pkttype --pkt-type multicast
-A INPUT -m pkttype --pkt-type unicast
-A INPUT -m pkttype --pkt-type broadcast
-A INPUT -m pkttype --pkt-type multicast
-A INPUT -m pkttype --pkt-type broadcast
-A INPUT -m pkttype ! --pkt-type unicast
-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.5
-A INPUT -m iprange ! --src-range 10.0.0.1-10.0.0.5
-A INPUT -m iprange --dst-range 10.0.0.1-10.0.0.5
-A INPUT -m iprange --dst-range 10.0.0.1-10.0.0.1
-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.5 ! --dst-range 10.1.0.1-10.1.0.5
-A INPUT -m iprange --src-range 10.0.0.5-10.0.0.1
-A INPUT -m physdev --physdev-in eth0
-A INPUT -m physdev ! --physdev-in eth0
-A INPUT -m physdev --physdev-in eth+
-A INPUT -m physdev --physdev-out eth0
-A INPUT -m physdev --physdev-is-in
-A INPUT -m physdev --physdev-is-out
-A INPUT -m physdev --physdev-is-bridged
-A INPUT -m physdev ! --physdev-is-bridged
-A INPUT -m physdev ! --physdev-is-in --physdev-in eth0
-A INPUT -m physdev --physdev-in 
-A INPUT -m statistic --mode random --probability 0.50000000000
-A INPUT -m statistic --mode random --probability 0.29999999981
-A INPUT -m statistic --mode random ! --probability 0.25000000000
-A INPUT -m statistic --mode random --probability 0.00000000000
-A INPUT -m statistic --mode nth --every 3 --packet 0
-A INPUT -m statistic --mode nth --every 3 --packet 2
-A INPUT -m statistic --mode nth --every 1 --packet 0
-A INPUT -m statistic --mode random --probability 0.12345678918
-A INPUT -m statistic --mode random --probability 0.10000000009
-A INPUT -m statistic --mode random --probability 0.66666666651
-A FORWARD -m physdev --physdev-out eth0
-A FORWARD -m physdev --physdev-is-bridged
-A FORWARD -m physdev --physdev-in v1 --physdev-out v2 --physdev-is-bridged
-A FORWARD -m physdev --physdev-is-in --physdev-is-out
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0            length 100
           0    --  0.0.0.0/0            0.0.0.0/0            length 100:65535
           0    --  0.0.0.0/0            0.0.0.0/0            length 0:100
           0    --  0.0.0.0/0            0.0.0.0/0            length 200:100
           0    --  0.0.0.0/0            0.0.0.0/0            length !100:200
           0    --  0.0.0.0/0            0.0.0.0/0            length 0
           0    --  0.0.0.0/0            0.0.0.0/0            length 0:65535
           0    --  0.0.0.0/0            0.0.0.0/0            TTL match TTL == 64
           0    --  0.0.0.0/0            0.0.0.0/0            TTL match TTL == 64
           0    --  0.0.0.0/0            0.0.0.0/0            TTL match TTL != 64
           0    --  0.0.0.0/0            0.0.0.0/0            TTL match TTL != 64
           0    --  0.0.0.0/0            0.0.0.0/0            TTL match TTL < 64
           0    --  0.0.0.0/0            0.0.0.0/0            TTL match TTL > 64
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x10/0xff
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x10/0xff
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x10/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match!0x10/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x10/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x08/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x04/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x02/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x00/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match!0x10/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x10/0x00
           0    --  0.0.0.0/0            0.0.0.0/0            tos match0x10/0x3f
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match 0x2e
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match 0x2e
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match !0x2e
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match 0x2e
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match 0x2e
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match 0x0a
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match 0x08
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match 0x00
           0    --  0.0.0.0/0            0.0.0.0/0            DSCP match !0x2e
           6    --  0.0.0.0/0            0.0.0.0/0            tcpmss match 500
           6    --  0.0.0.0/0            0.0.0.0/0            tcpmss match 500:600
           6    --  0.0.0.0/0            0.0.0.0/0            tcpmss match !500:600
           6    --  0.0.0.0/0            0.0.0.0/0            tcpmss match 500:65535
           6    --  0.0.0.0/0            0.0.0.0/0            tcpmss match 0:500
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = unicast
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = broadcast
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = multicast
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = unicast
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = broadcast
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = multicast
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = broadcast
           0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE != unicast
           0    --  0.0.0.0/0            0.0.0.0/0            source IP range 10.0.0.1-10.0.0.5
           0    --  0.0.0.0/0            0.0.0.0/0            source IP range ! 10.0.0.1-10.0.0.5
           0    --  0.0.0.0/0            0.0.0.0/0            destination IP range 10.0.0.1-10.0.0.5
           0    --  0.0.0.0/0            0.0.0.0/0            destination IP range 10.0.0.1-10.0.0.1
           0    --  0.0.0.0/0            0.0.0.0/0            source IP range 10.0.0.1-10.0.0.5 destination IP range ! 10.1.0.1-10.1.0.5
           0    --  0.0.0.0/0            0.0.0.0/0            source IP range 10.0.0.5-10.0.0.1
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in eth0
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match ! --physdev-in eth0
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in eth+
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-out eth0
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-in
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-out
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-bridged
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match ! --physdev-is-bridged
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match ! --physdev-is-in --physdev-in eth0
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in 
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode random probability 0.50000000000
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode random probability 0.29999999981
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode random ! probability 0.25000000000
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode random probability 0.00000000000
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode nth every 3
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode nth every 3 packet 2
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode nth every 1
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode random probability 0.12345678918
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode random probability 0.10000000009
           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode random probability 0.66666666651

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-out eth0
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-bridged
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in v1 --physdev-out v2 --physdev-is-bridged
           0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-in --physdev-is-out

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere             length 100
           all  --  anywhere             anywhere             length 100:65535
           all  --  anywhere             anywhere             length 0:100
           all  --  anywhere             anywhere             length 200:100
           all  --  anywhere             anywhere             length !100:200
           all  --  anywhere             anywhere             length 0
           all  --  anywhere             anywhere             length 0:65535
           all  --  anywhere             anywhere             TTL match TTL == 64
           all  --  anywhere             anywhere             TTL match TTL == 64
           all  --  anywhere             anywhere             TTL match TTL != 64
           all  --  anywhere             anywhere             TTL match TTL != 64
           all  --  anywhere             anywhere             TTL match TTL < 64
           all  --  anywhere             anywhere             TTL match TTL > 64
           all  --  anywhere             anywhere             tos match0x10/0xff
           all  --  anywhere             anywhere             tos match0x10/0xff
           all  --  anywhere             anywhere             tos match Minimize-Delay
           all  --  anywhere             anywhere             tos match! Minimize-Delay
           all  --  anywhere             anywhere             tos match Minimize-Delay
           all  --  anywhere             anywhere             tos match Maximize-Throughput
           all  --  anywhere             anywhere             tos match Maximize-Reliability
           all  --  anywhere             anywhere             tos match Minimize-Cost
           all  --  anywhere             anywhere             tos match Normal-Service
           all  --  anywhere             anywhere             tos match! Minimize-Delay
           all  --  anywhere             anywhere             tos match0x10/0x00
           all  --  anywhere             anywhere             tos match Minimize-Delay
           all  --  anywhere             anywhere             DSCP match 0x2e
           all  --  anywhere             anywhere             DSCP match 0x2e
           all  --  anywhere             anywhere             DSCP match !0x2e
           all  --  anywhere             anywhere             DSCP match 0x2e
           all  --  anywhere             anywhere             DSCP match 0x2e
           all  --  anywhere             anywhere             DSCP match 0x0a
           all  --  anywhere             anywhere             DSCP match 0x08
           all  --  anywhere             anywhere             DSCP match 0x00
           all  --  anywhere             anywhere             DSCP match !0x2e
           tcp  --  anywhere             anywhere             tcpmss match 500
           tcp  --  anywhere             anywhere             tcpmss match 500:600
           tcp  --  anywhere             anywhere             tcpmss match !500:600
           tcp  --  anywhere             anywhere             tcpmss match 500:65535
           tcp  --  anywhere             anywhere             tcpmss match 0:500
           all  --  anywhere             anywhere             PKTTYPE = unicast
           all  --  anywhere             anywhere             PKTTYPE = broadcast
           all  --  anywhere             anywhere             PKTTYPE = multicast
           all  --  anywhere             anywhere             PKTTYPE = unicast
           all  --  anywhere             anywhere             PKTTYPE = broadcast
           all  --  anywhere             anywhere             PKTTYPE = multicast
           all  --  anywhere             anywhere             PKTTYPE = broadcast
           all  --  anywhere             anywhere             PKTTYPE != unicast
           all  --  anywhere             anywhere             source IP range 10.0.0.1-10.0.0.5
           all  --  anywhere             anywhere             source IP range ! 10.0.0.1-10.0.0.5
           all  --  anywhere             anywhere             destination IP range 10.0.0.1-10.0.0.5
           all  --  anywhere             anywhere             destination IP range 10.0.0.1-10.0.0.1
           all  --  anywhere             anywhere             source IP range 10.0.0.1-10.0.0.5 destination IP range ! 10.1.0.1-10.1.0.5
           all  --  anywhere             anywhere             source IP range 10.0.0.5-10.0.0.1
           all  --  anywhere             anywhere             PHYSDEV match --physdev-in eth0
           all  --  anywhere             anywhere             PHYSDEV match ! --physdev-in eth0
           all  --  anywhere             anywhere             PHYSDEV match --physdev-in eth+
           all  --  anywhere             anywhere             PHYSDEV match --physdev-out eth0
           all  --  anywhere             anywhere             PHYSDEV match --physdev-is-in
           all  --  anywhere             anywhere             PHYSDEV match --physdev-is-out
           all  --  anywhere             anywhere             PHYSDEV match --physdev-is-bridged
           all  --  anywhere             anywhere             PHYSDEV match ! --physdev-is-bridged
           all  --  anywhere             anywhere             PHYSDEV match ! --physdev-is-in --physdev-in eth0
           all  --  anywhere             anywhere             PHYSDEV match --physdev-in 
           all  --  anywhere             anywhere             statistic mode random probability 0.50000000000
           all  --  anywhere             anywhere             statistic mode random probability 0.29999999981
           all  --  anywhere             anywhere             statistic mode random ! probability 0.25000000000
           all  --  anywhere             anywhere             statistic mode random probability 0.00000000000
           all  --  anywhere             anywhere             statistic mode nth every 3
           all  --  anywhere             anywhere             statistic mode nth every 3 packet 2
           all  --  anywhere             anywhere             statistic mode nth every 1
           all  --  anywhere             anywhere             statistic mode random probability 0.12345678918
           all  --  anywhere             anywhere             statistic mode random probability 0.10000000009
           all  --  anywhere             anywhere             statistic mode random probability 0.66666666651
$ nft list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		meta length 100 counter packets 0 bytes 0
		meta length 100-65535 counter packets 0 bytes 0
		meta length 0-100 counter packets 0 bytes 0
		meta length 200-100 counter packets 0 bytes 0
		meta length != 100-200 counter packets 0 bytes 0
		meta length 0 counter packets 0 bytes 0
		meta length 0-65535 counter packets 0 bytes 0
		ip ttl 64 counter packets 0 bytes 0
		ip ttl 64 counter packets 0 bytes 0
		ip ttl != 64 counter packets 0 bytes 0
		ip ttl != 64 counter packets 0 bytes 0
		ip ttl lt 64 counter packets 0 bytes 0
		ip ttl gt 64 counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		ip dscp 0x2e counter packets 0 bytes 0
		ip dscp 0x2e counter packets 0 bytes 0
		ip dscp != 0x2e counter packets 0 bytes 0
		ip dscp 0x2e counter packets 0 bytes 0
		ip dscp 0x2e counter packets 0 bytes 0
		ip dscp 0x0a counter packets 0 bytes 0
		ip dscp 0x08 counter packets 0 bytes 0
		ip dscp 0x00 counter packets 0 bytes 0
		ip dscp != 0x2e counter packets 0 bytes 0
		meta l4proto tcp tcp option maxseg size 500 counter packets 0 bytes 0
		meta l4proto tcp tcp option maxseg size 500-600 counter packets 0 bytes 0
		meta l4proto tcp tcp option maxseg size != 500-600 counter packets 0 bytes 0
		meta l4proto tcp tcp option maxseg size 500-65535 counter packets 0 bytes 0
		meta l4proto tcp tcp option maxseg size 0-500 counter packets 0 bytes 0
		pkttype unicast counter packets 0 bytes 0
		pkttype broadcast counter packets 0 bytes 0
		pkttype multicast counter packets 0 bytes 0
		pkttype unicast counter packets 0 bytes 0
		pkttype broadcast counter packets 0 bytes 0
		pkttype multicast counter packets 0 bytes 0
		pkttype broadcast counter packets 0 bytes 0
		pkttype != unicast counter packets 0 bytes 0
		ip saddr 10.0.0.1-10.0.0.5 counter packets 0 bytes 0
		ip saddr != 10.0.0.1-10.0.0.5 counter packets 0 bytes 0
		ip daddr 10.0.0.1-10.0.0.5 counter packets 0 bytes 0
		ip daddr 10.0.0.1-10.0.0.1 counter packets 0 bytes 0
		ip saddr 10.0.0.1-10.0.0.5 ip daddr != 10.1.0.1-10.1.0.5 counter packets 0 bytes 0
		ip saddr 10.0.0.5-10.0.0.1 counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		meta random & 2147483647 < 1073741824 counter packets 0 bytes 0
		meta random & 2147483647 < 644245094 counter packets 0 bytes 0
		meta random & 2147483647 >= 536870912 counter packets 0 bytes 0
		meta random & 2147483647 < 0 counter packets 0 bytes 0
		numgen inc mod 3 0 counter packets 0 bytes 0
		numgen inc mod 3 2 counter packets 0 bytes 0
		numgen inc mod 1 0 counter packets 0 bytes 0
		meta random & 2147483647 < 265121436 counter packets 0 bytes 0
		meta random & 2147483647 < 214748365 counter packets 0 bytes 0
		meta random & 2147483647 < 1431655765 counter packets 0 bytes 0
	}

	chain FORWARD {
		type filter hook forward priority filter; policy accept;
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
	}
}
\# Warning: table ip6 filter is managed by iptables-nft, do not touch!
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 hoplimit 64 counter packets 0 bytes 0
		ip6 hoplimit != 64 counter packets 0 bytes 0
		ip6 hoplimit lt 64 counter packets 0 bytes 0
		ip6 hoplimit gt 64 counter packets 0 bytes 0
		xt match tos counter packets 0 bytes 0
		ip6 saddr fd00::1-fd00::5 counter packets 0 bytes 0
		meta random & 2147483647 < 1073741824 counter packets 0 bytes 0
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		xt match physdev counter packets 0 bytes 0
		xt match physdev counter packets 0 bytes 0
	}
}
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m hl --hl-eq 64
-A INPUT -m hl ! --hl-eq 64
-A INPUT -m hl --hl-lt 64
-A INPUT -m hl --hl-gt 64
-A INPUT -m tos --tos 0x10/0xff
-A INPUT -m iprange --src-range fd00::1-fd00::5
-A INPUT -m statistic --mode random --probability 0.50000000000
$ iptables -S FORWARD
-P FORWARD ACCEPT
-A FORWARD -m physdev --physdev-out eth0
-A FORWARD -m physdev --physdev-is-bridged
-A FORWARD -m physdev --physdev-in v1 --physdev-out v2 --physdev-is-bridged
-A FORWARD -m physdev --physdev-is-in --physdev-is-out
