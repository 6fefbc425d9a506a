# Static ARP, arp off, promiscuous leftovers, proxy_arp
$ ip netns add s1; ip netns add s2
$ ip link add e0 netns s1 type veth peer name e0 netns s2
$ ip -n s1 link set e0 address 02:aa:00:00:00:01; ip -n s2 link set e0 address 02:aa:00:00:00:02
$ ip -n s1 addr add 10.4.0.1/24 dev e0; ip -n s2 addr add 10.4.0.2/24 dev e0
$ ip -n s1 link set e0 up; ip -n s2 link set e0 up
$ ip -n s2 link set e0 arp off
$ ip -n s2 link show e0
2: e0@if2: <BROADCAST,MULTICAST,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 02:aa:00:00:00:02 brd ff:ff:ff:ff:ff:ff link-netns s1
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n s1 neigh replace 10.4.0.2 lladdr 02:aa:00:00:00:02 dev e0
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n s2 neigh
$ ip -n s2 neigh add 10.4.0.1 lladdr 02:aa:00:00:00:01 dev e0 nud permanent
RTNETLINK answers: File exists
[2]
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n s2 link set e0 arp on
$ ip -n s1 neigh del 10.4.0.2 dev e0
$ ip -n s1 neigh
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.
64 bytes from 10.4.0.2: icmp_seq=1 ttl=64 time=0.041 ms

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
$ ip -n s1 neigh
10.4.0.2 dev e0 lladdr 02:aa:00:00:00:02 REACHABLE 
$ ip -n s1 neigh change 10.4.0.2 lladdr 02:aa:00:00:00:77 dev e0
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec s1 arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
10.4.0.2                 ether   02:aa:00:00:00:77   CM                    e0
$ ip netns exec s1 arp -d 10.4.0.2
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.
64 bytes from 10.4.0.2: icmp_seq=1 ttl=64 time=0.039 ms

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.039/0.039/0.039/0.000 ms
$ ip -n s2 link set e0 address 02:aa:00:00:00:55
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec s1 ip neigh flush to 10.4.0.2
$ ip netns exec s1 ping -c 1 -W 1 10.4.0.2
PING 10.4.0.2 (10.4.0.2) 56(84) bytes of data.
64 bytes from 10.4.0.2: icmp_seq=1 ttl=64 time=0.041 ms

--- 10.4.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
$ ip -n s1 neigh
10.4.0.2 dev e0 lladdr 02:aa:00:00:00:55 REACHABLE 
$ ip -n s2 addr add 10.8.0.2/24 dev lo
$ ip -n s2 link set lo up
$ ip -n s1 route add 10.8.0.0/24 dev e0
$ ip netns exec s1 ping -c 1 -W 1 10.8.0.2
PING 10.8.0.2 (10.8.0.2) 56(84) bytes of data.
64 bytes from 10.8.0.2: icmp_seq=1 ttl=64 time=0.034 ms

--- 10.8.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.034/0.034/0.034/0.000 ms
$ ip netns exec s1 ping -c 1 -W 1 10.8.0.9
PING 10.8.0.9 (10.8.0.9) 56(84) bytes of data.
64 bytes from 10.8.0.9: icmp_seq=1 ttl=64 time=0.025 ms

--- 10.8.0.9 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.025/0.025/0.025/0.000 ms
$ ip netns exec s2 sysctl -w net.ipv4.conf.e0.proxy_arp=1
net.ipv4.conf.e0.proxy_arp = 1
$ ip netns exec s2 sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip -n s2 link add d0 type veth peer name d1
$ ip -n s2 addr add 10.9.0.1/24 dev d0
$ ip -n s2 link set d0 up; ip -n s2 link set d1 up
$ ip -n s1 route add 10.9.0.0/24 dev e0
$ ip netns exec s1 ping -c 1 -W 1 10.9.0.1
PING 10.9.0.1 (10.9.0.1) 56(84) bytes of data.
64 bytes from 10.9.0.1: icmp_seq=1 ttl=64 time=0.031 ms

--- 10.9.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.031/0.031/0.031/0.000 ms
$ ip netns exec s1 ip neigh
10.8.0.9 dev e0 lladdr 02:aa:00:00:00:55 REACHABLE 
10.4.0.2 dev e0 lladdr 02:aa:00:00:00:55 REACHABLE 
10.9.0.1 dev e0 lladdr 02:aa:00:00:00:55 REACHABLE 
10.8.0.2 dev e0 lladdr 02:aa:00:00:00:55 REACHABLE 
$ ip -n s2 neigh add proxy 10.4.0.50 dev e0
$ ip -n s2 neigh show proxy
10.4.0.50 dev e0 proxy 
$ ip -n s2 neigh
10.4.0.1 dev e0 lladdr 02:aa:00:00:00:01 DELAY 
$ ip -n s2 neigh flush all
$ ip -n s2 neigh
