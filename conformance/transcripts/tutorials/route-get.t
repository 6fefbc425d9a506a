# Which way would it go? ip route get
$ ip route get
need at least a destination address
[1]
$ ip route get 10.0.0.1
RTNETLINK answers: Network is unreachable
[2]
$ ip link set lo up
$ ip route get 127.0.0.1
local 127.0.0.1 dev lo src 127.0.0.1 uid 0 
    cache <local> 
$ ip link add v0 type veth peer name v1
$ ip addr add 10.0.0.1/24 dev v0
$ ip addr add 10.0.0.100/24 dev v0
$ ip addr add 192.168.0.1/16 dev v1
$ ip link set v0 up; ip link set v1 up
$ ip route add default via 10.0.0.254
$ ip route add 172.16.0.0/12 via 10.0.0.253 src 10.0.0.100
$ ip route add 172.16.5.0/24 via 192.168.0.9 metric 50
$ ip route add 172.16.5.5 dev v1
$ ip route
default via 10.0.0.254 dev v0 
10.0.0.0/24 dev v0 proto kernel scope link src 10.0.0.1 
172.16.0.0/12 via 10.0.0.253 dev v0 src 10.0.0.100 
172.16.5.0/24 via 192.168.0.9 dev v1 metric 50 
172.16.5.5 dev v1 scope link 
192.168.0.0/16 dev v1 proto kernel scope link src 192.168.0.1 
$ ip route get 10.0.0.1
local 10.0.0.1 dev lo src 10.0.0.1 uid 0 
    cache <local> 
$ ip route get 10.0.0.9
10.0.0.9 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip route get 10.0.0.255
broadcast 10.0.0.255 dev v0 src 10.0.0.1 uid 0 
    cache <local,brd> 
$ ip route get 10.0.0.0
10.0.0.0 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip route get 255.255.255.255
broadcast 255.255.255.255 dev v0 src 10.0.0.1 uid 0 
    cache <local,brd> 
$ ip route get 224.0.0.1
multicast 224.0.0.1 dev v0 src 10.0.0.1 rt_offload_failed uid 0 
    cache <local,mc> 
$ ip route get 172.16.1.1
172.16.1.1 via 10.0.0.253 dev v0 src 10.0.0.100 uid 0 
    cache 
$ ip route get 172.16.5.1
172.16.5.1 via 192.168.0.9 dev v1 src 192.168.0.1 uid 0 
    cache 
$ ip route get 172.16.5.5
172.16.5.5 dev v1 src 192.168.0.1 uid 0 
    cache 
$ ip route get 8.8.8.8
8.8.8.8 via 10.0.0.254 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip r g 8.8.8.8
8.8.8.8 via 10.0.0.254 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip -o route get 8.8.8.8
8.8.8.8 via 10.0.0.254 dev v0 src 10.0.0.1 uid 0 \    cache 
$ ip -j route get 8.8.8.8
[{"dst":"8.8.8.8","gateway":"10.0.0.254","dev":"v0","prefsrc":"10.0.0.1","flags":[],"uid":0,"cache":[]}]
$ ip -d route get 8.8.8.8
unicast 8.8.8.8 via 10.0.0.254 dev v0 table main src 10.0.0.1 uid 0 
    cache 
$ ip route get 8.8.8.8 from 10.0.0.100
8.8.8.8 from 10.0.0.100 via 10.0.0.254 dev v0 uid 0 
    cache 
$ ip route get 8.8.8.8 from 10.0.0.77
RTNETLINK answers: Network is unreachable
[2]
$ ip route get 8.8.8.8 from 192.168.0.1
8.8.8.8 from 192.168.0.1 via 10.0.0.254 dev v0 uid 0 
    cache 
$ ip route get 8.8.8.8 oif v1
8.8.8.8 dev v1 src 192.168.0.1 uid 0 
    cache 
$ ip route get 8.8.8.8 dev v1
8.8.8.8 dev v1 src 192.168.0.1 uid 0 
    cache 
$ ip route get 192.168.3.3 oif v0
192.168.3.3 via 10.0.0.254 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip route get to 8.8.8.8
8.8.8.8 via 10.0.0.254 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip route get 8.8.8.8 from 10.0.0.9 iif v0
RTNETLINK answers: No route to host
[2]
$ ip route get 10.0.0.1 from 10.0.0.9 iif v0
local 10.0.0.1 from 10.0.0.9 dev lo 
    cache <local> iif v0 
$ ip route get 8.8.8.8 iif v0
RTNETLINK answers: Invalid argument
[2]
$ ip route get fibmatch 172.16.5.1
172.16.5.0/24 via 192.168.0.9 dev v1 metric 50 
$ ip route get fibmatch 8.8.8.8
default via 10.0.0.254 dev v0 
$ ip route get 8.8.8.8/24
Warning: /24 as prefix is invalid, only /32 (or none) is supported.
8.8.8.8 via 10.0.0.254 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip route get 8.8.8
8.8.8.0 via 10.0.0.254 dev v0 src 10.0.0.1 uid 0 
    cache 
$ ip route get host
Error: any valid prefix is expected rather than "host".
[1]
$ ip route get 0.0.0.0
local 0.0.0.0 dev lo src 127.0.0.1 uid 0 
    cache <local> 
$ ip route get 8.8.8.8 dev v7
Cannot find device "v7"
[1]
$ ip route get 8.8.8.8 from 8.8.4.4 iif v7
Cannot find device "v7"
[1]
