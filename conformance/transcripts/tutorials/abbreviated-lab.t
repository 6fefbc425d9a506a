# A whole lab in the shortest spelling that ip takes
$ ip net a x; ip netn add y; ip netns add y
Cannot create namespace file "/run/netns/y": File exists
[1]
$ ip l a v0 type veth peer v1
$ ip l a v2 ty veth peer name v3
$ ip l
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: v1@v0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether a6:0e:ea:b7:a7:5b brd ff:ff:ff:ff:ff:ff
3: v0@v1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 92:86:98:2e:66:9a brd ff:ff:ff:ff:ff:ff
4: v3@v2: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 66:f6:82:51:76:8a brd ff:ff:ff:ff:ff:ff
5: v2@v3: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 3a:1b:2f:ae:dc:90 brd ff:ff:ff:ff:ff:ff
$ ip l s v1 netns x
$ ip l s v3 netns y
$ ip a a 10.0.0.1/24 d v0
Error: either "local" is duplicate, or "d" is a garbage.
[255]
$ ip a a 10.0.0.1/24 de v0
Error: either "local" is duplicate, or "de" is a garbage.
[255]
$ ip a a 10.1.0.1/24 dev v2
$ ip -n x a a 10.0.0.2/24 dev v1
$ ip -n y a add 10.1.0.2/24 dev v3
$ for d in v0 v2; do ip l s $d u; done
Error: either "dev" is duplicate, or "u" is a garbage.
Error: either "dev" is duplicate, or "u" is a garbage.
[255]
$ for d in v0 v2; do ip l s $d up; done
$ ip -n x l s v1 up; ip -n y l s up v3
$ ip -n x r a default via 10.0.0.1
$ ip -n y r add de via 10.1.0.1
Error: any valid prefix is expected rather than "de".
[1]
$ ip -n y r add 10.0.0.0/24 v 10.1.0.1
Error: argument "10.1.0.1" is wrong: Invalid VRF

[255]
$ ip -n y r add 10.0.0.0/24 via 10.1.0.1
$ ip -n y r l
10.0.0.0/24 via 10.1.0.1 dev v3 
10.1.0.0/24 dev v3 proto kernel scope link src 10.1.0.2 
$ ip -n y ro g 10.0.0.2
10.0.0.2 via 10.1.0.1 dev v3 src 10.1.0.2 uid 0 
    cache 
$ ip -n y route get to 10.0.0.2
10.0.0.2 via 10.1.0.1 dev v3 src 10.1.0.2 uid 0 
    cache 
$ sysctl net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip net e x ping -c1 10.1.0.2
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec x ping -c1 -w2 10.1.0.2
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 1009ms

[1]
$ ip n
$ ip ne l
$ ip neig show d v0
Error: any valid prefix is expected rather than "d".
[1]
$ ip neigh show dev v0
$ ip -4 a l v0
$ ip -4 a sh dev v0 | tail -2
$ ip -br l l
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
v0@if2           UP             92:86:98:2e:66:9a <BROADCAST,MULTICAST,UP,LOWER_UP> 
v2@if4           UP             3a:1b:2f:ae:dc:90 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -br l sh up
v0@if2           UP             92:86:98:2e:66:9a <BROADCAST,MULTICAST,UP,LOWER_UP> 
v2@if4           UP             3a:1b:2f:ae:dc:90 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip -br a s sc link
Error: either "dev" is duplicate, or "link" is a garbage.
[255]
$ ip -o l s v0 | cut -d, -f1-2
$ ip a d 10.0.0.1/24 dev v0
Error: ipv4: Address not found.
[2]
$ ip a del 10.0.0.1/24 dev v0
Error: ipv4: Address not found.
[2]
$ ip r d default
RTNETLINK answers: No such process
[2]
$ ip ru
0:	from all lookup local
32766:	from all lookup main
32767:	from all lookup default
$ ip rule l
0:	from all lookup local
32766:	from all lookup main
32767:	from all lookup default
$ ip xx
Object "xx" is unknown, try "ip help".
[1]
$ ip -z l
Option "-z" is unknown, try "ip -help".
[255]
$ ip -brie l | head -1
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -4o a s v2
Option "-4o" is unknown, try "ip -help".
[255]
$ ip -o4 a s v2
Option "-o4" is unknown, try "ip -help".
[255]
$ ip -4 -o a s v2
5: v2    inet 10.1.0.1/24 scope global v2\       valid_lft forever preferred_lft forever
$ ip -s -s -h l s v2 | head -1
$ ip l d v0; ip l d v2; ip -br l
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip net d x; ip net del y; ip net
