# A veth pair set up in the wrong order, one slip at a time
$ ip netns add ns1
$ ip link set veth0 netns ns1
Cannot find device "veth0"
[1]
$ ip addr add 10.0.0.1/24 dev veth0
Cannot find device "veth0"
[1]
$ ip link add veth0 type veth peer name veth1
$ ip link add veth0 type veth peer name veth1
RTNETLINK answers: File exists
[2]
$ ip link add veth0 type veth peer name veth2
RTNETLINK answers: File exists
[2]
$ ip link add veth3 type veth peer name veth1
RTNETLINK answers: File exists
[2]
$ ip link show
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: veth1@veth0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether f2:4e:c1:ba:1f:6b brd ff:ff:ff:ff:ff:ff
3: veth0@veth1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether d2:10:a9:47:30:43 brd ff:ff:ff:ff:ff:ff
$ ip addr add 10.0.0.1/24 dev veth0
$ ip route
$ ip route add 10.1.0.0/16 via 10.0.0.2
Error: Nexthop has invalid gateway.
[2]
$ ip link set veth0 up
$ ip link show veth0
3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
    link/ether d2:10:a9:47:30:43 brd ff:ff:ff:ff:ff:ff
$ ip route
10.0.0.0/24 dev veth0 proto kernel scope link src 10.0.0.1 linkdown 
$ ip addr add 10.0.0.2/24 dev veth1
$ ip link set veth1 up
$ ip route
10.0.0.0/24 dev veth0 proto kernel scope link src 10.0.0.1 
10.0.0.0/24 dev veth1 proto kernel scope link src 10.0.0.2 
$ ip link set veth1 netns ns1
$ ip route
10.0.0.0/24 dev veth0 proto kernel scope link src 10.0.0.1 linkdown 
$ ip -n ns1 addr show veth1
2: veth1@if3: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN group default qlen 1000
    link/ether f2:4e:c1:ba:1f:6b brd ff:ff:ff:ff:ff:ff link-netnsid 0
$ ip netns exec ns1 ping -c 1 10.0.0.1
ping: connect: Network is unreachable
[2]
$ ip -n ns1 link set veth1 up
$ ip netns exec ns1 ping -c 1 10.0.0.1
ping: connect: Network is unreachable
[2]
$ ip -n ns1 addr add 10.0.0.2/24 dev veth1
$ ip -n ns1 route
10.0.0.0/24 dev veth1 proto kernel scope link src 10.0.0.2 
$ ip netns exec ns1 ping -c 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.037 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.037/0.037/0.037/0.000 ms
$ ip -n ns1 addr add 10.0.0.2/24 dev veth1
Error: ipv4: Address already assigned.
[2]
$ ip -n ns1 addr del 10.0.0.3/24 dev veth1
Error: ipv4: Address not found.
[2]
$ ip -n ns1 addr del 10.0.0.2/16 dev veth1
Error: ipv4: Address not found.
[2]
$ ip -n ns1 addr del 10.0.0.2/24 dev veth1
$ ip netns exec ns1 ping -c 1 -W 1 10.0.0.1
ping: connect: Network is unreachable
[2]
$ ip -n ns1 addr add 10.0.0.2/24 dev eth0
Cannot find device "eth0"
[1]
$ ip -n ns1 addr add 10.0.0.2/24
Not enough information: "dev" argument is required.
[1]
$ ip -n ns1 addr add dev veth1
RTNETLINK answers: Operation not supported
[2]
$ ip -n ns1 addr add 10.0.0.256/24 dev veth1
Error: any valid prefix is expected rather than "10.0.0.256/24".
[1]
$ ip -n ns1 addr add 10.0.0.2/33 dev veth1
Error: any valid prefix is expected rather than "10.0.0.2/33".
[1]
$ ip -n ns1 addr add 10.0.0/24 dev veth1
$ ip -n ns1 -4 -br addr
veth1@if3        UP             10.0.0.0/24 
$ ip -n ns1 addr flush dev veth1
$ ip -n ns1 -4 addr show dev veth1
$ ip netns del ns1; sleep 1
$ ip link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip link del veth0
Cannot find device "veth0"
[1]
$ ip netns del ns1
Cannot remove namespace file "/run/netns/ns1": No such file or directory
[1]
$ ip netns
