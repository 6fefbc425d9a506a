$ ip link set lo up
$ ip netns add red
$ ip link add veth0 type veth peer name veth1
$ ip link set veth1 netns red
$ busybox ip link set veth0 up
$ ip -n red link set veth1 up
$ busybox ip addr add 10.0.0.1/24 brd + dev veth0
$ ip netns exec red busybox ip addr add 10.0.0.2/24 dev veth1
$ busybox ip addr add 10.0.0.1/24 dev veth0
ip: RTNETLINK answers: File exists
[2]
$ sleep 2
$ busybox ip a
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
3: veth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue qlen 1000
    link/ether 02:8c:09:77:82:6a brd ff:ff:ff:ff:ff:ff
    inet 10.0.0.1/24 brd 10.0.0.255 scope global veth0
       valid_lft forever preferred_lft forever
    inet6 fe80::8c:9ff:fe77:826a/64 scope link 
       valid_lft forever preferred_lft forever
$ busybox ip -4 addr show dev veth0
3: veth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue qlen 1000
    inet 10.0.0.1/24 brd 10.0.0.255 scope global veth0
       valid_lft forever preferred_lft forever
$ busybox ip -o -4 addr
1: lo    inet 127.0.0.1/8 scope host lo\       valid_lft forever preferred_lft forever
3: veth0    inet 10.0.0.1/24 brd 10.0.0.255 scope global veth0\       valid_lft forever preferred_lft forever
$ busybox ip link show veth0
3: veth0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue qlen 1000
    link/ether 02:8c:09:77:82:6a brd ff:ff:ff:ff:ff:ff
$ busybox ip route
10.0.0.0/24 dev veth0 scope link  src 10.0.0.1 
$ busybox ip route add default via 10.0.0.2
$ busybox ip route add default via 10.0.0.2
ip: RTNETLINK answers: File exists
[2]
$ busybox ip route add 172.16.0.0/16 via 10.0.0.2 metric 50
$ busybox ip route add 1.0.0.0/8 via 99.0.0.1
ip: RTNETLINK answers: Network is unreachable
[2]
$ busybox ip r
default via 10.0.0.2 dev veth0 
10.0.0.0/24 dev veth0 scope link  src 10.0.0.1 
172.16.0.0/16 via 10.0.0.2 dev veth0  metric 50 
$ busybox ip route show table local
local 10.0.0.1 dev veth0 scope host  src 10.0.0.1 
broadcast 10.0.0.255 dev veth0 scope link  src 10.0.0.1 
local 127.0.0.0/8 dev lo scope host  src 127.0.0.1 
local 127.0.0.1 dev lo scope host  src 127.0.0.1 
broadcast 127.255.255.255 dev lo scope link  src 127.0.0.1 
$ busybox ip -6 r
fe80::/64 dev veth0  metric 256 
multicast ff00::/8 dev veth0  metric 256 
$ busybox ip route get 1.1.1.1
1.1.1.1 via 10.0.0.2 dev veth0  src 10.0.0.1 
$ busybox ip route get 10.0.0.1
local 10.0.0.1 dev lo  src 10.0.0.1 
$ busybox ip route del 172.16.0.0/16
$ busybox ip route del 172.16.0.0/16
ip: RTNETLINK answers: No such process
[2]
$ busybox ip rule add from 1.2.3.4 table 100
$ busybox ip rule add fwmark 3 table main
$ busybox ip rule
0:	from all lookup local 
32764:	from all fwmark 0x3 lookup main 
32765:	from 1.2.3.4 lookup 100 
32766:	from all lookup main 
32767:	from all lookup default 
$ busybox ip rule del from 1.2.3.4 table 100
$ busybox ip link set veth0 mtu 1400
$ busybox ip link set veth0 down
$ busybox ip link set nosuch up
ip: SIOCGIFFLAGS: No such device
[2]
$ busybox ip link set veth0 promisc on
$ busybox ip link show veth0
3: veth0@if2: <BROADCAST,MULTICAST100,M-DOWN> mtu 1400 qdisc noqueue qlen 1000
    link/ether 02:8c:09:77:82:6a brd ff:ff:ff:ff:ff:ff
$ busybox ip link show nosuch
ip: can't find device 'nosuch'
[2]
$ busybox ip addr show nosuch
ip: can't find device 'nosuch'
[1]
$ busybox ip addr add 1.2.3.4
ip: need "dev IFACE"
[1]
$ busybox ip addr flush dev veth0
$ busybox ip -br a
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ busybox ip netns
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ busybox ip tunnel
