# /16 here, /24 there, /32 by forgetting
$ ip netns add n1
$ ip netns add n2
$ ip link add e1 netns n1 type veth peer name e2 netns n2
$ ip -n n1 link set e1 up
$ ip -n n2 link set e2 up
$ ip -n n1 addr add 10.0.1.1/24 dev e1
$ ip -n n2 addr add 10.0.2.1/16 dev e2
$ ip netns exec n2 ping -c 1 -W 1 10.0.1.1
PING 10.0.1.1 (10.0.1.1) 56(84) bytes of data.

--- 10.0.1.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec n1 ping -c 1 -W 1 10.0.2.1
ping: connect: Network is unreachable
[2]
$ ip netns exec n1 arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.2.1                 ether   52:d5:39:c6:ac:bb   C                     e1
$ ip -n n1 route add 10.0.2.0/24 dev e1
$ ip netns exec n2 ping -c 1 -W 1 10.0.1.1
PING 10.0.1.1 (10.0.1.1) 56(84) bytes of data.
64 bytes from 10.0.1.1: icmp_seq=1 ttl=64 time=0.038 ms

--- 10.0.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
$ ip -n n1 addr del 10.0.1.1/24 dev e1
$ ip -n n1 route
$ ip -n n1 addr add 10.0.1.1 dev e1
$ ip -n n1 -4 addr show e1
2: e1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns n2
    inet 10.0.1.1/32 scope global e1
       valid_lft forever preferred_lft forever
$ ip -n n1 route
$ ip netns exec n1 ping -c 1 10.0.2.1
ping: connect: Network is unreachable
[2]
$ ip -n n1 route add 10.0.2.1 dev e1
$ ip netns exec n1 ping -c 1 10.0.2.1
PING 10.0.2.1 (10.0.2.1) 56(84) bytes of data.
64 bytes from 10.0.2.1: icmp_seq=1 ttl=64 time=0.036 ms

--- 10.0.2.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.036/0.036/0.036/0.000 ms
$ ip -n n1 addr add 10.0.1.1/255.255.0.0 dev e1
$ ip -n n1 -4 addr show e1
2: e1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns n2
    inet 10.0.1.1/32 scope global e1
       valid_lft forever preferred_lft forever
    inet 10.0.1.1/16 scope global e1
       valid_lft forever preferred_lft forever
$ ip -n n1 route
10.0.0.0/16 dev e1 proto kernel scope link src 10.0.1.1 
10.0.2.1 dev e1 scope link 
$ ip -n n1 addr add 10.0.0.0/16 dev e1
$ ip -n n1 addr add 10.0.255.255/16 dev e1
$ ip -n n1 -br -4 a
e1@if2           UP             10.0.1.1/32 10.0.1.1/16 10.0.0.0/16 10.0.255.255/16 
$ ip -n n1 addr add 10.0.1.5/16 brd + dev e1
$ ip -n n1 addr add 10.0.1.6/16 broadcast 10.0.1.255 dev e1
$ ip -n n1 -4 addr
2: e1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns n2
    inet 10.0.1.1/32 scope global e1
       valid_lft forever preferred_lft forever
    inet 10.0.1.1/16 scope global e1
       valid_lft forever preferred_lft forever
    inet 10.0.0.0/16 scope global secondary e1
       valid_lft forever preferred_lft forever
    inet 10.0.255.255/16 scope global secondary e1
       valid_lft forever preferred_lft forever
    inet 10.0.1.5/16 brd 10.0.255.255 scope global secondary e1
       valid_lft forever preferred_lft forever
    inet 10.0.1.6/16 brd 10.0.1.255 scope global secondary e1
       valid_lft forever preferred_lft forever
$ ip -n n1 addr del 10.0.1.1/16 dev e1
$ ip -n n1 -4 addr
2: e1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns n2
    inet 10.0.1.1/32 scope global e1
       valid_lft forever preferred_lft forever
$ ip -n n1 addr flush e1
$ ip -n n1 addr flush dev e1
$ ip -n n1 -4 addr
$ ip -n n1 addr flush
Flush requires arguments.
[1]
$ ip -n n1 addr add 10.0.1.1/24 dev e1 label e1:0
$ ip -n n1 -4 addr show label e1:0
    inet 10.0.1.1/24 scope global e1:0
       valid_lft forever preferred_lft forever
$ ip -n n1 -4 addr show label e1:*
    inet 10.0.1.1/24 scope global e1:0
       valid_lft forever preferred_lft forever
$ ip -n n1 -o -4 addr
2: e1    inet 10.0.1.1/24 scope global e1:0\       valid_lft forever preferred_lft forever
