# What xtables-monitor tells: the way of packets that a TRACE rule marked, and every change of the rules.
$ ip link set lo up
$ ip netns add h1; ip link add v0 type veth peer name eth0 netns h1; ip link set v0 up; ip -n h1 link set eth0 up
$ ip addr add 10.0.0.254/24 dev v0; ip -n h1 addr add 10.0.0.1/24 dev eth0
$ ip netns add h2; ip link add v2 type veth peer name eth0 netns h2; ip link set v2 up; ip -n h2 link set eth0 up
$ ip addr add 10.0.2.254/24 dev v2; ip -n h2 addr add 10.0.2.1/24 dev eth0
$ ip -n h1 route add default via 10.0.0.254; ip -n h2 route add default via 10.0.2.254
$ sysctl -qw net.ipv4.ip_forward=1
$ iptables -t raw -A PREROUTING -s 10.0.0.1 -j TRACE
$ iptables -t nat -A POSTROUTING -o v2 -j MASQUERADE
$ iptables -t mangle -A FORWARD -j MARK --set-mark 7
$ iptables -N C; iptables -N D
$ iptables -A C -p udp -j D
$ iptables -A D -p udp --dport 99 -j REJECT
$ iptables -A FORWARD -p tcp --dport 81 -j DROP
$ iptables -A FORWARD -g C
$ iptables -A INPUT -p icmp -m comment --comment "as it is" -j RETURN
$ iptables -A INPUT -j LOG
$ iptables -P INPUT DROP
$ (timeout 6 stdbuf -oL xtables-monitor --trace > /tmp/trace 2>&1 &) ; sleep 0.5
$ ip netns exec h1 ping -c1 -W1 10.0.2.1
PING 10.0.2.1 (10.0.2.1) 56(84) bytes of data.
64 bytes from 10.0.2.1: icmp_seq=1 ttl=63 time=0.160 ms

--- 10.0.2.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.160/0.160/0.160/0.000 ms
$ ip netns exec h1 ping -c1 -W1 10.0.0.254 | head -1
PING 10.0.0.254 (10.0.0.254) 56(84) bytes of data.
$ ip netns exec h1 nc -w1 -z 10.0.2.1 80
[1]
$ ip netns exec h1 nc -w1 -z 10.0.2.1 81
[1]
$ echo hi | ip netns exec h1 nc -u -w1 10.0.2.1 99
$ sleep 4; cat /tmp/trace
PACKET: 2 b3c2ff20 IN=v0 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=84 TOS=0x0 TTL=64 ID=27419 DF 
 TRACE: 2 b3c2ff20 raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -s 10.0.0.1/32 -j TRACE
 TRACE: 2 b3c2ff20 raw:PREROUTING:policy:ACCEPT 
PACKET: 2 b3c2ff20 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=84 TOS=0x0 TTL=63 ID=27419 DF MARK=0x7 
 TRACE: 2 b3c2ff20 mangle:FORWARD:rule:0x2:CONTINUE  -4 -t mangle -A FORWARD -j MARK --set-xmark 0x7/0xffffffff
 TRACE: 2 b3c2ff20 mangle:FORWARD:policy:ACCEPT 
PACKET: 2 b3c2ff20 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=84 TOS=0x0 TTL=63 ID=27419 DF MARK=0x7 
 TRACE: 2 b3c2ff20 filter:FORWARD:rule:0x7:GOTO:C  -4 -t filter -A FORWARD -g C
 TRACE: 2 b3c2ff20 filter:FORWARD:policy:ACCEPT 
PACKET: 2 b3c2ff20 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=84 TOS=0x0 TTL=63 ID=27419 DF MARK=0x7 
 TRACE: 2 b3c2ff20 nat:POSTROUTING:rule:0x2:ACCEPT  -4 -t nat -A POSTROUTING -o v2 -j MASQUERADE
PACKET: 2 8244e99f IN=v0 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.0.254 LEN=84 TOS=0x0 TTL=64 ID=21296 DF 
 TRACE: 2 8244e99f raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -s 10.0.0.1/32 -j TRACE
 TRACE: 2 8244e99f raw:PREROUTING:policy:ACCEPT 
PACKET: 2 8244e99f IN=v0 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.0.254 LEN=84 TOS=0x0 TTL=64 ID=21296 DF 
 TRACE: 2 8244e99f filter:INPUT:rule:0x9:0xfffffffb  -4 -t filter -A INPUT -p icmp -m comment --comment "as it is" -j RETURN
 TRACE: 2 8244e99f filter:INPUT:policy:DROP 
PACKET: 2 c321ab85 IN=v0 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=60 TOS=0x0 TTL=64 ID=25370 DF SPORT=43696 DPORT=80 SYN 
 TRACE: 2 c321ab85 raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -s 10.0.0.1/32 -j TRACE
 TRACE: 2 c321ab85 raw:PREROUTING:policy:ACCEPT 
PACKET: 2 c321ab85 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=60 TOS=0x0 TTL=63 ID=25370 DF SPORT=43696 DPORT=80 SYN MARK=0x7 
 TRACE: 2 c321ab85 mangle:FORWARD:rule:0x2:CONTINUE  -4 -t mangle -A FORWARD -j MARK --set-xmark 0x7/0xffffffff
 TRACE: 2 c321ab85 mangle:FORWARD:policy:ACCEPT 
PACKET: 2 c321ab85 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=60 TOS=0x0 TTL=63 ID=25370 DF SPORT=43696 DPORT=80 SYN MARK=0x7 
 TRACE: 2 c321ab85 filter:FORWARD:rule:0x7:GOTO:C  -4 -t filter -A FORWARD -g C
 TRACE: 2 c321ab85 filter:FORWARD:policy:ACCEPT 
PACKET: 2 c321ab85 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=60 TOS=0x0 TTL=63 ID=25370 DF SPORT=43696 DPORT=80 SYN MARK=0x7 
 TRACE: 2 c321ab85 nat:POSTROUTING:rule:0x2:ACCEPT  -4 -t nat -A POSTROUTING -o v2 -j MASQUERADE
PACKET: 2 afff9022 IN=v0 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=60 TOS=0x0 TTL=64 ID=23426 DF SPORT=42412 DPORT=81 SYN 
 TRACE: 2 afff9022 raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -s 10.0.0.1/32 -j TRACE
 TRACE: 2 afff9022 raw:PREROUTING:policy:ACCEPT 
PACKET: 2 afff9022 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=60 TOS=0x0 TTL=63 ID=23426 DF SPORT=42412 DPORT=81 SYN MARK=0x7 
 TRACE: 2 afff9022 mangle:FORWARD:rule:0x2:CONTINUE  -4 -t mangle -A FORWARD -j MARK --set-xmark 0x7/0xffffffff
 TRACE: 2 afff9022 mangle:FORWARD:policy:ACCEPT 
PACKET: 2 afff9022 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=60 TOS=0x0 TTL=63 ID=23426 DF SPORT=42412 DPORT=81 SYN MARK=0x7 
 TRACE: 2 afff9022 filter:FORWARD:rule:0x6:DROP  -4 -t filter -A FORWARD -p tcp -m tcp --dport 81 -j DROP
PACKET: 2 0c9ed150 IN=v0 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=31 TOS=0x0 TTL=64 ID=54605 DF SPORT=59685 DPORT=99 
 TRACE: 2 0c9ed150 raw:PREROUTING:rule:0x2:CONTINUE  -4 -t raw -A PREROUTING -s 10.0.0.1/32 -j TRACE
 TRACE: 2 0c9ed150 raw:PREROUTING:policy:ACCEPT 
PACKET: 2 0c9ed150 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=31 TOS=0x0 TTL=63 ID=54605 DF SPORT=59685 DPORT=99 MARK=0x7 
 TRACE: 2 0c9ed150 mangle:FORWARD:rule:0x2:CONTINUE  -4 -t mangle -A FORWARD -j MARK --set-xmark 0x7/0xffffffff
 TRACE: 2 0c9ed150 mangle:FORWARD:policy:ACCEPT 
PACKET: 2 0c9ed150 IN=v0 OUT=v2 MACSRC=26:9c:a6:ff:9a:f9 MACDST=5a:71:f7:ea:ff:9a MACPROTO=0800 SRC=10.0.0.1 DST=10.0.2.1 LEN=31 TOS=0x0 TTL=63 ID=54605 DF SPORT=59685 DPORT=99 MARK=0x7 
 TRACE: 2 0c9ed150 filter:FORWARD:rule:0x7:GOTO:C  -4 -t filter -A FORWARD -g C
 TRACE: 2 0c9ed150 filter:C:rule:0x3:JUMP:D  -4 -t filter -A C -p udp -j D
 TRACE: 2 0c9ed150 filter:D:rule:0x4:DROP  -4 -t filter -A D -p udp -m udp --dport 99 -j REJECT --reject-with icmp-port-unreachable
$ iptables -F; iptables -t raw -F; iptables -P INPUT ACCEPT; iptables -X
$ (timeout 4 stdbuf -oL xtables-monitor --event > /tmp/event 2>&1 &) ; (timeout 4 stdbuf -oL xtables-monitor -6 -c -e > /tmp/event6 2>&1 &) ; sleep 0.5
$ iptables -A INPUT -s 10.9.9.9 -j DROP
$ iptables -I INPUT -s 10.9.9.8 -j DROP
$ iptables -R INPUT 2 -j LOG
$ iptables -D INPUT 1
$ iptables -N E; iptables -A INPUT -j E; iptables -E E EE
$ iptables -P FORWARD DROP
$ iptables -t security -A OUTPUT -m mark --mark 3 -j ACCEPT
$ iptables -A NOPE -j DROP
iptables: No chain/target/match by that name.
[1]
$ ip6tables -A INPUT -s fd00::9 -j DROP
$ printf '*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:Z - [0:0]\n-A INPUT -j Z\n-A Z -p tcp -m tcp --dport 22 -j ACCEPT\nCOMMIT\n' | iptables-restore
$ iptables -F; iptables -X
$ sleep 4; cat /tmp/event
 EVENT: # nft: ip filter INPUT use 1 type filter hook input prio 0 policy accept packets 0 bytes 0 flags 1
 EVENT: -4 -t filter -A INPUT -s 10.9.9.9/32 -j DROP
NEWGEN: GENID=18 PID=553327 NAME=iptables
 EVENT: -4 -t filter -A INPUT -s 10.9.9.8/32 -j DROP
NEWGEN: GENID=19 PID=553328 NAME=iptables
 EVENT: -4 -t filter -D INPUT -s 10.9.9.9/32 -j DROP
 EVENT: -4 -t filter -A INPUT -j LOG
NEWGEN: GENID=20 PID=553329 NAME=iptables
 EVENT: -4 -t filter -D INPUT -s 10.9.9.8/32 -j DROP
NEWGEN: GENID=21 PID=553330 NAME=iptables
 EVENT: -4 -t filter -N E
NEWGEN: GENID=22 PID=553331 NAME=iptables
 EVENT: -4 -t filter -A INPUT -j E
NEWGEN: GENID=23 PID=553332 NAME=iptables
 EVENT: -4 -t filter -N EE
NEWGEN: GENID=24 PID=553333 NAME=iptables
 EVENT: # nft: ip filter FORWARD use 0 type filter hook forward prio 0 policy accept packets 0 bytes 0 flags 1
 EVENT: # nft: ip filter FORWARD use 0 type filter hook forward prio 0 policy drop packets 0 bytes 0 flags 1
NEWGEN: GENID=25 PID=553335 NAME=iptables
 EVENT: nft: NEW table: table security ip flags 0 use 1 handle 5
 EVENT: # nft: ip security OUTPUT use 1 type filter hook output prio 150 policy accept packets 0 bytes 0 flags 1
 EVENT: -4 -t security -A OUTPUT -m mark --mark 0x3 -j ACCEPT
NEWGEN: GENID=26 PID=553336 NAME=iptables
 EVENT: nft: NEW table: table filter ip6 flags 0 use 1 handle 6
 EVENT: # nft: ip6 filter INPUT use 1 type filter hook input prio 0 policy accept packets 0 bytes 0 flags 1
 EVENT: -6 -t filter -A INPUT -s fd00::9/128 -j DROP
NEWGEN: GENID=27 PID=553338 NAME=ip6tables
 EVENT: -4 -t filter -D INPUT -j LOG
 EVENT: -4 -t filter -D INPUT -j EE
 EVENT: -4 -t filter -X INPUT
 EVENT: -4 -t filter -X EE
 EVENT: -4 -t filter -X FORWARD
 EVENT: nft: DEL table: table filter ip flags 0 use 0 handle 4
 EVENT: nft: NEW table: table filter ip flags 0 use 3 handle 7
 EVENT: # nft: ip filter INPUT use 1 type filter hook input prio 0 policy accept packets 0 bytes 0 flags 1
 EVENT: # nft: ip filter INPUT use 1 type filter hook input prio 0 policy accept packets 0 bytes 0 flags 1
 EVENT: # nft: ip filter FORWARD use 0 type filter hook forward prio 0 policy accept packets 0 bytes 0 flags 1
 EVENT: # nft: ip filter FORWARD use 0 type filter hook forward prio 0 policy drop packets 0 bytes 0 flags 1
 EVENT: -4 -t filter -N Z
 EVENT: -4 -t filter -A INPUT -j Z
 EVENT: -4 -t filter -A Z -p tcp -m tcp --dport 22 -j ACCEPT
NEWGEN: GENID=28 PID=553340 NAME=iptables-restor
 EVENT: -4 -t filter -D INPUT -j Z
 EVENT: -4 -t filter -D Z -p tcp -m tcp --dport 22 -j ACCEPT
NEWGEN: GENID=29 PID=553341 NAME=iptables
 EVENT: -4 -t filter -X INPUT
 EVENT: -4 -t filter -X Z
NEWGEN: GENID=30 PID=553342 NAME=iptables
$ cat /tmp/event6
NEWGEN: GENID=18 PID=553327 NAME=iptables
NEWGEN: GENID=19 PID=553328 NAME=iptables
NEWGEN: GENID=20 PID=553329 NAME=iptables
NEWGEN: GENID=21 PID=553330 NAME=iptables
NEWGEN: GENID=22 PID=553331 NAME=iptables
NEWGEN: GENID=23 PID=553332 NAME=iptables
NEWGEN: GENID=24 PID=553333 NAME=iptables
NEWGEN: GENID=25 PID=553335 NAME=iptables
NEWGEN: GENID=26 PID=553336 NAME=iptables
 EVENT: nft: NEW table: table filter ip6 flags 0 use 1 handle 6
 EVENT: # nft: ip6 filter INPUT use 1 type filter hook input prio 0 policy accept packets 0 bytes 0 flags 1
 EVENT: -6 -t filter [0:0] -A INPUT -s fd00::9/128 -j DROP
NEWGEN: GENID=27 PID=553338 NAME=ip6tables
NEWGEN: GENID=28 PID=553340 NAME=iptables-restor
NEWGEN: GENID=29 PID=553341 NAME=iptables
NEWGEN: GENID=30 PID=553342 NAME=iptables
$ xtables-monitor
xtables-monitor 1.8.9 (nf_tables)
Usage: xtables-monitor [ -t | -e ]
        --trace    -t    trace ruleset traversal of packets tagged via -j TRACE rule
        --event    -e    show events that modify the ruleset
Optional arguments:
        --ipv4     -4    only monitor IPv4
        --ipv6     -6    only monitor IPv6
	--counters -c    show counters in rules
[1]
$ xtables-monitor -x
xtables-monitor 1.8.9: Bad argument.
Try `xtables-monitor -h' for more information.
[2]
$ xtables-monitor --trace=1
xtables-monitor 1.8.9: Bad argument.
Try `xtables-monitor -h' for more information.
[2]
$ xtables-monitor -tV
xtables-monitor 1.8.9
