# Two providers: a second default route, by source address and by mark
#! world: bare
$ for n in isp1 isp2 lan; do ip netns add $n; done
$ ip link add up1 type veth peer name eth0 netns isp1
$ ip link add up2 type veth peer name eth0 netns isp2
$ ip link add in0 type veth peer name eth0 netns lan
$ ip link set lo up
$ for d in up1 up2 in0; do ip link set $d up; done
$ for n in isp1 isp2 lan; do ip -n $n link set lo up; ip -n $n link set eth0 up; done
$ ip addr add 198.51.100.2/30 dev up1; ip addr add 203.0.113.2/30 dev up2; ip addr add 10.0.0.1/24 dev in0
$ ip -n isp1 addr add 198.51.100.1/30 dev eth0; ip -n isp2 addr add 203.0.113.1/30 dev eth0
$ ip -n lan addr add 10.0.0.10/24 dev eth0; ip -n lan addr add 10.0.0.20/24 dev eth0
$ ip -n lan route add default via 10.0.0.1
$ for n in isp1 isp2; do ip -n $n addr add 8.8.8.8/32 dev lo; done
$ ip -n isp1 route add 10.0.0.0/24 via 198.51.100.2; ip -n isp2 route add 10.0.0.0/24 via 203.0.113.2
$ sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ mkdir -p /etc/iproute2
$ ip route add default via 198.51.100.1
$ ip route add default via 203.0.113.1 table 200
$ ip route show table 200
default via 203.0.113.1 dev up2 
$ ip rule add from 10.0.0.20 table 200 prio 1000
$ ip rule add fwmark 2 table 200 prio 1001
$ ip rule
0:	from all lookup local
1000:	from 10.0.0.20 lookup 200
1001:	from all fwmark 0x2 lookup 200
32766:	from all lookup main
32767:	from all lookup default
$ ip route get 8.8.8.8 from 10.0.0.10 iif in0
8.8.8.8 from 10.0.0.10 via 198.51.100.1 dev up1 
    cache iif in0 
$ ip route get 8.8.8.8 from 10.0.0.20 iif in0
8.8.8.8 from 10.0.0.20 via 203.0.113.1 dev up2 table 200 
    cache iif in0 
$ ip route get 8.8.8.8 mark 2
8.8.8.8 via 203.0.113.1 dev up2 table 200 src 203.0.113.2 mark 2 uid 0 
    cache 
$ ip netns exec lan ping -c 1 -W 1 -I 10.0.0.10 8.8.8.8 | head -2 | cut -d= -f1-3
PING 8.8.8.8 (8.8.8.8) from 10.0.0.10 : 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time
$ ip netns exec lan ping -c 1 -W 1 -I 10.0.0.20 8.8.8.8 | head -2 | cut -d= -f1-3
PING 8.8.8.8 (8.8.8.8) from 10.0.0.20 : 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=63 time
$ ping -m 2 -c 1 8.8.8.8 | head -2 | cut -d= -f1-3
PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
64 bytes from 8.8.8.8: icmp_seq=1 ttl=64 time
$ ip route add throw 10.0.0.0/24 table 200
$ ip route get 10.0.0.10 from 203.0.113.2
10.0.0.10 from 203.0.113.2 dev in0 uid 0 
    cache 
$ ip rule add from 203.0.113.2 table 200
$ ip route get 10.0.0.10 from 203.0.113.2
10.0.0.10 from 203.0.113.2 dev in0 uid 0 
    cache 
$ ip route get 8.8.8.8 from 203.0.113.2
8.8.8.8 from 203.0.113.2 via 203.0.113.1 dev up2 table 200 uid 0 
    cache 
$ ip route flush table 200
$ ip route get 8.8.8.8 from 203.0.113.2
8.8.8.8 from 203.0.113.2 via 198.51.100.1 dev up1 uid 0 
    cache 
$ ip rule del table 200
$ ip rule del table 200
$ ip rule del table 200
$ ip rule del table 200
RTNETLINK answers: No such file or directory
[2]
$ ip rule
0:	from all lookup local
32766:	from all lookup main
32767:	from all lookup default
