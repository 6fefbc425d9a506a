# The host as the router between two namespaces, step by step, ip addr after each
$ ip netns add left
$ ip netns add right
$ ip link add vl0 type veth peer name vl1
$ ip link add vr0 type veth peer name vr1
$ ip link set vl1 netns left
$ ip link set vr1 netns right
$ ip a
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
3: vl0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 9e:67:48:0b:1a:48 brd ff:ff:ff:ff:ff:ff link-netns left
5: vr0@if4: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 42:26:26:25:59:74 brd ff:ff:ff:ff:ff:ff link-netns right
$ ip netns exec left ip a
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: vl1@if3: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether be:1a:d7:c2:ea:4a brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ ip addr add 10.1.0.1/24 dev vl0
$ ip addr add 10.2.0.1/24 dev vr0
$ ip netns exec left ip addr add 10.1.0.2/24 dev vl1
$ ip netns exec right ip addr add 10.2.0.2/24 dev vr1
$ ip link set vl0 up
$ ip a show vl0
3: vl0@if2: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state LOWERLAYERDOWN group default qlen 1000
    link/ether 9e:67:48:0b:1a:48 brd ff:ff:ff:ff:ff:ff link-netns left
    inet 10.1.0.1/24 scope global vl0
       valid_lft forever preferred_lft forever
$ ip link set vr0 up
$ ip netns exec left ip link set vl1 up
$ ip netns exec right ip link set vr1 up
$ sleep 2
$ ip a
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
3: vl0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 9e:67:48:0b:1a:48 brd ff:ff:ff:ff:ff:ff link-netns left
    inet 10.1.0.1/24 scope global vl0
       valid_lft forever preferred_lft forever
    inet6 fe80::9c67:48ff:fe0b:1a48/64 scope link 
       valid_lft forever preferred_lft forever
5: vr0@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 42:26:26:25:59:74 brd ff:ff:ff:ff:ff:ff link-netns right
    inet 10.2.0.1/24 scope global vr0
       valid_lft forever preferred_lft forever
    inet6 fe80::4026:26ff:fe25:5974/64 scope link 
       valid_lft forever preferred_lft forever
$ ip netns exec right ip a
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
4: vr1@if5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether 0e:c9:25:52:d3:73 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 10.2.0.2/24 scope global vr1
       valid_lft forever preferred_lft forever
    inet6 fe80::cc9:25ff:fe52:d373/64 scope link 
       valid_lft forever preferred_lft forever
$ ip r
10.1.0.0/24 dev vl0 proto kernel scope link src 10.1.0.1 
10.2.0.0/24 dev vr0 proto kernel scope link src 10.2.0.1 
$ ip netns exec left ping -c 1 10.1.0.1
PING 10.1.0.1 (10.1.0.1) 56(84) bytes of data.
64 bytes from 10.1.0.1: icmp_seq=1 ttl=64 time=0.040 ms

--- 10.1.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
$ ip netns exec left ping -c 1 10.2.0.1
ping: connect: Network is unreachable
[2]
$ ip netns exec left ip r add default via 10.1.0.1
$ ip netns exec left ping -c 1 10.2.0.1
PING 10.2.0.1 (10.2.0.1) 56(84) bytes of data.
64 bytes from 10.2.0.1: icmp_seq=1 ttl=64 time=0.035 ms

--- 10.2.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.035/0.035/0.035/0.000 ms
$ ip netns exec left ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec right ip r add default via 10.2.0.1 dev vr1
$ ip netns exec left ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ cat /proc/sys/net/ipv4/conf/all/forwarding
0
$ echo 1 > /proc/sys/net/ipv4/conf/all/forwarding
$ cat /proc/sys/net/ipv4/ip_forward
1
$ ip netns exec left ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
64 bytes from 10.2.0.2: icmp_seq=1 ttl=63 time=0.047 ms

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.047/0.047/0.047/0.000 ms
$ echo 0 > /proc/sys/net/ipv4/conf/vl0/forwarding
$ ip netns exec left ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec right ping -c 1 -W 1 10.1.0.2
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ echo 1 > /proc/sys/net/ipv4/conf/vl0/forwarding
$ ip netns exec right ping -c 1 -W 1 10.1.0.2
PING 10.1.0.2 (10.1.0.2) 56(84) bytes of data.
64 bytes from 10.1.0.2: icmp_seq=1 ttl=63 time=0.093 ms

--- 10.1.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.093/0.093/0.093/0.000 ms
$ ip -s link show vl0 | head -2
3: vl0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 9e:67:48:0b:1a:48 brd ff:ff:ff:ff:ff:ff link-netns left
$ ip netns exec left ip -4 neigh
10.1.0.1 dev vl1 lladdr 9e:67:48:0b:1a:48 REACHABLE 
$ ip netns exec left ip link set vl1 name eth0
$ ip netns exec left ip a show eth0
2: eth0@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000
    link/ether be:1a:d7:c2:ea:4a brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 10.1.0.2/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::bc1a:d7ff:fec2:ea4a/64 scope link 
       valid_lft forever preferred_lft forever
$ ip netns exec left ip r
default via 10.1.0.1 dev eth0 
10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2 
$ ip netns exec left ping -c 1 -W 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
64 bytes from 10.2.0.2: icmp_seq=1 ttl=63 time=0.034 ms

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.034/0.034/0.034/0.000 ms
$ ip link set vl0 netns right
$ ip netns exec right ip a show vl0
3: vl0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether 9e:67:48:0b:1a:48 brd ff:ff:ff:ff:ff:ff link-netns left
$ ip netns exec left ip a show eth0
2: eth0@if3: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default qlen 1000
    link/ether be:1a:d7:c2:ea:4a brd ff:ff:ff:ff:ff:ff link-netns right
    inet 10.1.0.2/24 scope global eth0
       valid_lft forever preferred_lft forever
    inet6 fe80::bc1a:d7ff:fec2:ea4a/64 scope link 
       valid_lft forever preferred_lft forever
$ ip netns exec left ip r
default via 10.1.0.1 dev eth0 linkdown 
10.1.0.0/24 dev eth0 proto kernel scope link src 10.1.0.2 linkdown 
$ ip netns exec right ip link set vl0 up
$ ip netns exec right ip addr add 10.1.0.1/24 dev vl0
$ ip netns exec left ping -c 1 10.1.0.1
PING 10.1.0.1 (10.1.0.1) 56(84) bytes of data.
64 bytes from 10.1.0.1: icmp_seq=1 ttl=64 time=0.038 ms

--- 10.1.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms
$ ip netns exec left ping -c 1 10.2.0.2
PING 10.2.0.2 (10.2.0.2) 56(84) bytes of data.
64 bytes from 10.2.0.2: icmp_seq=1 ttl=64 time=0.020 ms

--- 10.2.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.020/0.020/0.020/0.000 ms
