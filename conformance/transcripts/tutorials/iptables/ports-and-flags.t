# Ports and TCP flags: how they are written, refused, listed and saved.
#! world: bare
$ iptables -A INPUT -p tcp --sport 80
$ iptables -A INPUT -p tcp --source-port 80:90
$ iptables -A INPUT -p tcp --sport :90
$ iptables -A INPUT -p tcp --sport 90:
$ iptables -A INPUT -p tcp ! --sport 90
$ iptables -A INPUT -p tcp --dport ! 90
iptables v1.8.9 (nf_tables): invalid port/service `!' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp ! --dport 1:100
$ iptables -A INPUT -p tcp --dport http
$ iptables -A INPUT -p tcp --dport http:https
$ iptables -A INPUT -p tcp --dport 0
$ iptables -A INPUT -p tcp --dport 65535
$ iptables -A INPUT -p tcp --dport 65536
iptables v1.8.9 (nf_tables): invalid port/service `65536' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 70000:80000
iptables v1.8.9 (nf_tables): invalid port/service `70000' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 90:80
iptables v1.8.9 (nf_tables): invalid portrange (min > max)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport nosuch
iptables v1.8.9 (nf_tables): invalid port/service `nosuch' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 0x50
$ iptables -A INPUT -p tcp --dport 010
$ iptables -A INPUT -p tcp --dport -1
iptables v1.8.9 (nf_tables): invalid port/service `-1' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 80,443
iptables v1.8.9 (nf_tables): invalid port/service `80,443' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport ""
iptables v1.8.9 (nf_tables): invalid port/service `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport :
$ iptables -A INPUT -p tcp --dport 80-90
iptables v1.8.9 (nf_tables): invalid port/service `80-90' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 80 --dport 90
iptables v1.8.9 (nf_tables): Only one `--destination-port' allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --sport 80 --sport 90
iptables v1.8.9 (nf_tables): Only one `--source-port' allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --sport 80 --dport 90
$ iptables -A INPUT -p tcp --dports 80
iptables v1.8.9 (nf_tables): unknown option "--dports"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dpo 80
$ iptables -A INPUT -p tcp --d 80
iptables v1.8.9 (nf_tables): unknown option "--d"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --destination 10.0.0.1
$ iptables -A INPUT -p tcp --destination-p 80
$ iptables -A INPUT -p tcp --dport
iptables v1.8.9 (nf_tables): option "--dport" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p udp --dport 53
$ iptables -A INPUT -p udp --dport domain
$ iptables -A INPUT -p udp ! --dport 53 --sport 1024:65535
$ iptables -A INPUT -p udp --dport 53 --dport 54
iptables v1.8.9 (nf_tables): udp: option "--destination-port" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p udp --sport 53 --sport 54
iptables v1.8.9 (nf_tables): udp: option "--source-port" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p udp --dport nosuch
iptables v1.8.9 (nf_tables): Port "nosuch" does not resolve to anything.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p udp --dport 65536
$ iptables -A INPUT -p udp --dport 53:
$ iptables -A INPUT -p udp --dport :53
$ iptables -A INPUT -p udp --dport 54:53
$ iptables -A INPUT -p udp --dport 53,54
iptables v1.8.9 (nf_tables): Port "53,54" does not resolve to anything.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p udp
$ iptables -A INPUT -p udp -m udp
$ iptables -A INPUT -p tcp -m udp --dport 53
iptables v1.8.9 (nf_tables): UDP match requires '-p udp'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tcp --dport 80
iptables v1.8.9 (nf_tables): TCP match requires '-p tcp'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m udp --dport 80
iptables v1.8.9 (nf_tables): UDP match requires '-p udp'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p all --dport 80
iptables v1.8.9 (nf_tables): unknown option "--dport"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --tcp-flags SYN,ACK SYN
$ iptables -A INPUT -p tcp --tcp-flags syn,ack syn
$ iptables -A INPUT -p tcp --tcp-flags ALL SYN
$ iptables -A INPUT -p tcp --tcp-flags NONE NONE
$ iptables -A INPUT -p tcp --tcp-flags SYN
iptables v1.8.9 (nf_tables): --tcp-flags requires two args.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --tcp-flags SYN,,ACK SYN
$ iptables -A INPUT -p tcp --tcp-flags SYN XX
iptables v1.8.9 (nf_tables): Unknown TCP flag `XX'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --syn --tcp-flags ALL SYN
iptables v1.8.9 (nf_tables): Only one of `--syn' or `--tcp-flags'  allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --syn --syn
iptables v1.8.9 (nf_tables): Only one of `--syn' or `--tcp-flags'  allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp ! --syn --dport 80 --sport 90 --tcp-option 5
$ iptables -A INPUT -p tcp --tcp-option 0
iptables v1.8.9 (nf_tables): Bad TCP option "0"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --tcp-option 256
iptables v1.8.9 (nf_tables): Bad TCP option "256"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --tcp-option x
iptables v1.8.9 (nf_tables): Bad TCP option "x"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp ! --tcp-option 7
$ iptables -A INPUT -p tcp --tcp-option 7 --tcp-option 8
iptables v1.8.9 (nf_tables): Only one `--tcp-option' allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --tcp-flags ALL ECE
iptables v1.8.9 (nf_tables): Unknown TCP flag `ECE'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --syn -m comment --comment x --dport 5
$ iptables -A INPUT -p tcp -m comment --comment x --dport 5
$ iptables -A INPUT -p 6 --dport 80
$ iptables -A INPUT -p TCP --dport 80
$ iptables -A INPUT -p Udp --dport 80
$ iptables -A INPUT -p tcp --dport 80 -p udp
iptables v1.8.9 (nf_tables): multiple -p flags not allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tcp -p tcp --dport 80 -m tcp
$ iptables -A INPUT -p tcp --dport=80
$ iptables -A INPUT -p tcp --dport '80 '
iptables v1.8.9 (nf_tables): invalid port/service `80 ' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport ' 80'
$ iptables -A INPUT -p tcp --dport 80x
iptables v1.8.9 (nf_tables): invalid port/service `80x' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --syn=3
iptables v1.8.9 (nf_tables): unknown option "--syn=3"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -p tcp --dport 80
$ ip6tables -A INPUT -p tcp --syn
$ ip6tables -A INPUT -p udp --dport 80
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -p tcp -m tcp --sport 80
-A INPUT -p tcp -m tcp --sport 80:90
-A INPUT -p tcp -m tcp --sport 0:90
-A INPUT -p tcp -m tcp --sport 90:65535
-A INPUT -p tcp -m tcp ! --sport 90
-A INPUT -p tcp -m tcp ! --dport 1:100
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -p tcp -m tcp --dport 80:443
-A INPUT -p tcp -m tcp --dport 0
-A INPUT -p tcp -m tcp --dport 65535
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -p tcp -m tcp --dport 8
-A INPUT -p tcp -m tcp
-A INPUT -p tcp -m tcp --sport 80 --dport 90
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -d 10.0.0.1/32 -p tcp
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -p udp -m udp --dport 53
-A INPUT -p udp -m udp --dport 53
-A INPUT -p udp -m udp --sport 1024:65535 ! --dport 53
-A INPUT -p udp -m udp --dport 0
-A INPUT -p udp -m udp --dport 53:65535
-A INPUT -p udp -m udp --dport 0:53
-A INPUT -p udp -m udp --dport 54:53
-A INPUT -p udp
-A INPUT -p udp -m udp
-A INPUT -p tcp -m tcp --tcp-flags SYN,ACK SYN
-A INPUT -p tcp -m tcp --tcp-flags SYN,ACK SYN
-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,PSH,ACK,URG SYN
-A INPUT -p tcp -m tcp
-A INPUT -p tcp -m tcp --tcp-flags SYN,ACK SYN
-A INPUT -p tcp -m tcp --sport 90 --dport 80 --tcp-option 5 ! --tcp-flags FIN,SYN,RST,ACK SYN
-A INPUT -p tcp -m tcp ! --tcp-option 7
-A INPUT -p tcp -m tcp --dport 5 --tcp-flags FIN,SYN,RST,ACK SYN -m comment --comment x
-A INPUT -p tcp -m comment --comment x -m tcp --dport 5
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -p udp -m udp --dport 80
-A INPUT -p tcp -m tcp --dport 80 -m tcp
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -p tcp -m tcp --dport 80
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           6    --  0.0.0.0/0            0.0.0.0/0            tcp spt:80
           6    --  0.0.0.0/0            0.0.0.0/0            tcp spts:80:90
           6    --  0.0.0.0/0            0.0.0.0/0            tcp spts:0:90
           6    --  0.0.0.0/0            0.0.0.0/0            tcp spts:90:65535
           6    --  0.0.0.0/0            0.0.0.0/0            tcp spt:!90
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpts:!1:100
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpts:80:443
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:0
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:65535
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:8
           6    --  0.0.0.0/0            0.0.0.0/0            tcp
           6    --  0.0.0.0/0            0.0.0.0/0            tcp spt:80 dpt:90
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
           6    --  0.0.0.0/0            10.0.0.1            
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpt:53
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpt:53
           17   --  0.0.0.0/0            0.0.0.0/0            udp spts:1024:65535 dpt:!53
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpt:0
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpts:53:65535
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpts:0:53
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpts:54:53
           17   --  0.0.0.0/0            0.0.0.0/0           
           17   --  0.0.0.0/0            0.0.0.0/0            udp
           6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x12/0x02
           6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x12/0x02
           6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x3F/0x02
           6    --  0.0.0.0/0            0.0.0.0/0            tcp
           6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x12/0x02
           6    --  0.0.0.0/0            0.0.0.0/0            tcp spt:90 dpt:80 option=5 flags:!0x17/0x02
           6    --  0.0.0.0/0            0.0.0.0/0            tcp option=!7
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:5 flags:0x17/0x02 /* x */
           6    --  0.0.0.0/0            0.0.0.0/0            /* x */ tcp dpt:5
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpt:80
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 tcp
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80
           6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           tcp  --  anywhere             anywhere             tcp spt:http
           tcp  --  anywhere             anywhere             tcp spts:http:90
           tcp  --  anywhere             anywhere             tcp spts:0:90
           tcp  --  anywhere             anywhere             tcp spts:90:65535
           tcp  --  anywhere             anywhere             tcp spt:!90
           tcp  --  anywhere             anywhere             tcp dpts:!tcpmux:100
           tcp  --  anywhere             anywhere             tcp dpt:http
           tcp  --  anywhere             anywhere             tcp dpts:http:https
           tcp  --  anywhere             anywhere             tcp dpt:0
           tcp  --  anywhere             anywhere             tcp dpt:65535
           tcp  --  anywhere             anywhere             tcp dpt:http
           tcp  --  anywhere             anywhere             tcp dpt:8
           tcp  --  anywhere             anywhere             tcp
           tcp  --  anywhere             anywhere             tcp spt:http dpt:90
           tcp  --  anywhere             anywhere             tcp dpt:http
           tcp  --  anywhere             10.0.0.1            
           tcp  --  anywhere             anywhere             tcp dpt:http
           udp  --  anywhere             anywhere             udp dpt:domain
           udp  --  anywhere             anywhere             udp dpt:domain
           udp  --  anywhere             anywhere             udp spts:1024:65535 dpt:!domain
           udp  --  anywhere             anywhere             udp dpt:0
           udp  --  anywhere             anywhere             udp dpts:domain:65535
           udp  --  anywhere             anywhere             udp dpts:0:domain
           udp  --  anywhere             anywhere             udp dpts:54:domain
           udp  --  anywhere             anywhere            
           udp  --  anywhere             anywhere             udp
           tcp  --  anywhere             anywhere             tcp flags:SYN,ACK/SYN
           tcp  --  anywhere             anywhere             tcp flags:SYN,ACK/SYN
           tcp  --  anywhere             anywhere             tcp flags:FIN,SYN,RST,PSH,ACK,URG/SYN
           tcp  --  anywhere             anywhere             tcp
           tcp  --  anywhere             anywhere             tcp flags:SYN,ACK/SYN
           tcp  --  anywhere             anywhere             tcp spt:90 dpt:http option=5 flags:!FIN,SYN,RST,ACK/SYN
           tcp  --  anywhere             anywhere             tcp option=!7
           tcp  --  anywhere             anywhere             tcp dpt:5 flags:FIN,SYN,RST,ACK/SYN /* x */
           tcp  --  anywhere             anywhere             /* x */ tcp dpt:5
           tcp  --  anywhere             anywhere             tcp dpt:http
           tcp  --  anywhere             anywhere             tcp dpt:http
           udp  --  anywhere             anywhere             udp dpt:80
           tcp  --  anywhere             anywhere             tcp dpt:http tcp
           tcp  --  anywhere             anywhere             tcp dpt:http
           tcp  --  anywhere             anywhere             tcp dpt:http
$ nft list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		tcp sport 80 counter packets 0 bytes 0
		tcp sport 80-90 counter packets 0 bytes 0
		tcp sport <= 90 counter packets 0 bytes 0
		tcp sport 90-65535 counter packets 0 bytes 0
		tcp sport != 90 counter packets 0 bytes 0
		tcp dport != 1-100 counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
		tcp dport 80-443 counter packets 0 bytes 0
		tcp dport 0 counter packets 0 bytes 0
		tcp dport 65535 counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
		tcp dport 8 counter packets 0 bytes 0
		meta l4proto tcp  counter packets 0 bytes 0
		tcp sport 80 tcp dport 90 counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
		meta l4proto tcp ip daddr 10.0.0.1 counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
		udp dport 53 counter packets 0 bytes 0
		udp dport 53 counter packets 0 bytes 0
		udp sport 1024-65535 udp dport != 53 counter packets 0 bytes 0
		udp dport 0 counter packets 0 bytes 0
		udp dport 53-65535 counter packets 0 bytes 0
		udp dport <= 53 counter packets 0 bytes 0
		udp dport 54-53 counter packets 0 bytes 0
		meta l4proto udp counter packets 0 bytes 0
		meta l4proto udp  counter packets 0 bytes 0
		tcp flags syn / syn,ack counter packets 0 bytes 0
		tcp flags syn / syn,ack counter packets 0 bytes 0
		tcp flags syn / fin,syn,rst,psh,ack,urg counter packets 0 bytes 0
		meta l4proto tcp  counter packets 0 bytes 0
		tcp flags syn / syn,ack counter packets 0 bytes 0
		meta l4proto tcp tcp sport 90 tcp dport 80 tcp option 5 exists tcp flags != syn / fin,syn,rst,ack counter packets 0 bytes 0
		meta l4proto tcp tcp option 7 missing counter packets 0 bytes 0
		tcp flags syn / fin,syn,rst,ack tcp dport 5  counter packets 0 bytes 0
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
		udp dport 80 counter packets 0 bytes 0
		tcp dport 80  counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
		tcp dport 80 counter packets 0 bytes 0
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		tcp dport 80 counter packets 0 bytes 0
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0
		udp dport 80 counter packets 0 bytes 0
	}
}
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -p tcp -m tcp --dport 80
-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN
-A INPUT -p udp -m udp --dport 80
$ ip6tables -nvL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0            6    --  *      *       ::/0                 ::/0                 tcp dpt:80
    0     0            6    --  *      *       ::/0                 ::/0                 tcp flags:0x17/0x02
    0     0            17   --  *      *       ::/0                 ::/0                 udp dpt:80
