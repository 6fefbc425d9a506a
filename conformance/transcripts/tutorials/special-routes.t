# blackhole, unreachable, prohibit, throw
$ ip netns add a; ip netns add r
$ ip link add eth0 netns a type veth peer name eth0 netns r
$ ip -n a addr add 192.0.2.2/24 dev eth0; ip -n r addr add 192.0.2.1/24 dev eth0
$ ip -n a link set eth0 up; ip -n r link set eth0 up; ip -n a link set lo up; ip -n r link set lo up
$ ip -n a route add default via 192.0.2.1
$ ip netns exec r sysctl -qw net.ipv4.ip_forward=1
$ ip -n r route add blackhole 10.1.0.0/16
$ ip -n r route add unreachable 10.2.0.0/16
$ ip -n r route add prohibit 10.3.0.0/16
$ ip -n r route add throw 10.4.0.0/16
$ ip -n r route
blackhole 10.1.0.0/16 
unreachable 10.2.0.0/16 
prohibit 10.3.0.0/16 
throw 10.4.0.0/16 
192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1 
$ ip netns exec r route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
10.1.0.0        0.0.0.0         255.255.0.0     U     0      0        0 *
10.2.0.0        -               255.255.0.0     !     0      -        0 -
10.3.0.0        -               255.255.0.0     !     0      -        0 -
10.4.0.0        0.0.0.0         255.255.0.0     U     0      0        0 *
192.0.2.0       0.0.0.0         255.255.255.0   U     0      0        0 eth0
$ ip netns exec a ping -c 1 -W 1 10.1.0.1
PING 10.1.0.1 (10.1.0.1) 56(84) bytes of data.

--- 10.1.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec a ping -c 1 -W 1 10.2.0.1
PING 10.2.0.1 (10.2.0.1) 56(84) bytes of data.
From 192.0.2.1 icmp_seq=1 Destination Host Unreachable

--- 10.2.0.1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec a ping -c 1 -W 1 10.3.0.1
PING 10.3.0.1 (10.3.0.1) 56(84) bytes of data.
From 192.0.2.1 icmp_seq=1 Packet filtered

--- 10.3.0.1 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip netns exec a ping -c 1 -W 1 10.4.0.1
PING 10.4.0.1 (10.4.0.1) 56(84) bytes of data.

--- 10.4.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec a ping -c 1 -W 1 10.5.0.1
PING 10.5.0.1 (10.5.0.1) 56(84) bytes of data.

--- 10.5.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec r ping -c 1 10.1.0.1
ping: connect: Invalid argument
[2]
$ ip netns exec r ping -c 1 10.2.0.1
ping: connect: No route to host
[2]
$ ip netns exec r ping -c 1 10.3.0.1
ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules
[2]
$ ip netns exec r ping -c 1 10.4.0.1
ping: connect: Network is unreachable
[2]
$ ip -n r route get 10.1.0.1
RTNETLINK answers: Invalid argument
[2]
$ ip -n r route get 10.2.0.1
RTNETLINK answers: No route to host
[2]
$ ip -n r route get 10.3.0.1
RTNETLINK answers: Permission denied
[2]
$ ip -n r route get 10.4.0.1
RTNETLINK answers: Network is unreachable
[2]
$ ip -n r route add blackhole 10.1.0.0/16
RTNETLINK answers: File exists
[2]
$ ip -n r route add blackhole 10.1.2.0/24 via 192.0.2.2
Error: Gateway, device and multipath can not be specified for this route type.
[2]
$ ip -n r route show type blackhole
blackhole 10.1.0.0/16 
$ ip -n r route del blackhole 10.1.0.0/16
$ ip -n r route del 10.2.0.0/16
$ ip -n r route replace 10.3.0.0/16 via 192.0.2.2
$ ip -n r route
10.3.0.0/16 via 192.0.2.2 dev eth0 
throw 10.4.0.0/16 
192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1 
$ ip -n r route add blackhole default metric 500
$ ip -n r r
blackhole default metric 500 
10.3.0.0/16 via 192.0.2.2 dev eth0 
throw 10.4.0.0/16 
192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1 
$ ip -n r route del default
$ ip -n r -o route show
10.3.0.0/16 via 192.0.2.2 dev eth0 
throw 10.4.0.0/16 
192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1 
$ ip -n r -j route show
[{"dst":"10.3.0.0/16","gateway":"192.0.2.2","dev":"eth0","flags":[]},{"type":"throw","dst":"10.4.0.0/16","flags":[]},{"dst":"192.0.2.0/24","dev":"eth0","protocol":"kernel","scope":"link","prefsrc":"192.0.2.1","flags":[]}]
$ ip -n r route flush 10.4.0.0/16
$ ip -n r route flush root 10.0.0.0/8
$ ip -n r ro ls
192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1 
