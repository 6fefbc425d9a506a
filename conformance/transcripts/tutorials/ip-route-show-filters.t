# Listing, filtering, changing and flushing routes
$ ip link add eth0 type veth peer name p0; ip link add eth1 type veth peer name p1
$ ip addr add 192.168.1.5/24 dev eth0; ip addr add 10.8.0.5/16 dev eth1
$ for d in lo eth0 p0 eth1 p1; do ip link set $d up; done
$ ip route add default via 192.168.1.1
$ ip route add 172.16.0.0/12 via 10.8.0.1
$ ip route add 172.16.10.0/24 via 10.8.0.2 proto static
$ ip route add 203.0.113.7 via 10.8.0.3 metric 20
$ ip route add 198.51.100.0/24 dev eth1 scope link src 10.8.0.5
$ ip route add 172.16.10.0/24 via 10.8.0.3
RTNETLINK answers: File exists
[2]
$ ip route replace 172.16.10.0/24 via 10.8.0.3
$ ip route
default via 192.168.1.1 dev eth0 
10.8.0.0/16 dev eth1 proto kernel scope link src 10.8.0.5 
172.16.0.0/12 via 10.8.0.1 dev eth1 
172.16.10.0/24 via 10.8.0.3 dev eth1 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.5 
198.51.100.0/24 dev eth1 scope link src 10.8.0.5 
203.0.113.7 via 10.8.0.3 dev eth1 metric 20 
$ ip route show dev eth1
10.8.0.0/16 proto kernel scope link src 10.8.0.5 
172.16.0.0/12 via 10.8.0.1 
172.16.10.0/24 via 10.8.0.3 
198.51.100.0/24 scope link src 10.8.0.5 
203.0.113.7 via 10.8.0.3 metric 20 
$ ip route show proto static
$ ip route show 172.16.0.0/12
172.16.0.0/12 via 10.8.0.1 dev eth1 
$ ip route show root 172.16.0.0/12
172.16.0.0/12 via 10.8.0.1 dev eth1 
172.16.10.0/24 via 10.8.0.3 dev eth1 
$ ip route show match 172.16.10.9
default via 192.168.1.1 dev eth0 
172.16.0.0/12 via 10.8.0.1 dev eth1 
172.16.10.0/24 via 10.8.0.3 dev eth1 
$ ip route show exact 172.16.10.0/24
172.16.10.0/24 via 10.8.0.3 dev eth1 
$ ip route show 172.16.10.5
$ ip route show via 10.8.0.3
172.16.10.0/24 dev eth1 
203.0.113.7 dev eth1 metric 20 
$ ip route show scope link
10.8.0.0/16 dev eth1 proto kernel src 10.8.0.5 
192.168.1.0/24 dev eth0 proto kernel src 192.168.1.5 
198.51.100.0/24 dev eth1 src 10.8.0.5 
$ ip route show table local dev eth0
local 192.168.1.5 proto kernel scope host src 192.168.1.5 
broadcast 192.168.1.255 proto kernel scope link src 192.168.1.5 
$ ip route show table 100
Error: ipv4: FIB table does not exist.
Dump terminated
[2]
$ ip route show table nosuch
Error: argument "nosuch" is wrong: table id value is invalid

[255]
$ ip route show dev nosuch
Cannot find device "nosuch"
[1]
$ ip route list default
default via 192.168.1.1 dev eth0 
$ ip -o -d route show default
unicast default via 192.168.1.1 dev eth0 proto boot scope global 
$ ip -br route
default via 192.168.1.1 dev eth0 
10.8.0.0/16 dev eth1 proto kernel scope link src 10.8.0.5 
172.16.0.0/12 via 10.8.0.1 dev eth1 
172.16.10.0/24 via 10.8.0.3 dev eth1 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.5 
198.51.100.0/24 dev eth1 scope link src 10.8.0.5 
203.0.113.7 via 10.8.0.3 dev eth1 metric 20 
$ ip route | grep -c via
4
$ ip route | grep ^default | cut -d' ' -f3
192.168.1.1
$ ip route change 203.0.113.7 via 10.8.0.4
RTNETLINK answers: No such file or directory
[2]
$ ip route change 203.0.113.7 via 10.8.0.4 metric 20
$ ip route change 203.0.113.8 via 10.8.0.4
RTNETLINK answers: No such file or directory
[2]
$ ip route append 172.16.10.0/24 via 10.8.0.9
$ ip route prepend 172.16.10.0/24 via 10.8.0.8
$ ip route show 172.16.10.0/24
172.16.10.0/24 via 10.8.0.8 dev eth1 
172.16.10.0/24 via 10.8.0.3 dev eth1 
172.16.10.0/24 via 10.8.0.9 dev eth1 
$ ip route del 172.16.10.0/24
$ ip route show 172.16.10.0/24
172.16.10.0/24 via 10.8.0.3 dev eth1 
172.16.10.0/24 via 10.8.0.9 dev eth1 
$ ip route del 172.16.10.0/24 via 10.8.0.77
RTNETLINK answers: No such process
[2]
$ ip route del 203.0.113.7
$ ip route add 10.0.0.0/8 nexthop via 10.8.0.1 weight 1 nexthop via 10.8.0.2 weight 2
$ ip route show 10.0.0.0/8
10.0.0.0/8 
	nexthop via 10.8.0.1 dev eth1 weight 1 
	nexthop via 10.8.0.2 dev eth1 weight 2 
$ ip route add 1.2.3.0/24 via 9.9.9.9 dev eth1 onlink
$ ip route add 1.2.3.4/24 dev eth1
Error: Invalid prefix for given prefix length.
[2]
$ ip route add 1.2.3/24 dev eth1
RTNETLINK answers: File exists
[2]
$ ip route add 300.2.3.0/24 dev eth1
Error: any valid prefix is expected rather than "300.2.3.0/24".
[1]
$ ip route add 1.2.4.0/24 dev eth1 metric abc
Error: argument "abc" is wrong: "metric" value is invalid

[255]
$ ip route add 1.2.4.0/24 dev eth1 proto nosuch
Error: argument "nosuch" is wrong: "protocol" value is invalid

[255]
$ ip route add 1.2.4.0/24 dev
Command line is not complete. Try option "help"
[255]
$ ip route flush dev eth1
$ ip route
default via 192.168.1.1 dev eth0 
10.0.0.0/8 
	nexthop via 10.8.0.1 dev eth1 weight 1 
	nexthop via 10.8.0.2 dev eth1 weight 2 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.5 
$ ip route flush
"ip route flush" requires arguments.
[1]
$ ip route flush table main
$ ip route
