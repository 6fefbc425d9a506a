# multiport, addrtype, comment, mac and limit.
#! world: bare
$ iptables -A INPUT -p tcp -m multiport --ports 80
$ iptables -A INPUT -p tcp -m multiport --ports 80,443
$ iptables -A INPUT -p tcp -m multiport --dports 80,443,8000:8080
$ iptables -A INPUT -p tcp -m multiport --sports http,https
$ iptables -A INPUT -p tcp -m multiport ! --dports 22,80
$ iptables -A INPUT -p udp -m multiport --dports domain,123
$ iptables -A INPUT -p tcp -m multiport --destination-ports 1,2
$ iptables -A INPUT -p tcp -m multiport --source-ports 1,2
$ iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
$ iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
iptables v1.8.9 (nf_tables): too many ports specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 1:2,3:4,5:6,7:8,9:10,11:12,13:14,15
$ iptables -A INPUT -p tcp -m multiport --dports 1:2,3:4,5:6,7:8,9:10,11:12,13:14,15:16
iptables v1.8.9 (nf_tables): too many ports specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 90:80
iptables v1.8.9 (nf_tables): invalid portrange specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports ""
iptables v1.8.9 (nf_tables): invalid port/service `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 80,
iptables v1.8.9 (nf_tables): invalid port/service `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 80,,90
iptables v1.8.9 (nf_tables): invalid port/service `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports nosuch
iptables v1.8.9 (nf_tables): invalid port/service `nosuch' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 65536
iptables v1.8.9 (nf_tables): invalid port/service `65536' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 80:
iptables v1.8.9 (nf_tables): invalid port/service `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports :80
iptables v1.8.9 (nf_tables): invalid port/service `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 80 --sports 90
iptables v1.8.9 (nf_tables): multiport: option "--source-ports" cannot be used together with "--destination-ports".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 80 --dports 90
iptables v1.8.9 (nf_tables): multiport: option "--destination-ports" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport
iptables v1.8.9 (nf_tables): multiport expection an option
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m multiport --dports 80
iptables v1.8.9 (nf_tables): multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp -m multiport --dports 80
iptables v1.8.9 (nf_tables): multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -p tcp -m multiport --dports 80
iptables v1.8.9 (nf_tables): multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p sctp -m multiport --dports 80
$ iptables -A INPUT -m multiport -p tcp --dports 80
$ iptables -A INPUT -p tcp -m multiport --dport 80
$ iptables -A INPUT -p tcp --dports 80
iptables v1.8.9 (nf_tables): unknown option "--dports"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 80 -m multiport --dports 80
$ iptables -A INPUT -p tcp -m multiport --port 80
$ iptables -A INPUT -m addrtype --dst-type LOCAL
$ iptables -A INPUT -m addrtype --src-type LOCAL
$ iptables -A INPUT -m addrtype ! --dst-type LOCAL
$ iptables -A INPUT -m addrtype --dst-type LOCAL,BROADCAST
$ iptables -A INPUT -m addrtype --dst-type BROADCAST,LOCAL
$ iptables -A INPUT -m addrtype --dst-type local
$ iptables -A INPUT -m addrtype --dst-type L
$ iptables -A INPUT -m addrtype --dst-type FOO
iptables v1.8.9 (nf_tables): addrtype: bad type "FOO"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m addrtype --dst-type ""
iptables v1.8.9 (nf_tables): addrtype: bad type ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m addrtype --src-type UNICAST --dst-type MULTICAST
$ iptables -A INPUT -m addrtype --dst-type UNSPEC,UNICAST,LOCAL,BROADCAST,ANYCAST,MULTICAST,BLACKHOLE,UNREACHABLE,PROHIBIT,THROW,NAT,XRESOLVE
$ iptables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-in
$ iptables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-out
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-in --limit-iface-out
iptables v1.8.9 (nf_tables): addrtype: option "--limit-iface-in" cannot be used together with "--limit-iface-out".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m addrtype --limit-iface-in
iptables v1.8.9 (nf_tables): addrtype: you must specify --src-type or --dst-type
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m addrtype --src-type ! LOCAL
iptables v1.8.9 (nf_tables): addrtype: bad type "!"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m addrtype
iptables v1.8.9 (nf_tables): addrtype: you must specify --src-type or --dst-type
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m addrtype --dst-type LOCAL --limit-iface-out
$ iptables -A OUTPUT -m addrtype --dst-type LOCAL --limit-iface-in
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -A FORWARD -m addrtype --dst-type LOCAL --limit-iface-in
$ iptables -A FORWARD -m addrtype --dst-type LOCAL --limit-iface-out
$ iptables -A INPUT -m comment --comment foo
$ iptables -A INPUT -m comment --comment "a b"
$ iptables -A INPUT -m comment --comment ""
$ iptables -A INPUT -m comment --comment "a'b"
$ iptables -A INPUT -m comment --comment 'a"b'
$ iptables -A INPUT -m comment --comment 'a\b'
$ iptables -A INPUT -m comment --comment 'a\ b'
$ iptables -A INPUT -m comment --comment 'ünï'
$ iptables -A INPUT -m comment --comment '*'
$ iptables -A INPUT -m comment --comment 'a;b'
$ iptables -A INPUT -m comment --comment '$a'
$ iptables -A INPUT -m comment --comment -x
$ iptables -A INPUT -m comment --comment '!'
$ iptables -A INPUT -m comment --comment '! x'
$ iptables -A INPUT -m comment ! --comment x
iptables v1.8.9 (nf_tables): comment: option "--comment" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m comment --comment a/b:c,d.e-f_g=h
$ iptables -A INPUT -m comment --comment a --comment b
iptables v1.8.9 (nf_tables): comment: option "--comment" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mac --mac-source 00:11:22:33:44:55
$ iptables -A INPUT -m mac ! --mac-source 00:11:22:33:44:55
$ iptables -A INPUT -m mac --mac-source 00:11:22:AA:bb:55
$ iptables -A INPUT -m mac --mac-source 0:1:2:3:4:5
$ iptables -A INPUT -m mac --mac-source 00:11:22:33:44
iptables v1.8.9 (nf_tables): Invalid MAC address specified.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mac --mac-source 00-11-22-33-44-55
iptables v1.8.9 (nf_tables): Invalid MAC address specified.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mac --mac-source foo
iptables v1.8.9 (nf_tables): Invalid MAC address specified.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m mac
iptables v1.8.9 (nf_tables): mac: option "--mac-source" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -m mac --mac-source 00:11:22:33:44:55
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain OUTPUT
[4]
$ iptables -A FORWARD -m mac --mac-source 00:11:22:33:44:55
$ iptables -A INPUT -m limit --limit 1
$ iptables -A INPUT -m limit --limit 5/s
$ iptables -A INPUT -m limit --limit 5/second
$ iptables -A INPUT -m limit --limit 5/sec
$ iptables -A INPUT -m limit --limit 5/m
$ iptables -A INPUT -m limit --limit 5/minute
$ iptables -A INPUT -m limit --limit 5/h
$ iptables -A INPUT -m limit --limit 5/d
$ iptables -A INPUT -m limit --limit 5/day
$ iptables -A INPUT -m limit --limit 5/x
iptables v1.8.9 (nf_tables): bad rate "5/x"'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit 5/
iptables v1.8.9 (nf_tables): bad rate "5/"'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit 0/s
iptables v1.8.9 (nf_tables): bad rate "0/s"'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit 10000/s
$ iptables -A INPUT -m limit --limit 10001/s
iptables v1.8.9 (nf_tables): Rate too fast "10001/s"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit 10001/m
$ iptables -A INPUT -m limit --limit 60/m
$ iptables -A INPUT -m limit --limit 120/m
$ iptables -A INPUT -m limit --limit 7/m
$ iptables -A INPUT -m limit --limit 90/m
$ iptables -A INPUT -m limit --limit 3600/h
$ iptables -A INPUT -m limit --limit 24/d
$ iptables -A INPUT -m limit --limit 1/d
$ iptables -A INPUT -m limit --limit 100/h
$ iptables -A INPUT -m limit --limit-burst 10
$ iptables -A INPUT -m limit --limit-burst 0
$ iptables -A INPUT -m limit --limit-burst 10000
$ iptables -A INPUT -m limit --limit-burst 10001
iptables v1.8.9 (nf_tables): limit: bad value for option "--limit-burst", or out of range (0-10000).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit-burst x
iptables v1.8.9 (nf_tables): limit: bad value for option "--limit-burst", or out of range (0-10000).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit 5/s --limit-burst 5
$ iptables -A INPUT -m limit --limit 5/s --limit-burst 6
$ iptables -A INPUT -m limit ! --limit 5/s
iptables v1.8.9 (nf_tables): limit: option "--limit" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit -5
iptables v1.8.9 (nf_tables): Rate too fast "-5"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m limit --limit 5.5/s
$ iptables -A INPUT -m limit --limit 5/SEC
$ iptables -A INPUT -m limit --limit 5/s --limit 6/s
iptables v1.8.9 (nf_tables): limit: option "--limit" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -m limit --limit 5/s
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -p tcp -m multiport --ports 80
-A INPUT -p tcp -m multiport --ports 80,443
-A INPUT -p tcp -m multiport --dports 80,443,8000:8080
-A INPUT -p tcp -m multiport --sports 80,443
-A INPUT -p tcp -m multiport ! --dports 22,80
-A INPUT -p udp -m multiport --dports 53,123
-A INPUT -p tcp -m multiport --dports 1,2
-A INPUT -p tcp -m multiport --sports 1,2
-A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
-A INPUT -p tcp -m multiport --dports 1:2,3:4,5:6,7:8,9:10,11:12,13:14,15
-A INPUT -p sctp -m multiport --dports 80
-A INPUT -p tcp -m multiport --dports 80
-A INPUT -p tcp -m multiport --dports 80
-A INPUT -p tcp -m tcp --dport 80 -m multiport --dports 80
-A INPUT -p tcp -m multiport --ports 80
-A INPUT -m addrtype --dst-type LOCAL
-A INPUT -m addrtype --src-type LOCAL
-A INPUT -m addrtype ! --dst-type LOCAL
-A INPUT -m addrtype --dst-type LOCAL,BROADCAST
-A INPUT -m addrtype --dst-type LOCAL,BROADCAST
-A INPUT -m addrtype --dst-type LOCAL
-A INPUT -m addrtype --dst-type LOCAL
-A INPUT -m addrtype --src-type UNICAST --dst-type MULTICAST
-A INPUT -m addrtype --dst-type UNSPEC,UNICAST,LOCAL,BROADCAST,ANYCAST,MULTICAST,BLACKHOLE,UNREACHABLE,PROHIBIT,THROW,NAT,XRESOLVE
-A INPUT -m addrtype --dst-type LOCAL --limit-iface-in
-A INPUT -m comment --comment foo
-A INPUT -m comment --comment "a b"
-A INPUT -m comment --comment ""
-A INPUT -m comment --comment "a\'b"
-A INPUT -m comment --comment "a\"b"
-A INPUT -m comment --comment "a\\b"
-A INPUT -m comment --comment "a\\ b"
-A INPUT -m comment --comment "ünï"
-A INPUT -m comment --comment "*"
-A INPUT -m comment --comment "a;b"
-A INPUT -m comment --comment "$a"
-A INPUT -m comment --comment -x
-A INPUT -m comment --comment "!"
-A INPUT -m comment --comment "! x"
-A INPUT -m comment --comment "a/b:c,d.e-f_g=h"
-A INPUT -m mac --mac-source 00:11:22:33:44:55
-A INPUT -m mac ! --mac-source 00:11:22:33:44:55
-A INPUT -m mac --mac-source 00:11:22:aa:bb:55
-A INPUT -m mac --mac-source 00:01:02:03:04:05
-A INPUT -m limit --limit 1/sec
-A INPUT -m limit --limit 5/sec
-A INPUT -m limit --limit 5/sec
-A INPUT -m limit --limit 5/sec
-A INPUT -m limit --limit 5/min
-A INPUT -m limit --limit 5/min
-A INPUT -m limit --limit 5/hour
-A INPUT -m limit --limit 5/day
-A INPUT -m limit --limit 5/day
-A INPUT -m limit --limit 10000/sec
-A INPUT -m limit --limit 169/sec
-A INPUT -m limit --limit 1/sec
-A INPUT -m limit --limit 2/sec
-A INPUT -m limit --limit 7/min
-A INPUT -m limit --limit 90/min
-A INPUT -m limit --limit 1/sec
-A INPUT -m limit --limit 1/hour
-A INPUT -m limit --limit 1/day
-A INPUT -m limit --limit 100/hour
-A INPUT -m limit --limit 3/hour --limit-burst 10
-A INPUT -m limit --limit 3/hour
-A INPUT -m limit --limit 3/hour --limit-burst 10000
-A INPUT -m limit --limit 5/sec
-A INPUT -m limit --limit 5/sec --limit-burst 6
-A INPUT -m limit --limit 5/sec
-A INPUT -m limit --limit 5/sec
-A FORWARD -m addrtype --dst-type LOCAL --limit-iface-in
-A FORWARD -m addrtype --dst-type LOCAL --limit-iface-out
-A FORWARD -m mac --mac-source 00:11:22:33:44:55
-A OUTPUT -m addrtype --dst-type LOCAL --limit-iface-out
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           6    --  0.0.0.0/0            0.0.0.0/0            multiport ports 80
           6    --  0.0.0.0/0            0.0.0.0/0            multiport ports 80,443
           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports 80,443,8000:8080
           6    --  0.0.0.0/0            0.0.0.0/0            multiport sports 80,443
           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports  !22,80
           17   --  0.0.0.0/0            0.0.0.0/0            multiport dports 53,123
           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports 1,2
           6    --  0.0.0.0/0            0.0.0.0/0            multiport sports 1,2
           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports 1:2,3:4,5:6,7:8,9:10,11:12,13:14,15
           132  --  0.0.0.0/0            0.0.0.0/0            multiport dports 80
           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports 80
           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports 80
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 multiport dports 80
           6    --  0.0.0.0/0            0.0.0.0/0            multiport ports 80
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match src-type LOCAL
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type !LOCAL
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL,BROADCAST
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL,BROADCAST
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match src-type UNICAST dst-type MULTICAST
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type UNSPEC,UNICAST,LOCAL,BROADCAST,ANYCAST,MULTICAST,BLACKHOLE,UNREACHABLE,PROHIBIT,THROW,NAT,XRESOLVE
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL limit-in
           0    --  0.0.0.0/0            0.0.0.0/0            /* foo */
           0    --  0.0.0.0/0            0.0.0.0/0            /* a b */
           0    --  0.0.0.0/0            0.0.0.0/0            /*  */
           0    --  0.0.0.0/0            0.0.0.0/0            /* a'b */
           0    --  0.0.0.0/0            0.0.0.0/0            /* a"b */
           0    --  0.0.0.0/0            0.0.0.0/0            /* a\b */
           0    --  0.0.0.0/0            0.0.0.0/0            /* a\ b */
           0    --  0.0.0.0/0            0.0.0.0/0            /* ünï */
           0    --  0.0.0.0/0            0.0.0.0/0            /* * */
           0    --  0.0.0.0/0            0.0.0.0/0            /* a;b */
           0    --  0.0.0.0/0            0.0.0.0/0            /* $a */
           0    --  0.0.0.0/0            0.0.0.0/0            /* -x */
           0    --  0.0.0.0/0            0.0.0.0/0            /* ! */
           0    --  0.0.0.0/0            0.0.0.0/0            /* ! x */
           0    --  0.0.0.0/0            0.0.0.0/0            /* a/b:c,d.e-f_g=h */
           0    --  0.0.0.0/0            0.0.0.0/0            MAC 00:11:22:33:44:55
           0    --  0.0.0.0/0            0.0.0.0/0            MAC ! 00:11:22:33:44:55
           0    --  0.0.0.0/0            0.0.0.0/0            MAC 00:11:22:aa:bb:55
           0    --  0.0.0.0/0            0.0.0.0/0            MAC 00:01:02:03:04:05
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 1/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/min burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/min burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/hour burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/day burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/day burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 10000/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 169/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 1/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 2/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 7/min burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 90/min burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 1/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 1/hour burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 1/day burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 100/hour burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 3/hour burst 10
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 3/hour burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 3/hour burst 10000
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/sec burst 6
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/sec burst 5
           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 5/sec burst 5

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL limit-in
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL limit-out
           0    --  0.0.0.0/0            0.0.0.0/0            MAC 00:11:22:33:44:55

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type LOCAL limit-out
$ iptables -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           tcp  --  anywhere             anywhere             multiport ports http
           tcp  --  anywhere             anywhere             multiport ports http,https
           tcp  --  anywhere             anywhere             multiport dports http,https,8000:http-alt
           tcp  --  anywhere             anywhere             multiport sports http,https
           tcp  --  anywhere             anywhere             multiport dports  !ssh,http
           udp  --  anywhere             anywhere             multiport dports domain,ntp
           tcp  --  anywhere             anywhere             multiport dports tcpmux,2
           tcp  --  anywhere             anywhere             multiport sports tcpmux,2
           tcp  --  anywhere             anywhere             multiport dports tcpmux,2,3,4,5,6,echo,8,discard,10,systat,12,daytime,14,netstat
           tcp  --  anywhere             anywhere             multiport dports tcpmux:2,3:4,5:6,echo:8,discard:10,systat:12,daytime:14,netstat
           sctp --  anywhere             anywhere             multiport dports 80
           tcp  --  anywhere             anywhere             multiport dports http
           tcp  --  anywhere             anywhere             multiport dports http
           tcp  --  anywhere             anywhere             tcp dpt:http multiport dports http
           tcp  --  anywhere             anywhere             multiport ports http
           all  --  anywhere             anywhere             ADDRTYPE match dst-type LOCAL
           all  --  anywhere             anywhere             ADDRTYPE match src-type LOCAL
           all  --  anywhere             anywhere             ADDRTYPE match dst-type !LOCAL
           all  --  anywhere             anywhere             ADDRTYPE match dst-type LOCAL,BROADCAST
           all  --  anywhere             anywhere             ADDRTYPE match dst-type LOCAL,BROADCAST
           all  --  anywhere             anywhere             ADDRTYPE match dst-type LOCAL
           all  --  anywhere             anywhere             ADDRTYPE match dst-type LOCAL
           all  --  anywhere             anywhere             ADDRTYPE match src-type UNICAST dst-type MULTICAST
           all  --  anywhere             anywhere             ADDRTYPE match dst-type UNSPEC,UNICAST,LOCAL,BROADCAST,ANYCAST,MULTICAST,BLACKHOLE,UNREACHABLE,PROHIBIT,THROW,NAT,XRESOLVE
           all  --  anywhere             anywhere             ADDRTYPE match dst-type LOCAL limit-in
           all  --  anywhere             anywhere             /* foo */
           all  --  anywhere             anywhere             /* a b */
           all  --  anywhere             anywhere             /*  */
           all  --  anywhere             anywhere             /* a'b */
           all  --  anywhere             anywhere             /* a"b */
           all  --  anywhere             anywhere             /* a\b */
           all  --  anywhere             anywhere             /* a\ b */
           all  --  anywhere             anywhere             /* ünï */
           all  --  anywhere             anywhere             /* * */
           all  --  anywhere             anywhere             /* a;b */
           all  --  anywhere             anywhere             /* $a */
           all  --  anywhere             anywhere             /* -x */
           all  --  anywhere             anywhere             /* ! */
           all  --  anywhere             anywhere             /* ! x */
           all  --  anywhere             anywhere             /* a/b:c,d.e-f_g=h */
           all  --  anywhere             anywhere             MAC 00:11:22:33:44:55
           all  --  anywhere             anywhere             MAC ! 00:11:22:33:44:55
           all  --  anywhere             anywhere             MAC 00:11:22:aa:bb:55
           all  --  anywhere             anywhere             MAC 00:01:02:03:04:05
           all  --  anywhere             anywhere             limit: avg 1/sec burst 5
           all  --  anywhere             anywhere             limit: avg 5/sec burst 5
           all  --  anywhere             anywhere             limit: avg 5/sec burst 5
           all  --  anywhere             anywhere             limit: avg 5/sec burst 5
           all  --  anywhere             anywhere             limit: avg 5/min burst 5
           all  --  anywhere             anywhere             limit: avg 5/min burst 5
           all  --  anywhere             anywhere             limit: avg 5/hour burst 5
           all  --  anywhere             anywhere             limit: avg 5/day burst 5
           all  --  anywhere             anywhere             limit: avg 5/day burst 5
           all  --  anywhere             anywhere             limit: avg 10000/sec burst 5
           all  --  anywhere             anywhere             limit: avg 169/sec burst 5
           all  --  anywhere             anywhere             limit: avg 1/sec burst 5
           all  --  anywhere             anywhere             limit: avg 2/sec burst 5
           all  --  anywhere             anywhere             limit: avg 7/min burst 5
           all  --  anywhere             anywhere             limit: avg 90/min burst 5
           all  --  anywhere             anywhere             limit: avg 1/sec burst 5
           all  --  anywhere             anywhere             limit: avg 1/hour burst 5
           all  --  anywhere             anywhere             limit: avg 1/day burst 5
           all  --  anywhere             anywhere             limit: avg 100/hour burst 5
           all  --  anywhere             anywhere             limit: avg 3/hour burst 10
           all  --  anywhere             anywhere             limit: avg 3/hour burst 5
           all  --  anywhere             anywhere             limit: avg 3/hour burst 10000
           all  --  anywhere             anywhere             limit: avg 5/sec burst 5
           all  --  anywhere             anywhere             limit: avg 5/sec burst 6
           all  --  anywhere             anywhere             limit: avg 5/sec burst 5
           all  --  anywhere             anywhere             limit: avg 5/sec burst 5
$ nft list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		meta l4proto tcp tcp sport . tcp dport { 0-65535 . 80, 80 . 0-65535 } counter packets 0 bytes 0
		meta l4proto tcp tcp sport . tcp dport { 0-65535 . 80, 80 . 0-65535, 0-65535 . 443, 443 . 0-65535 } counter packets 0 bytes 0
		meta l4proto tcp tcp dport { 80, 443, 8000-8080 } counter packets 0 bytes 0
		meta l4proto tcp tcp sport { 80, 443 } counter packets 0 bytes 0
		meta l4proto tcp tcp dport != { 22, 80 } counter packets 0 bytes 0
		meta l4proto udp udp dport { 53, 123 } counter packets 0 bytes 0
		meta l4proto tcp tcp dport { 1, 2 } counter packets 0 bytes 0
		meta l4proto tcp tcp sport { 1, 2 } counter packets 0 bytes 0
		meta l4proto tcp tcp dport { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 } counter packets 0 bytes 0
		meta l4proto tcp tcp dport { 1-2, 3-4, 5-6, 7-8, 9-10, 11-12, 13-14, 15 } counter packets 0 bytes 0
		meta l4proto sctp sctp dport 80 counter packets 0 bytes 0
		meta l4proto tcp tcp dport 80 counter packets 0 bytes 0
		meta l4proto tcp tcp dport 80 counter packets 0 bytes 0
		tcp dport 80 tcp dport 80 counter packets 0 bytes 0
		meta l4proto tcp tcp sport . tcp dport { 0-65535 . 80, 80 . 0-65535 } counter packets 0 bytes 0
		fib daddr type local counter packets 0 bytes 0
		fib saddr type local counter packets 0 bytes 0
		fib daddr type != local counter packets 0 bytes 0
		fib daddr type { local, broadcast } counter packets 0 bytes 0
		fib daddr type { local, broadcast } counter packets 0 bytes 0
		fib daddr type local counter packets 0 bytes 0
		fib daddr type local counter packets 0 bytes 0
		fib saddr type unicast counter packets 0 bytes 0
		fib daddr type { unspec, unicast, local, broadcast, anycast, multicast, blackhole, unreachable, prohibit } counter packets 0 bytes 0
		fib daddr . iif type local counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		 counter packets 0 bytes 0
		ether saddr 00:11:22:33:44:55 counter packets 0 bytes 0
		ether saddr != 00:11:22:33:44:55 counter packets 0 bytes 0
		ether saddr 00:11:22:aa:bb:55 counter packets 0 bytes 0
		ether saddr 00:01:02:03:04:05 counter packets 0 bytes 0
		limit rate 1/second counter packets 0 bytes 0
		limit rate 5/second counter packets 0 bytes 0
		limit rate 5/second counter packets 0 bytes 0
		limit rate 5/second counter packets 0 bytes 0
		limit rate 5/minute counter packets 0 bytes 0
		limit rate 5/minute counter packets 0 bytes 0
		limit rate 5/hour counter packets 0 bytes 0
		limit rate 5/day counter packets 0 bytes 0
		limit rate 5/day counter packets 0 bytes 0
		limit rate 10000/second counter packets 0 bytes 0
		limit rate 169/second counter packets 0 bytes 0
		limit rate 1/second counter packets 0 bytes 0
		limit rate 2/second counter packets 0 bytes 0
		limit rate 7/minute counter packets 0 bytes 0
		limit rate 90/minute counter packets 0 bytes 0
		limit rate 1/second counter packets 0 bytes 0
		limit rate 1/hour counter packets 0 bytes 0
		limit rate 1/day counter packets 0 bytes 0
		limit rate 100/hour counter packets 0 bytes 0
		limit rate 3/hour burst 10 packets counter packets 0 bytes 0
		limit rate 3/hour counter packets 0 bytes 0
		limit rate 3/hour burst 10000 packets counter packets 0 bytes 0
		limit rate 5/second counter packets 0 bytes 0
		limit rate 5/second burst 6 packets counter packets 0 bytes 0
		limit rate 5/second counter packets 0 bytes 0
		limit rate 5/second counter packets 0 bytes 0
	}

	chain OUTPUT {
		type filter hook output priority filter; policy accept;
		fib daddr . oif type local counter packets 0 bytes 0
	}

	chain FORWARD {
		type filter hook forward priority filter; policy accept;
		fib daddr . iif type local counter packets 0 bytes 0
		fib daddr . oif type local counter packets 0 bytes 0
		ether saddr 00:11:22:33:44:55 counter packets 0 bytes 0
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		limit rate 5/second counter packets 0 bytes 0
	}
}
$ iptables -S FORWARD
-P FORWARD ACCEPT
-A FORWARD -m addrtype --dst-type LOCAL --limit-iface-in
-A FORWARD -m addrtype --dst-type LOCAL --limit-iface-out
-A FORWARD -m mac --mac-source 00:11:22:33:44:55
