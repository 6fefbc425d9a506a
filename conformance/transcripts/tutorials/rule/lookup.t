# What a rule does to a look-up, to what is forwarded and to what is sent
#! world: bare
$ t() { echo "\$ $*"; "$@"; r=$?; [ $r = 0 ] || echo "[$r]"; }
$ ip link set lo up
$ ip netns add a; ip netns add b
$ ip link add va type veth peer name ea netns a
$ ip link add vb type veth peer name eb netns b
$ ip addr add 10.1.0.1/24 dev va; ip addr add 10.2.0.1/24 dev vb
$ ip link set va up; ip link set vb up
$ ip -n a addr add 10.1.0.2/24 dev ea; ip -n a link set ea up; ip -n a link set lo up; ip -n a route add default via 10.1.0.1
$ ip -n b addr add 10.2.0.2/24 dev eb; ip -n b link set eb up; ip -n b link set lo up;ip -n b route add default via 10.2.0.1
$ sysctl -qw net.ipv4.ip_forward=1
$ sleep 1
$ ip route add default via 10.1.0.2
$ ip route add default via 10.2.0.2 table 100
$ ip route get 8.8.8.8
8.8.8.8 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get 10.1.0.1
local 10.1.0.1 dev lo src 10.1.0.1 uid 0 
    cache <local> 
$ ip rule add fwmark 1 table 100
$ ip route get 8.8.8.8
8.8.8.8 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get 10.1.0.1
local 10.1.0.1 dev lo table local src 10.1.0.1 uid 0 
    cache <local> 
$ ip route get 8.8.8.8 mark 1
8.8.8.8 via 10.2.0.2 dev vb table 100 src 10.2.0.1 mark 1 uid 0 
    cache 
$ ip route get 8.8.8.8 mark 0x1
8.8.8.8 via 10.2.0.2 dev vb table 100 src 10.2.0.1 mark 1 uid 0 
    cache 
$ ip route get 8.8.8.8 mark 200
8.8.8.8 via 10.1.0.2 dev va src 10.1.0.1 mark 0xc8 uid 0 
    cache 
$ ip -j route get 8.8.8.8 mark 1
[{"dst":"8.8.8.8","gateway":"10.2.0.2","dev":"vb","table":"100","prefsrc":"10.2.0.1","flags":[],"mark":1,"uid":0,"cache":[]}]
$ ip rule add from 10.1.0.0/24 table 100
$ ip route get 8.8.8.8 from 10.1.0.1
8.8.8.8 from 10.1.0.1 via 10.2.0.2 dev vb table 100 uid 0 
    cache 
$ ip route get 8.8.8.8 from 10.1.0.2
RTNETLINK answers: Network is unreachable
[2]
$ ip route get 8.8.8.8 from 10.1.0.2 iif va
8.8.8.8 from 10.1.0.2 via 10.2.0.2 dev vb table 100 
    cache iif va 
$ ip route get 8.8.8.8 from 10.1.0.77 iif vb
8.8.8.8 from 10.1.0.77 via 10.2.0.2 dev vb table 100 
    cache iif vb 
$ ip rule add iif va unreachable pref 10
$ ip route get 8.8.8.8 from 10.1.0.2 iif va
RTNETLINK answers: Network is unreachable
[2]
$ ip route get 10.1.0.1 from 10.1.0.2 iif va
local 10.1.0.1 from 10.1.0.2 dev lo table local 
    cache <local> iif va 
$ ip netns exec a ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Destination Net Unreachable

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip rule del pref 10
$ ip netns exec a ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
64 bytes from 10.2.0.2: icmp_seq=1 ttl=63 time=0.036 ms

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.036/0.036/0.036/0.000 ms
$ ip rule add iif va prohibit pref 10
$ ip netns exec a ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
From 10.1.0.1 icmp_seq=1 Packet filtered

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip rule del pref 10
$ ip rule add iif va blackhole pref 10
$ ip netns exec a ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip rule del pref 10
$ ip rule add to 9.9.9.9 blackhole
$ ip route get 9.9.9.9
RTNETLINK answers: Invalid argument
[2]
$ ping -c 1 -W 1 9.9.9.9
ping: connect: Invalid argument
[2]
$ ip rule add to 9.9.9.8 prohibit
$ ip route get 9.9.9.8
RTNETLINK answers: Permission denied
[2]
$ ping -c 1 -W 1 9.9.9.8
ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules
[2]
$ ip rule add to 9.9.9.7 unreachable
$ ip route get 9.9.9.7
RTNETLINK answers: Network is unreachable
[2]
$ ping -c 1 -W 1 9.9.9.7
ping: connect: Network is unreachable
[2]
$ ping -m 1 -c 1 -W 1 8.8.8.8 | head -1
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
$ ip rule add ipproto icmp to 7.7.7.7 table 100
$ ip route get 7.7.7.7
7.7.7.7 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get 7.7.7.7 ipproto icmp
7.7.7.7 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip rule add ipproto tcp dport 80 table 100
$ ip route get 6.6.6.6 ipproto tcp dport 80
6.6.6.6 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip route get 6.6.6.6 ipproto tcp dport 81
6.6.6.6 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get 6.6.6.6 ipproto udp dport 80
6.6.6.6 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get 6.6.6.6 ipproto tcp sport 1 dport 80
6.6.6.6 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip route get 6.6.6.6 dport 80
6.6.6.6 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get 6.6.6.6 ipproto sctp dport 80
Error: Unsupported ip proto.
[2]
$ ip route get 6.6.6.6 ipproto foo
Error: argument "foo" is wrong: Invalid "ipproto" value

[255]
$ ip route get 6.6.6.6 dport foo
Error: argument "foo" is wrong: invalid dport

[255]
$ ip rule add uidrange 1000-2000 table 100
$ ip route get 5.5.5.5 uid 1000
5.5.5.5 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 1000 
    cache 
$ ip route get 5.5.5.5 uid 0
5.5.5.5 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip rule add tos 0x10 table 100
$ ip route get 5.5.5.5 tos 0x10
5.5.5.5 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip route get 5.5.5.5 tos 0x14
5.5.5.5 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip -j route get 5.5.5.5 tos 0x10
[{"dst":"5.5.5.5","gateway":"10.2.0.2","dev":"vb","table":"100","prefsrc":"10.2.0.1","flags":[],"uid":0,"cache":[]}]
$ ip route get 5.5.5.5 dsfield AF11
5.5.5.5 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip rule add oif vb table 100
$ ip route get 5.5.5.5 oif vb
5.5.5.5 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip route get 5.5.5.5 dev va
5.5.5.5 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get 5.5.5.5 oif lo
5.5.5.5 dev lo src 10.1.0.1 uid 0 
    cache <local> 
$ ip rule add iif lo to 4.4.4.4 table 100
$ ip route get 4.4.4.4
4.4.4.4 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip route get 4.4.4.4 from 10.2.0.2 iif vb
4.4.4.4 from 10.2.0.2 via 10.1.0.2 dev va 
    cache iif vb 
$ ip rule add to 3.3.3.3 goto 20000 pref 5
$ ip rule add pref 20000 table 100
$ ip rule
0:	from all lookup local
5:	from all to 3.3.3.3 goto 20000
20000:	from all lookup 100
32755:	from all to 4.4.4.4 iif lo lookup 100
32756:	from all oif vb lookup 100
32757:	from all tos 0x10 lookup 100
32758:	from all uidrange 1000-2000 lookup 100
32759:	from all ipproto tcp dport 80 lookup 100
32760:	from all to 7.7.7.7 ipproto icmp lookup 100
32761:	from all to 9.9.9.7 unreachable
32762:	from all to 9.9.9.8 prohibit
32763:	from all to 9.9.9.9 blackhole
32764:	from 10.1.0.0/24 lookup 100
32765:	from all fwmark 0x1 lookup 100
32766:	from all lookup main
32767:	from all lookup default
$ ip route get 3.3.3.3
3.3.3.3 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip route get 2.2.2.2
2.2.2.2 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip rule del pref 20000
$ ip rule
0:	from all lookup local
5:	from all to 3.3.3.3 goto 20000 [unresolved]
32755:	from all to 4.4.4.4 iif lo lookup 100
32756:	from all oif vb lookup 100
32757:	from all tos 0x10 lookup 100
32758:	from all uidrange 1000-2000 lookup 100
32759:	from all ipproto tcp dport 80 lookup 100
32760:	from all to 7.7.7.7 ipproto icmp lookup 100
32761:	from all to 9.9.9.7 unreachable
32762:	from all to 9.9.9.8 prohibit
32763:	from all to 9.9.9.9 blackhole
32764:	from 10.1.0.0/24 lookup 100
32765:	from all fwmark 0x1 lookup 100
32766:	from all lookup main
32767:	from all lookup default
$ ip route add throw 1.1.1.1 table 100
$ ip rule add to 1.1.1.1 table 100
$ ip route get 1.1.1.1
1.1.1.1 via 10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip rule add table main suppress_prefixlength 0 pref 100
$ ip rule add table 100 pref 101
$ ip route get 1.2.2.2
1.2.2.2 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip route get 10.1.0.2
10.1.0.2 dev va src 10.1.0.1 uid 0 
    cache 
$ ip route get fibmatch 8.8.8.8
default via 10.2.0.2 dev vb table 100 
$ ip route get fibmatch 10.1.0.1
local 10.1.0.1 dev va table local proto kernel scope host src 10.1.0.1 
$ ip route get fibmatch 10.1.0.2
10.1.0.0/24 dev va proto kernel scope link src 10.1.0.1 
$ ip route get fibmatch 10.1.0.255
broadcast 10.1.0.255 dev va table local proto kernel scope link src 10.1.0.1 
$ ip -d route get 8.8.8.8
unicast 8.8.8.8 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip -d route get fibmatch 8.8.8.8
unicast default via 10.2.0.2 dev vb table 100 proto boot scope global 
$ ip -j route get fibmatch 8.8.8.8
[{"dst":"default","gateway":"10.2.0.2","dev":"vb","table":"100","flags":[]}]
$ ip route get 10.1.0.255
broadcast 10.1.0.255 dev va table local src 10.1.0.1 uid 0 
    cache <local,brd> 
$ ip route get 224.0.0.5
multicast 224.0.0.5 dev vb table 100 src 10.2.0.1 rt_offload_failed uid 0 
    cache <mc> 
$ ip route get 255.255.255.255
broadcast 255.255.255.255 dev vb table 100 src 10.2.0.1 uid 0 
    cache <local,brd> 
$ ip route get 127.0.0.1
local 127.0.0.1 dev lo table local src 127.0.0.1 uid 0 
    cache <local> 
$ ip route get to 8.8.8.8 connected
8.8.8.8 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
8.8.8.8 via 10.2.0.2 dev vb table 100 src 10.2.0.1 uid 0 
    cache 
$ ip link del vb
$ ip rule
0:	from all lookup local
4:	from all to 1.1.1.1 lookup 100
5:	from all to 3.3.3.3 goto 20000 [unresolved]
100:	from all lookup main suppress_prefixlength 0
101:	from all lookup 100
32755:	from all to 4.4.4.4 iif lo lookup 100
32756:	from all oif vb [detached] lookup 100
32757:	from all tos 0x10 lookup 100
32758:	from all uidrange 1000-2000 lookup 100
32759:	from all ipproto tcp dport 80 lookup 100
32760:	from all to 7.7.7.7 ipproto icmp lookup 100
32761:	from all to 9.9.9.7 unreachable
32762:	from all to 9.9.9.8 prohibit
32763:	from all to 9.9.9.9 blackhole
32764:	from 10.1.0.0/24 lookup 100
32765:	from all fwmark 0x1 lookup 100
32766:	from all lookup main
32767:	from all lookup default
$ ip rule
0:	from all lookup local
4:	from all to 1.1.1.1 lookup 100
5:	from all to 3.3.3.3 goto 20000 [unresolved]
100:	from all lookup main suppress_prefixlength 0
101:	from all lookup 100
32755:	from all to 4.4.4.4 iif lo lookup 100
32756:	from all oif vb [detached] lookup 100
32757:	from all tos 0x10 lookup 100
32758:	from all uidrange 1000-2000 lookup 100
32759:	from all ipproto tcp dport 80 lookup 100
32760:	from all to 7.7.7.7 ipproto icmp lookup 100
32761:	from all to 9.9.9.7 unreachable
32762:	from all to 9.9.9.8 prohibit
32763:	from all to 9.9.9.9 blackhole
32764:	from 10.1.0.0/24 lookup 100
32765:	from all fwmark 0x1 lookup 100
32766:	from all lookup main
32767:	from all lookup default
$ ip rule
0:	from all lookup local
4:	from all to 1.1.1.1 lookup 100
5:	from all to 3.3.3.3 goto 20000 [unresolved]
100:	from all lookup main suppress_prefixlength 0
101:	from all lookup 100
32755:	from all to 4.4.4.4 iif lo lookup 100
32756:	from all oif vb [detached] lookup 100
32757:	from all tos 0x10 lookup 100
32758:	from all uidrange 1000-2000 lookup 100
32759:	from all ipproto tcp dport 80 lookup 100
32760:	from all to 7.7.7.7 ipproto icmp lookup 100
32761:	from all to 9.9.9.7 unreachable
32762:	from all to 9.9.9.8 prohibit
32763:	from all to 9.9.9.9 blackhole
32764:	from 10.1.0.0/24 lookup 100
32765:	from all fwmark 0x1 lookup 100
32766:	from all lookup main
32767:	from all lookup default
