# A namespace as the router between two bridges
$ ip netns add router
$ for b in 1 2; do ip link add lan$b type bridge; ip link set lan$b up; ip link add r$b type veth peer name eth$b netns router; ip link set r$b master lan$b; ip link set r$b up; ip -n router addr add 192.168.$b.1/24 dev eth$b; ip -n router link set eth$b up; done
$ for b in 1 2; do for h in 10 20; do ns=h$b$h; ip netns add $ns; ip link add $ns type veth peer name eth0 netns $ns; ip link set $ns master lan$b up; ip -n $ns addr add 192.168.$b.$h/24 dev eth0; ip -n $ns link set eth0 up; ip -n $ns route add default via 192.168.$b.1; done; done
$ ip netns
h220 (id: 4)
h210 (id: 3)
h120 (id: 2)
h110 (id: 1)
router (id: 0)
$ bridge link
3: r1@lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan1 state forwarding priority 32 cost 2 
5: r2@r1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan2 state forwarding priority 32 cost 2 
6: h110@lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan1 state forwarding priority 32 cost 2 
7: h120@lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan1 state forwarding priority 32 cost 2 
8: h210@lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan2 state forwarding priority 32 cost 2 
9: h220@lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan2 state forwarding priority 32 cost 2 
$ ip -n router -br -4 a
eth1@if3         UP             192.168.1.1/24 
eth2@if5         UP             192.168.2.1/24 
$ ip netns exec h110 ping -c 1 192.168.1.20
PING 192.168.1.20 (192.168.1.20) 56(84) bytes of data.
64 bytes from 192.168.1.20: icmp_seq=1 ttl=64 time=0.049 ms

--- 192.168.1.20 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.049/0.049/0.049/0.000 ms
$ ip netns exec h110 ping -c 1 192.168.2.1
PING 192.168.2.1 (192.168.2.1) 56(84) bytes of data.
64 bytes from 192.168.2.1: icmp_seq=1 ttl=64 time=0.040 ms

--- 192.168.2.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.040/0.040/0.040/0.000 ms
$ ip netns exec h110 ping -c 1 -W 1 192.168.2.10
PING 192.168.2.10 (192.168.2.10) 56(84) bytes of data.

--- 192.168.2.10 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec router bash -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
$ ip netns exec h110 ping -c 1 192.168.2.10
PING 192.168.2.10 (192.168.2.10) 56(84) bytes of data.
64 bytes from 192.168.2.10: icmp_seq=1 ttl=63 time=0.067 ms

--- 192.168.2.10 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.067/0.067/0.067/0.000 ms
$ ip netns exec h110 ping -c 1 192.168.2.99
PING 192.168.2.99 (192.168.2.99) 56(84) bytes of data.
From 192.168.1.1 icmp_seq=1 Destination Host Unreachable

--- 192.168.2.99 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n router neigh
192.168.2.99 dev eth2 FAILED 
192.168.1.10 dev eth1 lladdr 8e:59:ba:10:17:b1 DELAY 
192.168.2.10 dev eth2 lladdr 62:91:af:fc:ea:b0 REACHABLE 
$ ip netns exec h110 ip neigh
192.168.1.20 dev eth0 lladdr 8e:80:2f:c3:55:c8 REACHABLE 
192.168.1.1 dev eth0 lladdr 3e:71:66:a9:74:32 REACHABLE 
$ ip -n h220 route del default
$ ip netns exec h110 ping -c 1 -W 1 192.168.2.20
PING 192.168.2.20 (192.168.2.20) 56(84) bytes of data.

--- 192.168.2.20 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n h220 route add 192.168.1.0/24 via 192.168.2.1 dev eth0
$ ip netns exec h110 ping -c 1 192.168.2.20
PING 192.168.2.20 (192.168.2.20) 56(84) bytes of data.
64 bytes from 192.168.2.20: icmp_seq=1 ttl=63 time=0.050 ms

--- 192.168.2.20 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.050/0.050/0.050/0.000 ms
$ ip -n router link set eth2 down
$ ip netns exec h110 ping -c 1 192.168.2.10
PING 192.168.2.10 (192.168.2.10) 56(84) bytes of data.
From 192.168.1.1 icmp_seq=1 Destination Net Unreachable

--- 192.168.2.10 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ip -n router route
192.168.1.0/24 dev eth1 proto kernel scope link src 192.168.1.1 
$ ip -n router link set eth2 up
$ ip netns exec h110 ping -c 1 -W 3 192.168.2.10
PING 192.168.2.10 (192.168.2.10) 56(84) bytes of data.
64 bytes from 192.168.2.10: icmp_seq=1 ttl=63 time=0.053 ms

--- 192.168.2.10 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.053/0.053/0.053/0.000 ms
$ ip -n h110 route add 192.168.2.20 via 192.168.1.20
$ ip netns exec h110 ping -c 1 -W 1 192.168.2.20
PING 192.168.2.20 (192.168.2.20) 56(84) bytes of data.

--- 192.168.2.20 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec h120 sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ ip netns exec h110 ping -c 2 192.168.2.20
PING 192.168.2.20 (192.168.2.20) 56(84) bytes of data.
From 192.168.1.20: icmp_seq=1 Redirect Host(New nexthop: 192.168.1.1)
64 bytes from 192.168.2.20: icmp_seq=1 ttl=63 time=0.101 ms
64 bytes from 192.168.2.20: icmp_seq=2 ttl=63 time=0.069 ms

--- 192.168.2.20 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1029ms
rtt min/avg/max/mdev = 0.069/0.085/0.101/0.016 ms
$ ip -n h110 route
default via 192.168.1.1 dev eth0 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
192.168.2.20 via 192.168.1.20 dev eth0 
$ ip -n h110 route get 192.168.2.20
192.168.2.20 via 192.168.1.1 dev eth0 src 192.168.1.10 uid 0 
    cache <redirected> expires 298sec 
$ ip -n h110 route get 192.168.2.10
192.168.2.10 via 192.168.1.1 dev eth0 src 192.168.1.10 uid 0 
    cache 
$ ip link set h210 master lan1
$ bridge link show dev h210
8: h210@lan1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master lan1 state forwarding priority 32 cost 2 
$ ip netns exec h110 ping -c 1 192.168.2.10
PING 192.168.2.10 (192.168.2.10) 56(84) bytes of data.

--- 192.168.2.10 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip netns exec router ping -c 1 -W 1 192.168.2.10
PING 192.168.2.10 (192.168.2.10) 56(84) bytes of data.

--- 192.168.2.10 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip -n router addr add 192.168.2.1/24 dev eth1
$ ip -n router route
192.168.1.0/24 dev eth1 proto kernel scope link src 192.168.1.1 
192.168.2.0/24 dev eth2 proto kernel scope link src 192.168.2.1 
192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.1 
$ ip link set h210 master lan2
$ ip -n router addr del 192.168.2.1/24 dev eth1
$ ip netns exec h110 ping -c 1 -W 3 192.168.2.10
PING 192.168.2.10 (192.168.2.10) 56(84) bytes of data.
64 bytes from 192.168.2.10: icmp_seq=1 ttl=63 time=0.055 ms

--- 192.168.2.10 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.055/0.055/0.055/0.000 ms
