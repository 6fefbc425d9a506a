# /32 addresses, peer addresses, host routes, /31, as Kubernetes CNIs and Calico do it
$ ip netns add pod
$ ip link add cali0 type veth peer name eth0 netns pod
$ ip link set cali0 up; ip -n pod link set eth0 up; ip -n pod link set lo up
$ ip -n pod addr add 10.244.1.5/32 dev eth0
$ ip -n pod route
$ ip netns exec pod ping -c 1 169.254.1.1
ping: connect: Network is unreachable
[2]
$ ip -n pod route add 169.254.1.1 dev eth0 scope link
$ ip -n pod route add default via 169.254.1.1 dev eth0
$ ip -n pod route
default via 169.254.1.1 dev eth0 
169.254.1.1 dev eth0 scope link 
$ ip netns exec pod route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         169.254.1.1     0.0.0.0         UG    0      0        0 eth0
169.254.1.1     0.0.0.0         255.255.255.255 UH    0      0        0 eth0
$ ip route add 10.244.1.5 dev cali0 scope link
$ ip route
10.244.1.5 dev cali0 scope link 
$ ip addr add 192.168.77.1/32 dev lo; ip link set lo up
$ ip netns exec pod ping -c 1 -W 1 192.168.77.1
PING 192.168.77.1 (192.168.77.1) 56(84) bytes of data.

--- 192.168.77.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sysctl -w net.ipv4.conf.cali0.proxy_arp=1
net.ipv4.conf.cali0.proxy_arp = 1
$ ip netns exec pod ping -c 1 -W 1 192.168.77.1
PING 192.168.77.1 (192.168.77.1) 56(84) bytes of data.

--- 192.168.77.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sleep 3; sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip netns exec pod ping -c 1 -W 1 192.168.77.1
PING 192.168.77.1 (192.168.77.1) 56(84) bytes of data.

--- 192.168.77.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sleep 4; ip -n pod neigh show 169.254.1.1
169.254.1.1 dev eth0 FAILED 
$ ip addr add 169.254.1.1/32 dev cali0
$ ip -n pod neigh flush all; ip netns exec pod ping -c 1 -W 2 192.168.77.1
PING 192.168.77.1 (192.168.77.1) 56(84) bytes of data.
64 bytes from 192.168.77.1: icmp_seq=1 ttl=64 time=0.039 ms

--- 192.168.77.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.039/0.039/0.039/0.000 ms
$ ip -n pod neigh
169.254.1.1 dev eth0 lladdr ae:ef:69:de:c7:3a REACHABLE 
$ ping -c 1 -W 1 10.244.1.5
PING 10.244.1.5 (10.244.1.5) 56(84) bytes of data.
64 bytes from 10.244.1.5: icmp_seq=1 ttl=64 time=0.027 ms

--- 10.244.1.5 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.027/0.027/0.027/0.000 ms
$ ip addr del 169.254.1.1/32 dev cali0
$ ip netns add ptp
$ ip link add p0 type veth peer name p1 netns ptp
$ ip addr add 10.0.0.1 peer 10.0.0.2 dev p0
$ ip -n ptp addr add 10.0.0.2 peer 10.0.0.1 dev p1
$ ip link set p0 up; ip -n ptp link set p1 up
$ ip -4 addr show p0
3: p0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns ptp
    inet 10.0.0.1 peer 10.0.0.2/32 scope global p0
       valid_lft forever preferred_lft forever
$ ip -br -4 addr show p0
p0@if2           UP             10.0.0.1 peer 10.0.0.2/32 
$ ip route show dev p0
10.0.0.2 proto kernel scope link src 10.0.0.1 
$ ping -c 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.043 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.043/0.043/0.043/0.000 ms
$ ip -n ptp addr add 10.0.1.1/31 dev p1
$ ip addr add 10.0.1.0/31 dev p0
$ ping -c 1 10.0.1.1
PING 10.0.1.1 (10.0.1.1) 56(84) bytes of data.
64 bytes from 10.0.1.1: icmp_seq=1 ttl=64 time=0.071 ms

--- 10.0.1.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.071/0.071/0.071/0.000 ms
$ ip route show dev p0
10.0.0.2 proto kernel scope link src 10.0.0.1 
10.0.1.0/31 proto kernel scope link src 10.0.1.0 
$ ip route show table local dev p0
local 10.0.0.1 proto kernel scope host src 10.0.0.1 
local 10.0.1.0 proto kernel scope host src 10.0.1.0 
$ ip addr del 10.0.0.1 dev p0
Warning: Executing wildcard deletion to stay compatible with old scripts.
         Explicitly specify the prefix length (10.0.0.1/32) to avoid this warning.
         This special behaviour is likely to disappear in further releases,
         fix your scripts!
$ ip -4 addr show p0
3: p0@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default qlen 1000 link-netns ptp
    inet 10.0.1.0/31 scope global p0
       valid_lft forever preferred_lft forever
$ ip -n ptp route add 172.16.0.0/16 via 10.9.9.9 dev p1 onlink
$ ip -n ptp route show 172.16.0.0/16
172.16.0.0/16 via 10.9.9.9 dev p1 onlink 
$ ip netns exec ptp ping -c 1 172.16.0.1
PING 172.16.0.1 (172.16.0.1) 56(84) bytes of data.

--- 172.16.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n ptp route add 172.17.0.0/16 via 10.9.9.9 dev p1
Error: Nexthop has invalid gateway.
[2]
$ ip -n ptp route add 172.17.0.0/16 dev p1 via 10.0.1.0
$ ip -n ptp route show 172.17.0.0/16
172.17.0.0/16 via 10.0.1.0 dev p1 
